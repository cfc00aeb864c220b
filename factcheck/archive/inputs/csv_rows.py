"""Articles of a table as CSV, its first row naming the columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence

from factcheck.archive.inputs.bounded_lines import LONGEST, Line, lines_of
from factcheck.archive.inputs.chunks import read_chunks
from factcheck.archive.inputs.columns import find_columns
from factcheck.archive.inputs.record import At
from factcheck.archive.inputs.row_record import record_of, too_large, unread
from factcheck.messages import message

SEPARATORS = ",;\t|"
Row = list[str] | str
"""The cells of a row, or why there are none."""


class _BrokenError(Exception):
    """A line that is no part of a row."""


class _Lines:
    """Lines as text for the library that reads CSV; knows whether it ended inside of quotation marks."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self._inside = False
        self.at = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.at = line.at
        self._inside ^= line.quotes
        if line.damage:
            self._inside = False
            raise _BrokenError(line.damage)
        if line.size > LONGEST:
            raise _BrokenError(too_large(line.size))
        return line.data.decode("utf-8", "surrogateescape") + "\n"

    def begin(self) -> None:
        """A row begins: outside of quotation marks."""
        self._inside = False

    def end_row(self) -> None:
        """Reads on to the end of a row that cannot be read: to where its quotation marks close."""
        while self._inside and (line := next(self._lines, None)) is not None:
            self.at = line.at
            self._inside ^= line.quotes


def csv_records(path: str, given: Mapping[str, str]) -> Iterator[At]:
    """The articles of a file. Raises FactcheckError where no column holds the text, OSError as `read_chunks` does."""
    rows = _rows(path)
    names = _header(next(rows, ([], 0))[0])
    columns = find_columns(names, given, path)
    for row, (cells, at) in enumerate(rows, 1):
        if isinstance(cells, str):
            yield unread(path, row, cells), at
        elif len(cells) > len(names):
            sizes = {"cells": len(cells), "names": len(names)}
            yield unread(path, row, message("This row has {cells} cells; the first row names {names}.", **sizes)), at
        else:
            yield record_of(path, row, dict(zip(names, cells, strict=False)), columns), at


def csv_names(path: str) -> tuple[str, ...]:
    """The names in the first row of a file."""
    return tuple(_header(next(_rows(path), ([], 0))[0]))


def _header(cells: Row) -> Sequence[str]:
    return [] if isinstance(cells, str) else [cell.strip().removeprefix("\ufeff") for cell in cells]


def _rows(path: str) -> Iterator[tuple[Row, int]]:
    """The rows that hold anything, each with how much of the file was read by then."""
    csv.field_size_limit(LONGEST)
    lines = _Lines(lines_of(read_chunks(path)))
    reader = csv.reader(lines, delimiter=_separator(path))
    while True:
        lines.begin()
        try:
            cells: Row = next(reader)
        except StopIteration:
            return
        except _BrokenError as slip:
            lines.end_row()
            cells = slip.args[0]
        except csv.Error as slip:
            lines.end_row()
            cells = too_large(LONGEST) if "field limit" in str(slip) else message("This row is no CSV.")
        if cells:
            yield cells, lines.at


def _separator(path: str) -> str:
    """What separates the cells: what stands most often in the first line."""
    first = next(lines_of(read_chunks(path)), None)
    head = first.data.decode("utf-8", "replace") if first else ""
    return max(SEPARATORS, key=head.count)
