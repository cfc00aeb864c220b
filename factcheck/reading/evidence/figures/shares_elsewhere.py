"""Shares close behind a number of people or an area: "664,01 km2 atau 0,03% dari luas Indonesia", "136.361.271 jiwa
(49,52 persen)". They are of the same region and year."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from factcheck.language.figures import PERCENT, Number
from factcheck.language.interval import interval
from factcheck.model import Claim, Strength
from factcheck.reading.scan.frame import ENDS, FIGURES, UNITS, Frame, with_tag
from factcheck.reading.scan.mentions import Tag

THOUSAND = 1000
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
                yield _beside(whole, "share", number)


def numbers_beside_rates(
    claims: Sequence[Claim], frames: Sequence[Frame], read: set[int], rates: Collection[str]
) -> Iterator[Claim]:
    """ "5,31 persen alias 103.590 orang", "7,28 juta orang atau 4,76 persen": the claims of how many people a rate of
    one of these measures (PACK/MEASURE) is, beside which they stand, that nothing reads."""
    by_start = {claim.start: claim for claim in claims if f"{claim.pack}/{claim.measure}" in rates}
    for frame in with_tag(frames, UNITS) if by_start else ():
        for one, at in pairwise(frame.having(FIGURES)):
            for told, other in ((one, at), (at, one)):
                rate, number = frame.mentions[told].number, frame.mentions[other].number
                model = by_start.get(rate.figure.start) if rate is not None else None
                if number is None or model is None or number.unit or number.figure.start in read:
                    continue
                near = frame.mentions[at].start - frame.mentions[one].end <= CLOSE
                if (
                    number.value >= THOUSAND
                    and near
                    and frame.has(UNITS, other + 1, other + 2)
                    and _is_same(frame, one, at)
                ):
                    yield _beside(model, "count", number)


def _beside(model: Claim, kind: str, number: Number) -> Claim:
    """A number as a claim of a kind about whom and when the one beside it is, held against nothing."""
    low, high = interval(number, "")
    return model._replace(
        kind=kind, pack="", measure="", start=number.figure.start, end=number.figure.end, value=number.value,
        low=low, high=high, sentence=-1, part="", readings=(), strength=Strength.CARRIED,
    )  # fmt: skip


def _is_same(frame: Frame, one: int, at: int) -> bool:
    """Whether nothing between two figures says that they are of two things."""
    return not frame.has_any((*OTHERS, Tag.BIND_AND, Tag.BIND_FROM), one + 1, at)
