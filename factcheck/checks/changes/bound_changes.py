"""Changes whose figures belong together though their words leave it open: by their units, or by the reference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.judging.case import Case, frame_at
from factcheck.language.figures import PERCENT, RUPIAH, Number
from factcheck.language.interval import change
from factcheck.model import Claim
from factcheck.reading.sums.sums import Sum


def in_points(sums: Iterable[Sum]) -> Iterator[Sum]:
    """ "20,10 persen, kemudian 19,58 persen, turun 0,42 persen": each change between two percentages that is in print
    as one in per cent, and is no such part of the earlier, as one in points."""
    for stated in sums:
        figures = stated.figures
        if any(number.unit != PERCENT for number in figures.values()):
            continue
        relative = change(stated.range("A"), stated.range("B"))
        if relative is not None and not relative.meets(stated.range("P")):
            yield stated._replace(figures={"A": figures["A"], "B": figures["B"], "X": figures["P"]})


def is_bound(case: Case, stated: Sum) -> bool:
    """ "Iuran Batam 2024 Rp4.685.050. Dibanding tahun 2023, Rp4.500.440, ia bertambah Rp123.297": whether a change
    of an amount stands by two that the reference has of one in two years, and nobody else is named beside them."""
    one, other, size = (stated.figures[role] for role in "ABX")
    if stated.kind != "change" or size.unit != RUPIAH or "P" in stated.figures or not case.frames:
        return False
    first, second = (_right_claim(case, number) for number in (one, other))
    if first is None or second is None or first.period == second.period or one.value == other.value:
        return False
    if (first.subject, first.measure) != (second.subject, second.measure):
        return False
    if any(case.answer(claim).verdict == "supported" for claim in case.claims.over(size.start, size.end)):
        return False
    start = min(one.start, other.start)
    frames = {frame.sentence.place: frame for frame in (frame_at(case, start), frame_at(case, size.start))}
    told = ((frame.mentions[at].start, ids) for frame in frames.values() for at, ids in frame.bearers)
    return all(first.subject in ids for place, ids in told if start < place < size.end)


def _right_claim(case: Case, number: Number) -> Claim | None:
    """The claim at an amount that the reference bears out."""
    over = (claim for claim in case.claims.over(number.start, number.end) if claim.measure)
    return next((claim for claim in over if case.answer(claim).verdict == "supported"), None)
