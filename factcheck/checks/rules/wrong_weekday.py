"""A weekday that its date did not fall on.

Wrong: Penghargaan diserahkan pada Selasa (2/12/2024).
Right: Penghargaan diserahkan pada Selasa (3/12/2024), or pada Senin (2/12/2024).
Why: one of the two is a slip, and only the writer knows which: both repairs are offered, neither is applied
    alone. Where the reference knows an event that the article tells of on one of the two days, that one comes
    first; else what a slip in month or year makes of a day near the publication. In the first days of January it is
    mostly the year that is still the old one. A date without a year is taken from the publication date, and
    nothing is said where that is unknown or, for a date more than two weeks away, where the weekday fits the year
    before or after; nor, months away from a date that only the head of the text tells, where it fits a year that the
    article names, or the one after it. Where the publication is only the latest date of the article, nothing is said
    either where the weekday fits a later year that the article names, or the one after it; unless two other dates
    without a year bear that year out by their weekdays, or the same date stands elsewhere with the weekday of that
    year, or it is of the two weeks before a line that tells the day of publication with its weekday; or where it stands
    elsewhere with its year and the weekday of that day, in an article that names no later year. Where no year is
    known, the same date with two weekdays is told against itself.
    A date within the next week behind "besok" or "lusa" is another day than that, counted from the day of the draft,
    which it tells, and from any other day told.
Silence: `wrong-weekday` under `ignore` in the configuration, or `[sic]` behind the date.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence, Set
from datetime import date, timedelta
from functools import lru_cache

from factcheck.cache.patterns import compiled
from factcheck.checks.declare import rule
from factcheck.checks.needs import ahead, dates, days_spanned
from factcheck.day_words import long_day
from factcheck.judging.case import Case
from factcheck.language.calendar import AHEAD, FROM_DATELINE, FROM_LATEST, on, plausible_year, resolve
from factcheck.language.figures import DateMention
from factcheck.language.fold import fold
from factcheck.language.language import Language, load
from factcheck.messages import message
from factcheck.model import COUNTRY, Document, Event, Evidence, Finding, Suggestion
from factcheck.typed import NamedTuple

RULE = "wrong-weekday"
NEAR = 3
"""Days: among any seven days round a date there is one of each weekday."""
FRESH = timedelta(days=14)
"""A date without a year that is this near to the publication is of this year, whatever its weekday."""
WORD = compiled(r"[^\W\d_]{4,}")
YEAR = compiled(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d/]|[.,-]\d)")
NEWS = timedelta(days=31)
"""A day of which the month is a slip is taken for the right one where the news is as fresh as this."""
NEW_YEAR = 2
"""So many months into a year the last one is still written."""
PAIR = 2
"""Weekdays of which one is wrong: of more it may be a list of events that come again."""
BORNE_OUT = 2
"""So many dates whose weekdays are those of a year make it sure, though it was read from the text alone."""
SAME_NEWS = timedelta(days=60)
"""An article tells of what happened within about two months of its publication."""


class Repair(NamedTuple):
    """One way to mend the passage: what it then reads, what to replace, and which day it names."""

    reads: str
    suggestion: Suggestion
    day: date


@rule(RULE, "error", after="impossible-date", needs=dates)
def check(case: Case) -> list[Finding]:
    """A finding for each date of a case whose weekday is not that of its day."""
    return find(case.document, case.dates, case.document.published, case.reference.events)


@rule(RULE, "error", after=RULE, needs=days_spanned)
def check_spans(case: Case) -> Iterator[Finding]:
    """A finding at each pair of weekdays whose two days fall on others: "Kamis hingga Sabtu, 13-15 Juni 2025"."""
    from factcheck.checks.durations.weekday_spans import odd_spans

    for odd in odd_spans(case):
        written = case.document.text[slice(*odd.place)]
        row = " - ".join(long_day(day) for day in odd.days)
        yield Finding(
            RULE,
            "error",
            message("{text} is {right} by the calendar: {row}.", text=written, right=odd.right, row=row),
            *odd.place,
            expected=odd.right,
            suggestions=(Suggestion(*odd.place, odd.right),),
            evidence=(Evidence("calendar", "", odd.right, row),),
        )


@rule(RULE, "error", after=RULE, needs=ahead)
def check_ahead(case: Case) -> Iterator[Finding]:
    """A finding at each word for a day to come that does not fit the date behind it."""
    from factcheck.checks.years.days_ahead import odd_days_ahead

    for odd in odd_days_ahead(case):
        written = case.document.text[slice(*odd.word)]
        row = f"{long_day(odd.day)}; {written}: {long_day(odd.meant)}"
        yield Finding(
            RULE,
            "error",
            message("{text} is {right} for this draft, not {date}.", text=written, right=long_day(odd.meant),
                    date=case.document.text[slice(*odd.mention.figure)]),
            odd.word.start,
            odd.mention.end,
            evidence=(Evidence("calendar", "", "", row),),
        )  # fmt: skip


def find(
    document: Document,
    dates: Sequence[DateMention],
    published: date | None,
    events: Sequence[Event] = (),
) -> list[Finding]:
    """A finding for each of `dates` whose weekday is not that of its day.

    `published` is the day of publication where known; `events` are the days the reference knows.
    """
    language = load(document.language)
    known = None if _inferred(document) else published
    found = []
    right = {(mention.day, mention.month) for mention in dates if not mention.year and _agrees(mention, published)}
    written = {mention.year for mention in dates if mention.year} if known is None else set()
    fresh = _fresh(document, dates)
    dated = {(one.day, one.month): one for one in dates if one.year and one.weekday >= 0}
    for mention in dates:
        sure = known is not None or len(right) >= BORNE_OUT or (mention.day, mention.month) in right or fresh(mention)
        day = _contradicted(document, mention, published, None if sure else written)
        if day is None and not mention.year and (mention.day, mention.month) in dated:
            day = _other_weekday(document, mention, dated[mention.day, mention.month])
        if day is not None:
            repairs = list(_repairs(document, mention, day, known, language))
            event = _event(document, repairs, events, language)
            repairs.sort(key=lambda repair: _unlikely(repair, event, known))
            found.append(_finding(document, mention, day, repairs, event))
    return found if published else [*found, *_two_weekdays(document, dates)]


def _two_weekdays(document: Document, dates: Sequence[DateMention]) -> Iterator[Finding]:
    """The dates without a year that stand elsewhere with another weekday, in a draft whose year nothing tells: the
    rarer one, or the later."""
    days: dict[tuple[int, int], list[DateMention]] = defaultdict(list)
    for mention in dates:
        if not mention.year and mention.weekday >= 0:
            days[mention.day, mention.month].append(mention)
    for same in days.values():
        times = Counter(mention.weekday for mention in same)
        if len(times) == PAIR:
            odd = min(same, key=lambda mention: (times[mention.weekday], -mention.start))
            yield _of_two(document, odd, next(mention for mention in same if mention.weekday != odd.weekday))


def _of_two(document: Document, odd: DateMention, other: DateMention) -> Finding:
    text = document.text
    written, model = (_weekday(document, mention) for mention in (odd, other))
    line = text.count("\n", 0, other.start) + 1
    spans = [mention.weekday_span for mention in (odd, other) if mention.weekday_span is not None]
    right = [Suggestion(*span, word) for span, word in zip(spans, (model, written), strict=False)]
    return Finding(
        RULE,
        "warning",
        message("{date} is a {one} here and a {other} in line {line}.", date=text[slice(*odd.figure)], one=written,
                other=model, line=line),
        odd.start,
        odd.end,
        expected=f"{text[odd.start : odd.end]}".replace(written, model),
        suggestions=tuple(right),
        evidence=(Evidence(message("this draft"), "", model, message("line {line}", line=line)),),
    )  # fmt: skip


def _other_weekday(document: Document, mention: DateMention, dated: DateMention) -> date | None:
    """ "Kamis (6/2/2025) … besok, Jumat (6/2)": the day that a date is told for elsewhere, with its weekday, where the
    article is of no later year; None where the weekday is that of the day or of the year before."""
    day = on(dated.day, dated.month, dated.year)
    if day is None or day.weekday() != dated.weekday or mention.weekday < 0:
        return None
    later = [int(found[0]) for found in YEAR.finditer(document.plain)]
    if max((*later, document.published.year if document.published else 0)) > day.year:
        return None
    return None if any(_fits(mention, year) for year in (day.year, day.year - 1)) else day


def _fresh(document: Document, dates: Sequence[DateMention]) -> Callable[[DateMention], bool]:
    """What tells whether a date without a year is of the last days before a dateline that has its own weekday right:
    "Kamis, 21 Maret 2024 … Senin (20/3)". A site that prints today above an old article hits those by chance only."""
    head = document.published if document.published_from == FROM_DATELINE else None
    if head is None or not any(one.year and one.weekday >= 0 and _agrees_on(one, head) for one in dates):
        return lambda mention: False
    return lambda mention: (day := resolve(mention, head)) is not None and timedelta() <= head - day <= FRESH


def _agrees_on(mention: DateMention, day: date) -> bool:
    return on(mention.day, mention.month, mention.year) == day and mention.weekday == day.weekday()


def _agrees(mention: DateMention, published: date | None) -> bool:
    """Whether a date without a year has the weekday of the year that it is taken to be of."""
    day = resolve(mention, published)
    return day is not None and day.weekday() == mention.weekday


def _contradicted(
    document: Document, mention: DateMention, published: date | None, written: Set[int] | None
) -> date | None:
    """The day that does not fall on the weekday of `mention`; None where nothing is wrong or known.

    `written` are the years of the article's dates, where the day of publication is only read from the text: the head
    of a site may print today above an article of another year. None where the year is sure.
    """
    day = resolve(mention, published)
    if mention.weekday < 0 or day is None or day.weekday() == mention.weekday or not plausible_year(mention):
        return None
    if mention.year:
        return day
    if written is None:
        years = _neighbours(day, published)
    else:
        years = [day.year - 1, day.year + 1, day.year + 2, *written, *_later_years(document, day)]
        years += _years_told(document) if published is not None and abs(published - day) > SAME_NEWS else []
    return None if any(_fits(mention, year) for year in years) else day


def _fits(mention: DateMention, year: int) -> bool:
    day = on(mention.day, mention.month, year)
    return day is not None and day.weekday() == mention.weekday


def _neighbours(day: date, published: date | None) -> list[int]:
    """The years that a date without one may mean besides its own: none for news of the last days, for a day of the
    year before is then written with its year."""
    fresh = published is not None and abs(published - day) <= FRESH
    return [] if fresh else [day.year - 1, day.year + 1]


def _later_years(document: Document, day: date) -> set[int]:
    """The years behind that of `day` which the article names and those after them, where its latest date is all that
    is known of its publication: an article about 2024 may date nothing but what was handed over in 2022."""
    if document.published_from != FROM_LATEST:
        return set()
    named = {int(found[0]) for found in YEAR.finditer(document.plain)}
    return {later for year in named if year > day.year for later in (year, year + 1)}


def _years_told(document: Document) -> list[int]:
    """The years that an article names, and those after them: a day that lies months from a date at its head may be of
    the year it tells of, where a site printed another day there."""
    named = {int(found[0]) for found in YEAR.finditer(document.plain)}
    return [later for year in sorted(named) for later in (year, year + 1)]


def _inferred(document: Document) -> bool:
    """Whether the publication date is only read from the text, maybe from the very date that is wrong."""
    return document.published_from in ("", FROM_DATELINE, FROM_LATEST)


def _finding(
    document: Document, mention: DateMention, day: date, repairs: Sequence[Repair], event: Event | None
) -> Finding:
    from factcheck.language.date_format import weekday_name

    right = weekday_name(day.weekday(), "Xx", load(document.language))
    written = document.text[slice(*mention.figure)]
    known = (Evidence(event.source, "", event.day.isoformat(), event.row),) if event else ()
    return Finding(
        RULE,
        "error" if mention.year else "warning",
        message(
            "{date} is a {right}, not a {weekday}{event}.",
            date=written,
            right=right,
            weekday=_weekday(document, mention),
            event=_told(event, day) if event else "",
        ),
        mention.start,
        mention.end,
        expected=" or ".join(repair.reads for repair in repairs),
        suggestions=tuple(repair.suggestion for repair in repairs),
        evidence=(
            *known,
            Evidence(
                "calendar",
                "",
                day.isoformat(),
                message("{date} is a {right}", date=written if mention.year else long_day(day), right=right),
            ),
        ),
    )


def _told(event: Event, day: date) -> str:
    if event.day == day:
        return message("; {what} was on that day", what=event.what)
    return message("; {what} was on {day}", what=event.what, day=long_day(event.day))


def _weekday(document: Document, mention: DateMention) -> str:
    return document.text[slice(*mention.weekday_span)] if mention.weekday_span else ""


def _repairs(
    document: Document, mention: DateMention, day: date, published: date | None, language: Language
) -> Iterator[Repair]:
    from factcheck.language.date_format import rewrite, weekday_name

    nearest, year = _nearest(day, mention.weekday), _new_year(mention, day, published)
    another = _another_year(document, mention, day) if published is None else None
    for other in dict.fromkeys((another, *_slips(mention, day, published), nearest, year)):
        if other is not None:
            figure = rewrite(document.text, mention, other, language)
            yield _repair(document, mention, Suggestion(*mention.figure, figure), other)
    if mention.weekday_span is not None:
        name = weekday_name(day.weekday(), _weekday(document, mention), language)
        yield _repair(document, mention, Suggestion(*mention.weekday_span, name), day)


def _repair(document: Document, mention: DateMention, suggestion: Suggestion, day: date) -> Repair:
    before = document.text[mention.start : suggestion.start]
    after = document.text[suggestion.end : mention.end]
    return Repair(f"{before}{suggestion.replacement}{after}", suggestion, day)


def _slips(mention: DateMention, day: date, published: date | None) -> Iterator[date]:
    """Days near the publication that are on the weekday, and of which the date is one slip: the month before or
    behind, day and month exchanged."""
    if published is None:
        return
    before, behind = day.replace(day=1) - timedelta(days=1), day.replace(day=28) + timedelta(days=4)
    for other in (
        on(mention.day, before.month, before.year),
        on(mention.day, behind.month, behind.year),
        on(mention.month, mention.day, day.year),
    ):
        near = other is not None and -AHEAD <= published - other < NEWS
        if other and near and other != day and other.weekday() == mention.weekday:
            yield other


def _nearest(day: date, weekday: int) -> date:
    ahead = (weekday - day.weekday()) % 7
    return day + timedelta(days=ahead if ahead <= NEAR else ahead - 7)


def _new_year(mention: DateMention, day: date, published: date | None) -> date | None:
    """The same day a year later or earlier, where the weekday fits and the news is of then."""
    for year in (mention.year + 1, mention.year - 1) if mention.year and published else ():
        other = on(day.day, day.month, year)
        if other and published and other.weekday() == mention.weekday and abs(published - other) < SAME_NEWS:
            return other
    return None


def _another_year(document: Document, mention: DateMention, day: date) -> date | None:
    """ "Senin (17/1/2021)" of an assessment of 2021: where nothing tells when the news is of, the same day of the year
    behind, where the weekday fits and the year is new or the draft writes it; or of the year before that it writes."""
    told = {int(found[0]) for found in YEAR.finditer(document.plain)} - {mention.year}
    for year in (mention.year + 1, mention.year - 1) if mention.year else ():
        new = year > mention.year and mention.month <= NEW_YEAR
        if (new or year in told) and _fits(mention, year):
            return on(day.day, day.month, year)
    return None


def _event(document: Document, repairs: Sequence[Repair], events: Sequence[Event], language: Language) -> Event | None:
    """The event on one of the days in question that the article tells of: a handover, in a place it names."""
    days = {repair.day for repair in repairs}
    near = [event for event in events if event.day in days]
    if not near:
        return None
    words = _words(document.plain)
    if words.isdisjoint(language.dates.handover):
        return None
    here = [event for event in near if event.entity == COUNTRY or words & _named(event.city)]
    return max(here, key=lambda event: len(words & _named(f"{event.what} {event.venue} {event.city}")), default=None)


@lru_cache(maxsize=1)
def _words(plain: str) -> frozenset[str]:
    """The words of an article, listed once for all its dates."""
    return _named(plain)


def _named(written: str) -> frozenset[str]:
    return frozenset(WORD.findall(fold(written)))


def _unlikely(repair: Repair, event: Event | None, published: date | None) -> tuple[bool, bool, bool]:
    """Sorts what fits the reference first, then what fits the day of publication."""
    off_event = event is not None and repair.day != event.day
    future = published is not None and repair.day > published
    old = published is not None and abs(published - repair.day) > SAME_NEWS
    return off_event, future, old
