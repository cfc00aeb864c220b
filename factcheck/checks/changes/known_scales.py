"""Figures under a scale word a thousand times too large or too small, as the reference knows them: "425,82 juta orang"
of a province that had 425.820 in that year."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from operator import attrgetter

from factcheck.judging.case import Case, frame_at
from factcheck.language.figures import RUPIAH, Number
from factcheck.language.interval import printed
from factcheck.model import Claim, Fact, year_of
from factcheck.reference.packs.info import Measure

NEAR, REACH = 2, 20
"""Right claims on either side of a figure that may tell whose it is; letters behind it in which a word stands."""


def known_scales(
    case: Case, scaled: Sequence[Number], steps: Sequence[Decimal]
) -> Iterator[tuple[Number, Decimal, Fact]]:
    """Those of the scaled numbers that are, so many times as much, a fact of whom and of the year that they, or a right
    figure beside them, are told of; each with the step and the fact."""
    for number in scaled:
        facts = list(_facts(case, number))
        if any(_is_so_much(number, Decimal(1), fact) for fact in facts):
            continue
        found = ((step, fact) for step in steps for fact in facts if _is_so_much(number, step, fact))
        yield from ((number, step, fact) for step, fact in list(found)[:1])


def _facts(case: Case, number: Number) -> Iterator[Fact]:
    """What is known of the measures that a figure may be of: of its claim, else of the right claims next to it in its
    sentence and in the one before, in their packs and years."""
    own = [one for one in case.claims.at(number.figure.start) if one.subject]
    asked = {(one.subject, year_of(one.period), one.pack) for one in own or _beside(case, number)}
    for subject, year, name in asked:
        for pack in case.reference.packs:
            if name not in ("", pack.name):
                continue
            for measure in pack.measures.values():
                if _fits(case, number, measure, bool(own)):
                    facts = case.reference.facts(measure.name, subject, "", pack.name)
                    yield from (fact for fact in facts if year_of(fact.period) == year)


def _beside(case: Case, number: Number) -> Iterator[Claim]:
    """The right claims next to a figure that nothing reads."""
    place = frame_at(case, number.start).sentence.place
    told = case.claims.inside(place)
    at = bisect_left(told, number.start, key=attrgetter("start"))
    near = (*told[max(0, at - NEAR) : at + NEAR], *case.claims.inside(place - 1)[-NEAR:])
    return (one for one in near if one.subject and one.pack and case.answer(one).verdict == "supported")


def _fits(case: Case, number: Number, measure: Measure, claimed: bool) -> bool:
    """Whether a figure may be of a measure: an amount of what is paid, or a count of what is counted."""
    if measure.type != "number":
        return False
    if number.unit or measure.unit:
        return number.unit == measure.unit == RUPIAH
    words = measure.counted_in.get(case.language.code, ())
    return bool(words) and (claimed or _counted(case, number) in words)


def _counted(case: Case, number: Number) -> str:
    """The word behind a figure."""
    return next(iter(case.document.plain[number.end : number.end + REACH].split()[:1]), "").strip(".,;)").lower()


def _is_so_much(number: Number, step: Decimal, fact: Fact) -> bool:
    own = printed(number)
    return isinstance(fact.value, Decimal) and own.low * step <= fact.value <= own.high * step
