"""Columns that change their meaning half-way: an index down to row 20, people from there on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise

from factcheck.messages import message
from factcheck.model import Problem
from factcheck.reference.importing.cell_figures import Figure

FAR = 20
"""How many times greater all figures under a row of text are than all above it, or smaller, where that row began
another table. Within one table cities lie that far from regencies (people on a square kilometre), but under their own
heading, which is no such row."""
FARTHER = 100
"""The same where no row stands between, but all figures on one side are whole and none on the other."""
FEWEST, MORE = 2, 3
"""Figures on either side, the province under its regencies is one alone; and where no row stands between."""

Breaks = Mapping[tuple[str, str], Collection[int]]
"""File and sheet -> rows with a text that was left out."""


def half_way(figures: Sequence[Figure], breaks: Breaks) -> tuple[Problem, ...]:
    """The first figure of a column that cannot be of what the column was about before, one a column."""
    columns: dict[tuple[str, str, int, str], list[Figure]] = defaultdict(list)
    for one in figures:
        if one.value > 0:
            columns[one.about.sheet.file, one.about.sheet.name, one.about.column, one.measure].append(one)
    found = (
        _changed(sorted(some, key=lambda one: one.about.row), breaks.get(place[:2], ()))
        for place, some in columns.items()
    )
    return tuple(problem for problem in found if problem)


def _changed(some: Sequence[Figure], rows: Collection[int]) -> Problem | None:
    for at in _jumps([one.value for one in some]):
        before, after = some[:at], some[at:]
        first, last = after[0].about, before[-1].about
        if any(last.row < row < first.row for row in rows) or _of_two_kinds(before, after):
            what = message(
                "the columns change their meaning here, {before} above and {after} from here on: put the two tables "
                "into two files or sheets", before=_range(before), after=_range(after),
            )  # fmt: skip
            return first.sheet.problem(what, first.row, first.column)
    return None


def _jumps(values: Sequence[Decimal]) -> Iterator[int]:
    """The places where all that follows is far from all before."""
    most, least = list(accumulate(values, max)), list(accumulate(values, min))
    rest_most = list(accumulate(reversed(values), max))[::-1]
    rest_least = list(accumulate(reversed(values), min))[::-1]
    for before, at in pairwise(range(len(values))):
        enough = at >= FEWEST and len(values) - at >= FEWEST
        if enough and (rest_least[at] >= FAR * most[before] or least[before] >= FAR * rest_most[at]):
            yield at


def _of_two_kinds(before: Sequence[Figure], after: Sequence[Figure]) -> bool:
    """Whether whole numbers stand on one side and broken ones on the other, enough of both and far from each other."""
    low, high = sorted((before, after), key=lambda some: some[0].value)
    far = min(one.value for one in high) >= FARTHER * max(one.value for one in low)
    whole = [{one.value % 1 == 0 for one in some} for some in (before, after)]
    return far and min(len(before), len(after)) >= MORE and whole in ([{True}, {False}], [{False}, {True}])


def _range(some: Sequence[Figure]) -> str:
    values = [one.value.normalize() for one in some]
    return f"{min(values):f}–{max(values):f}"
