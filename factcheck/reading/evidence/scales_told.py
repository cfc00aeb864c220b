"""Words of a scale that a sentence only explains: "Ada tiga predikat, yakni zona hijau atau kepatuhan tinggi, zona
kuning atau kepatuhan sedang, dan zona merah", behind a sentence about somebody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from factcheck.model import Claim, Value
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import Tag

MOVES = (Tag.CHANGE, Tag.BIND_TO, Tag.BIND_FROM, Tag.BIND_LEAVE, Tag.BIND_OUT, Tag.YEAR_DIGITS)
"""What may tell that somebody bore one word after the other."""


def without_explanations(claims: Sequence[Claim], frames: Sequence[Frame]) -> list[Claim]:
    """The claims without the words of sentences that have two and more of one scale for the same subject, whom they do
    not name."""
    told: dict[tuple[int, str, str], set[Value]] = defaultdict(set)
    for claim in claims:
        if claim.measure and _is_carried_word(claim):
            told[claim.sentence, claim.subject, claim.measure].add(claim.value)
    explained = {place for (place, _, _), words in told.items() if len(words) > 1 and not frames[place].has_any(MOVES)}
    return [claim for claim in claims if claim.sentence not in explained or not _is_carried_word(claim)]


def _is_carried_word(claim: Claim) -> bool:
    return isinstance(claim.value, str) and claim.subject_span is None and claim.kind != "extreme"
