"""Which day of the calendar a written date is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.language.fold import fold, whole_word
from factcheck.language.language import Language, load
from factcheck.language.written import DateMention
from factcheck.model import Block, Document

AHEAD = timedelta(days=14)
"""How far in the future a date without a year may lie: measured on 31,000 Indonesian articles."""
EARLIEST, LATEST = 1000, 2100
DATELINE = 60
"""How far into the first paragraph a dateline or byline reaches, in code points."""
FROM_DATELINE = "dateline"
FROM_LATEST = "latest date"


def on(day: int, month: int, year: int) -> date | None:
    """The day of the calendar, None where it does not exist (31 September)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def plausible_year(mention: DateMention) -> bool:
    """Whether its year is one that news is about; 3019, 219 and 20224 are slips of the finger."""
    return not mention.year or EARLIEST <= mention.year <= LATEST


def resolve(mention: DateMention, published: date | None) -> date | None:
    """The day `mention` names; a date without a year is in the year of publication or the one before.

    It never lies more than two weeks behind the day of publication. None where the day does not exist, or
    where neither the mention nor `published` gives a year.
    """
    if mention.year:
        return on(mention.day, mention.month, mention.year)
    if published is None:
        return None
    day = on(mention.day, mention.month, published.year)
    if day is None or day > published + AHEAD:
        return on(mention.day, mention.month, published.year - 1)
    if published - day > timedelta(days=365 - AHEAD.days):
        # Printed on 29 December: "Kamis (2/1)" is the coming one.
        coming = on(mention.day, mention.month, published.year + 1)
        return coming if coming is not None and coming <= published + AHEAD else day
    return day


def published_from_text(document: Document, dates: Sequence[DateMention]) -> tuple[date | None, str]:
    """The day of publication as far as the text says it, and how (`dateline`, `latest date`).

    A date in the dateline or byline, else the latest full date that an event is reported for (it bears a
    weekday or stands in brackets) and that is not announced for the future. (None, "") where there is none.
    """
    language = load(document.language)
    days = [
        (mention, day)
        for mention in dates
        if mention.year and plausible_year(mention) and (day := resolve(mention, None))
    ]
    opening = next((block for block in document.blocks if block.kind == "paragraph"), None) if days else None
    for mention, day in days:
        if _in_dateline(document, mention, opening):
            return day, FROM_DATELINE
    reported = list(_reported(document, days, language))
    return (max(reported), FROM_LATEST) if reported else (None, "")


def _in_dateline(document: Document, mention: DateMention, opening: Block | None) -> bool:
    place = bisect_right(document.blocks, mention.start, key=lambda block: block.start) - 1
    block = document.blocks[place] if place >= 0 else None
    if block is None or mention.start >= block.end:
        return False
    written = document.plain[block.start : block.end].rstrip()
    alone = block.kind in ("field", "paragraph", "heading") and len(written) <= DATELINE and written[-1:] != "."
    dash = re.match(r"[)\]]?\s{0,2}[-–|:]", document.plain[mention.end : mention.end + 4])
    return alone or bool(block == opening and dash and mention.end - block.start <= DATELINE)


def _reported(document: Document, days: list[tuple[DateMention, date]], language: Language) -> Iterator[date]:
    low = fold(document.plain)
    for mention, day in days:
        marked = mention.weekday >= 0 or document.plain[mention.end - 1 : mention.end] == ")"
        if marked and not _future(language).search(low, max(0, mention.start - 60), mention.start):
            yield day


@cache
def _future(language: Language) -> re.Pattern[str]:
    """A word of announcement in the same sentence in front: akan digelar Kamis (2/1/2025)."""
    return compiled(rf"{whole_word(language.dates.future)}[^.!?\n]{{0,60}}$")
