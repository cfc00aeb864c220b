"""Tables on the terminal, in a pipe or as JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from factcheck.messages import message, translated
from factcheck.report.safe import printable
from factcheck.typed import NamedTuple

HEADS = (
    message("pack"), message("packs"), message("version"), message("title"), message("licence"), message("folder"),
    message("year"), message("measure"), message("facts"), message("subjects"), message("sources"), message("rows"),
    message("conflicts"), message("table"), message("tables"), message("totals"), message("rows marked as conflict"),
    message("state"), message("there"), message("from"), message("note"), message("period"), message("what"),
    message("value"), message("source"), message("row"), message("id"), message("name"), message("detail"),
    message("before"), message("after"), message("column"), message("outdated"), message("found"), message("changes"),
)  # fmt: skip
"""So that the catalogues have them."""
SCHEMA = "factcheck.reference/1"
SHORT = 24
"""Columns of no longer cells are not broken over lines."""

PIECE = 200
"""Rows of one rich table: a longer one is laid out whole before its first line is seen."""


class Grid(NamedTuple):
    """A table: `columns` are its keys in JSON and its heads elsewhere; `right` are those of numbers."""

    title: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    right: tuple[str, ...] = ()


def write(grids: Sequence[Grid], form: str | None) -> None:
    """Writes tables to standard output as rich, plain, json or csv; None: rich on a terminal, else plain."""
    from factcheck.report.reporter import standard_output

    form = form or ("rich" if sys.stdout.isatty() else "plain")
    standard_output(form)
    {"rich": _rich, "plain": _plain, "json": _json, "csv": _csv}[form](grids)


def _json(grids: Sequence[Grid]) -> None:
    from factcheck.report.json import encode

    tables = {grid.title: [dict(zip(grid.columns, row, strict=True)) for row in grid.rows] for grid in grids}
    print(encode({"schema": SCHEMA, **tables}))


def _csv(grids: Sequence[Grid]) -> None:
    """Cells of text that no spreadsheet runs; several tables one behind the other, with an empty line between."""
    import csv

    from factcheck.report.csv import cell

    writer = csv.writer(sys.stdout, lineterminator="\n")
    for number, grid in enumerate(grids):
        if number:
            print()
        writer.writerow(grid.columns)
        writer.writerows([cell(text) for text in row] for row in grid.rows)


def _plain(grids: Sequence[Grid]) -> None:
    for number, grid in enumerate(grids):
        if number:
            print()
        if len(grids) > 1:
            print(printable(translated(grid.title)))
        for line in _aligned(grid):
            print(line)


def heads(grid: Grid) -> tuple[str, ...]:
    """The heads for a person, in the language of the run; programs get the keys."""
    return tuple(map(translated, grid.columns))


def _aligned(grid: Grid) -> Iterator[str]:
    rows = [heads(grid), *(tuple(map(printable, row)) for row in grid.rows)]
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            cell.rjust(width) if name in grid.right else cell.ljust(width)
            for cell, width, name in zip(row, widths, grid.columns, strict=True)
        )
        yield "  ".join(cells).rstrip()


def _rich(grids: Sequence[Grid]) -> None:
    from rich.console import Console

    console = Console(highlight=False)
    for grid in grids:
        for start in range(0, max(len(grid.rows), 1), PIECE):
            console.print(_table(grid, start))


def _table(grid: Grid, start: int) -> object:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(
        title=None if start else Text(printable(translated(grid.title))), title_justify="left", box=SIMPLE_HEAD
    )
    for place, name in enumerate(grid.columns):
        short = all(len(row[place]) <= SHORT for row in grid.rows)
        side = "right" if name in grid.right else "left"
        table.add_column(translated(name), justify=side, overflow="fold", no_wrap=short)  # type: ignore[arg-type]
    for row in grid.rows[start : start + PIECE]:
        table.add_row(*(Text(printable(cell)) for cell in row))
    return table
