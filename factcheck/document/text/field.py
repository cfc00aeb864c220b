"""A field of front matter, whichever way it was read."""

from factcheck.typed import NamedTuple


class Field(NamedTuple):
    """`key: value` on line `line` (from 1); `start`..`end` spans the value without its quotes."""

    key: str
    value: str
    start: int
    end: int
    line: int
