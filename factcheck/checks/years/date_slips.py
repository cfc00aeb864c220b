"""Which day was meant by a date that does not exist: the slips of the finger that the press makes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from factcheck.language.broken_dates import meant
from factcheck.language.calendar import AHEAD, on, plausible_year, resolve
from factcheck.language.date_format import rewrite
from factcheck.language.figures import DateMention
from factcheck.language.language import load
from factcheck.model import Document, Suggestion

RECENT = timedelta(days=31)
"""News is of the last weeks: a month is only guessed within that."""


def mended(document: Document, mention: DateMention, published: date | None) -> Suggestion | None:
    """The repair that makes a day of the weekday it bears, near the publication; None where none does."""
    bracket = _bracket(document, mention, published)
    if bracket is not None:
        return bracket
    if published is None:
        return None
    days = _years(mention, published) if not plausible_year(mention) else _months(mention, published)
    for day in days:
        if day <= published + AHEAD and mention.weekday in (-1, day.weekday()):
            return Suggestion(*mention.figure, rewrite(document.text, mention, day, load(document.language)))
    if mention.weekday < 0:
        return None
    right = meant(document.text[slice(*mention.figure)], mention.weekday, published, 1)
    return Suggestion(*mention.figure, right) if right else None


def _bracket(document: Document, mention: DateMention, published: date | None) -> Suggestion | None:
    """Senin 92/9/2019): the bracket was typed without the shift key."""
    start, end = mention.figure
    if document.text[start] != "9" or mention.day < 91 or document.text[end : end + 1] != ")":
        return None
    day = resolve(mention._replace(day=int(str(mention.day)[1:])), published)
    if day is None or mention.weekday != day.weekday():
        return None
    return Suggestion(start, end, f"({document.text[start + 1 : end]}")


def _years(mention: DateMention, published: date) -> Iterator[date]:
    """18/9/3019: the year of publication, or the one before."""
    for year in (published.year, published.year - 1):
        day = on(mention.day, mention.month, year)
        if day is not None:
            yield day


def _months(mention: DateMention, published: date) -> Iterator[date]:
    """9/19/2019: day and month in the other order; 10/0/2019: another month, if the weekday tells which."""
    year = mention.year or published.year
    swapped = on(mention.month, mention.day, year)
    if swapped is not None:
        yield swapped
    if mention.weekday < 0 or 1 <= mention.month <= 12:
        return
    for month in range(1, 13):
        day = on(mention.day, month, year)
        if day is not None and abs(published - day) <= RECENT:
            yield day
