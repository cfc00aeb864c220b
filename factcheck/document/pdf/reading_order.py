"""In which order a page is read: lines as the file has them, columns that it draws across put straight, rows of tables.

The order of the file is right for what word processors and browsers print, also in columns. Some programs draw a page
line by line over all its columns: those are known by a gutter that runs down many lines of prose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from factcheck.document.pdf.printed_pages import Stretch
from factcheck.typed import NamedTuple

FEWEST_ROWS = 4
"""Lines with a gutter at one place: fewer stand beside each other by chance."""
PROSE = 18
"""Letters: what stands in a column of prose is longer on the average, what stands in a cell is shorter."""
LONGEST_CELL = 80
"""Letters of the longest cell of a table."""

Row = tuple[Stretch, ...]
"""What stands beside each other on one line."""


class Line(NamedTuple):
    """A line of a page: one stretch, or the cells of a row of a table (None for an empty one)."""

    cells: tuple[Stretch | None, ...]

    @property
    def text(self) -> str:
        """What it says."""
        return " ".join(cell.text for cell in self.cells if cell)

    @property
    def box(self) -> Stretch:
        """All its cells as one stretch."""
        return _joined([cell for cell in self.cells if cell])


def lines_of(stretches: Sequence[Stretch]) -> list[Line]:
    """The lines of a page in the order in which they are read."""
    rows = list(chain.from_iterable(_straightened(list(_rows(stretches)))))
    return list(_tables(rows))


def _rows(stretches: Sequence[Stretch]) -> Iterator[Row]:
    """Stretches that follow each other in the file and stand on one line, from left to right."""
    held: list[Stretch] = []
    for stretch in stretches:
        if held and not _beside(held[-1], stretch):
            yield tuple(held)
            held = []
        held.append(stretch)
    if held:
        yield tuple(held)


def _beside(a: Stretch, b: Stretch) -> bool:
    common = min(a.top, b.top) - max(a.bottom, b.bottom)
    return common > min(a.height, b.height) / 2 and b.left > a.left


def _straightened(rows: list[Row]) -> Iterator[list[Row]]:
    """Rows of columns of prose taken apart: the left column first, then what is right of it."""
    at = 0
    while at < len(rows):
        end, gutter = _gutter(rows, at)
        if end - at >= FEWEST_ROWS and _is_prose(rows[at:end], gutter):
            yield [part for row in rows[at:end] if (part := tuple(s for s in row if s.left < gutter))]
            right = [part for row in rows[at:end] if (part := tuple(s for s in row if s.left >= gutter))]
            yield from _straightened(right)
        else:
            end = at + 1
            yield rows[at:end]
        at = end


def _gutter(rows: list[Row], at: int) -> tuple[int, float]:
    """How far down a gap of row `at` goes (the index behind it), and its middle; the gap that goes farthest."""
    found = [_down(rows, at, a.right, b.left) for a, b in zip(rows[at], rows[at][1:], strict=False)]
    return max(found, default=(at, 0.0))


def _down(rows: list[Row], at: int, left: float, right: float) -> tuple[int, float]:
    end = last = at
    kept = (left, right)
    while end < len(rows):
        narrowed = _narrowed(rows[end], left, right)
        if narrowed is None:
            break
        left, right = narrowed
        end += 1
        if len(rows[end - 1]) > 1:  # under the last lines of both columns stands what belongs to neither
            last, kept = end, (left, right)
    return last, sum(kept) / 2


def _narrowed(row: Row, left: float, right: float) -> tuple[float, float] | None:
    """What is left of a gap where it passes a row; None where the row stands in its way."""
    for stretch in row:
        if stretch.right <= (left + right) / 2:
            left = max(left, stretch.right)
        elif stretch.left >= (left + right) / 2:
            right = min(right, stretch.left)
        else:
            return None
    return (left, right) if left < right else None


def _is_prose(rows: list[Row], gutter: float) -> bool:
    sides = [[s.text for row in rows for s in row if (s.left < gutter) == before] for before in (True, False)]
    lines = [sum(any((s.left < gutter) == before for s in row) for row in rows) for before in (True, False)]
    return all(
        count >= FEWEST_ROWS and sum(map(len, side)) / count >= PROSE for side, count in zip(sides, lines, strict=True)
    )


def _tables(rows: list[Row]) -> Iterator[Line]:
    """Rows as lines: those of a table with their cells, those with gaps only as one stretch."""
    at = 0
    while at < len(rows):
        end = at
        while end < len(rows) and len(rows[end]) > 1:
            end += 1
        bands = _bands(rows[at:end])
        if end - at > 1 and len(bands) > 1 and _short(rows[at:end]):
            yield from (Line(_cells(row, bands)) for row in rows[at:end])
        else:
            end = max(end, at + 1)
            yield from (Line((_joined(row),)) for row in rows[at:end])
        at = end


def _short(rows: Sequence[Row]) -> bool:
    return all(len(stretch.text) <= LONGEST_CELL for row in rows for stretch in row)


def _bands(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """The columns that the cells of `rows` stand in, as spans from left to right; they overlap nowhere."""
    bands: list[tuple[float, float]] = []
    for left, right in sorted((stretch.left, stretch.right) for row in rows for stretch in row):
        if bands and left < bands[-1][1]:
            bands[-1] = (bands[-1][0], max(bands[-1][1], right))
        else:
            bands.append((left, right))
    return bands


def _cells(row: Row, bands: Sequence[tuple[float, float]]) -> tuple[Stretch | None, ...]:
    held = [[stretch for stretch in row if left <= stretch.left < right] for left, right in bands]
    return tuple(_joined(cell) if cell else None for cell in held)


def _joined(stretches: Sequence[Stretch]) -> Stretch:
    return Stretch(
        " ".join(stretch.text for stretch in stretches),
        min(stretch.left for stretch in stretches),
        max(stretch.right for stretch in stretches),
        min(stretch.bottom for stretch in stretches),
        max(stretch.top for stretch in stretches),
    )
