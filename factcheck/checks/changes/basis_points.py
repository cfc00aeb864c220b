"""Changes in basis points, hundredths of a percentage point, that are ones in percentage points: "9,66 persen, turun
0,46 basis poin dari 10,12 persen".

A rate with two decimals tells whole basis points: a part of one cannot be seen in it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from factcheck.judging.case import Case
from factcheck.language.figures import PERCENT, Number
from factcheck.language.fold import fold, whole_places
from factcheck.model import Span
from factcheck.typed import NamedTuple

REACH = 150
"""Letters from a change to a rate that it is of."""
HUNDRED = 100


class InHundredths(NamedTuple):
    """The size of a change, its unit as written, what that should be, and the rate that it is of."""

    number: Number
    unit: Span
    right: str
    rate: Number


def in_hundredths(case: Case) -> Iterator[InHundredths]:
    """The changes that would be too small to be seen in the rate beside them, or are just what two rates differ by."""
    low, units = fold(case.document.plain), case.language.changes.hundredths
    ends = {number.figure.end: at for at, number in enumerate(case.numbers) if number.unit != PERCENT}
    for start, end in whole_places(low, low, tuple(units)):
        at = ends.get(start - 1)
        if at is None or case.numbers[at].quantum >= 1:
            continue
        number = case.numbers[at]
        rates = [one for one in _around(case, low, number) if one.unit == PERCENT and one.quantum == number.quantum]
        unseen = [one for one in rates if number.value < HUNDRED * one.quantum]
        apart = any(
            abs(abs(one.value - other.value) - number.value) <= number.quantum for one in rates for other in rates
        )
        if unseen or (apart and rates):
            yield InHundredths(number, Span(start, end), units[low[start:end]], rates[0])


def _around(case: Case, low: str, number: Number) -> list[Number]:
    """The figures of the same line near one."""
    first = bisect_left(case.numbers, max(low.rfind("\n", 0, number.start), number.start - REACH), key=_start)
    line = low.find("\n", number.end)
    last = bisect_left(case.numbers, min(line if line >= 0 else len(low), number.end + REACH), key=_start)
    return [one for one in case.numbers[first:last] if one is not number]


def _start(number: Number) -> int:
    return number.start
