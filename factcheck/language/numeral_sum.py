"""How the words of a number add up: dua + ratus + lima + puluh."""

from collections.abc import Callable
from decimal import Decimal

from factcheck.typed import NamedTuple

TOP = 1000
LARGEST = 10**18
TENS = -1
"""The unit behind "koma enam puluh", which a further one takes the place of."""


class Sum(NamedTuple):
    """A number word so far.

    `total` is what the scales (ribu, juta) have closed, `section` what is below the next scale, `unit` the
    last word if it was one to nine. A further part must be smaller than `floor`; `above` is the floor before
    the unit. `scale` is the last scale, `tail` the digits after the point (None before one), `part` what a
    fraction divides by.
    """

    total: int = 0
    section: int = 0
    unit: int = 0
    floor: int = TOP
    above: int = TOP
    scale: int = LARGEST
    tail: str | None = None
    part: int = 1


def add(so_far: Sum, kind: str, amount: int) -> Sum | None:
    """`so_far` with one more word; None where the word cannot follow (satu dua; belas alone)."""
    if so_far.part > 1:
        return None
    if so_far.tail is not None:
        return _decimal(so_far, so_far.tail, kind, amount)
    return STEPS[kind](so_far, amount)


def _decimal(so_far: Sum, tail: str, kind: str, amount: int) -> Sum | None:
    """One more word of what is told behind "koma": "satu enam", "enam belas", "enam puluh dua"."""
    if len(tail) == 1 and kind == "teen":
        return so_far._replace(tail=f"1{tail}")
    if len(tail) == 1 and kind == "times" and amount == 10:
        return so_far._replace(tail=f"{tail}0", unit=TENS)
    if amount > 9 or kind not in ("one", "whole"):
        return None
    return so_far._replace(tail=f"{tail[:-1] if so_far.unit == TENS else tail}{amount}", unit=0)


def value(result: Sum) -> tuple[Decimal, Decimal]:
    """The value and its quantum: the last scale for "dua juta", the last digit after "koma", else 1."""
    whole = Decimal(result.total + result.section)
    if result.part > 1:
        return (whole / result.part).quantize(Decimal("0.0001")).normalize(), Decimal("0.01")
    if result.tail:
        step = Decimal((0, (1,), -len(result.tail)))
        return whole + int(result.tail) * step, step
    return whole, Decimal(result.scale if result.total and not result.section else 1)


def _one(so_far: Sum, amount: int) -> Sum | None:
    if so_far.floor <= 1:
        return None
    return so_far._replace(section=so_far.section + amount, unit=amount, floor=1, above=so_far.floor)


def _whole(so_far: Sum, amount: int) -> Sum | None:
    place = 100 if amount >= 100 else 10
    if so_far.floor <= place:
        return None
    return so_far._replace(section=so_far.section + amount, unit=0, floor=100 if place == 100 else 1)


def _ten(so_far: Sum, amount: int) -> Sum | None:
    if so_far.floor <= 10:
        return None
    return so_far._replace(section=so_far.section + amount, unit=0, floor=10)


def _teen(so_far: Sum, amount: int) -> Sum | None:
    if not so_far.unit or so_far.above <= 10:
        return None
    return so_far._replace(section=so_far.section + amount, unit=0)


def _times(so_far: Sum, amount: int) -> Sum | None:
    if not so_far.unit or so_far.above <= amount:
        return None
    section = so_far.section + so_far.unit * (amount - 1)
    return so_far._replace(section=section, unit=0, floor=amount)


def _scale(so_far: Sum, amount: int) -> Sum | None:
    if not so_far.section or so_far.scale <= amount:
        return None
    return Sum(so_far.total + so_far.section * amount, scale=amount)


def _whole_scale(so_far: Sum, amount: int) -> Sum | None:
    if so_far.section or so_far.scale <= amount:
        return None
    return Sum(so_far.total + amount, scale=amount)


def _ordinal(so_far: Sum, amount: int) -> Sum | None:
    return _one(so_far, amount) if amount < 10 else _whole(so_far, amount)


def _point(so_far: Sum, _: int) -> Sum | None:
    return so_far._replace(tail="", unit=0) if so_far.floor < TOP else None


def _part(so_far: Sum, amount: int) -> Sum | None:
    return so_far._replace(part=amount) if so_far.section == so_far.unit > 0 and not so_far.total else None


def _fraction(so_far: Sum, amount: int) -> Sum | None:
    return Sum(section=1, unit=1, part=amount) if so_far == Sum() else None


STEPS: dict[str, Callable[[Sum, int], Sum | None]] = {
    "one": _one,
    "whole": _whole,
    "ten": _ten,
    "teen": _teen,
    "times": _times,
    "scale": _scale,
    "whole scale": _whole_scale,
    "ordinal": _ordinal,
    "point": _point,
    "part": _part,
    "fraction": _fraction,
}
