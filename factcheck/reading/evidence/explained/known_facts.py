"""The facts of those whom an article names, in order of value."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from factcheck.language.figures import PERCENT, RUPIAH, Number
from factcheck.language.interval import interval
from factcheck.model import Fact, year_of
from factcheck.reading.evidence.explained.printed import digits, stands_for
from factcheck.reference.ask.reference import Reference

TELLING = 4
"""So many digits make a figure that tells something by itself."""
KEPT = 2048
"""So many answers are kept."""
MONEY = 100_000
"""A whole number from here on may be an amount of rupiah whose unit stands elsewhere."""


class Known:
    """The number facts of some entities, found by value within a unit."""

    def __init__(self, reference: Reference, packs: Iterable[str], entities: Iterable[str]) -> None:
        found: dict[str, list[Fact]] = defaultdict(list)
        measures = [
            (pack.name, measure)
            for pack in reference.packs
            if pack.name in packs
            for measure in pack.measures.values()
            if measure.type == "number"
        ]
        for entity in dict.fromkeys(entities):
            for pack, measure in measures:
                found[measure.unit] += _numbers(reference, measure.name, entity, pack)
        self._by_entity: Mapping[tuple[str, str], Sequence[Fact]] = _by_entity(found)
        self._facts: dict[str, Sequence[Fact]] = {}
        self._values: dict[str, Sequence[Decimal]] = {}
        for unit, facts in found.items():
            sizes = sorted([(_size_of(fact), at) for at, fact in enumerate(facts)])
            self._facts[unit], self._values[unit] = [facts[at] for _, at in sizes], [size for size, _ in sizes]

    def of(self, entity: str, unit: str) -> Sequence[Fact]:
        """The facts of one entity in a unit."""
        return self._by_entity.get((entity, unit), ())

    def has(self, unit: str) -> bool:
        """Whether any fact is in a unit."""
        return bool(self._facts.get(unit))

    def explain(self, number: Number) -> list[Fact]:
        """The facts that the figure may stand for, the preferred sources first."""
        found = [
            fact for unit in units(number) for fact in self._near(number, unit) if stands_for(number, _size_of(fact))
        ]
        return sorted(found, key=lambda fact: fact.trust)

    def _near(self, number: Number, unit: str) -> Sequence[Fact]:
        facts = self._facts.get(unit, ())
        if not facts:
            return ()
        values = self._values[unit]
        reach = max(number.quantum, Decimal("0.1")) if number.quantum < 1 else number.quantum
        near = _between(facts, values, number.value - reach, number.value + reach)
        return near or (_between(facts, values, *interval(number, "")) if number.unit == RUPIAH else ())


def _size_of(fact: Fact) -> Decimal:
    """A value as a text writes it: one below zero behind a sign, or a word that says so ("terkontraksi")."""
    value = fact.value
    if not isinstance(value, Decimal):
        return Decimal(0)
    return -value if value < 0 else value


def _between(facts: Sequence[Fact], values: Sequence[Decimal], low: Decimal, high: Decimal) -> Sequence[Fact]:
    """Those of the facts, whose values are in order, that lie between two."""
    return facts[bisect_left(values, low) : bisect_right(values, high)]


def units(number: Number) -> Sequence[str]:
    """The units that a figure may be in: its own; "95,98%" may be a score; in a table the unit stands in the head."""
    if number.unit == PERCENT and digits(number) >= TELLING:
        return (number.unit, "")
    if not number.unit and number.quantum == 1 and number.value >= MONEY:
        return ("", "rupiah")
    if not number.unit and number.quantum < 1:
        return ("", PERCENT)
    return (number.unit,)


def _by_entity(found: Mapping[str, Sequence[Fact]]) -> Mapping[tuple[str, str], Sequence[Fact]]:
    grouped: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for unit, facts in found.items():
        for fact in facts:
            grouped[fact.entity, unit].append(fact)
    return dict(grouped)


@lru_cache(maxsize=KEPT)
def _numbers(reference: Reference, measure: str, entity: str, pack: str) -> Sequence[Fact]:
    """The figures of a measure of somebody, each with its year: articles name the same again and again."""
    numbers = (fact for fact in reference.facts(measure, entity, "", pack) if isinstance(fact.value, Decimal))
    return [fact._replace(period=year_of(fact.period)) for fact in numbers]
