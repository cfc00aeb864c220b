"""Days that are called tomorrow and are not: "besok, Kamis (8/5)" in a draft of Tuesday, 6 May."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case
from factcheck.language.calendar import FROM_LATEST, on
from factcheck.language.figures import DateMention
from factcheck.language.fold import fold, word_start
from factcheck.language.language import Language
from factcheck.model import Span
from factcheck.typed import NamedTuple

LED = 24
"""Letters in front of a date in which the word stands."""
WEEK = timedelta(days=7)


class OddAhead(NamedTuple):
    """A word for a day to come, the date behind it, the day that this is, and the one that the word stands for."""

    word: Span
    mention: DateMention
    day: date
    meant: date


@cache
def _ahead(language: Language) -> re.Pattern[str]:
    """ "besok, Kamis", "besok siang (8/5)"."""
    return compiled(rf"(?P<word>{word_start(language.dates.ahead)})(?:\s[a-z]+)?,?\s\(?$")


def odd_days_ahead(case: Case) -> Iterator[OddAhead]:
    """The days of a draft that lie within a week ahead of its own, which it tells, and not as far as the word in front
    says, nor from any other day told there."""
    today, low = case.document.published, fold(case.document.plain)
    days = [_day(one, today) for one in case.dates] if today is not None else []
    if today is None or today not in days or case.document.published_from == FROM_LATEST:
        return
    told = {(one.day, one.month) for one in case.dates}
    for mention, day in zip(case.dates, days, strict=True):
        led = _ahead(case.language).search(low, max(0, mention.start - LED), mention.start)
        if led is None or day is None or not today < day < today + WEEK:
            continue
        ahead = timedelta(days=case.language.dates.ahead[led["word"]])
        said = day - ahead
        if (said.day, said.month) not in told:
            yield OddAhead(Span(*led.span("word")), mention, day, today + ahead)


def _day(mention: DateMention, today: date) -> date | None:
    return on(mention.day, mention.month, mention.year or today.year)
