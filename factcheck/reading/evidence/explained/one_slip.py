"""The fact that a figure misses by one slip of the finger."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal
from functools import lru_cache
from operator import ne

from factcheck.language.figures import Number
from factcheck.model import Fact


@lru_cache(maxsize=1024)
def one_slip(written: str, right: str) -> bool:
    """Whether two writings differ by one character changed, lost or doubled, or by two neighbours that changed
    places: 93,68 and 93,86; 3.780.495 and 3.780.459."""
    if len(written) == len(right):
        return 0 < sum(map(ne, written, right)) <= 2 and _changed(written, right)
    longer, shorter = (written, right) if len(written) > len(right) else (right, written)
    if len(longer) != len(shorter) + 1:
        return False
    at = next((at for at, (one, other) in enumerate(zip(shorter, longer, strict=False)) if one != other), len(shorter))
    return longer[at + 1 :] == shorter[at:]


def _changed(written: str, right: str) -> bool:
    """Whether one digit is another, or two neighbours changed places, a separator that stays between them: 4,6, 6,4."""
    places = [at for at, (one, other) in enumerate(zip(written, right, strict=True)) if one != other]
    first, last = places[0], places[-1]
    if first == last:
        return written[first].isdigit() and right[first].isdigit()
    if written[first] != right[last] or written[last] != right[first]:
        return False
    stays = (
        written[first].isalnum() and written[last].isalnum() and not any(map(str.isalnum, written[first + 1 : last]))
    )
    return last == first + 1 or stays


def written_like(value: Decimal, number: Number) -> str:
    """A known value with as many decimals as a figure has."""
    exponent = number.quantum.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return f"{value:.{decimals}f}"


def near_misses(number: Number, facts: Iterator[Fact]) -> list[Fact]:
    """The facts that the figure would be but for one slip; of a rounded one, none that is longer or shorter."""
    written, exact = _ways(number.value, number), number.quantum <= 1
    return [
        fact
        for fact in facts
        if isinstance(fact.value, Decimal)
        and any(
            one_slip(one, other) and (exact or len(one) == len(other))
            for one in written
            for other in _ways(abs(fact.value), number)
        )
    ]


def _ways(value: Decimal, number: Number) -> Collection[str]:
    """A known value as it may be printed to the last place of a figure: "12,67 juta" of 12.667.000, cut off to 12,66 or
    rounded to 12,67."""
    if number.quantum <= 1:
        return (written_like(value, number),)
    return dict.fromkeys((str(int(value / number.quantum)), f"{value / number.quantum:.0f}"))
