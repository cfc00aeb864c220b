"""The fact that a figure misses by one slip of the finger."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from operator import ne

from factcheck.language.written import Number
from factcheck.model import Fact


def one_slip(written: str, right: str) -> bool:
    """Whether two writings differ by one character changed, lost or doubled, or by two neighbours that changed
    places: 93,68 and 93,86; 3.780.495 and 3.780.459."""
    if len(written) == len(right):
        if not 0 < sum(map(ne, written, right)) <= 2:  # so many digits differ as characters do, with separators alike
            return False
        written, right = _digits_where_alike(written, right)
        places = [at for at, (one, other) in enumerate(zip(written, right, strict=True)) if one != other]
        if len(places) == 1:
            return written[places[0]].isdigit() and right[places[0]].isdigit()
        swapped = len(places) == 2 and places[1] == places[0] + 1
        return swapped and written[places[0]] == right[places[1]] and written[places[1]] == right[places[0]]
    longer, shorter = (written, right) if len(written) > len(right) else (right, written)
    return len(longer) == len(shorter) + 1 and any(_without(longer, at) == shorter for at in range(len(longer)))


def _digits_where_alike(one: str, other: str) -> tuple[str, str]:
    """The digits alone where the separators of both stand in the same places: 4,6 and 6,4 exchange neighbours."""
    signs = [(at, sign) for at, sign in enumerate(one) if not sign.isalnum()]
    if signs != [(at, sign) for at, sign in enumerate(other) if not sign.isalnum()]:
        return one, other
    return "".join(filter(str.isalnum, one)), "".join(filter(str.isalnum, other))


def written_like(value: Decimal, number: Number) -> str:
    """A known value with as many decimals as a figure has; the figure's own digits where it is a round million."""
    exponent = number.quantum.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return f"{value:.{decimals}f}"


def near_misses(number: Number, facts: Iterator[Fact]) -> list[Fact]:
    """The facts that the figure would be but for one slip."""
    written = written_like(number.value, number)
    return [
        fact
        for fact in facts
        if isinstance(fact.value, Decimal) and one_slip(written, written_like(fact.value, number))
    ]


def _without(text: str, at: int) -> str:
    return text[:at] + text[at + 1 :]
