"""Slips of the finger: is one figure another with a digit struck wrong?"""

from collections.abc import Iterator
from decimal import ROUND_FLOOR, Decimal

from factcheck.language.figures import Number

DIGITS = "0123456789"
FEWEST = 2
"""Digits of which one may be wrong: of a single digit every other is one slip away."""
LONG = 6
"""Digits from which on two wrong ones are still a slip: Rp246.346 for Rp246.936."""


def slips(number: Number, right: Decimal) -> int:
    """How many slips of the finger lie between `number` and `right`.

    1 for a digit struck wrong, left out or doubled, or two exchanged; 2 for two wrong digits of six and more; 0 where
    it is no slip.

    `right` is rounded or cut off to what `number` prints.
    """
    if right <= 0:
        return 0
    written = _digits(abs(number.value), number.quantum)
    wanted = {_digits(right, number.quantum), _digits(right + number.quantum / 2, number.quantum)}
    counted = (_slips(written, digits) for digits in wanted if max(len(written), len(digits)) >= FEWEST)
    return min((count for count in counted if count), default=0)


def mended(number: Number, low: Decimal, high: Decimal, fewest: int = LONG) -> Decimal | None:
    """The one value from `low` to `high` that `number` is with a digit struck wrong or two neighbours exchanged; None
    where there is none, where more than one would do, or where it has fewer digits than `fewest`."""
    written = _digits(abs(number.value), number.quantum)
    if len(written) < fewest:
        return None
    fitting = {value for digits in _one_slip_off(written) if low <= (value := int(digits) * number.quantum) <= high}
    return fitting.pop() if len(fitting) == 1 else None


def _one_slip_off(written: str) -> Iterator[str]:
    for at, digit in enumerate(written):
        yield from (written[:at] + other + written[at + 1 :] for other in DIGITS if other != digit)
        if at and written[at - 1] != digit:
            yield written[: at - 1] + digit + written[at - 1] + written[at + 1 :]


def is_near(number: Number, right: Decimal, times: Decimal) -> bool:
    """Whether `number` is a slip for `right`, or no further off than by a factor of `times`."""
    return slips(number, right) > 0 or (right > 0 and 1 / times <= abs(number.value) / right <= times)


def _digits(value: Decimal, quantum: Decimal) -> str:
    return f"{(value / quantum).to_integral_value(ROUND_FLOOR):f}"


def _slips(one: str, other: str) -> int:
    if len(one) == len(other):
        apart = [place for place, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
        if len(apart) <= 1 or _exchanged(one, other, apart):
            return 1
        return 2 if len(apart) == 2 and len(one) >= LONG else 0
    longer, shorter = sorted((one, other), key=len, reverse=True)
    dropped = (longer[:place] + longer[place + 1 :] for place in range(len(longer)))
    return 1 if len(longer) - len(shorter) == 1 and shorter in dropped else 0


def _exchanged(one: str, other: str, apart: list[int]) -> bool:
    """Two digits in each other's place: 8,18 for 8,81; 58,04 for 54,08."""
    if len(apart) != 2:
        return False
    first, second = apart
    return one[first] == other[second] and one[second] == other[first]
