"""Which figures of a text are those of somebody in a dated, provisional table, and the packs that they open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal

from factcheck.language.figures import Number
from factcheck.reference.ask.reference import Reference

LARGE = 1000
"""From here on a whole number tells something."""
PAIR = 2


def counts(numbers: Iterable[Number]) -> set[Decimal]:
    """The whole numbers of a text that tell something: of no unit, printed to the last digit."""
    plain = (one for one in numbers if one.quantum == 1 and not one.unit and one.form == "digits")
    return {one.value for one in plain if one.value >= LARGE}


def met(values: Iterable[Decimal], reference: Reference) -> Mapping[str, set[Decimal]]:
    """The editions that have any of the values, with those that they have."""
    found: dict[str, set[Decimal]] = defaultdict(set)
    for value in values:
        for key in reference.editions_with(value):
            found[key].add(value)
    return found


def packs_told(numbers: Iterable[Number], reference: Reference) -> frozenset[str]:
    """The packs of which two figures of a text are those of one contest on one day."""
    found = met(counts(numbers), reference)
    return frozenset(key.partition("\t")[0] for key, values in found.items() if len(values) >= PAIR)
