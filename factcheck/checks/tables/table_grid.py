"""A table as rows of figures, with what its heads and the first cells of its rows say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case
from factcheck.language.figures import PERCENT, Number
from factcheck.language.fold import fold
from factcheck.model import Block, Span
from factcheck.typed import NamedTuple

KINDS = ("header", "row")
LEAST = 3
"""Rows of a table in which anything follows from the others."""
OTHER = 14
"""Letters that may stand beside the figure of a cell: what it counts."""
DASHED = compiled(r"\s*(?:[-–•*└>]|--)\s")
_WORD = compiled(r"[a-z%]+")


class Row(NamedTuple):
    """A row: its first words, the figures of its cells by column, and whether it is a part of the row above."""

    label: str
    figures: Mapping[int, Number]
    within: bool
    total: bool


class Grid(NamedTuple):
    """A table: its rows, and the head of each column, folded."""

    rows: Sequence[Row]
    heads: Sequence[str]

    def is_share(self, column: int) -> bool:
        """Whether a column holds percentages."""
        figures = [row.figures[column] for row in self.rows if column in row.figures]
        return bool(figures) and all(one.unit == PERCENT for one in figures)


@lru_cache(maxsize=2)
def grids(case: Case) -> Sequence[Grid]:
    """The tables of a draft that have rows enough."""
    tables = groupby(case.document.blocks, key=lambda block: block.kind in KINDS)
    found = (grid for told, blocks in tables if told for grid in _grids(case, list(blocks)))
    return [grid for grid in found if len(grid.rows) >= LEAST]


def _grids(case: Case, blocks: Sequence[Block]) -> Iterator[Grid]:
    """The tables of rows that stand together: each begins with a header."""
    low = fold(case.document.plain)
    heads: Sequence[str] = ()
    rows: list[Row] = []
    for block in blocks:
        if block.kind == "header":
            yield Grid(rows, heads)
            rows, heads = [], [low[slice(*cell)] for cell in block.cells]
        elif block.cells:
            rows.append(_row(case, low, block, heads))
    yield Grid(rows, heads)


def _row(case: Case, low: str, block: Block, heads: Sequence[str]) -> Row:
    words = case.language
    figures = {}
    for column, cell in enumerate(block.cells):
        number = _figure(case, low, cell)
        if number is not None:
            head = heads[column] if column < len(heads) else ""
            told = not number.unit and any(word in head for word in words.numbers.percent)
            figures[column] = number._replace(unit=PERCENT) if told else number
    label = next((low[slice(*cell)] for cell in block.cells if compiled("[a-z]").search(low[slice(*cell)])), "")
    first = _WORD.search(label)
    total = first is not None and first[0] in words.changes.totals.rows
    within = bool(block.cells) and any(DASHED.match(low, cell.start) for cell in block.cells[:2])
    return Row(label, figures, within, total)


def _figure(case: Case, low: str, cell: Span) -> Number | None:
    """The one figure of a cell that holds hardly anything else."""
    first = bisect_left(case.numbers, cell.start, key=lambda number: number.start)
    inside = [one for one in case.numbers[first : first + 2] if one.end <= cell.end]
    if len(inside) != 1 or inside[0].form != "digits":
        return None
    beside = low[cell.start : inside[0].start] + low[inside[0].end : cell.end]
    plain = len(beside) <= OTHER and not any(sign.isdigit() for sign in beside)
    return inside[0] if plain else None
