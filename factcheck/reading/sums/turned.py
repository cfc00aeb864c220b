"""Changes that go the other way than their word says, found by their size: "mencapai 826,13 ribu orang. Jumlah itu
menurun jika dibandingkan dengan Maret tahun lalu, yakni menurun 12,11 ribu orang dari 814,02 ribu".

A figure told before that is just so far beyond the base as the change is large, on the wrong side of it, is there by no
chance: the words between need no pattern.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.cache.patterns import compiled
from factcheck.language.figures import Number
from factcheck.reading.sums.shapes import MONEY, PERCENT, PLAIN, VERB
from factcheck.typed import NamedTuple

STEPS, FEWEST = 100, 10
"""Steps of its last place that either figure, and a change, has at least."""
FINE = 1000
"""Steps of figures that may stand in two paragraphs."""
LED, BASE, REACH = 20, 60, 300
"""Letters from the word of a change to its size, from there to its base, and back to where it came to."""
BESIDE = 6
"""Figures in front of a change, told as its base is, of which each may be where it came to."""
APART = compiled(f"[{PLAIN}{MONEY}{PERCENT}.!?;:\n]")


class Turned(NamedTuple):
    """The base of a change, where it came to, its size, and where its word begins."""

    base: Number
    reached: Number
    size: Number
    said: int


def turned(
    masked: str, leads: re.Pattern[str], turns: re.Pattern[str], to: frozenset[str], numbers: Sequence[Number]
) -> Iterator[Turned]:
    """For each change that a word leads to and a base follows the figure in front of it that differs from the base by
    just so much; `leads` are the words in front of a base, `turns` those that make a figure no size of a change. Where
    one of `to` stands behind the size, "turun 7,28 ribu menjadi 272,70 ribu", the base is what stands in front."""
    for at, size in enumerate(numbers[:-1]):
        other = numbers[at + 1]
        if not (0 < other.start - size.end <= BASE and _is_fine(size, FEWEST) and _is_alike(size, other)):
            continue
        said = masked.rfind(VERB, max(0, size.start - LED), size.start)
        if said < 0 or APART.search(masked, said, size.start) or turns.search(masked, said, size.start):
            continue
        if APART.search(masked, size.end, other.start):
            continue
        led = leads.search(masked, size.end, other.start) is not None
        words = () if led or "," in masked[size.end : other.start] else masked[size.end : other.start].split()
        if not led and to.isdisjoint(words):
            continue
        front = list(_in_front(masked, numbers, at, other))
        if any(abs(one.value - two.value) == size.value for one, two in combinations(front, 2)):
            continue  # "nilainya 78,73. Kini 94,35, naik 15,62 poin, dan hanya kalah dari Bangka, 97,13"
        for one in front:
            if abs(one.value - other.value) == size.value:
                yield Turned(other, one, size, said) if led else Turned(one, other, size, said)


def _in_front(masked: str, numbers: Sequence[Number], at: int, other: Number) -> Iterator[Number]:
    """The last few figures in front of a change that are told as its other figure is, near by."""
    size = numbers[at]
    near = [one for one in numbers[max(0, at - 2 * BESIDE) : at] if _is_alike(other, one)][-BESIDE:]
    for one in near:
        apart = "\n" in masked[one.end : size.start] and not _is_fine(one, FINE)
        if size.start - one.end <= REACH and not apart:
            yield one


def _is_fine(number: Number, steps: int = STEPS) -> bool:
    return number.form == "digits" and number.value >= steps * number.quantum


def _is_alike(one: Number, other: Number) -> bool:
    """Whether two figures are told in one unit, as finely."""
    return _is_fine(other) and (one.unit, one.quantum) == (other.unit, other.quantum)
