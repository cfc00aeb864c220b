"""Inputs cut into portions of about so many bytes: the same portions whoever checks them, and however many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from factcheck.archive.inputs.article_files import file_portions, file_record
from factcheck.archive.inputs.csv_rows import csv_names, csv_records
from factcheck.archive.inputs.find_inputs import FILES, Input
from factcheck.archive.inputs.json_lines import json_names, json_records
from factcheck.archive.inputs.parquet_slices import parquet_names, parquet_slices, slice_records
from factcheck.archive.inputs.record import At, Portion, Record
from factcheck.archive.inputs.row_record import unread
from factcheck.archive.inputs.warc_records import warc_records
from factcheck.errors import FactcheckError
from factcheck.messages import message

MOST = 1_000
"""Articles of a portion of a megabyte, however short they are; a larger one may have more."""


def portions_of(number: int, given: Input, columns: Mapping[str, str], size: int) -> Iterator[Portion]:
    """The portions of an input, named by its `number` and theirs. An input that cannot be read is a portion that says
    so, behind those that could."""
    place = 0
    try:
        for place, portion in enumerate(_portions(given, columns, size), 1):
            yield portion._replace(name=_name(number, place))
    except Exception as slip:
        record = unread(given.path, 0, _reason(slip))
        yield Portion(_name(number, place + 1), 1, 0, (record,))


def records_of(portion: Portion) -> Iterable[Record]:
    """The articles of a portion, wherever they are."""
    if portion.slice is not None:
        return slice_records(portion.slice)
    return chain(portion.records, map(file_record, portion.files))


def names_of(given: Input) -> tuple[str, ...]:
    """The names of the columns of a table. Raises as reading it does."""
    names = {"parquet": parquet_names, "json": json_names, "csv": csv_names}
    return names[given.kind](given.path) if given.kind in names else ()


def _name(number: int, place: int) -> str:
    return f"{number:05d}-{place:06d}"


def _reason(slip: Exception) -> str:
    if isinstance(slip, FactcheckError):
        return slip.message
    reason = slip.strerror if isinstance(slip, OSError) else f"{type(slip).__name__}: {slip}"
    return message("This file cannot be read: {reason}.", reason=reason)


def _portions(given: Input, columns: Mapping[str, str], size: int) -> Iterator[Portion]:
    if given.problem:
        raise FactcheckError(given.problem, given.path)
    if given.kind == FILES:
        for files, share in file_portions(given.files, size, _most(size)):
            yield Portion("", len(files), share, files=files)
    elif given.kind == "parquet":
        for part, share in parquet_slices(given.path, columns, size, _most(size)):
            yield Portion("", part.rows, share, slice=part)
    else:
        yield from _cut(_records(given, columns), size)


def _most(size: int) -> int:
    """How many articles a portion of so many bytes has at the most."""
    return max(MOST, size * MOST // 1_000_000)


def _records(given: Input, columns: Mapping[str, str]) -> Iterator[At]:
    if given.kind == "warc":
        return warc_records(given.path)
    return (json_records if given.kind == "json" else csv_records)(given.path, columns)


def _cut(records: Iterable[At], size: int) -> Iterator[Portion]:
    """Records as they come in portions: no more than one of them is held. What was read before an error is given."""
    held: list[Record] = []
    most = _most(size)
    weight, last, at = 0, 0, 0
    coming = iter(records)
    ended: Exception | None = None
    while ended is None:
        try:
            record, at = next(coming)
        except Exception as slip:
            ended = slip
            continue
        if held and (weight + len(record.data) > size or len(held) >= most):
            yield Portion("", len(held), at - last, tuple(held))
            held, weight, last = [], 0, at
        held.append(record)
        weight += len(record.data)
    if held:
        yield Portion("", len(held), at - last, tuple(held))
    if not isinstance(ended, StopIteration):
        raise ended
