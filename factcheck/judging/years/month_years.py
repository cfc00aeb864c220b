"""The year of a month that the figures behind it refute: they are all of that month of the year beside it.

"Angka kemiskinan Maret 2022: nasional 9,36 persen, Aceh 14,45": rates are of months, and a month is of a year.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from factcheck.judging.case import Case
from factcheck.judging.vouching import digits_printed
from factcheck.judging.years.governed import ends_of, is_dated_apart, since, year_marks_of
from factcheck.judging.years.right_year import is_distinctive
from factcheck.language.figures import PERCENT
from factcheck.model import Claim, Span
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.period.year_marks import Mark, month_marks
from factcheck.reading.scan.frame import Frame, with_tag
from factcheck.reading.scan.mentions import Tag

PAIR = 2
"""So many figures of the other year show it, where the reference has nothing of the month as written."""
LONG = 3
"""So many digits of one figure do, which stands there at once, where it has that otherwise."""


def of_months(case: Case) -> Iterator[tuple[Span, tuple[Claim, ...]]]:
    """The years of months that nothing they govern is of, where all of it is of that month of the year beside; with
    the figures that show it, as of that year."""
    dated = [(frame, *one) for frame in with_tag(case.frames, Tag.YEAR_DIGITS) for one in month_marks(frame)]
    if not dated:
        return
    marks = [*year_marks_of(case), *((frame, mark) for frame, _, mark in dated)]
    ends = ends_of(case, sorted(marks, key=lambda one: one[1].span))
    for frame, month, mark in dated:
        if mark.led or since(case, mark.span) or any(one.number is not None for one in frame.mentions[: mark.at]):
            continue  # "turun 0,56 poin terhadap Maret 2022" is told of the figures in front
        end = ends[bisect_right(ends, mark.span.start)]
        right, told = _shown(case, frame, (month, mark), end)
        if right:
            yield mark.span, tuple(claim._replace(period=right) for claim in told)


def _shown(case: Case, frame: Frame, told: tuple[int, Mark], end: int) -> tuple[str, Sequence[Claim]]:
    """The year beside a written one of whose month nearly all that is told from there to a place is, with what shows
    it; empty where something is of the month as written."""
    month, mark = told
    governed = [one for one in case.claims.over(mark.span.end, end) if is_distinctive(one)]
    governed = [one for one in governed if kind_of(one.kind) is VALUE and not is_dated_apart(one, mark)]
    if _has_its_own(frame, mark, governed):
        return "", ()
    fits = {one.id: _years_of_month(case, one, month) for one in governed}
    if any(mark.year in fits[one.id] for one in governed):
        return "", ()
    for right in (str(int(mark.year) - 1), str(int(mark.year) + 1)):
        shown = [one for one in governed if right in fits[one.id]]
        known = [one for one in governed if one in shown or case.answer(one).verdict != "unverifiable"]
        if 4 * len(shown) >= 3 * len(known) and (
            _is_at_once(case, frame, told, shown) or _are_most(case, shown, known, end)
        ):
            return right, shown
    return "", ()


def _has_its_own(frame: Frame, mark: Mark, governed: Sequence[Claim]) -> bool:
    """ "Capaian Maret 2023 8,68 persen.", and the next paragraph about others: whether the figure right behind a month
    is none of those that it would govern, as nobody read it."""
    behind = frame.mentions[mark.at + 1].number if mark.at + 1 < len(frame.mentions) else None
    return behind is not None and behind.quantum < 1 and all(one.start != behind.figure.start for one in governed)


def _are_most(case: Case, shown: Sequence[Claim], known: Sequence[Claim], end: int) -> bool:
    """Whether two figures and more show another year, and more than there are rates that nobody is known for: those of
    islands, of the townspeople."""
    first = bisect_left(case.numbers, shown[0].start if shown else end, key=lambda one: one.start)
    behind = takewhile(lambda one: one.start < end, case.numbers[first:])
    rates = sum(one.quantum < 1 and one.unit == PERCENT for one in behind)
    strange = rates - len({one.start for one in known})
    return len({one.start for one in shown}) >= PAIR and len(shown) > strange


def _years_of_month(case: Case, claim: Claim, month: int) -> Collection[str]:
    """The years in whose month the reference has what a claim says."""
    facts = case.reference.facts(claim.measure, claim.subject, "", claim.pack) if claim.measure else ()
    return {fact.period[:4] for fact in facts if fact.period[4:] == f"-{month:02d}" and claim.states(fact.value)}


def _is_at_once(case: Case, frame: Frame, told: tuple[int, Mark], shown: Sequence[Claim]) -> bool:
    """Whether the first figure behind the month, in its sentence, is one of those that show another year, and the
    reference has something else in the month as written."""
    month, mark = told
    first = next((one.start for one in frame.mentions[mark.at + 1 :] if one.number is not None), -1)
    return any(
        fact.period == f"{mark.year}-{month:02d}" and claim.start == first and digits_printed(claim) >= LONG
        for claim in shown
        for fact in case.reference.facts(claim.measure, claim.subject, "", claim.pack)
    )
