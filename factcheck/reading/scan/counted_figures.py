"""The packs that numbers of what they count open, where no word of theirs does: "Sumatera Utara memiliki 455 kecamatan.
Aceh punya 290 kecamatan", "55 kecamatan: Nunukan 21, Malinau 15, Bulungan 10"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from decimal import Decimal

from factcheck.cache.patterns import compiled
from factcheck.language.figures import Number
from factcheck.language.fold import fold
from factcheck.model import Document
from factcheck.reference.ask.reference import Reference

LEAST, LONG = 10, 100
"""A smaller number is anybody's; from here on one is hardly anybody's by chance."""
PAIR = 2
BACK = 120
"""Letters in front of a number in which whose it is is named."""
_UNIT = compiled(r" ([a-z]+)")
_Named = Callable[[str, Reference], Collection[str]]
Units = Mapping[str, tuple[str, str]]


def packs_counted(
    document: Document, reference: Reference, numbers: Sequence[Number], units: Units, named: _Named
) -> frozenset[str]:
    """The packs of which two numbers in front of the word for what is counted, or behind it in a row, or one too long
    for chance, are facts of those named in front of them in their line; `units` are these words, each with its measure
    (pack, measure), `named` finds who is named in a piece of text."""
    low = fold(document.plain)
    found: dict[str, set[tuple[str, Decimal]]] = defaultdict(set)
    last, end = "", 0
    for number in numbers:
        line = document.plain.rfind("\n", max(0, number.start - BACK), number.start) + 1
        first = max(line, number.start - BACK)
        last = last if end > line else ""
        unit = _UNIT.match(low, number.end) if _is_plain(number) else None
        if unit is not None and unit[1] in units:
            last = unit[1]
        behind, end = max(first, end), number.end
        if unit is None or unit[1] not in units:
            if unit is not None or not last or not _is_plain(number):
                continue
            first = behind
        pack, measure = units[last]
        for entity in named(document.plain[first : number.start], reference):
            if any(fact.value == number.value for fact in reference.facts(measure, entity, "", pack)):
                found[pack].add((entity, number.value))
    return frozenset(
        pack for pack, told in found.items() if len(told) >= PAIR or any(value >= LONG for _, value in told)
    )


def _is_plain(number: Number) -> bool:
    return number.quantum == 1 and not number.unit and number.value >= LEAST
