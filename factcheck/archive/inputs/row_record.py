"""The values of a row to the record of an article."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from factcheck.archive.inputs.record import Columns, Record
from factcheck.archive.inputs.written_day import day_of
from factcheck.document.decode import SIZE_LIMIT
from factcheck.messages import message
from factcheck.typed import Any


def record_of(source: str, row: int, values: Mapping[str, Any], columns: Columns) -> Record:
    """The article in a row; a row whose text is empty or is no text is a record with its problem."""
    text = values.get(columns.text or columns.html)
    written = values.get(columns.date)
    found = Record(
        source,
        row,
        ending=".txt" if columns.text else ".html",
        title=words_of(values.get(columns.title)),
        written="" if isinstance(written, date) else words_of(written),
        day=day_of(written) if isinstance(written, date) else None,
        address=words_of(values.get(columns.address)),
        id=words_of(values.get(columns.id)),
        outlet=words_of(values.get(columns.outlet)),
    )
    return _with_text(found, text)


def _with_text(record: Record, text: object) -> Record:
    if isinstance(text, str):
        text = text.encode("utf-8", "surrogateescape" if _escaped(text) else "replace")
    if text is not None and not isinstance(text, bytes):
        return record._replace(problem=message("The text of this article is no text."))
    if not text or text.isspace():
        return record._replace(problem=message("This article holds no text."))
    if len(text) > SIZE_LIMIT:
        return record._replace(problem=too_large(len(text)))
    return record._replace(data=text)


def _escaped(text: str) -> bool:
    """Whether what is no UTF-8 in a text stands for bytes: JSON can hold other halves of characters."""
    try:
        text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return False
    return True


def unread(source: str, row: int, problem: str) -> Record:
    """The record of an article that cannot be read."""
    return Record(source, row, problem=problem)


def too_large(size: int) -> str:
    """Why an article of `size` bytes is not read."""
    sizes = {"size": f"{size / 1e6:.0f}", "limit": SIZE_LIMIT // 1_000_000}
    return message("This article of {size} MB is too large; the limit is {limit} MB.", **sizes)


def words_of(value: object) -> str:
    """A value as it is written, on one line; empty for none. A number that is whole has no decimals."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(str(value).encode("utf-8", "replace").decode("utf-8").split())
