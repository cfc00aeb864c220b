"""The right value under the wrong year.

Wrong: Di tahun 2023 daerah itu masih di zona kuning dengan nilai 60,35.
Right: Di tahun 2022 daerah itu masih di zona kuning dengan nilai 60,35.
Why: the reference has another value for the year as written, and this very value for the same subject in another
    year; or all figures of an article belong to the year beside the one it opens with, and which it never names, or
    all that follow a year, that of a month or that of the title, to the one beside it; or a figure belongs to another
    year than the one in its clause, or told last in front of it; or results were told on a day
    on which those of another year were; or a rate that nearly all had in the year beside stands with what was paid in
    this one, in which hardly anybody had it. A rate told of one month that is known of another ("Februari 2024 yang
    masih 5,32 persen") is a warning.
    So is a figure right in the year before or after alone among several of one year, each behind its name, where no
    other year is told beside it. Where other figures under the same written year are right, the value is taken for the
    slip instead; where the draft tells the value of its own year too right in front, it is flagged at the value, which
    was taken over.
Silence: `wrong-period` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks.declare import rule
from factcheck.checks.subject_needs import asked_of_packs
from factcheck.judging.case import Case
from factcheck.judging.grounds.ground import Ground
from factcheck.judging.years.governed import may_be_another, year_marks_of
from factcheck.judging.years.right_year import is_distinctive
from factcheck.judging.years.told_years import was_passed_by
from factcheck.judging.years.unnamed_year import of_head, of_season, passed_over
from factcheck.judging.years.year_slips import Slip, explained, follows, slips
from factcheck.language.figures import PERCENT
from factcheck.language.fold import fold, words_in
from factcheck.messages import Message, message
from factcheck.model import Claim, Event, Finding, Span
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.period.year_marks import is_next_to
from factcheck.reading.scan.mentions import Tag
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.checks.years.month_slips import MonthSlip

RULE = "wrong-period"
FEWEST = 4
"""So many figures may be all of one year but for one."""


@rule(RULE, "error", after="known-slip", needs=asked_of_packs, ground=Ground.CLAUSE)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each written year that its figures do not belong to."""
    found = slips(case)
    for slip in found:
        if not follows(case, slip, found):
            yield _finding(case, slip)
    told, months = {slip.span for slip in found}, _month_slips(case)
    unnamed = message("{values}: the figures are of {right}, which the article never names, and not of {year}.")
    behind = message("All figures that follow are of {right}, not of {year}: {values}.")
    for way, sentence in (
        (passed_over, unnamed),
        (of_head, message("It says {year}; beside it stands {right}, of which the figures are: {values}.")),
        (of_season, message("The months are of {year}, the figures of {right}: {values}.")),
        (_of_measure, behind),
        (_spoken_past, message("It says {year}, but of {right} is what stands beside it: {values}.")),
        (_of_months, behind),
        (_of_heads, behind),
        (_of_rates, message("The rate of nearly all in {right} stands beside {year}: {values}.")),
        (_of_title, message("The title says {year}; the figures are of {right}: {values}.")),
    ):
        for span, claims in way(case):
            if way is _spoken_past and any(one.month.start <= span.start < one.month.end for one in months):
                continue
            if span not in told and not _is_of_no_results(case, span, claims):
                told.add(span)
                yield _of_another_year(case, span, claims, sentence)
    yield from _of_odd_years(case)
    yield from _of_ranks(case)
    for span, event in _of_events(case):
        if span not in told:
            told.add(span)
            yield _of_another_event(case, span, event)
    others = (one for one in months if not any(one.month.start <= span.start < one.month.end for span in told))
    yield from (_of_another_month(case, one) for one in others)


def _finding(case: Case, slip: Slip) -> Finding:
    from factcheck.checks.years.period_findings import of_slip

    return of_slip(RULE, case, slip)


def _of_another_year(case: Case, span: Span, claims: Sequence[Claim], sentence: Message) -> Finding:
    from factcheck.checks.years.period_findings import of_another_year

    return of_another_year(RULE, case, span, claims, sentence)


def _of_another_event(case: Case, span: Span, event: Event) -> Finding:
    from factcheck.checks.years.period_findings import of_event

    return of_event(RULE, case, span, event)


def _of_another_month(case: Case, slip: MonthSlip) -> Finding:
    from factcheck.checks.years.period_findings import of_month

    return of_month(RULE, case, slip)


def _month_slips(case: Case) -> Sequence[MonthSlip]:
    if case.article.setting is None or words_in(fold(case.document.plain)).isdisjoint(case.language.dates.months):
        return ()
    if not any(number.unit == PERCENT for number in case.numbers):
        return ()
    from factcheck.checks.years.month_slips import month_slips

    return [*month_slips(case)]


def _spoken_past(case: Case) -> Iterator[tuple[Span, tuple[Claim, ...]]]:
    if any(is_distinctive(claim) and was_passed_by(case, claim) for claim in case.claims):
        from factcheck.judging.years.year_beside import of_year_beside

        yield from of_year_beside(case)


def _of_measure(case: Case) -> Iterator[tuple[Span, tuple[Claim, ...]]]:
    others = may_be_another(case)
    if any(mark.year in others for _, mark in year_marks_of(case)):
        from factcheck.judging.years.governing_year import of_measure

        yield from of_measure(case)


def _of_odd_years(case: Case) -> Iterator[Finding]:
    figures = [claim for claim in case.claims if isinstance(claim.value, Decimal) and kind_of(claim.kind) is VALUE]
    spans = Counter(claim.period_span for claim in figures)
    carried = {claim.period for claim in figures if claim.period_span is None or spans[claim.period_span] > 1}
    if len(figures) < FEWEST or len(carried) == 1:
        return
    from factcheck.checks.years.period_findings import of_odd_year
    from factcheck.judging.years.odd_years import odd_years

    yield from (of_odd_year(RULE, case, odd) for odd in odd_years(case))


def _of_ranks(case: Case) -> Iterator[Finding]:
    """Ranks that the year beside theirs has, and nothing else speaks against."""
    refuted = [one for one in case.claims if one.kind == "rank" and case.answer(one).verdict == "contradicted"]
    if not any(case.answer(one).periods for one in refuted):
        return
    from factcheck.judging.grounds.rank_grounds import may_be_of_another_year

    told = explained(case)
    for claim in refuted:
        if claim.id not in told and claim.period_span is not None and may_be_of_another_year(case, claim):
            right = next(one.period for one in case.answer(claim).periods if is_next_to(claim.period, one.period))
            yield _finding(case, Slip(claim.period_span, right, (claim,), beside=True))


def _of_months(case: Case) -> Iterator[tuple[Span, tuple[Claim, ...]]]:
    if words_in(fold(case.document.plain)).isdisjoint(case.language.dates.months):
        return
    if not any(number.unit == PERCENT or number.quantum > 1 for number in case.numbers):
        return
    from factcheck.judging.years.month_years import of_months

    yield from of_months(case)


def _of_heads(case: Case) -> Iterator[tuple[Span, tuple[Claim, ...]]]:
    if any(frame.sentence.kind in ("header", "item") for frame in case.frames):
        from factcheck.judging.years.heads import of_heads

        yield from of_heads(case)


def _of_title(case: Case) -> Iterator[tuple[Span, tuple[Claim, ...]]]:
    if not any(frame.sentence.kind == "title" and frame.has(Tag.YEAR_DIGITS) for frame in case.frames):
        return
    from factcheck.judging.years.title_year import of_title

    yield from of_title(case)


def _of_rates(case: Case) -> Iterator[tuple[Span, tuple[Claim, ...]]]:
    if any(number.unit == PERCENT for number in case.numbers):
        from factcheck.judging.years.shared_rates import of_shared_rates

        yield from of_shared_rates(case)


def _of_events(case: Case) -> Iterator[tuple[Span, Event]]:
    if not case.dates or not case.frames:
        return
    from factcheck.judging.years.event_years import of_events

    yield from of_events(case)


def _is_of_no_results(case: Case, span: Span, claims: Sequence[Claim]) -> bool:
    from factcheck.judging.years.foreseen import is_no_year_of_results

    return is_no_year_of_results(case, span, claims)
