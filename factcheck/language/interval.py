"""What a printed number stands for: rounding and hedges as an interval, no epsilon. One function, a policy a kind."""

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum

from factcheck.language.figures import Number
from factcheck.typed import NamedTuple

AROUND = Decimal("0.05")
""""sekitar 90" is taken to reach a twentieth to both sides."""
NEAR = Decimal("0.1")
""""hampir 90" reaches a tenth down."""
WIDE = Decimal("1e12")
THOUSAND = Decimal(1000)
Bounds = tuple[Decimal, Decimal]


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


class Printing(Enum):
    """How a figure came of what it stands for."""

    EXACT = "as it is: a count"
    ROUNDED = "to its last digit, a whole number not at all: a score"
    CUT_OR_ROUNDED = "cut off behind its last digit or rounded to it, the press does both: money, the figures of a sum"


def stands_for(number: Number, printing: Printing) -> Bounds:
    """Lowest and highest value that a printed figure may stand for.

    85,6 is 85.55 to 85.65 where it is rounded, to 85.70 where the rest may have been cut off (0,1788 per cent is
    printed 0,18 and 0,17).
    """
    value, step = number.value, number.quantum
    if printing is Printing.EXACT or (printing is Printing.ROUNDED and step == 1):
        return value, value
    if printing is Printing.ROUNDED:
        return value - step / 2, value + step / 2
    return (value - step, value + step / 2) if value < 0 else (value - step / 2, value + step)


def interval(number: Number, hedge: str) -> Bounds:
    """Lowest and highest value that the writing of a claim stands for; `hedge` is around, below ("hampir"), above
    ("lebih dari") or empty."""
    low, high = _rupiah(number) if number.unit == "rupiah" else _whole(number) or stands_for(number, Printing.ROUNDED)
    if hedge == "around":
        return number.value * (1 - AROUND), number.value * (1 + AROUND)
    if hedge == "below":
        return number.value * (1 - NEAR), high
    if hedge == "above":
        return low, WIDE
    return low, high


TOLD, CUT, STEP = 2, 4, 100
"""So many digits of a round number tell something; from here on its noughts are what it is rounded to."""


def is_rounded(printed: object, exact: Decimal) -> bool:
    """Whether a whole number is printed for an exact one that has decimals: rounded ("69 persen" for 68.75) or cut off
    ("sepuluh poin" for 10.27)."""
    if not isinstance(printed, Decimal) or printed != printed.to_integral_value():
        return False
    return exact != exact.to_integral_value() and abs(exact - printed) < 1


def is_round_of(printed: object, exact: Decimal) -> bool:
    """Whether a whole number that ends in noughts is an exact one rounded to them, two digits and more of it being
    told: 5.400 for 5.440, 11.700 for 11.720, "Rp188.800" for Rp188.770; or cut off where four and more are: "307,9
    ribu" for 307.990."""
    if not isinstance(printed, Decimal) or printed <= 0 or printed != printed.to_integral_value():
        return False
    step = last_digit(printed)
    told = len(str(int(printed))) - step.adjusted()
    cut = told >= CUT and 0 < exact - printed < step
    return told >= TOLD and step >= STEP and (cut or 0 < abs(exact - printed) <= step / 2)


def last_digit(whole: Decimal) -> Decimal:
    """What the last digit of a whole number that is no nought counts: 100 of 5.400, 1 of 5.401."""
    digits = str(int(whole))
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0")))


def noughts(number: Number) -> Decimal:
    """What the noughts of a large whole number may stand for: 1000 of 829.000, 100 of 5.400; 0 where it has no two."""
    if number.unit or number.quantum != 1 or number.value < THOUSAND or number.value % STEP:
        return Decimal(0)
    return Decimal(STEP) if number.value % THOUSAND else THOUSAND


def _whole(number: Number) -> Bounds | None:
    """What a large whole number that ends in noughts stands for: people are cut off to hundreds and thousands as often
    as they are rounded."""
    step = noughts(number)
    return (number.value - step / 2, number.value + step - 1) if step else None


def _rupiah(number: Number) -> Bounds:
    """What an amount stands for: "Rp5,39 juta" of Rp5.396.761 is cut off as often as rounded, "Rp2.943.000" is of
    Rp2.943.033, and the sen of "Rp3.685.615,88" may have been cut off or rounded to either side."""
    value = number.value
    if number.quantum > 1:
        return stands_for(number, Printing.CUT_OR_ROUNDED)
    if not value % THOUSAND and value % (10 * THOUSAND):
        return value - THOUSAND / 2, value + THOUSAND - 1
    return value - 1, value + 1


def hedge_of(tags: Mapping[str, str]) -> str:
    """The hedge a mention is: around, below, above or empty."""
    return tags.get("hedge", "")


def printed(number: Number, exact: bool = False) -> Range:
    """What a figure of a sum stands for; a count is exact."""
    return Range(*stands_for(number, Printing.EXACT if exact else Printing.CUT_OR_ROUNDED))


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


def is_difference(size: Number, one: Number, other: Number) -> bool:
    """Whether two figures differ by a third as they are printed: where all are told as finely, by no more than one of
    its last digit, for whoever writes cuts both off or rounds both."""
    if one.quantum == other.quantum == size.quantum:
        return abs(abs(one.value - other.value) - size.value) <= size.quantum
    return difference(printed(one), printed(other)).meets(printed(size))


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
