"""A date that no calendar has.

Wrong: Rapat digelar pada 31 September 2024; Selasa (92/9/2019); Rabu (18//9/2019); 12 Agustus 3019.
Right: Rapat digelar pada 30 September 2024; Senin (9/9/2019); Rabu (18/9/2019); 12 Agustus 2019.
Why: a finger slipped. Which day was meant is offered only where the weekday and the publication date tell:
    18/9/3019 in an impossible year, 17/2019 without a month, 9/19/2019 the other way round, "Senin 92/9/2019)" with
    a 9 for "(". A term ends behind its beginning (2021-2016), and a cabinet or a plan whose years the reference has
    is of no others ("Kabinet Kerja 2019-2024"; "RPJMN 2021-2026"); years within them pass. No election was held in
    the year beside the one that the draft named before ("Pilkada 2020 … Pilkada 2021"), or, where it is the year of the
    draft itself, names anywhere. What is scheduled lies ahead, and no decree bears a day to come: "dijadwalkan
    pada 18 Desember 2023" in a draft of 16 December 2024.
Silence: `impossible-date` under `ignore` in the configuration, or `[sic]` behind the date.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from factcheck.cache.patterns import compiled
from factcheck.checks.declare import rule
from factcheck.checks.needs import dates_or_brackets
from factcheck.judging.case import Case
from factcheck.judging.grounds.ground import Ground
from factcheck.language.broken_dates import BrokenDate, find_broken, meant
from factcheck.language.calendar import on, plausible_year
from factcheck.language.figures import DateMention
from factcheck.language.fold import fold, holds, joins_years, may_hold
from factcheck.messages import message
from factcheck.model import Document, Evidence, Finding, Suggestion
from factcheck.spans import own_text
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.checks.years.named_terms import OddTerm

RULE = "impossible-date"
LEAP_YEAR = 2000
TERM = compiled(r"(?<![0-9/.])20[0-9]{2} ?[-–] ?20[0-9]{2}(?![0-9])")
LONG_YEARS = compiled(r"(?<![0-9/.])(?:19|20)[0-9]{2} ?[-–] ?((?:19|20)[0-9]{3})(?![0-9]|[.,/-][0-9])")


@rule(RULE, "error", after="malformed-number", needs=dates_or_brackets)
def check(case: Case) -> list[Finding]:
    """A finding for each date of a case that does not exist, and for each bracket behind a weekday that holds none."""
    document, own = case.document, own_text(case.document)
    broken = find_broken(document.plain, case.language, case.dates)
    found = [_broken(document, one) for one in broken if own.holds(one.start)]
    return [
        *find(document, case.dates, document.published),
        *found,
        *_terms(case),
        *_elections(case),
        *_long_years(case),
        *_odd_days(case),
    ]


def _odd_days(case: Case) -> Iterator[Finding]:
    """Days near that of the publication but for their year, which what is said of them cannot be."""
    if case.document.published is None or not may_hold(
        fold(case.document.plain), (*case.language.dates.scheduled, *case.language.dates.dated)
    ):
        return
    from factcheck.checks.years.year_of_day import odd_days

    for one in odd_days(case):
        mention, written = one.mention, case.document.text[slice(*one.mention.figure)]
        reason = (
            message("{day} is past, and told as a day to come.", day=written)
            if one.ahead
            else message("{day} is yet to come, and told as a day gone by.", day=written)
        )
        yield Finding(
            RULE,
            "warning",
            reason,
            *mention.figure,
            expected=one.right,
            suggestions=(Suggestion(*mention.figure, one.right),),
            evidence=(Evidence("calendar", "", "", reason),),
        )


def _long_years(case: Case) -> Iterator[Finding]:
    """ "2001-20024": a digit too many in the year a term ends."""
    if not joins_years(fold(case.document.plain)):
        return
    own = own_text(case.document)
    for match in LONG_YEARS.finditer(case.document.plain):
        if own.holds(match.start()):
            reason = message("{year} is no year of the news", year=match[1])
            yield Finding(
                RULE, "error", message("There is no {date} in the calendar: {reason}.", date=match[1], reason=reason),
                *match.span(), evidence=(Evidence("calendar", "", "", reason),),
            )  # fmt: skip


def _elections(case: Case) -> Iterator[Finding]:
    """Elections with a year in which none was held, beside the year in which there was one."""
    if not holds(fold(case.document.plain), case.language.dates.elections):
        return
    from factcheck.checks.years.named_terms import odd_years

    for odd in odd_years(case):
        written, right = case.document.text[slice(*odd.year)], case.document.text[slice(*odd.there)]
        yield Finding(
            RULE,
            "warning",
            message(
                "{name}: none was held in {year}; the draft names that of {right}.",
                name=odd.held.name,
                year=written,
                right=right,
            ),
            odd.span.start,
            odd.span.end,
            expected=right,
            suggestions=(Suggestion(*odd.year, right),),
            evidence=(Evidence(odd.held.source, "", odd.held.name, odd.held.row),),
            ground=Ground.CLAUSE,
        )


def _terms(case: Case) -> Iterator[Finding]:
    """Terms that end before they begin, and the years of a cabinet or a plan that had others."""
    if not joins_years(fold(case.document.plain)) or TERM.search(case.document.plain) is None:
        return
    from factcheck.checks.years.named_terms import odd_terms, reversed_terms

    text = case.document.text
    for span, right in reversed_terms(case):
        yield Finding(
            RULE,
            "error",
            message("{years}: a term does not end before it begins.", years=text[span.start : span.end]),
            span.start,
            span.end,
            expected=right or None,
            suggestions=(Suggestion(*span, right),) if right else (),
        )
    yield from (_odd_term(case, odd) for odd in odd_terms(case))


def _odd_term(case: Case, odd: OddTerm) -> Finding:
    first, last, written = odd.meant.first[:4], odd.meant.last[:4], case.document.text[slice(*odd.years)]
    right = f"{first}{written[4:-4]}{last}"
    named = [Suggestion(*odd.name, odd.other.name)] if odd.other else []
    return Finding(
        RULE,
        "warning",
        message(
            "{name} is of {first} to {last}, not of {years}.",
            name=odd.meant.name,
            first=first,
            last=last,
            years=written,
        ),
        odd.name.start,
        odd.years.end,
        expected=odd.other.name if odd.other else right,
        suggestions=(*named, Suggestion(*odd.years, right)),
        evidence=tuple(Evidence(one.source, "", one.name, one.row) for one in (odd.meant, odd.other) if one),
        ground=Ground.CLAUSE,
    )


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
    from factcheck.checks.years.date_slips import mended

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
