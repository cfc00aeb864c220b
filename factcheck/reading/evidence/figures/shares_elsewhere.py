"""Shares close behind a number of people or an area: "664,01 km2 atau 0,03% dari luas Indonesia", "136.361.271 jiwa
(49,52 persen)". They are of the same region and year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.language.interval import interval
from factcheck.model import Claim, Strength
from factcheck.reading.evidence.explained.known_facts import PERCENT
from factcheck.reading.scan.frame import ENDS, FIGURES, Frame, with_tag
from factcheck.reading.scan.mentions import Tag

CLOSE = 30
"""So many letters may stand between a figure and its share: " penduduk laki-laki atau "."""
OTHERS = (Tag.CHANGE, Tag.ENTITY, *ENDS)


def shares_elsewhere(wholes: Sequence[Claim], frames: Sequence[Frame], read: set[int]) -> Iterator[Claim]:
    """The claims of the shares behind these figures that nothing reads."""
    by_start = {claim.start: claim for claim in wholes}
    for frame in with_tag(frames, FIGURES):
        for one, at in pairwise(frame.having(FIGURES)):
            first, number = frame.mentions[one].number, frame.mentions[at].number
            whole = by_start.get(first.figure.start) if first is not None else None
            if number is None or whole is None or number.unit != PERCENT or number.figure.start in read:
                continue
            near = number.start - frame.mentions[one].end <= CLOSE
            if near and not frame.has_any((*OTHERS, Tag.CUE_NUMBER), one + 2, at):
                low, high = interval(number, "")
                yield whole._replace(
                    kind="share", pack="", measure="", start=number.figure.start, end=number.figure.end,
                    value=number.value, low=low, high=high, sentence=-1, part="", readings=(),
                    strength=Strength.CARRIED,
                )  # fmt: skip
