"""Which day of the calendar a written date is, and times of day: 19.30 WIB, pukul 07.45."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache

from factcheck.cache.patterns import compiled
from factcheck.language.figures import DateMention
from factcheck.language.fold import alternation, first_word, fold, whole_word, word_start, words_in
from factcheck.language.language import Language, load
from factcheck.model import Block, Document

TIME = compiled(r"[0-9]{1,2}(?:\.[0-9]{2})?(?:\.[0-9]{2})?")
LONGEST = 8
"""Signs of one: 07.45.30."""


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """What stands before a time of day, what behind it, and words one of which a text has that names one."""
    words = language.numbers
    until = alternation(words.until)
    before, after = word_start(words.clock_before, "a-z0-9"), alternation(words.clock_after)
    other = r"[0-9]{1,2}(?:[.:][0-9]{2})?"
    return (
        compiled(rf"{before}\s{{0,2}}(?:{other}\s{{0,2}}(?:{until})\s{{0,2}})?$"),
        compiled(rf"(?:\s{{0,2}}(?:{until})\s{{0,2}}{other})?\s{{0,2}}\(?(?:{after})(?![a-z])"),
        frozenset(map(first_word, (*words.clock_before, *words.clock_after))),
    )


def is_clock(low: str, start: int, end: int, language: Language) -> bool:
    """Whether the figure `start`..`end` of the folded text is a time of day.

    19.30 and 7 both may be; 19:30 is one wherever it stands.
    """
    if low[end : end + 1] == ":" and low[end + 1 : end + 3].isdigit() and end - start <= 2:
        return True
    if low[start - 1 : start] == ":" and low[start - 2 : start - 1].isdigit() and end - start in (2, 5):
        return True
    if end - start > LONGEST or not _is_told(low, language):
        return False
    if not TIME.fullmatch(low, start, end) or not _is_time(low[start:end]):
        return False
    before, after, _ = _patterns(language)
    return bool(before.search(low, max(0, start - 26), start) or after.match(low, end))


def may_be_clock(low: str, language: Language) -> bool:
    """Whether any figure of the folded text may be a time of day."""
    return ":" in low or _is_told(low, language)


@lru_cache(maxsize=2)
def _is_told(low: str, language: Language) -> bool:
    """Whether a text has a word that names a time of day."""
    firsts = _patterns(language)[2]
    return "" in firsts or not firsts.isdisjoint(words_in(low))


def _is_time(written: str) -> bool:
    hours, _, minutes = written.partition(".")
    return int(hours) <= 24 and (not minutes or int(minutes[:2]) < 60)


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
