"""A mean that the figures in front of it do not make.

Wrong: Nilai tiga puskesmas masing-masing 78,5, 84, dan 90,5 sehingga rata-ratanya 86,33.
Right: Nilai tiga puskesmas masing-masing 78,5, 84, dan 90,5 sehingga rata-ratanya 84,33.
Why: three figures and more stand in a row, closed by "dan", and the mean right behind them or "rata-rata" with them in
    between; it is a slip of the finger from theirs. One that differs otherwise may weigh them, or be of others
    ("rata-rata nasional"). One for each of so many ("rata-rata 84,87 ribu jiwa setiap tahun") is held against their
    total, told right in front of it with their number.
Silence: `wrong-mean` under `ignore` in the configuration, or `[sic]` behind the figure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.cache.patterns import compiled
from factcheck.checks.declare import rule
from factcheck.checks.needs import meant
from factcheck.judging.case import Case
from factcheck.language.figures import Number
from factcheck.language.fold import fold, whole_places
from factcheck.language.interval import is_round_of
from factcheck.messages import Message, message
from factcheck.model import Evidence, Finding, Span, Suggestion
from factcheck.reading.sums.operands import words_of
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

    low, around = fold(case.document.plain), words_of(case.language).around
    for mean in _means(case, low):
        fits = abs(mean.told.value - mean.made) <= mean.told.quantum or is_round_of(mean.told.value, mean.made)
        if (
            not fits
            and slips(mean.told, mean.made) == 1
            and not around.search(low, max(0, mean.told.start - LED), mean.told.start)
        ):
            yield _finding(case, mean)
    yield from _each(case)


def _each(case: Case) -> Iterator[Finding]:
    """A finding at each mean for one of so many that their total does not make."""
    from factcheck.checks.figures.odd_one import figure_of, spelled_like
    from factcheck.checks.figures.shared_evenly import shared_evenly

    for found in shared_evenly(case):
        right, written = spelled_like(case.document, found.told, found.made), figure_of(case.document, found.told)
        row = " / ".join(case.document.text[one.start : one.end] for one in (found.total, found.shared)) + f" = {right}"
        yield _odd(
            found.told, found.made, right, message("{text} is not their mean: {row}.", text=written, row=row), row
        )


def _means(case: Case, low: str) -> Iterator[Mean]:
    """The means told behind the figures ("…, dan 90,5 sehingga rata-ratanya 86,33") or around them ("rata-rata
    ketiganya, yakni 80, 85, dan 90, adalah 87")."""
    starts = [number.start for number in case.numbers]
    for start, end in whole_places(low, low, case.language.changes.totals.means):
        told = bisect_left(starts, start)
        yield from _told_of(case, low, _row(case, low, told), told, (start, end))
        first = bisect_left(starts, end)
        last = _end_of_row(case, low, first)
        yield from _told_around(case, low, end, first, last)


def _told_of(case: Case, low: str, row: Sequence[Number], at: int, said: tuple[int, int]) -> Iterator[Mean]:
    """The mean at a place behind its word, of a row in front of that."""
    told = next(iter(case.numbers[at : at + 1]), None)
    if row and told is not None and said[0] - row[-1].end <= BACK and told.start - said[1] <= LED:
        yield from _alike(low, told, row, Span(row[-1].end, told.start))


def _told_around(case: Case, low: str, end: int, first: int, last: int) -> Iterator[Mean]:
    """The mean behind a row that its word stands in front of."""
    told, row = next(iter(case.numbers[last : last + 1]), None), _row(case, low, last)
    if told is None or not row:  # no figure stands behind the word, or no row of them
        return
    if row[0] is case.numbers[first] and row[0].start - end <= LED and told.start - row[-1].end <= LED:
        yield from _alike(low, told, row, Span(end, told.start))


def _end_of_row(case: Case, low: str, first: int) -> int:
    """Behind which of the figures the row ends that begins with one: where "dan" leads to the last, or no comma on."""
    last, most = words_of_totals(case.language).last, min(len(case.numbers), first + MOST)
    for end in range(first + 1, most):
        if not _is_joined(case, low, end):
            return end
        if last.search(low, case.numbers[end - 1].end, case.numbers[end].start):
            return end + 1
    return most


def _row(case: Case, low: str, at: int) -> Sequence[Number]:
    """The figures in a row in front of a place, the last two joined by "dan"; none where there are fewer than three."""
    first = at - 1
    while first > max(0, at - MOST) and _is_joined(case, low, first):
        first -= 1
    row = case.numbers[max(0, first) : at]
    last = words_of_totals(case.language).last
    closed = len(row) >= FEWEST and last.search(low, row[-2].end, row[-1].start)
    return row if closed and all(one.form == "digits" for one in row) else ()


def _is_joined(case: Case, low: str, at: int) -> bool:
    """Whether a comma or "dan" leads to a figure from the one in front of it."""
    one, other = case.numbers[at - 1 : at + 1]
    between = low[one.end : other.start]
    joined = "," in between or words_of_totals(case.language).last.search(between) is not None
    return joined and len(between) <= BETWEEN and one.unit == other.unit and not STOP.search(between)


def _alike(low: str, told: Number, row: Sequence[Number], between: Span) -> Iterator[Mean]:
    """The mean of a row in its sentence, where all are figures of one unit."""
    alike = told.form == "digits" and all(one.unit == told.unit for one in row)
    if alike and not STOP.search(low, *between):
        yield Mean(told, row)


def _finding(case: Case, mean: Mean) -> Finding:
    from factcheck.checks.figures.odd_one import figure_of, spelled_like

    right, written = spelled_like(case.document, mean.told, mean.made), figure_of(case.document, mean.told)
    terms = " + ".join(figure_of(case.document, one) for one in mean.figures)
    row = f"({terms}) / {len(mean.figures)} = {right}"
    return _odd(mean.told, mean.made, right, message("{text} is not their mean: {row}.", text=written, row=row), row)


def _odd(told: Number, made: Decimal, right: str, said: Message, row: str) -> Finding:
    """A finding at a mean, with what it would be."""
    return Finding(
        RULE,
        "warning",
        said,
        told.start,
        told.end,
        expected=right,
        suggestions=(Suggestion(*told.figure, right),),
        evidence=(Evidence("arithmetic", "", made.quantize(Decimal("0.01")), row),),
    )
