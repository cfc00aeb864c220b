"""Short figures right behind a name: too short to tell by themselves, they are of whom they stand beside, and of the
measure and year that a figure close by is of, or of a year that is written there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from factcheck.cache.once import once
from factcheck.model import Fact
from factcheck.reading.evidence.explained.explained_figures import Figure
from factcheck.reading.evidence.explained.next_name import name_before
from factcheck.reading.evidence.explained.printed import digits
from factcheck.reading.evidence.explained.slots import Known, year_span
from factcheck.reading.scan.frame import FIGURES

LEAST = 3
"""Fewer digits are anybody's."""


def fact_of_next(figure: Figure, known: Known) -> Fact | None:
    """The fact that a figure is of the one named right in front of it, no other figure between: of a measure and year
    that another figure of its sentence, or of one next to it, is of ("disusul Jawa Tengah 8,89 juta ton"), or a large
    one of a year written in its sentence ("9,90 juta ton pada 2021")."""
    if digits(figure.number) < LEAST or not figure.facts:
        return None
    names, place = named_next(figure), figure.frame.sentence.place
    own = [fact for fact in figure.facts if fact.entity in names and not fact.trust]
    shown = [fact for fact in own if (fact.pack, fact.measure, fact.period) in _shown(known).get(place, ())]
    if shown:
        return shown[0]
    large = figure.number.quantum > 1 and not figure.number.unit
    return next((fact for fact in own if large and year_span(figure, fact.period) is not None), None)


def named_next(figure: Figure) -> tuple[str, ...]:
    """Who is named last in front of a figure, with no other figure, but a year or a rank, between."""
    return name_before(figure.frame, figure.at)


def strange_beside(figure: Figure, known: Known) -> int:
    """How many figures of a sentence, each right behind a name, nothing explains: of "inflasi" a few are right by
    chance."""
    figures = known.evidence.figures
    numbers = (figure.frame.mentions[at].number for at in figure.frame.having(FIGURES))
    others = (figures.get(number.figure.start) for number in numbers if number is not None)
    return sum(1 for one in others if one is not None and not one.facts and named_next(one))


@once
def _shown(known: Known) -> Mapping[int, frozenset[tuple[str, str, str]]]:
    """Of which pack, measure and year the right figures of a sentence and of those next to it are, by its place."""
    found: dict[int, set[tuple[str, str, str]]] = defaultdict(set)
    packs = {measure: pack.name for pack in known.setting.packs.values() for measure in pack.measures}
    filled = [(place, period, measure) for place, _, period, measure in known.filled]
    told = [(place, period, one) for (place, _, period), measures in known.slots.items() for one in measures]
    for place, period, measure in (*filled, *told):
        for near in (place - 1, place, place + 1):
            found[near].add((packs[measure], measure, period))
    return {place: frozenset(slots) for place, slots in found.items()}
