"""From an offset in the text to the line and column that an editor shows."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, chain

from factcheck.cache.patterns import compiled
from factcheck.typed import NamedTuple

BOOK = 1_000_000
"""Characters from which on the lines lie in an array: a quarter of the memory of a tuple, and slower to make."""
_LINE_END = compiled(r"\r\n|\r|\n")


class Place(NamedTuple):
    """A line and a column, both from 1; the column counts code points."""

    line: int
    column: int


class LineTable(NamedTuple):
    """The offset at which each line of a document begins."""

    starts: Sequence[int]

    def place(self, offset: int) -> Place:
        """Where `offset` lies; an offset at the very end lies after the last character."""
        line = bisect_right(self.starts, offset)
        return Place(line, offset - self.starts[line - 1] + 1)


@lru_cache(maxsize=1)
def line_table(text: str) -> LineTable:
    """The lines of `text`, ended by LF, CRLF or CR."""
    if len(text) > BOOK:
        from array import array

        return LineTable(array("Q", chain((0,), (end.end() for end in _LINE_END.finditer(text)))))
    if "\r" in text:
        return LineTable((0, *(end.end() for end in _LINE_END.finditer(text))))
    return LineTable((0, *accumulate(len(line) + 1 for line in text.split("\n")))[:-1])
