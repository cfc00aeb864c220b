"""A date that no calendar has.

Wrong: Rapat digelar pada 31 September 2024; Selasa (92/9/2019); Rabu (18//9/2019); 12 Agustus 3019.
Right: Rapat digelar pada 30 September 2024; Senin (9/9/2019); Rabu (18/9/2019); 12 Agustus 2019.
Why: a finger slipped. Which day was meant is offered only where the weekday and the publication date tell:
    18/9/3019 in an impossible year, 17/2019 without a month, 9/19/2019 the other way round, "Senin 92/9/2019)" with
    a 9 for "(".
Silence: `impossible-date` under `ignore` in the configuration, or `[sic]` behind the date.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from factcheck.checks.date_slips import mended
from factcheck.checks.declare import dates_or_brackets, rule
from factcheck.judging.case import Case
from factcheck.language.broken_dates import BrokenDate, find_broken, meant
from factcheck.language.calendar import on, plausible_year
from factcheck.language.written import DateMention
from factcheck.messages import message
from factcheck.model import Document, Evidence, Finding, Suggestion
from factcheck.spans import own_text

RULE = "impossible-date"
LEAP_YEAR = 2000


@rule(RULE, "error", after="malformed-number", needs=dates_or_brackets)
def check(case: Case) -> list[Finding]:
    """A finding for each date of a case that does not exist, and for each bracket behind a weekday that holds none."""
    document, own = case.document, own_text(case.document)
    broken = find_broken(document.plain, case.language, case.dates)
    found = [_broken(document, one) for one in broken if own.holds(one.start)]
    return [*find(document, case.dates, document.published), *found]


def _broken(document: Document, one: BrokenDate) -> Finding:
    written, weekday = document.text[slice(*one.figure)], document.text[slice(*one.weekday_span)]
    right = meant(written.lower(), one.weekday, document.published) if document.published else ""
    reason = message("what stands behind {weekday} is no date", weekday=weekday)
    return Finding(
        RULE,
        "error",
        message("There is no {date} in the calendar: {reason}.", date=written, reason=reason),
        one.start,
        one.end,
        expected=right or None,
        suggestions=(Suggestion(*one.figure, right),) if right else (),
        evidence=(Evidence("calendar", "", "", reason),),
    )


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
    repair = mended(document, mention, published)
    return Finding(
        RULE,
        "error",
        message("There is no {date} in the calendar: {reason}.", date=written, reason=_reason(mention)),
        mention.start,
        mention.end,
        expected=repair.replacement if repair else None,
        suggestions=(repair,) if repair else (),
        evidence=(Evidence("calendar", "", "", _reason(mention)),),
    )


def _reason(mention: DateMention) -> str:
    if not plausible_year(mention):
        return message("{year} is no year of the news", year=mention.year)
    if not 1 <= mention.month <= 12:
        return message("there is no month {month}", month=mention.month)
    year = mention.year or LEAP_YEAR
    following = date(year + mention.month // 12, mention.month % 12 + 1, 1)
    return message("that month has {days} days", days=(following - timedelta(days=1)).day)
