"""Whether a printed figure may stand for a known value: the coarser of the two precisions decides."""

from __future__ import annotations

from decimal import Decimal

from factcheck.language.figures import RUPIAH, Number
from factcheck.language.interval import interval, noughts

_HALF = Decimal("0.5")
AMOUNT = 1_000_000
"""A whole number from here on that has a fraction in the reference is an amount of money."""
LARGE = 100_000
"""From here on a whole number that ends in noughts may be cut off to them."""
LONG = 5
"""So many digits are no other difference by chance."""


def quantum(value: Decimal) -> Decimal:
    """What one step of the last digit of a known value is worth: 0.1 for 86.2, 1 for 86."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else Decimal(1)


def stands_for(number: Number, value: Decimal) -> bool:
    """Whether the writing may be of the value: rounded (85,6 of 85.62), cut off (93,6 of 93.68), or more precise
    than what the reference holds (86,21 of 86.2). A whole number is nothing but itself, or an amount without its sen,
    where "Rp" stands in the head of the table (4.560.894 of 4560894.85)."""
    written, step = number.value, number.quantum
    if written == value:
        return True
    if number.unit == RUPIAH:
        low, high = interval(number, "")
        return low <= value <= high
    if step == 1:
        if quantum(value) < 1:
            return written >= AMOUNT and abs(written - value) < 1
        return bool(noughts(number)) and written >= LARGE and written <= value < written + noughts(number)
    coarser = quantum(value)
    if coarser > step and number.unit in ("", "percent"):
        return coarser < 1 and abs(written - value) <= coarser * _HALF
    return written - step * _HALF <= value < written + step


def digits(number: Number) -> int:
    """How many digits tell: 90,02 has four, 5,4 two, Rp3.182.955 seven."""
    return len(str(int(abs(number.value) / number.quantum)))
