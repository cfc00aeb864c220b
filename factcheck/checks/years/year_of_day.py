"""Days told of a year that they cannot be of: an announced one a year ago, a decree dated next year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from factcheck.checks.years.date_slips import RECENT
from factcheck.judging.case import Case
from factcheck.language.calendar import on
from factcheck.language.date_format import rewrite
from factcheck.language.figures import DateMention
from factcheck.language.fold import fold
from factcheck.typed import NamedTuple

LED = 3
"""Words in front of a day among which the one stands that says when it must be."""
REACH = 40
"""Letters in front of a day that hold so many words."""


class OddDay(NamedTuple):
    """A day whose year is the slip, what it should read, and whether it is told as one to come."""

    mention: DateMention
    right: str
    ahead: bool


def odd_days(case: Case) -> Iterator[OddDay]:
    """The days that would lie near the publication in the year of it, where the words in front leave no other."""
    published = case.document.published
    for mention in case.dates if published is not None else ():
        if published is not None and abs(mention.year - published.year) == 1:
            day = on(mention.day, mention.month, published.year)
            ahead = mention.year < published.year
            if day is not None and abs(day - published) <= RECENT and _is_led(case, mention, day, published):
                yield OddDay(mention, rewrite(case.document.text, mention, day, case.language), ahead)


def _is_led(case: Case, mention: DateMention, day: date, published: date) -> bool:
    """Whether a word in front of a day says that it is to come, and it would be, or that something bears it already."""
    ahead = mention.year < published.year
    words, dates = fold(case.document.plain[max(0, mention.start - REACH) : mention.start]).split(), case.language.dates
    said = dates.scheduled if ahead else dates.dated
    if not {*words}.isdisjoint(case.language.words.mood.past):  # "semula dijadwalkan pada 12 Maret 2023"
        return False
    return (day >= published if ahead else day <= published) and not {*words[-LED:]}.isdisjoint(said)
