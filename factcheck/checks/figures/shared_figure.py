"""The one figure that several sums share and that makes all of them fail: it is the slip, and not each of them."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from factcheck.checks.figures.odd_one import Odd
from factcheck.language.figures import Number
from factcheck.reading.sums.sums import Sum
from factcheck.typed import NamedTuple

MOST = 8
"""Values that a shared figure may have to be; sums that ask for more tell none."""
SHARED = 2
"""Failing sums that make a figure they share the likelier slip."""


class Shared(NamedTuple):
    """A figure, what it would have to be, and the sums that all hold then."""

    odd: Odd
    sums: Sequence[Sum]


def shared_figures(
    failing: Sequence[Sum], candidates: Callable[[Sum], Iterator[Odd]], holds: Callable[[Sum], bool]
) -> list[Shared]:
    """The figures of two and more failing sums that one other value, a slip of the finger away, makes hold.

    `candidates` are what each figure of a sum would have to be alone.
    """
    asked: defaultdict[int, dict[Decimal, Odd]] = defaultdict(dict)
    bearing: defaultdict[int, list[Sum]] = defaultdict(list)
    for stated in failing:
        for number in stated.figures.values():
            bearing[number.start].append(stated)
        for odd in candidates(stated):
            asked[odd.number.start].setdefault(odd.right, odd)
    found = []
    for start, odds in asked.items():
        sums = bearing[start] if len(bearing[start]) >= SHARED else ()
        slips = (odd for odd in list(odds.values())[:MOST] if sums and odd.slips)
        fitting = next((odd for odd in slips if all(holds(_mended(one, odd)) for one in sums)), None)
        if fitting is not None:
            found.append(Shared(fitting, sums))
    return found


def _role(stated: Sum, start: int) -> str:
    return next((role for role, number in stated.figures.items() if number.start == start), "")


def _mended(stated: Sum, odd: Odd) -> Sum:
    number: Number = odd.number._replace(value=odd.right)
    return stated._replace(figures={**stated.figures, _role(stated, odd.number.start): number})
