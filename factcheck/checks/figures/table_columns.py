"""Tables in which one column is the difference of two others in every row but one.

"| Riau | 74,04 | 74,79 | 0,75 |": no word says so, the other rows do.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, groupby

from factcheck.language.figures import Number
from factcheck.model import Document
from factcheck.typed import NamedTuple

ROW = "row"
LEAST, MOST = 3, 8
"""Rows that must hold for a column to be a difference; figures a row may have."""
ODD = 4
"""Of so many rows one may be wrong."""

Row = Sequence[Number]
Columns = tuple[int, int, int]
"""The places in a row of the difference and of the two figures that it is of."""


class OddRow(NamedTuple):
    """A row whose difference is not what its two figures make, as it does in the rows around."""

    size: Number
    one: Number
    other: Number

    @property
    def right(self) -> Decimal:
        """What the two figures differ by."""
        return abs(self.other.value - self.one.value)


def odd_differences(document: Document, numbers: Sequence[Number]) -> Iterator[OddRow]:
    """The rows of each table that miss what all others of a column of differences hold."""
    for kind, blocks in groupby(document.blocks, key=lambda block: block.kind):
        if kind == ROW:
            yield from _odd([_inside(numbers, block.start, block.end) for block in blocks])


def _odd(rows: Sequence[Row]) -> Iterator[OddRow]:
    width = Counter(map(len, rows)).most_common(1)[0][0]
    alike = [row for row in rows if len(row) == width]
    if not 3 <= width <= MOST or len(alike) <= LEAST:
        return
    for columns in _places(width):
        wrong = [row for row in alike if not _holds(row, columns)]
        if len(alike) - len(wrong) >= max(LEAST, (ODD - 1) * len(wrong)):
            odd = (OddRow(*(row[place] for place in columns)) for row in wrong)
            yield from (row for row in odd if row.right != abs(row.size.value))


def _places(width: int) -> Iterator[Columns]:
    for one, other in combinations(range(width), 2):
        yield from ((size, one, other) for size in range(width) if size not in (one, other))


def _holds(row: Row, columns: Columns) -> bool:
    """Whether a figure is what two larger ones differ by, all written to the same decimal."""
    size, one, other = (row[place] for place in columns)
    alike = size.quantum == one.quantum == other.quantum
    larger = 0 < abs(size.value) < min(abs(one.value), abs(other.value))
    return alike and larger and abs(other.value - one.value) == abs(size.value)


def _inside(numbers: Sequence[Number], start: int, end: int) -> Row:
    first, last = (bisect_left(numbers, at, key=lambda number: number.start) for at in (start, end))
    return numbers[first:last]
