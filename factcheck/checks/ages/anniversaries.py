"""Anniversaries whose number is not that of their year: "HUT ke-79 Kemerdekaan RI … 17 Agustus 2025"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case
from factcheck.language.calendar import on
from factcheck.language.figures import Number
from factcheck.language.fold import alternation, fold, holds, starts_of, word_start
from factcheck.language.language import Language
from factcheck.model import Institution
from factcheck.spans import own_text
from factcheck.typed import NamedTuple

FOUNDED = "founded"
CALENDAR = "calendar"
SENTENCE = 200
"""Letters in front of a number in which its sentence begins."""
REACH, LONGEST = 60, 4
"""Letters between a word for an anniversary and its number; words of a name."""
TAIL = 90
"""Letters behind the number in which its day is told."""
AROUND = timedelta(days=25)
"""An anniversary is kept around its day."""
FAR = 12
"""Years that a number may be off: what is further off is of something else."""
END = compiled(r"[.!?]\s|\n")
YEAR = compiled(r"(?:19|20)[0-9]{2}(?![0-9])")
_ALONE = compiled(r"(?<![0-9/])(?:19|20)[0-9]{2}(?![0-9])")
"""A year, but for that of the day of publication in front of the text: "(5/5/2025)"."""
_WORD = compiled(r"[\w'’]+")


class OddAnniversary(NamedTuple):
    """A number of an anniversary, what it would be, the first day or year, its source with where it stands there, and
    the year of it."""

    number: Number
    right: int
    first: str
    source: str
    row: str
    year: int


@cache
def _between(language: Language) -> re.Pattern[str]:
    """What may stand between an anniversary and its number beside a name: "HUT) … yang ke-79"."""
    return compiled(rf"(?:\)|{alternation(language.changes.ages.of)})(?![a-z])")


def odd_anniversaries(case: Case) -> Iterator[OddAnniversary]:
    """The numbers of anniversaries of what the reference knows the first day of."""
    low, own = fold(case.document.plain), own_text(case.document)
    cues = [at for at in starts_of(low, case.language.changes.ages.anniversaries) if own.holds(at)]
    told: set[int] = set()
    for number in case.numbers if cues else ():
        cue = max((at for at in cues if number.start - REACH <= at < number.start), default=-1)
        if cue < 0 or number.start in told or number.form != "ordinal":
            continue
        founded = _named(case, low, cue, number)
        year = _year(case, number, date.fromisoformat(founded.first)) if founded else 0
        right = year - int(founded.first[:4]) if founded and year else 0
        if founded and right and number.value != right and abs(number.value - right) <= FAR:
            told.add(number.start)
            yield OddAnniversary(number, right, founded.first, founded.source, founded.row, year)
            continue
        told_first = _first_told(case, low, number) if founded is None else None
        right = case.document.published.year - int(told_first) if told_first and case.document.published else 0
        if told_first and number.value != right and abs(number.value - right) <= FAR:
            told.add(number.start)
            yield OddAnniversary(number, right, told_first, CALENDAR, "", right + int(told_first))


def _first_told(case: Case, low: str, number: Number) -> str | None:
    """ "Koperasi yang berdiri pada 5 Mei 1975 itu hari ini merayakan ulang tahun ke-50": the one year of the sentence,
    which a word for how something began leads to; None where it names another year or a day that is not today."""
    ends = [match.end() for match in END.finditer(low, max(0, number.start - SENTENCE), number.start)]
    start, close = ends[-1] if ends else max(0, number.start - SENTENCE), END.search(low, number.end)
    sentence = low[start : close.start() if close else len(low)]
    years = list(_ALONE.finditer(sentence))
    lead = _begun(case.language).search(sentence[: years[0].start()]) if len(years) == 1 else None
    return years[0][0] if lead and years[0].start() < number.start - start else None


@cache
def _begun(language: Language) -> re.Pattern[str]:
    """A word for how something began, and what may stand between it and its year: "berdiri pada 5 Mei", "sejak"."""
    return compiled(rf"{word_start(language.changes.ages.founded)}\s(?:[a-z]+,?\s){{0,2}}(?:[0-9]{{1,2}}\s[a-z]+\s)?$")


def _named(case: Case, low: str, cue: int, number: Number) -> Institution | None:
    """Whose anniversary it is: the longest name right behind the number, or between the two, that ends there."""
    behind = list(_WORD.finditer(case.document.plain, number.end, number.end + REACH))
    first = behind[0].start() - number.end if behind else REACH
    if first == 1:
        for size in range(min(LONGEST, len(behind)), 0, -1):
            found = _founded(case, case.document.plain[behind[0].start() : behind[size - 1].end()])
            following = case.document.plain[behind[size - 1].end() :][:2]
            if found is not None:
                return None if following[1:].isupper() and following[0] == " " else found
    inside = list(_WORD.finditer(case.document.plain, cue, number.start))
    for at in range(1, len(inside)):
        for size in range(min(LONGEST, len(inside) - at), 0, -1):
            span = (inside[at].start(), inside[at + size - 1].end())
            rest = low[span[1] : number.start].strip()
            found = _founded(case, case.document.plain[slice(*span)])
            if found is not None and (not rest or _between(case.language).fullmatch(rest)):
                return found
    return None


def _founded(case: Case, name: str) -> Institution | None:
    return next((one for one in case.reference.institutions(" ".join(name.split())) if one.kind == FOUNDED), None)


def _year(case: Case, number: Number, first: date) -> int:
    """The year of the anniversary: that of a day around it told right behind, else that of publication around it."""
    last = min(number.end + TAIL, len(case.document.plain))
    close = END.search(case.document.plain, number.end, last)
    last = close.start() if close else last
    days = [one for one in case.dates if number.end <= one.start < last]
    published = case.document.published
    years = {one.year or (published.year if published else 0) for one in days}
    if days and len(years) == 1 and 0 not in years:
        day = on(days[0].day, days[0].month, years.pop())
        return day.year if day and _is_around(day, first) else 0
    if published is None or days or not _is_around(published, first):
        return 0
    low = fold(case.document.plain[number.start - REACH if number.start > REACH else 0 : last])
    past = [word for words in case.language.words.year.relative.values() for word in words]
    other = any(match[0] != str(published.year) for match in YEAR.finditer(low))
    return 0 if other or holds(low, past) else published.year


def _is_around(day: date, first: date) -> bool:
    kept = on(first.day, first.month, day.year)
    return kept is not None and abs(day - kept) <= AROUND
