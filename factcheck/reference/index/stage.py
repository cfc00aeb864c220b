"""Large tables read in batches, their cells held to their form, and set down to be sorted."""

from __future__ import annotations

import csv
import marshal
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from sqlite3 import Connection

from factcheck.messages import message
from factcheck.model import Problem
from factcheck.reference.index.schema import ROLES
from factcheck.reference.packs.cells import check_cells, missing_columns, unknown_columns
from factcheck.reference.packs.csv_table import Row, Table, even, repeated_columns
from factcheck.reference.packs.info import PackInfo
from factcheck.reference.packs.pack import Good, columns_of
from factcheck.reference.packs.row_records import Cell, cells_of
from factcheck.system_words import reason_of
from factcheck.typed import NamedTuple

BATCH = 2000
"""Rows that are read, and checked, at a time."""

MOST = 1000
"""So many problems of a large pack are told, then its reading stops."""

KEYS: dict[str, Callable[[Cell], str]] = {
    "facts": lambda get: get("entity"),
    "ranks": lambda get: "\0".join((get("group"), get("scope"), get("period"))),
    "counts": lambda get: get("scope"),
}
"""What rows must be looked at together, by role."""


Batch = tuple[Table, tuple[Problem, ...]]
"""Some rows of a table, and what is wrong there; the first batch is the header alone."""


class Staged(NamedTuple):
    """The tables of a pack as set down: the roles' tables with their headers, by the number of the file."""

    db: Connection
    files: tuple[tuple[str, Table], ...]


def stage(info: PackInfo, db: Connection) -> tuple[Staged, list[Problem]]:
    """Sets the rows of all large tables down in `db`, and gives what is wrong with them."""
    for role in ROLES:
        db.execute(f"CREATE TABLE {role} (key TEXT, file INTEGER, line INTEGER, cells BLOB)")
    files: list[tuple[str, Table]] = []
    problems: list[Problem] = []
    for role, name in info.resources:
        if role in ROLES:
            header = Table(str(Path(info.folder) / name), "", {}, ())
            for table, found in _good_batches(info, role, Path(header.path)):
                problems += found
                header = table._replace(rows=())
                db.executemany(f"INSERT INTO {role} VALUES (?, ?, ?, ?)", _rows(role, len(files), table))
                if len(problems) > MOST:
                    break
            files.append((role, header))
    return Staged(db, tuple(files)), problems


def cell_problems(info: PackInfo) -> Iterator[Problem]:
    """What is wrong with the cells of the large tables, the first `MOST`."""
    tables = [(role, Path(info.folder) / name) for role, name in info.resources if role in ROLES]
    found = (problem for role, path in tables for _, some in _good_batches(info, role, path) for problem in some)
    return islice(found, MOST)


def _good_batches(info: PackInfo, role: str, path: Path) -> Iterator[Batch]:
    """The batches of a table with only the rows whose cells all fit; none where a column is missing."""
    columns = columns_of(info, role)
    for number, (table, found) in enumerate(batches(path)):
        if number == 0:
            missing = missing_columns(table, columns)
            yield table, (*found, *missing, *unknown_columns(table, columns))
            if missing:
                return
        else:
            good, more = check_cells(table, columns)
            yield table._replace(rows=good), (*found, *more)


def _rows(role: str, number: int, table: Table) -> Iterator[tuple[str, int, int, bytes]]:
    key = KEYS[role]
    for row in table.rows:
        yield key(cells_of(table, row)), number, row.line, marshal.dumps(row.cells)


def batches(path: Path) -> Iterator[Batch]:
    """A table in pieces of `BATCH` rows, each with what is wrong with their number of cells."""
    table = Table(str(path), "", {}, ())
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.reader(stream, strict=True)
            header = tuple(cell.strip() for cell in next(reader, ()))
            table = table._replace(columns={name: place for place, name in enumerate(header)})
            yield table, repeated_columns(header, str(path))
            while rows := _batch(reader):
                good, uneven = even(rows, len(header), str(path))
                yield table._replace(rows=good), tuple(uneven)
    except OSError as error:
        yield table, (Problem(message("cannot be read: {reason}", reason=reason_of(error)), str(path)),)
    except UnicodeDecodeError:
        told = message("not UTF-8: save it from the spreadsheet as “CSV UTF-8”")
        yield table, (Problem(told, str(path), reader.line_num + 1),)
    except csv.Error as error:
        told = message("not CSV: {reason}; is a quotation mark left open?", reason=error)
        yield table, (Problem(told, str(path), reader.line_num, 1),)


def _batch(reader: Iterator[list[str]]) -> list[Row]:
    rows: list[Row] = []
    begun = reader.line_num + 1  # type: ignore[attr-defined]
    for cells in reader:
        if cells:
            rows.append(Row(begun, tuple([cell.strip() for cell in cells])))
        begun = reader.line_num + 1  # type: ignore[attr-defined]
        if len(rows) == BATCH:
            break
    return rows


def chunks(staged: Staged, role: str) -> Iterator[tuple[Good, ...]]:
    """The rows of a role as small tables, everything of one key in one of them."""
    rows: dict[int, list[Row]] = {}
    size, last = 0, None
    for key, file, line, cells in staged.db.execute(f"SELECT * FROM {role} ORDER BY key, file, line"):
        if size >= BATCH and key != last:
            yield _goods(staged, role, rows)
            rows, size = {}, 0
        rows.setdefault(file, []).append(Row(line, marshal.loads(cells)))
        size, last = size + 1, key
    if rows:
        yield _goods(staged, role, rows)


def _goods(staged: Staged, role: str, rows: dict[int, list[Row]]) -> tuple[Good, ...]:
    return tuple(
        Good(role, table, tuple(rows[number])) for number, (_, table) in enumerate(staged.files) if number in rows
    )
