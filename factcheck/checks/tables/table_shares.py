"""Shares in a table that do not follow from the counts beside them: "Kedelai 75 15% / Total 750 100%"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks.tables.table_grid import Grid, Row
from factcheck.language.figures import PERCENT, Number
from factcheck.language.interval import Range, printed, share
from factcheck.typed import NamedTuple

HOLD, OF = 2, 2
"""Rows in which a share must follow, and how many times as many as those in which it does not."""
FAR = 2
"""Last digits that a share is off where it does not follow."""
HUNDRED = Decimal(100)


class OddShare(NamedTuple):
    """A share that is not that of its count in the whole, and what it should be."""

    share: Number
    part: Number
    whole: Decimal
    right: Decimal


def odd_shares(grid: Grid) -> Iterator[OddShare]:
    """The shares of a table that are not those of their counts, as in its other rows they are."""
    width = max((max(row.figures, default=0) for row in grid.rows), default=0) + 1
    told = [column for column in range(width) if grid.is_share(column)]
    counts = [column for column in range(width) if column not in told]
    for column in told:
        found = [odd for count in counts for whole in _wholes(grid, count) for odd in _odd(grid, column, count, whole)]
        if found and not any(
            _all_hold(grid, column, count, whole) for count in counts for whole in _wholes(grid, count)
        ):
            yield from {odd.share.start: odd for odd in found}.values()


def _wholes(grid: Grid, count: int) -> Sequence[Decimal]:
    """What a column of counts is a share of: its last row where that is a total, and the sum of the others."""
    last = grid.rows[-1]
    parts = [row.figures[count].value for row in grid.rows if count in row.figures and not row.total and not row.within]
    wholes = {last.figures[count].value} if last.total and count in last.figures else set()
    return sorted({*wholes, sum(parts, Decimal(0))} - {Decimal(0)})


def _told(grid: Grid, column: int, count: int) -> list[Row]:
    rows = [row for row in grid.rows if not row.total and column in row.figures and count in row.figures]
    return [row for row in rows if row.figures[count].value > 0]


def _all_hold(grid: Grid, column: int, count: int, whole: Decimal) -> bool:
    rows = _told(grid, column, count)
    return len(rows) >= HOLD and all(_holds(row, column, count, whole) for row in rows)


def _odd(grid: Grid, column: int, count: int, whole: Decimal) -> list[OddShare]:
    rows = _told(grid, column, count)
    odd = [row for row in rows if not _holds(row, column, count, whole)]
    if not odd or len(rows) - len(odd) < max(HOLD, OF * len(odd)):
        return []
    found = [OddShare(row.figures[column], row.figures[count], whole, _right(row, count, whole)) for row in odd]
    return [one for one in found if abs(one.share.value - one.right) >= FAR * one.share.quantum]


def _right(row: Row, count: int, whole: Decimal) -> Decimal:
    return HUNDRED * row.figures[count].value / whole


def _holds(row: Row, column: int, count: int, whole: Decimal) -> bool:
    part, told = row.figures[count], row.figures[column]
    answer = share(printed(part, part.quantum == 1), Range(whole, whole))
    return told.unit == PERCENT and answer is not None and answer.meets(printed(told))
