"""What is known of an article before it is read, and the portions in which articles are handed to workers."""

from __future__ import annotations

from datetime import date

from factcheck.typed import NamedTuple


class Record(NamedTuple):
    """An article as an input holds it.

    `row` counts from 1 within `source`; 0 stands for the input as a whole, which could not be read. `data` is read by
    `ending` (".txt", ".html" …). `day` is a date that the input holds as one, `written` one in words. `problem` says
    why there is nothing to check: such a record becomes a row with its reason.
    """

    source: str
    row: int
    data: bytes = b""
    ending: str = ".txt"
    title: str = ""
    written: str = ""
    day: date | None = None
    address: str = ""
    id: str = ""
    outlet: str = ""
    problem: str = ""


At = tuple[Record, int]
"""A record, and how many bytes of the file were read by then."""


class Columns(NamedTuple):
    """The names of the columns that hold a part of an article; empty for none. `html` holds the text as a page."""

    text: str = ""
    html: str = ""
    title: str = ""
    date: str = ""
    address: str = ""
    id: str = ""
    outlet: str = ""

    @property
    def named(self) -> tuple[str, ...]:
        """The columns that are there, each once."""
        return tuple(dict.fromkeys(name for name in self if name))


class Slice(NamedTuple):
    """Rows of a group of rows of a Parquet file: `first` counts from 0 within the group, `row` from 1 in the file."""

    path: str
    group: int
    first: int
    rows: int
    row: int
    columns: Columns


class Portion(NamedTuple):
    """What a worker checks at a time, and the name of the files that come of it.

    It holds the `records` themselves, or says where the worker finds them: a `slice` of a Parquet file, `files` of an
    article each. `rows` is how many there are, `size` how many bytes of the input on disk they account for.
    """

    name: str
    rows: int
    size: int
    records: tuple[Record, ...] = ()
    slice: Slice | None = None
    files: tuple[str, ...] = ()
