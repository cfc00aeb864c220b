"""Arithmetic on what a printed figure may stand for."""

from decimal import Decimal
from typing import NamedTuple

from factcheck.reading.mentions import Number


class Range(NamedTuple):
    """The values from `low` to `high`, both included."""

    low: Decimal
    high: Decimal

    def meets(self, other: "Range") -> bool:
        """Whether the two have a value in common."""
        return self.low <= other.high and other.low <= self.high

    def distance(self, other: "Range") -> Decimal:
        """How far apart the two are, 0 where they meet."""
        return max(Decimal(0), self.low - other.high, other.low - self.high)


def printed(number: Number, exact: bool = False) -> Range:
    """What `number` was before it was printed: rounded to the last digit, or cut off behind it.

    The press does both: 0,1788 per cent is printed 0,18 and 0,17. A count is exact.
    """
    if exact:
        return Range(number.value, number.value)
    return Range(number.value - number.quantum / 2, number.value + number.quantum)


def change(before: Range, after: Range) -> Range | None:
    """The change from `before` to `after` in per cent of `before`, without its sign."""
    if before.low <= 0:
        return None
    low, high = after.low / before.high - 1, after.high / before.low - 1
    return _percent(low, high)


def share(part: Range, whole: Range) -> Range | None:
    """What per cent `part` is of `whole`."""
    if whole.low <= 0:
        return None
    return _percent(part.low / whole.high, part.high / whole.low)


def difference(one: Range, other: Range) -> Range:
    """How far apart the two are, without the sign."""
    low, high = one.low - other.high, one.high - other.low
    return Range(Decimal(0) if low <= 0 <= high else min(abs(low), abs(high)), max(abs(low), abs(high)))


def step(size: Range, after: Range, sign: int) -> Range | None:
    """What per cent a step of `size` was that led up (`sign` 1) or down (-1) to `after`."""
    before = Range(after.low - size.high, after.high - size.low) if sign > 0 else total([after, size])
    return share(size, before)


def total(parts: list[Range]) -> Range:
    """The sum of `parts`."""
    return Range(sum((part.low for part in parts), Decimal(0)), sum((part.high for part in parts), Decimal(0)))


def _percent(low: Decimal, high: Decimal) -> Range:
    size = difference(Range(low, high), Range(Decimal(0), Decimal(0)))
    return Range(100 * size.low, 100 * size.high)
