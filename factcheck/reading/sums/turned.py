"""Changes that go the other way than their word says, found by their size: "mencapai 826,13 ribu orang. Jumlah itu
menurun jika dibandingkan dengan Maret tahun lalu, yakni menurun 12,11 ribu orang dari 814,02 ribu".

A figure told before that is just so far beyond the base as the change is large, on the wrong side of it, is there by no
chance: the words between need no pattern.
"""

import re
from collections.abc import Iterator, Sequence

from factcheck.cache.patterns import compiled
from factcheck.language.written import Number
from factcheck.reading.sums.shapes import MONEY, PERCENT, PLAIN, VERB
from factcheck.typed import NamedTuple

STEPS = 100
"""Steps of its last place that a change, and either figure, has at least."""
LED, BASE, REACH = 20, 60, 300
"""Letters from the word of a change to its size, from there to its base, and back to where it came to."""
BESIDE = 4
"""Figures in front of a change of which each may be where it came to."""
APART = compiled(f"[{PLAIN}{MONEY}{PERCENT}.!?;:\n]")


class Turned(NamedTuple):
    """The base of a change, where it came to, its size, and where its word begins."""

    base: Number
    reached: Number
    size: Number
    said: int


def turned(masked: str, leads: re.Pattern[str], turns: re.Pattern[str], numbers: Sequence[Number]) -> Iterator[Turned]:
    """For each change that a word leads to and a base follows the figure in front of it that differs from the base by
    just so much; `leads` are the words in front of a base, `turns` those that make a figure no size of a change."""
    for at, size in enumerate(numbers[:-1]):
        base = numbers[at + 1]
        if not (0 < base.start - size.end <= BASE and _is_fine(size) and _is_alike(size, base)):
            continue
        said = masked.rfind(VERB, max(0, size.start - LED), size.start)
        if said < 0 or APART.search(masked, said, size.start) or turns.search(masked, said, size.start):
            continue
        if APART.search(masked, size.end, base.start) or not leads.search(masked, size.end, base.start):
            continue
        for one in numbers[max(0, at - BESIDE) : at]:
            near = size.start - one.end <= REACH and "\n" not in masked[one.end : size.start]
            if near and _is_alike(base, one) and abs(one.value - base.value) == size.value:
                yield Turned(base, one, size, said)


def _is_fine(number: Number) -> bool:
    return number.form == "digits" and number.value >= STEPS * number.quantum


def _is_alike(one: Number, other: Number) -> bool:
    """Whether two figures are told in one unit, as finely."""
    return _is_fine(other) and (one.unit, one.quantum) == (other.unit, other.quantum)
