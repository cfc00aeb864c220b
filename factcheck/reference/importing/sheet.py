"""A table as it lies in a file, before anybody knows what it means."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from factcheck.cache.patterns import compiled
from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.model import Problem
from factcheck.typed import NamedTuple

Cell = str | Decimal | date | bool
"""What stands in a cell; an empty text for nothing."""

LETTERS = 26
ROWS, COLUMNS, CELLS = 200_000, 1_000, 2_000_000
"""How far a table of an office reaches, empty cells between counted: a sheet is held whole."""
_YEAR = compiled(r"(?:19|20)\d\d(?:\s*[*rRpPx¹²³⁰-⁹]{1,3}\)?)?")


class Sheet(NamedTuple):
    """Rows of cells, all of one width. `name` is empty where the file has no sheets; `merged` is whether cells reached
    over others there.

    `how` says how the file was read, for a person: "semicolons between cells". `turned` is set while rows and columns
    are exchanged; `top` is the row that was the first when they were. `noticed` is what a person should know of it.
    """

    file: str
    name: str
    rows: tuple[tuple[Cell, ...], ...]
    how: str = ""
    hidden: bool = False
    merged: bool = False
    turned: bool = False
    top: int = 0
    noticed: tuple[str, ...] = ()

    def where(self, row: int, column: int) -> tuple[int, int]:
        """Row and column of the file (from 1) for a place in `rows` (from 0)."""
        if self.turned:
            row, column = column + self.top, row
        return row + 1, column + 1

    def cell_name(self, row: int, column: int) -> str:
        """How an editor finds the cell: `Tabel 1!C12`, `C12`."""
        line, place = self.where(row, column)
        return f"{self.name}!{letters(place)}{line}" if self.name else f"{letters(place)}{line}"

    def problem(self, sentence: str, row: int, column: int) -> Problem:
        """What is wrong at a cell."""
        line, place = self.where(row, column)
        if self.name:
            cell = f"{letters(place)}{line}"
            sentence = message("sheet “{sheet}”, cell {cell}: {what}", sheet=self.name, cell=cell, what=sentence)
        return Problem(sentence, self.file, line, place)

    def error(self, sentence: str, row: int, column: int) -> FactcheckError:
        """The same, to be raised."""
        problem = self.problem(sentence, row, column)
        return FactcheckError(problem.message, problem.path, problem.line, problem.column)


def letters(column: int) -> str:
    """The letters of a column (from 1) in a spreadsheet: 1 is A, 27 is AA."""
    written = ""
    while column:
        column, rest = divmod(column - 1, LETTERS)
        written = chr(ord("A") + rest) + written
    return written


def text_of(cell: Cell) -> str:
    """A cell as text, with single blanks; a whole number without its decimals."""
    if isinstance(cell, Decimal):
        return f"{cell.normalize():f}"
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    return " ".join(str(cell).split())


def is_year(text: str) -> bool:
    """Whether a text is a year, with a mark or without."""
    return bool(_YEAR.fullmatch(text))


def turn(sheet: Sheet, top: int) -> Sheet:
    """The sheet from row `top` on with rows and columns exchanged."""
    rows = tuple(zip(*sheet.rows[top:], strict=True))
    return sheet._replace(rows=rows, turned=True, top=top)


def even(rows: list[list[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """Rows made as long as the longest."""
    width = max(map(len, rows), default=0)
    return tuple((*row, *[""] * (width - len(row))) for row in rows)


def check_size(file: str, name: str, row: int, column: int) -> None:
    """Raises FactcheckError for a sheet that reaches further than tables do, to this row and column (from 1)."""
    if row > ROWS or column > COLUMNS or row * column > CELLS:
        what = message(
            "the sheet reaches to row {row}, column {column}: that is no table of an office. Delete what stands far "
            "away, or save the table alone.", row=row, column=letters(column),
        )  # fmt: skip
        raise Sheet(file, name, ()).error(what, row - 1, max(column, 1) - 1)
