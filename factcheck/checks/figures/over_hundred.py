"""Shares in a row that make more than all: "58,4 persen puas, 33,1 persen cukup puas, dan 18,5 persen tidak puas"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case
from factcheck.language.figures import PERCENT, Number
from factcheck.language.fold import fold
from factcheck.reading.sums.operands import is_hedged
from factcheck.reading.sums.parts_of_totals import words_of_totals
from factcheck.typed import NamedTuple

FEWEST, MOST, BETWEEN, NEAR = 3, 8, 60, 20
"""Shares in a row, letters from one to the next, and from the row to a word that makes them some of more."""
ALL, MUCH = Decimal(100), Decimal(12)
"""What all shares of one thing make, and by how much more a slip of one of them makes it."""
STOP = compiled(r"[.!?;\n](?!\d)")


class Over(NamedTuple):
    """Shares that make too much, and what one of them would be for all to make a hundred."""

    shares: Sequence[Number]
    odd: Number
    right: Decimal


def rows_over_hundred(case: Case) -> Iterator[Over]:
    """The rows of shares that one slip of the finger takes from a hundred to more; of them that share, where there is
    one alone, else the last."""
    from factcheck.reading.sums.mistyped import slips

    low = fold(case.document.plain)
    for row in _rows(case, low):
        total = sum((one.value for one in row), Decimal(0))
        over, fine = total - ALL, max(one.quantum for one in row)
        if not fine < over <= MUCH or any(is_hedged(low, one, case.language) for one in row):
            continue
        odd = [one for one in row if one.value > over and slips(one, one.value - over) == 1]
        if odd:
            yield Over(row, odd[-1], odd[-1].value - over)


def _rows(case: Case, low: str) -> Iterator[list[Number]]:
    """Three shares and more with decimals in one sentence with no other figure, commas between them and "dan" in front
    of the last."""
    row: list[Number] = []
    last = words_of_totals(case.language).last
    for one in case.numbers:
        if one.unit != PERCENT:
            row = []
            continue
        between = low[row[-1].end : one.start] if row else ""
        joined = row and len(between) <= BETWEEN and "," in between and not STOP.search(between)
        row = [*row, one] if joined and len(row) < MOST else [one]
        closed = len(row) >= FEWEST and last.search(between) and all(each.quantum < 1 for each in row)
        if closed and not words_of_totals(case.language).open.search(low, row[0].start - NEAR, one.end + NEAR):
            yield row
