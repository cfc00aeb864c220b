"""Rows and columns of totals that their table does not make: "Krajan 118 / Tengah 96 / Lor 143 / Jumlah 375"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks.tables.table_grid import Grid, Row
from factcheck.judging.case import Case
from factcheck.language.figures import PERCENT, Number
from factcheck.reading.sums.mistyped import slips
from factcheck.typed import NamedTuple

LEAST, ADDED = 2, 3
"""Parts of a total; rows in which a column must be the sum of others for it to be one in all."""
NEAR = Decimal("0.15")
"""How far off a total may be that the other columns show to be one."""


class Odd(NamedTuple):
    """A figure of a table that the others do not make, how it should read, and the parts of the total."""

    number: Number
    right: Decimal
    parts: Sequence[Number]
    whole: Number


def odd_totals(case: Case, grid: Grid) -> Iterator[Odd]:
    """The totals of a table that are not the sum of what they stand under or behind."""
    ends = [at for at, row in enumerate(grid.rows) if row.total]
    last = grid.rows[-1] if ends == [len(grid.rows) - 1] else None
    behind = list(_behind(case, grid, last))
    yield from behind
    told = {odd.number.start for odd in behind} | {odd.whole.start for odd in behind}
    if last is not None and not any(one.start in told for row in grid.rows for one in row.figures.values()):
        yield from _under(grid, last)


def _under(grid: Grid, last: Row) -> Iterator[Odd]:
    """What stands in the last row; with parts of parts above, only where no way of adding them makes it."""
    above = grid.rows[:-1]
    columns = {column: _ways(above, column, whole) for column, whole in last.figures.items()}
    sound = any(ways and _makes(ways, last.figures[column]) for column, ways in columns.items() if column)
    for column, ways in columns.items():
        whole = last.figures[column]
        if not ways or _makes(ways, whole):
            continue
        odd = _odd(ways[0], whole, sound=sound and whole.unit != PERCENT)
        if odd is not None:
            yield odd


def _ways(above: Sequence[Row], column: int, whole: Number) -> list[list[Number]]:
    """The figures above a total: those of the rows that are no part of another, and those of all."""
    if any(column not in row.figures for row in above if row.figures and not row.within):
        return []
    ways = [
        [row.figures[column] for row in above if column in row.figures and not row.within],
        [row.figures[column] for row in above if column in row.figures],
    ]
    alike = all(one.unit == whole.unit for way in ways for one in way)
    return [way for way in ways if len(way) >= LEAST] if alike else []


def _makes(ways: Sequence[Sequence[Number]], whole: Number) -> bool:
    return any(_gap(parts, whole) == 0 for parts in ways)


def _gap(parts: Sequence[Number], whole: Number) -> Decimal:
    """How much a total is more than its parts; 0 where they may have been rounded so."""
    gap = whole.value - sum((part.value for part in parts), Decimal(0))
    exact = all(one.quantum == 1 and not one.unit for one in (whole, *parts))
    grain = Decimal(0) if exact else max(one.quantum for one in (whole, *parts)) * (len(parts) + 1) / 2
    return gap if abs(gap) > grain else Decimal(0)


def _odd(parts: Sequence[Number], whole: Number, *, sound: bool) -> Odd | None:
    """The total where one slip of the finger mends it; else the one part that one mends; else the total where other
    columns show that it is one."""
    gap = whole.value - sum((part.value for part in parts), Decimal(0))
    right = whole.value - gap
    if whole.unit == PERCENT:
        return None
    if slips(whole, right):
        return Odd(whole, right, parts, whole)
    mended = [part for part in parts if slips(part, part.value + gap)]
    if len(mended) == 1 and (sound or abs(gap) <= NEAR * whole.value):
        return Odd(mended[0], mended[0].value + gap, parts, whole)
    return Odd(whole, right, parts, whole) if sound and abs(gap) <= NEAR * whole.value else None


def _behind(case: Case, grid: Grid, last: Row | None) -> Iterator[Odd]:
    """What stands in a column of totals, where it is the sum of those in front of it in all rows but one or two; of
    three rows the one that a slip of the finger mends."""
    for column, head in enumerate(grid.heads):
        if column < LEAST or not any(head.startswith(word) for word in case.language.changes.totals.rows):
            continue
        rows = [row for row in grid.rows if _is_divided(row, column)]
        odd = [row for row in rows if _gap(_parts(row, column), row.figures[column])]
        few = len(rows) - len(odd) < max(ADDED, ADDED * len(odd))
        if few and (len(odd) != 1 or len(rows) <= LEAST):
            continue
        for one in (_odd_row(grid, row, column, last) for row in odd):
            if one is not None and (not few or (one.number is one.whole and slips(one.number, one.right) == 1)):
                yield one


def _parts(row: Row, column: int) -> list[Number]:
    return [row.figures[at] for at in range(1, column) if at in row.figures]


def _is_divided(row: Row, column: int) -> bool:
    parts = _parts(row, column) if column in row.figures else []
    return len(parts) >= LEAST and {one.unit for one in parts} == {row.figures[column].unit}


def _odd_row(grid: Grid, row: Row, column: int, last: Row | None) -> Odd | None:
    """The total behind a row where it is what the total under it misses; else the part of which that is true; else the
    one that a slip of the finger mends."""
    parts, whole = _parts(row, column), row.figures[column]
    gap = whole.value - sum((part.value for part in parts), Decimal(0))
    for at, number, right in (
        (column, whole, whole.value - gap),
        *((at, row.figures[at], row.figures[at].value + gap) for at in range(1, column) if at in row.figures),
    ):
        if last is not None and last is not row and at in last.figures:
            above = [one.figures[at] for one in grid.rows[:-1] if at in one.figures]
            if (
                number.value != right
                and _gap([one._replace(value=right) if one is number else one for one in above], last.figures[at]) == 0
            ):
                return Odd(number, right, parts, whole)
    return _odd(parts, whole, sound=True)
