"""Columns side by side in the width that there is: heads on several lines, cells cut, what matters least left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

from factcheck.typed import NamedTuple

BETWEEN = "  "
LEAST = 10
"""Characters to which a cell of words is cut at the most."""
HEAD = 8
"""Characters of a line of a head that need not be one word."""
LONGEST = 60
"""Characters of a cell where nothing else bounds it."""


class Column(NamedTuple):
    """A column as it is shown. Numbers stand to its `right` and are never cut; of `places` (files, addresses) the end
    is kept, of other words the beginning."""

    name: str
    head: str
    cells: tuple[str, ...]
    right: bool = False
    places: bool = False

    @property
    def width(self) -> int:
        """Characters of its longest cell, or of its head on several lines."""
        return max(self._head, *map(len, ("", *self.cells)))

    @property
    def _head(self) -> int:
        return max(min(len(self.head), HEAD), *map(len, ("", *self.head.split())))

    @property
    def least(self) -> int:
        """Characters that it has when its cells are cut."""
        return self.width if self.right else min(self.width, max(LEAST, self._head))

    def cut(self, width: int) -> Column:
        """The same with no cell longer than `width`."""
        return self if self.right else self._replace(cells=tuple(_cut(cell, width, self.places) for cell in self.cells))


def _cut(text: str, width: int, places: bool) -> str:
    if len(text) <= width:
        return text
    return "…" + text[1 - width :] if places else text[: width - 1] + "…"


def fitted(columns: Sequence[Column], width: int, spared: Sequence[str]) -> list[Column]:
    """The columns that have room in a line of `width` characters, cut as it must be.

    `spared` names columns in the order in which they go. What still finds no room stands out to the right.
    """
    left = list(columns)
    for name in spared:
        if _whole([column.least for column in left]) > width:
            left = [column for column in left if column.name != name]
    widths = [column.width for column in left]
    room = [column.width - column.least for column in left]
    while _whole(widths) > width and any(room):
        longest = max((place for place in range(len(left)) if room[place]), key=widths.__getitem__)
        widths[longest] -= 1
        room[longest] -= 1
    return [column.cut(cut) for column, cut in zip(left, widths, strict=True)]


def _whole(widths: Sequence[int]) -> int:
    return sum(widths) + len(BETWEEN) * (len(widths) - 1)


def lines_of_table(columns: Sequence[Column]) -> Iterator[str]:
    """The lines of a table: heads, strokes, rows. Heads are on as many lines as their cells need room."""
    widths = [column.width for column in columns]
    heads = [wrap(column.head, max(column.width, 1)) for column in columns]
    high = max(map(len, heads), default=0)
    rows = [*zip_longest(*([""] * (high - len(head)) + head for head in heads), fillvalue="")]
    rows += [tuple("-" * width for width in widths), *zip(*(column.cells for column in columns), strict=True)]
    for row in rows:
        cells = zip(row, widths, columns, strict=True)
        shown = (text.rjust(width) if column.right else text.ljust(width) for text, width, column in cells)
        yield BETWEEN.join(shown).rstrip()
