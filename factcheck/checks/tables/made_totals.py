"""Figures of a last row that the rows above it make, whatever its label: "Semua 461 64 23 548" under three rows."""

from __future__ import annotations

from decimal import Decimal

from factcheck.cache.once import once
from factcheck.checks.tables.table_grid import grids
from factcheck.judging.case import Case

LEAST = 2
"""Rows above a total, and columns that are the sum of theirs, of which none is so by chance."""


@once
def made_totals(case: Case) -> frozenset[int]:
    """Where the figures of the last row of each table stand that are the sums of the whole numbers above them."""
    found: set[int] = set()
    for grid in grids(case):
        *above, last = grid.rows
        made = [
            one.start
            for column, one in last.figures.items()
            if len(above) >= LEAST
            and one.quantum == 1
            and all(column in row.figures for row in above)
            and sum((row.figures[column].value for row in above), Decimal(0)) == one.value
        ]
        found.update(made if len(made) >= LEAST else ())
    return frozenset(found)
