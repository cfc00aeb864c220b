"""What is said aside: of whom a relative clause names in passing, or of what was before; and what is told again where
nothing contradicts it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from factcheck.judging.case import Case, frame_of
from factcheck.model import Claim, Span
from factcheck.reading.scan.frame import SCALED, Frame
from factcheck.reading.scan.mentions import Tag

WORD = 20
"""Letters behind a comma in which the first word of a clause is looked for."""
FEW = 4
"""So many places of one figure are looked at."""


def is_aside(case: Case, claim: Claim) -> bool:
    """Whether a claim has its subject from a relative clause that ends in front of it, or is a word of what was."""
    frame = frame_of(case, claim)
    if frame is None:
        return False
    return _is_closed_off(frame, claim) or (isinstance(claim.value, str) and _was_before(frame, claim))


def _is_closed_off(frame: Frame, claim: Claim) -> bool:
    """ "Enrekang, yang dulu hijau bersama Luwu Utara, kini di urutan ke-23": whether the name stands in a clause that
    tells something of another, named right in front of its comma, and that a comma closes in front of the figure."""
    name = claim.subject_span
    if name is None or name.end > claim.start:
        return False
    commas = frame.having(Tag.COMMA)
    opening = bisect_right(commas, name.start, key=lambda at: frame.mentions[at].end) - 1
    closing = bisect_left(commas, name.end, key=lambda at: frame.mentions[at].start)
    if opening < 0 or closing == len(commas) or frame.mentions[commas[closing]].start >= claim.start:
        return False
    behind = frame.mentions[commas[opening]].end
    first = frame.plain[behind : min(behind + WORD, name.start)].lower().split()[:1]
    return bool(first) and first[0] in frame.words.relative and frame.before(commas[opening], Tag.ENTITY, 1)


def _was_before(frame: Frame, claim: Claim) -> bool:
    """ "Halmahera Timur, yang sebelumnya merah, mencatat 81,29 untuk tahun 2023": whether a word for what was stands
    right in front of one of a scale, and its year nowhere before it: "pada 2022 sempat merah" tells a year."""
    if claim.period_span is not None and claim.period_span.start < claim.start:
        return False
    at = frame.ending(claim.end, SCALED)
    at -= at > 0 and frame.before(at, Tag.CUE_WORD)
    return at > 0 and frame.before(at, Tag.MOOD_PAST)


def is_told_apart(case: Case, claim: Claim) -> bool:
    """ "TPT tamatan kejuruan 8,12 persen. … dari 6,27 persen menjadi 8,12 persen", "26,55 persen pada September 2019"
    told twice: whether a draft has just that figure in another sentence where it is nobody's, or is held of the same
    one in the same year and contradicted by nothing."""
    value = claim.value
    if not isinstance(value, Decimal) or value == value.to_integral_value():
        return False
    frame = frame_of(case, claim)
    here = frame.sentence if frame is not None else claim
    again = (span for span in _places(case).get(value, ()) if not here.start <= span.start < here.end)
    return any(_is_apart(case, claim, case.claims.over(*span)) for span in again)


@lru_cache(maxsize=2)
def _places(case: Case) -> Mapping[Decimal, Sequence[Span]]:
    """Where the figures of a draft with decimals stand, the first few of each value."""
    found: dict[Decimal, list[Span]] = defaultdict(list)
    for number in case.numbers:
        if number.quantum < 1 and len(found[number.value]) < FEW:
            found[number.value].append(number.figure)
    return found


def _is_apart(case: Case, claim: Claim, there: Iterable[Claim]) -> bool:
    own = (claim.subject, claim.period, claim.measure)
    return all(
        one.kind == "figure"
        or ((one.subject, one.period, one.measure) == own and case.answer(one).verdict != "contradicted")
        for one in there
    )
