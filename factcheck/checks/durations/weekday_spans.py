"""Two weekdays of a stretch of days that its dates do not fall on: "Kamis hingga Sabtu, 13-15 Juni 2025"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case
from factcheck.language.calendar import on
from factcheck.language.figures import DateMention
from factcheck.language.fold import alternation, fold, word_start
from factcheck.language.language import Language
from factcheck.model import Span
from factcheck.typed import NamedTuple

BEFORE = 50
"""Letters in front of the last day in which the first and the weekdays stand."""
NEWS = timedelta(days=60)
"""A day without a year is of the year of publication where it is as near to it."""


class OddSpan(NamedTuple):
    """Where two weekdays stand, what they would be, and the days that they are of."""

    place: Span
    right: str
    days: tuple[date, date]


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    """Two weekdays and the first day, right in front of the last: "Kamis hingga Sabtu (13-"."""
    dates = language.dates
    day, until = alternation(dates.weekdays), alternation(dates.until)
    return compiled(
        rf"{word_start(dates.weekdays)}(?P<joint>\s?(?:{until})\s?)(?P<last>{day})(?![a-z])[\s,(]{{1,4}}"
        rf"(?P<day>[0-9]{{1,2}})\s?(?:{until})\s?$"
    )


def odd_spans(case: Case) -> Iterator[OddSpan]:
    """The pairs of weekdays in front of two days of one month that fall on others."""
    low, weekdays = fold(case.document.plain), case.language.dates.weekdays
    for mention in case.dates:
        match = _pattern(case.language).search(low, max(0, mention.start - BEFORE), mention.figure.start)
        days = _days(case, mention, int(match["day"])) if match else None
        if match is None or days is None:
            continue
        told = (weekdays.get(low[match.start() : match.start("joint")]), weekdays.get(match["last"]))
        if None not in told and told != (days[0].weekday(), days[1].weekday()):
            place = Span(match.start(), match.end("last"))
            names = [case.language.dates.names.weekdays[each.weekday()] for each in days]
            joint = case.document.plain[match.start("joint") : match.end("joint")]
            yield OddSpan(place, joint.join(names), days)


def _days(case: Case, mention: DateMention, first: int) -> tuple[date, date] | None:
    """The first and the last day; None where no year is told and none is plain."""
    published = case.document.published
    year = mention.year or (published.year if published else 0)
    one, other = (on(day, mention.month, year) if year else None for day in (first, mention.day))
    if one is None or other is None or one >= other:
        return None
    near = mention.year or (published is not None and abs(other - published) <= NEWS)
    return (one, other) if near else None
