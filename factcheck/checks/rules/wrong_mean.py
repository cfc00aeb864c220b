"""A mean that the figures in front of it do not make.

Wrong: Nilai tiga puskesmas masing-masing 78,5, 84, dan 90,5 sehingga rata-ratanya 86,33.
Right: Nilai tiga puskesmas masing-masing 78,5, 84, dan 90,5 sehingga rata-ratanya 84,33.
Why: three figures and more stand in a row, closed by "dan", and the mean right behind them or "rata-rata" with them in
    between; it is a slip of the finger from theirs, or lies beyond all of them. One that differs otherwise may weigh
    them.
Silence: `wrong-mean` under `ignore` in the configuration, or `[sic]` behind the figure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from factcheck.cache.patterns import compiled
from factcheck.checks.declare import rule
from factcheck.checks.needs import meant
from factcheck.judging.case import Case
from factcheck.language.fold import fold, whole_places
from factcheck.language.interval import is_round_of
from factcheck.language.written import Number
from factcheck.messages import message
from factcheck.model import Evidence, Finding, Suggestion
from factcheck.reading.sums.operands import is_hedged
from factcheck.reading.sums.parts_of_totals import words_of_totals
from factcheck.typed import NamedTuple

RULE = "wrong-mean"
FEWEST, MOST = 3, 12
"""Figures in a row of which a mean is told."""
BETWEEN, LED, BACK = 40, 40, 60
"""Letters from one of them to the next, from the word to the mean or the first, and from the last to the word."""
STOP = compiled(r"[!?;\n]|\.(?=\s)")


class Mean(NamedTuple):
    """A mean as told, and the figures that it is told of."""

    told: Number
    figures: Sequence[Number]

    @property
    def made(self) -> Decimal:
        """The mean that the figures make."""
        return sum((one.value for one in self.figures), Decimal(0)) / len(self.figures)


@rule(RULE, "warning", after="wrong-multiple", needs=meant, itself=True)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each mean that its row of figures does not make, but for a slip."""
    from factcheck.reading.sums.mistyped import slips

    low = fold(case.document.plain)
    for mean in _means(case, low):
        made, values = mean.made, [one.value for one in mean.figures]
        fits = abs(mean.told.value - made) <= mean.told.quantum or is_round_of(mean.told.value, made)
        beyond = not min(values) <= mean.told.value <= max(values)
        if not fits and (beyond or slips(mean.told, made) == 1) and not is_hedged(low, mean.told, case.language):
            yield _finding(case, mean)


def _means(case: Case, low: str) -> Iterator[Mean]:
    """The means told behind the figures ("…, dan 90,5 sehingga rata-ratanya 86,33") or around them ("rata-rata
    ketiganya, yakni 80, 85, dan 90, adalah 87")."""
    numbers = case.numbers
    starts = [number.start for number in numbers]
    for start, end in whole_places(low, low, case.language.changes.totals.means):
        at = bisect_left(starts, start)
        behind = numbers[at : at + 1]
        row = _row_before(case, low, at)
        if row and behind and start - row[-1].end <= BACK and behind[0].start - end <= LED:
            if not STOP.search(low, row[-1].end, behind[0].start):
                yield from _alike(behind[0], row)
        first = bisect_left(starts, end)
        row = _row_before(case, low, _end_of_row(low, numbers, first))
        following = numbers[first + len(row) : first + len(row) + 1]
        if row and row[0] is numbers[first] and row[0].start - end <= LED and following:
            if not STOP.search(low, end, following[0].start) and following[0].start - row[-1].end <= LED:
                yield from _alike(following[0], row)


def _end_of_row(low: str, numbers: Sequence[Number], first: int) -> int:
    """Behind which of the figures the row ends that begins with one: where no comma or "dan" leads to the next."""
    end = first + 1
    while end < min(len(numbers), first + MOST) and _is_joined(low, numbers[end - 1], numbers[end]):
        end += 1
    return end


def _row_before(case: Case, low: str, at: int) -> Sequence[Number]:
    """The figures in a row in front of a place, the last two joined by "dan"; none where there are fewer than three."""
    first = at - 1
    while first > max(0, at - MOST) and _is_joined(low, case.numbers[first - 1], case.numbers[first]):
        first -= 1
    row = case.numbers[max(0, first) : at]
    last = words_of_totals(case.language).last
    closed = len(row) >= FEWEST and last.search(low, row[-2].end, row[-1].start)
    return row if closed and all(one.form == "digits" for one in row) else ()


def _is_joined(low: str, one: Number, other: Number) -> bool:
    between = low[one.end : other.start]
    joined = "," in between or " dan " in between or " and " in between
    return joined and len(between) <= BETWEEN and one.unit == other.unit and not STOP.search(between)


def _alike(told: Number, row: Sequence[Number]) -> Iterator[Mean]:
    if told.form == "digits" and all(one.unit == told.unit for one in row):
        yield Mean(told, row)


def _finding(case: Case, mean: Mean) -> Finding:
    from factcheck.checks.figures.odd_one import figure_of, spelled_like

    right, written = spelled_like(case.document, mean.told, mean.made), figure_of(case.document, mean.told)
    terms = " + ".join(figure_of(case.document, one) for one in mean.figures)
    row = f"({terms}) / {len(mean.figures)} = {right}"
    return Finding(
        RULE,
        "warning",
        message("{text} is not their mean: {row}.", text=written, row=row),
        mean.told.start,
        mean.told.end,
        expected=right,
        suggestions=(Suggestion(*mean.told.figure, right),),
        evidence=(Evidence("arithmetic", "", mean.made.quantize(Decimal("0.01")), row),),
    )
