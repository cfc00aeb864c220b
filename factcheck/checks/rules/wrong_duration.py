"""A number of hours, days, months or years that the times and dates beside it do not span.

Wrong: Pameran digelar selama tiga hari, 5-9 Agustus 2024.
Right: Pameran digelar selama lima hari, 5-9 Agustus 2024.
Why: "selama … hari" stands in one sentence with the first and the last day. Both counts pass, with the first day and
    without it (5-9 Agustus is five days, or four), and so do working days where they can fit. Hours are held against
    two times of day ("pukul 08.30-11.45, selama dua jam 15 menit"), months and years against two months or years
    ("kontrak dua tahun, Januari 2023 hingga Januari 2026"); what was broken by a rest passes.
Silence: `wrong-duration` under `ignore` in the configuration, or `[sic]` behind the number.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise

from factcheck.cache.patterns import compiled
from factcheck.checks.declare import rule
from factcheck.checks.needs import lasting, timed
from factcheck.judging.case import Case
from factcheck.language.figures import DateMention, Number
from factcheck.language.fold import alternation, fold, word_start
from factcheck.language.language import Language
from factcheck.messages import message
from factcheck.model import Evidence, Finding, Span, Suggestion
from factcheck.typed import NamedTuple

RULE = "wrong-duration"
BESIDE, JOINED = 80, 25
"""Letters between the number of days and the dates, and between the first day and the last."""
LONGEST = 60
"""Days that are counted one by one."""
SENTENCE_END = compiled(r"[.!?;\n]\s")


class Words(NamedTuple):
    """The words of durations, over folded text."""

    lasting: re.Pattern[str]
    days: re.Pattern[str]
    until: re.Pattern[str]
    ended: re.Pattern[str]
    first: re.Pattern[str]
    opens: re.Pattern[str]


class Period(NamedTuple):
    """A first and a last day as written, and how many days they are with both."""

    span: Span
    days: int


@cache
def _words(language: Language) -> Words:
    words, until = language.changes.durations, alternation(language.dates.until)
    return Words(
        compiled(rf"{word_start(words.lasting)}\s(?:[a-z]+\s)?$"),
        compiled(rf"\s(?:{alternation(words.days)})(?![a-z])(?!\s(?:{alternation(words.not_after)})(?![a-z]))"),
        compiled(rf"\s?(?:{until})\s?(?:[a-z]+,?\s)?\(?"),
        compiled(rf"[^.!?;\n0-9]{{0,30}}\s(?:{alternation(language.numbers.ended)})\s(?:[a-z]+,?\s){{0,2}}\(?"),
        compiled(rf"(?<![0-9])(?P<day>[0-9]{{1,2}})\s?(?:{until})\s?$"),
        compiled(rf"[^.!?;\n0-9]{{0,40}}\.\s(?:{alternation(words.lasting)})\s"),
    )


@rule(RULE, "warning", after="list-order", needs=lasting)
def check(case: Case) -> Iterator[Finding]:
    """A finding for each number of days in a case beside dates that span another number."""
    low, words = fold(case.document.plain), _words(case.language)
    periods = list(_periods(case, low))
    starts = [period.span.start for period in periods]
    for number in case.numbers:
        lasting = words.lasting.search(low, max(0, number.start - 30), number.start)
        if not periods or lasting is None or not words.days.match(low, number.end):
            continue
        place = bisect_left(starts, number.start)
        beside = [
            period
            for period in periods[max(0, place - 1) : place + 1]
            if _are_beside(low, number, period, case.language)
        ]
        if len(beside) == 1 and not _spans(beside[0].days, number.value):
            yield _finding(case, number, beside[0])


@rule(RULE, "warning", after=RULE, needs=timed, itself=True)
def check_times(case: Case) -> Iterator[Finding]:
    """A finding for each number of hours, months or years in a case beside times that span another number."""
    from factcheck.checks.durations.hours import hours_missed
    from factcheck.checks.durations.hours import units as by_clock
    from factcheck.checks.durations.months import months_missed
    from factcheck.checks.durations.months import units as by_calendar
    from factcheck.checks.durations.told_times import spelled

    for missed, units in (
        *((one, by_clock(case.language)) for one in hours_missed(case)),
        *((one, by_calendar(case.language)) for one in months_missed(case)),
    ):
        span = missed.told.span
        right = spelled(case, missed, units)
        row = f"{case.document.text[slice(*missed.stretch.span)]}: {right}"
        yield Finding(
            RULE,
            "warning",
            message(
                "{text} is told, the times beside it span {right}.", text=case.document.text[slice(*span)], right=right
            ),
            span.start,
            span.end,
            expected=right,
            suggestions=(Suggestion(*span, right),),
            evidence=(Evidence("arithmetic", "", missed.stretch.spans, row),),
        )


def _periods(case: Case, low: str) -> Iterator[Period]:
    """The first and last days of an article: 5-9 Agustus; 28 Agustus hingga 2 September."""
    year = case.document.published.year if case.document.published else 2001
    for mention in case.dates:
        first = _words(case.language).first.search(low, mention.start, mention.figure.start)
        if first:
            yield from _period(Span(mention.start, mention.end), mention, mention._replace(day=int(first["day"])), year)
    for one, other in pairwise(case.dates):
        words = _words(case.language)
        joined = other.start - one.end <= JOINED and words.until.fullmatch(low, one.end, other.start)
        if joined or (other.start - one.end <= BESIDE and words.ended.fullmatch(low, one.end, other.start)):
            yield from _period(Span(one.start, other.end), other, one, year)


def _period(span: Span, last: DateMention, first: DateMention, year: int) -> Iterator[Period]:
    end = last.year or year
    try:
        days = (date(end, last.month, last.day) - date(first.year or end, first.month, first.day)).days + 1
    except ValueError:
        return
    if 1 < days <= LONGEST:
        yield Period(span, days)


def _are_beside(low: str, number: Number, period: Period, language: Language) -> bool:
    """Whether no sentence ends between the two, or the next one opens with the word of what lasts: "… 10 Juni. Selama
    sepuluh hari"."""
    one, other = sorted((Span(number.start, number.end), period.span))
    between = low[one.end : other.start]
    if len(between) > BESIDE:
        return False
    return SENTENCE_END.search(between) is None or _words(language).opens.fullmatch(between) is not None


def _spans(days: int, told: Decimal) -> bool:
    """Whether so many days are told: with the first day, without it, or only those of work."""
    working = days * 5 // 7
    return told in (days, days - 1) or (days > 7 and working - 1 <= told <= working + 1)


def _finding(case: Case, number: Number, period: Period) -> Finding:
    from factcheck.checks.figures.odd_one import spelled_like

    right = spelled_like(case.document, number, Decimal(period.days))
    row = f"{case.document.text[slice(*period.span)]}: {period.days}"
    return Finding(
        RULE,
        "warning",
        message(
            "{text} days are told, the dates span {days}.",
            text=case.document.text[slice(*number.figure)],
            days=period.days,
        ),
        number.start,
        number.end,
        expected=right,
        suggestions=(Suggestion(*number.figure, right),),
        evidence=(Evidence("arithmetic", "", Decimal(period.days), row),),
    )
