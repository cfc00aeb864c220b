"""How many times an amount is told, or what rate of it, and what that comes to."""

from decimal import Decimal

from factcheck.language.figures import PERCENT, Number
from factcheck.typed import NamedTuple


class Product(NamedTuple):
    """How many there are, or what rate in per cent, the amount for each, and what they are told to come to."""

    many: Number
    each: Number
    total: Number

    @property
    def made(self) -> Decimal:
        """What they come to."""
        return self.many.value * self.each.value / (100 if self.many.unit == PERCENT else 1)
