"""Numbered lists that are in the order of another figure than the one they are announced by.

"Tiga provinsi dengan tingkat kemiskinan tertinggi: 1. Jawa Timur 9,50 persen (3,87 juta orang) …", whose people fall
from item to item and whose rates do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from factcheck.judging.case import Case
from factcheck.judging.grounds.ground import LISTED
from factcheck.model import Claim, number_of
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import CUE_OF, Mention, Tag
from factcheck.typed import NamedTuple

FEWEST = 3


class ByAnother(NamedTuple):
    """The word that announces an order, the figure that it is said of, and the one that the list goes by."""

    word: Mention | None
    score: Claim
    other: Claim


def by_another(case: Case, pairs: Sequence[tuple[Claim, Claim]]) -> ByAnother | None:
    """What a list of items with their ranks and figures goes by instead; None where no other figure is in order."""
    if len(pairs) < FEWEST or any(rank.condition != LISTED for rank, _ in pairs):
        return None
    others = [_others(case, score) for _, score in pairs]
    for slot in others[0]:
        column = [one[slot] for one in others if slot in one]
        if len(column) == len(pairs) and _falls(column):
            return ByAnother(_announced(case, pairs[0], column[0]), pairs[0][1], column[0])
    return None


def _others(case: Case, score: Claim) -> dict[tuple[str, str], Claim]:
    """The other figures of one in the same item, by what they are of."""
    return {
        (one.kind, one.measure): one
        for one in case.claims.inside(score.sentence)
        if one.subject == score.subject
        and one.period == score.period
        and isinstance(one.value, Decimal)
        and one.kind != "rank"
        and (one.kind, one.measure) != (score.kind, score.measure)
    }


def _falls(column: Sequence[Claim]) -> bool:
    return all(number_of(one) > number_of(other) for one, other in pairwise(column))


def _announced(case: Case, first: tuple[Claim, Claim], other: Claim) -> Mention | None:
    """ "tingkat kemiskinan tertinggi": the word for highest above the list right behind the measure, where the figure
    that the list goes by is not named too."""
    rank, score = first
    frame: Frame | None = case.frames[rank.sentence - 1] if rank.sentence else None
    if frame is None or frame.has(f"{CUE_OF}{other.measure}"):
        return None
    cue = f"{CUE_OF}{score.measure}"
    said = [at for at in frame.having(Tag.EXTREME) if at and cue in frame.mentions[at - 1].tags]
    return frame.mentions[said[0]] if len(said) == 1 else None
