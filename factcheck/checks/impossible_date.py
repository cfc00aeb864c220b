"""A date that no calendar has.

Wrong: Rapat digelar pada 31 September 2024; Selasa (92/9/2019).
Right: Rapat digelar pada 30 September 2024; Senin (9/9/2019).
Why: a finger slipped. Which day is meant the rule cannot know, so it offers nothing; only where the year is
    impossible (18/9/3019) and the publication date is known, it offers the year that the weekday fits.
Silence: `impossible-date` under `ignore` in the configuration, or `[sic]` behind the date.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from factcheck.language.date_format import rewrite
from factcheck.language.load import load
from factcheck.model import Document, Evidence, Finding, Suggestion
from factcheck.reading.calendar import AHEAD, on, plausible_year
from factcheck.reading.mentions import DateMention

RULE = "impossible-date"
LEAP_YEAR = 2000


def find(document: Document, dates: Sequence[DateMention], published: date | None = None) -> list[Finding]:
    """A finding for each of `dates` that does not exist; without a year 29 Februari may."""
    return [_finding(document, mention, published) for mention in dates if _impossible(mention)]


def _impossible(mention: DateMention) -> bool:
    if not plausible_year(mention):
        return True
    if on(mention.day, mention.month, mention.year or LEAP_YEAR) is not None:
        return False
    # 04-18-2016, in a passage taken over from abroad.
    return mention.weekday >= 0 or on(mention.month, mention.day, mention.year or LEAP_YEAR) is None


def _finding(document: Document, mention: DateMention, published: date | None) -> Finding:
    written = document.text[slice(*mention.figure)]
    mended = _mended(document, mention, published)
    return Finding(
        RULE,
        "error",
        f"there is no {written} in the calendar: {_reason(mention)}",
        mention.start,
        mention.end,
        expected=mended,
        suggestions=(Suggestion(*mention.figure, mended),) if mended else (),
        evidence=(Evidence("calendar", "", "", _reason(mention)),),
    )


def _mended(document: Document, mention: DateMention, published: date | None) -> str | None:
    """The figure with the year of publication, or the one before, if that is what is wrong with it."""
    if published is None or plausible_year(mention):
        return None
    for year in (published.year, published.year - 1):
        day = on(mention.day, mention.month, year)
        if day and day <= published + AHEAD and mention.weekday in (-1, day.weekday()):
            return rewrite(document.text, mention, day, load(document.language))
    return None


def _reason(mention: DateMention) -> str:
    if not plausible_year(mention):
        return f"{mention.year} is no year of the news"
    if not 1 <= mention.month <= 12:
        return f"there is no month {mention.month}"
    year = mention.year or LEAP_YEAR
    following = date(year + mention.month // 12, mention.month % 12 + 1, 1)
    return f"that month has {(following - timedelta(days=1)).day} days"
