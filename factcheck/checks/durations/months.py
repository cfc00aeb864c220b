"""Months and years that the dates beside them do not span: "kontrak dua tahun, Januari 2023 hingga Januari 2026"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.checks.durations.hours import SIGNS
from factcheck.checks.durations.told_times import Missed, Stretch, beside, times_told
from factcheck.judging.case import Case
from factcheck.language.fold import alternation, fold, words_in
from factcheck.language.language import Language
from factcheck.model import Span

YEAR, MONTH = 12, 30
DAY = compiled(r"(?<![0-9.,/])(?P<day>[0-9]{1,2})\s$")
MOST = 40 * YEAR
"""Months: what lasts longer is rather told of something else."""
OFF = Decimal("1.1")
"""Months that may be off: the first and the last are counted or are not, and begin and end on any day."""


def units(language: Language) -> dict[str, int]:
    """The units of a time by the calendar, in months."""
    return dict(language.numbers.units.age)


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """From a month to another, each maybe with its day behind it and its year; from a year to another."""
    until, month = alternation(language.numbers.until), alternation(language.dates.months)
    behind = r"(?:\s(?P<{0}e>[0-9]{{1,2}})(?![0-9.]))?(?:,?\s(?P<{0}y>(?:19|20)[0-9]{{2}}))?"
    one, other = (rf"(?P<{name}m>{month})(?![a-z])" + behind.format(name) for name in "ab")
    return (
        compiled(rf"{one}\s?(?:{until})\s?(?:[a-z]+\s)?(?:(?P<bd>[0-9]{{1,2}})\s)?{other}(?![0-9])"),
        compiled(rf"(?P<ay>(?:19|20)[0-9]{{2}})\s?(?:{until})\s?(?P<by>(?:19|20)[0-9]{{2}})(?![0-9.,/-]*[0-9])"),
    )


def months_missed(case: Case) -> Iterator[Missed]:
    """The durations of a draft that the months or the years beside them do not span."""
    told_times = times_told(case, units(case.language))
    if not told_times:
        return
    low = fold(case.document.plain)
    by_month, by_year = (list(found(low, case.language)) for found in (_by_month, _by_year))
    for told in told_times if by_month or by_year else ():
        one, off = beside(case, told, by_month), OFF if told.quantum < YEAR else OFF + told.quantum / 2
        if one is None and told.quantum == YEAR:
            one, off = beside(case, told, by_year, bound=True), Decimal(YEAR // 2)
        if one is not None and 0 < one.spans <= MOST and abs(told.size - one.spans) > off:
            yield Missed(told, one)


def _by_year(low: str, language: Language) -> Iterator[Stretch]:
    for match in _patterns(language)[1].finditer(low):
        if low[match.start() - 1 : match.start()] not in SIGNS:
            apart = int(match["by"]) - int(match["ay"])
            yield Stretch(Span(*match.span()), Decimal(apart * YEAR + YEAR // 2))


def _by_month(low: str, language: Language) -> Iterator[Stretch]:
    if words_in(low).isdisjoint(language.dates.months):
        return
    for match in _patterns(language)[0].finditer(low):
        day = DAY.search(low, max(0, match.start() - 4), match.start())
        if day or not low[match.start() - 1 : match.start()].isalpha():
            start = day.start("day") if day else match.start()
            yield Stretch(Span(start, match.end()), _months(match, int(day["day"]) if day else 0, language))


def _months(match: re.Match[str], day: int, language: Language) -> Decimal:
    """How many months lie between two days, or half way between how many two months are with the last one and
    without; 0 where the first is not the earlier."""
    names = language.dates.months
    first, last = names[match["am"]], names[match["bm"]]
    end = int(match["by"] or 0)
    begin = int(match["ay"] or 0) or (end if first <= last else end - 1)
    if (match["ay"] and not end) or (not end and last < first):
        return Decimal(0)
    days = (day or int(match["ae"] or 0), int(match["bd"] or match["be"] or 0))
    apart = Decimal((end - begin) * YEAR + last - first)
    return apart + (Decimal(days[1] - days[0] + 1) / MONTH if all(days) else Decimal("0.5"))
