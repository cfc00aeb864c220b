"""A CSV file as rows with their lines, and the place of a cell in it when something is wrong with one."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

from factcheck.messages import message
from factcheck.model import Problem
from factcheck.system_words import reason_of
from factcheck.typed import NamedTuple

OTHER_MARKS = {";": "semicolons", "\t": "tabs", "|": "bars"}
"""What stands between cells instead of commas, mostly for a spreadsheet in a language with decimal commas."""
LONGEST = 100
"""Lines that a cell of a large table may go over and still be found."""


class Row(NamedTuple):
    """A row: the line (from 1) it begins in, and its cells, without blanks around them."""

    line: int
    cells: tuple[str, ...]


class Table(NamedTuple):
    """A CSV file: where it lies, its text, the place of each column in a row, and the rows.

    `text` is empty where the file was too large to be held: it is opened again to find the place of a cell.
    """

    path: str
    text: str
    columns: Mapping[str, int]
    rows: tuple[Row, ...]


def read_table(path: Path) -> tuple[Table | None, tuple[Problem, ...]]:
    """The table at `path` (UTF-8 with or without BOM, RFC 4180), None where it cannot be read at all.

    Rows that have not as many cells as the header are left out and are problems.
    """
    text, problem = read_text(path)
    if problem is not None:
        return None, (problem,)
    return parse_table(text, str(path))


def read_text(path: Path) -> tuple[str, Problem | None]:
    """The text of a UTF-8 file, or what hinders."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would never end
            return "", Problem(message("this is no plain file"), str(path))
        data = path.read_bytes()
        return data.decode("utf-8-sig"), None
    except OSError as error:
        return "", Problem(message("cannot be read: {reason}", reason=reason_of(error)), str(path))
    except MemoryError:
        return "", Problem(message("there is not enough memory to read this"), str(path))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "", Problem(message("not UTF-8: save it from the spreadsheet as “CSV UTF-8”"), str(path), line)


def parse_table(text: str, path: str) -> tuple[Table | None, tuple[Problem, ...]]:
    """The table in `text`; `path` is only named."""
    import csv
    from io import StringIO

    rows: list[Row] = []
    problems: list[Problem] = []
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    begun = 1
    try:
        for cells in reader:
            if cells:
                rows.append(Row(begun, tuple([cell.strip() for cell in cells])))
            begun = reader.line_num + 1
    except csv.Error as error:
        problems.append(
            Problem(message("not CSV: {reason}; is a quotation mark left open?", reason=error), path, begun, 1)
        )
    if not rows:
        return None, (*problems, Problem(message("an empty table: the first line must name the columns"), path, 1, 1))
    header = rows[0].cells
    if len(header) == 1 and (parted := next((name for mark, name in OTHER_MARKS.items() if mark in header[0]), "")):
        return None, (
            *problems,
            Problem(message("the cells are parted by {parted}: save it as CSV with commas", parted=parted), path, 1, 1),
        )
    problems += repeated_columns(header, path)
    good, uneven = even(rows[1:], len(header), path)
    columns = {name: number for number, name in enumerate(header)}
    return Table(path, text, columns, good), (*problems, *uneven)


def header_of(path: Path) -> tuple[str, ...]:
    """The names of the columns of the table at `path`, without reading the rest; none where it cannot be read."""
    import csv

    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return tuple(cell.strip() for cell in next(csv.reader(stream), ()))
    except (OSError, UnicodeDecodeError, csv.Error):
        return ()


def repeated_columns(header: tuple[str, ...], path: str) -> tuple[Problem, ...]:
    """A problem for each name that two columns bear."""
    twice = sorted({name for name in header if header.count(name) > 1})
    return tuple(Problem(message("two columns are called “{name}”", name=name), path, 1, 1) for name in twice)


def even(rows: list[Row], width: int, path: str) -> tuple[tuple[Row, ...], list[Problem]]:
    """The rows of as many cells as the header has, and a problem for each other."""
    good = tuple([row for row in rows if len(row.cells) == width])
    return good, [
        Problem(
            message(
                "{cells} cells where the header has {width}: a comma in a text needs quotation marks",
                cells=len(row.cells),
                width=width,
            ),
            path,
            row.line,
            1,
        )
        for row in rows
        if len(row.cells) != width
    ]


def cell_place(table: Table, row: Row, column: str) -> tuple[int, int]:
    """Line and column, both from 1, where the cell begins in the file."""
    wanted = table.columns.get(column, 0)
    text = _text_from(table, row.line)
    at = 0
    cell, quoted, start = 0, False, at
    while at < len(text) and cell < wanted:
        if text[at] == '"':
            quoted = not quoted
        elif text[at] == "," and not quoted:
            cell, start = cell + 1, at + 1
        at += 1
    line_start = text.rfind("\n", 0, start) + 1
    return row.line + text.count("\n", 0, start), start - line_start + 1


def _text_from(table: Table, line: int) -> str:
    """The text from the beginning of a line on: all the rest, or so much as a row may be long."""
    if not table.text:
        with Path(table.path).open(encoding="utf-8-sig", newline="") as stream:
            return "".join(islice(stream, line - 1, line + LONGEST))
    at = 0
    for _ in range(line - 1):
        at = table.text.index("\n", at) + 1
    return table.text[at:]


def cell_problem(table: Table, row: Row, column: str, message: str) -> Problem:
    """`message` at a cell."""
    line, place = cell_place(table, row, column)
    return Problem(message, table.path, line, place)
