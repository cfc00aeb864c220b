"""Every cell of a table held to the form its column asks for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from factcheck.cache.patterns import compiled
from factcheck.messages import message
from factcheck.model import Problem
from factcheck.reference.packs.csv_table import Row, Table, cell_problem
from factcheck.reference.packs.info import Measure
from factcheck.reference.packs.roles import FORMS, Column

LOCALE = message("has signs of another language between its figures: write 1234567.89 for 1.234.567,89")
_WRITTEN_HERE = compiled(r"-?\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?|-?\d+,\d+")
"""A number as people write it: with a decimal comma, or with signs between thousands."""


def missing_columns(table: Table, columns: tuple[Column, ...]) -> tuple[Problem, ...]:
    """A problem for each needed column that the header does not name."""
    return tuple(
        Problem(message("the column “{name}” is missing", name=column.name), table.path, 1, 1)
        for column in columns
        if column.needed and column.name not in table.columns
    )


def unknown_columns(table: Table, columns: tuple[Column, ...]) -> tuple[Problem, ...]:
    """A problem for each column that nobody reads: mostly a slip in its name."""
    known = {column.name for column in columns}
    return tuple(
        Problem(
            message("the column “{name}” is none of {known}", name=name, known=", ".join(sorted(known))),
            table.path,
            1,
            1,
        )
        for name in table.columns
        if name not in known
    )


def measure_columns(measures: Mapping[str, Measure]) -> tuple[Column, ...]:
    """A column for each measure: numbers by their form, words held to the canonical ones by `check_cells`."""
    return tuple(
        Column(measure.name, "number" if measure.type == "number" else "text", needed=False)
        for measure in measures.values()
    )


def check_cells(table: Table, columns: tuple[Column, ...]) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """The rows whose cells all fit, and a problem for each cell that does not."""
    bad: list[tuple[Row, Problem]] = []
    for column in columns:
        if column.name in table.columns:
            bad.extend(_check_column(table, column))
    wrong = {row.line for row, _ in bad}
    rows = tuple([row for row in table.rows if row.line not in wrong]) if wrong else table.rows
    return rows, tuple(problem for _, problem in bad)


def _check_column(table: Table, column: Column) -> list[tuple[Row, Problem]]:
    place = table.columns[column.name]
    form = FORMS.get(column.form)
    bad = []
    for row in table.rows:
        cell = row.cells[place]
        if not cell:
            if column.filled:
                bad.append((row, cell_problem(table, row, column.name, message("“{name}” is empty", name=column.name))))
        elif form is not None and not (form.pattern.fullmatch(cell) and _exists(column.form, cell)):
            advice = LOCALE if column.form == "number" and _WRITTEN_HERE.fullmatch(cell) else form.advice
            bad.append(
                (row, cell_problem(table, row, column.name, message("“{cell}” {advice}", cell=cell, advice=advice)))
            )
    return bad


def _exists(form: str, cell: str) -> bool:
    if form != "date":
        return True
    try:
        date.fromisoformat(cell)
    except ValueError:
        return False
    return True
