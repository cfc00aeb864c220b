"""What a printed number stands for: rounding and hedges as an interval, not an epsilon."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from factcheck.reading.mentions import Number

AROUND = Decimal("0.05")
""""sekitar 90" is taken to reach a twentieth to both sides."""
NEAR = Decimal("0.1")
""""hampir 90" reaches a tenth down."""
WIDE = Decimal("1e12")


def interval(number: Number, hedge: str) -> tuple[Decimal, Decimal]:
    """Lowest and highest value that the writing stands for: 85,6 is 85.55 to 85.65.

    `hedge` is around, below ("hampir"), above ("lebih dari") or empty.
    """
    half = number.quantum / 2 if number.quantum != 1 else Decimal(0)
    low, high = number.value - half, number.value + half
    if number.unit == "rupiah" and number.quantum > 1:  # "Rp5,39 juta" of Rp5.396.761: cut off as often as rounded
        high = number.value + number.quantum
    if hedge == "around":
        return number.value * (1 - AROUND), number.value * (1 + AROUND)
    if hedge == "below":
        return number.value * (1 - NEAR), high
    if hedge == "above":
        return low, WIDE
    return low, high


def hedge_of(tags: Mapping[str, str]) -> str:
    """The hedge a mention is: around, below, above or empty."""
    return tags.get("hedge", "")
