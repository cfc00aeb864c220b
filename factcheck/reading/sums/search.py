"""Differences found by their amounts: Rp3.932.552, dari Rp3.685.616. Kenaikannya Rp246.936.

Amounts to the last rupiah need no pattern: of five digits and more hardly two differ by a third by chance.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from factcheck.cache.patterns import compiled
from factcheck.language.figures import Number
from factcheck.reading.sums.mistyped import slips
from factcheck.reading.sums.shapes import MONEY, PERCENT, PLAIN, VERB
from factcheck.typed import NamedTuple

EXACT = 10_000
"""An amount to the last rupiah from here on is no round figure."""
LEAST = 1000
"""Smaller changes are told in other ways."""
BESIDE = 5
"""Amounts on either side of a change among which the two that it lies between are looked for."""
CENTS = 1
"""Rupiah that cents cut off make."""
REACH, WORD = 300, 60
"""Letters to either side, and in front to the word that calls it a change."""
APART = compiled(f"[{PLAIN}{MONEY}{PERCENT}.!?;\n]")


class Found(NamedTuple):
    """The size of a change, the two amounts whose difference is nearest to it, and where its word begins."""

    one: Number
    other: Number
    size: Number
    said: int


def changes_by_amount(masked: str, turns: re.Pattern[str], numbers: Sequence[Number]) -> Iterator[Found]:
    """For each amount that a word calls a change the two amounts near it that differ by most nearly as much."""
    amounts = [number for number in numbers if number.unit not in ("", "percent") and number.quantum == 1]
    for place, size in enumerate(amounts):
        said = _said(masked, turns, size) if size.value >= LEAST else -1
        if said < 0:
            continue
        beside = amounts[max(0, place - BESIDE) : place] + amounts[place + 1 : place + 1 + BESIDE]
        pair = _nearest(size, [one for one in beside if abs(one.start - size.start) <= REACH])
        if pair is not None:
            yield Found(*pair, size, said)


def _said(masked: str, turns: re.Pattern[str], size: Number) -> int:
    """Where the word of rising or falling begins that has this amount for its size; -1 where there is none."""
    at = masked.rfind(VERB, max(0, size.start - WORD), size.start)
    if at < 0 or APART.search(masked, at, size.start) or turns.search(masked, at, size.start):
        return -1
    return at


def _nearest(size: Number, beside: Sequence[Number]) -> tuple[Number, Number] | None:
    exact = [one for one in beside if one.unit == size.unit and one.value >= EXACT and one.value % 100 != 0]
    larger = [one for one in exact if one.value > size.value]
    pairs = sorted(combinations(larger, 2), key=lambda pair: _off(pair, size))
    if not pairs or _off(pairs[0], size) <= CENTS:
        return next(iter(pairs), None)
    last = max((one.start for one in larger if one.start < size.start), default=-1)
    first = min((one.start for one in larger if one.start > size.start), default=-1)
    next_to = (pair for pair in pairs if not {one.start for one in pair}.isdisjoint((last, first)))
    slipped = (pair for pair in next_to if slips(size, abs(pair[0].value - pair[1].value)) == 1)
    return next(slipped, pairs[0])


def _off(pair: tuple[Number, Number], size: Number) -> Decimal:
    return abs(abs(pair[0].value - pair[1].value) - size.value)
