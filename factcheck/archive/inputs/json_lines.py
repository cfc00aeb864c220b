"""Articles of a file of JSON lines: an object to each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import islice

from factcheck.archive.inputs.bounded_lines import Line, lines_of
from factcheck.archive.inputs.chunks import read_chunks
from factcheck.archive.inputs.columns import find_columns
from factcheck.archive.inputs.record import At
from factcheck.archive.inputs.row_record import record_of, too_large, unread
from factcheck.messages import message
from factcheck.typed import Any

LOOKED_AT = 100
"""Lines that are looked at for the names of the columns: a part that is empty is often left out of an object."""


def json_records(path: str, given: Mapping[str, str]) -> Iterator[At]:
    """The articles of a file. Raises FactcheckError where no column holds the text, OSError as `read_chunks` does."""
    columns = find_columns(json_names(path), given, path)
    for row, line in enumerate(_written(path), 1):
        values = _object(line)
        record = unread(path, row, values) if isinstance(values, str) else record_of(path, row, values, columns)
        yield record, line.at


def json_names(path: str) -> tuple[str, ...]:
    """The names that the first objects of a file have."""
    objects = (_object(line) for line in islice(_written(path), LOOKED_AT))
    return tuple(dict.fromkeys(name for each in objects if not isinstance(each, str) for name in each))


def _written(path: str) -> Iterator[Line]:
    return (line for line in lines_of(read_chunks(path)) if (line.size and not line.data.isspace()) or line.damage)


def _object(line: Line) -> dict[str, Any] | str:
    """The object of a line, or why there is none."""
    if line.damage:
        return line.damage
    if not line.data:
        return too_large(line.size)
    try:
        values = json.loads(line.data)
    except (ValueError, RecursionError):
        return message("This line is no JSON.")
    return values if isinstance(values, dict) else message("This line is no object of JSON.")
