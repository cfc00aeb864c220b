"""Ages that the dates of their sentence do not give: "kelahiran 3 Mei 1958 … meninggal Senin (13/1/2025) dalam usia 76
tahun"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case
from factcheck.language.calendar import on
from factcheck.language.figures import DateMention, Number
from factcheck.language.fold import fold, starts_of, word_start
from factcheck.language.language import Language
from factcheck.model import Span
from factcheck.spans import own_text
from factcheck.typed import NamedTuple, TypeVar

_Told = TypeVar("_Told", Number, DateMention)
REACH, TAIL = 300, 40
"""Letters of a sentence to both sides of a birth; letters between a word for one and its day."""
BEFORE = 24
"""Letters in front of a figure in which a word says that it is an age."""
OLDEST = 125
ENDS = compiled(r"[.!?]\s+(?=[A-Z\"“])|\n")
YEAR = compiled(r"[^0-9.!?;\n]{1,24}?(?P<year>1[89][0-9]{2}|20[0-9]{2})(?![0-9.,/-]*[0-9])")


class Words(NamedTuple):
    """The words of births, deaths and ages, over folded text."""

    age: re.Pattern[str]
    died: re.Pattern[str]
    now: re.Pattern[str]
    others: re.Pattern[str]


class OddAge(NamedTuple):
    """An age as told, what it would be, and the two days between which it was reached."""

    number: Number
    right: int
    born: Span
    later: Span


@cache
def _words(language: Language) -> Words:
    ages = language.changes.ages
    return Words(
        compiled(rf"{word_start(ages.age)}\s$"),
        compiled(rf"{word_start(ages.died)}(?![a-z])"),
        compiled(rf"{word_start(ages.now)}\s$"),
        compiled(rf"{word_start(ages.others)}(?![a-z])"),
    )


def odd_ages(case: Case) -> Iterator[OddAge]:
    """The ages of a draft that are not those of the births told in their sentences."""
    low, own = fold(case.document.plain), own_text(case.document)
    for start in starts_of(low, case.language.changes.ages.born):
        sentence = (
            _sentence(case.document.plain, start) if own.holds(start) and not low[start - 1 : start].isalpha() else None
        )
        if sentence is None:
            continue
        dates = _within(case.dates, sentence)
        born = _born(low, start, dates, sentence)
        if born is None or _words(case.language).others.search(low, sentence.start, sentence.end):
            continue
        ages = [one for one in _within(case.numbers, sentence) if _is_age(low, one, case.language)]
        if len(ages) == 1:
            yield from _odd(case, low, ages[0], born, [one for one in dates if one.start > born[0].end], sentence)


def _sentence(plain: str, at: int) -> Span:
    ends = [match.end() for match in ENDS.finditer(plain, max(0, at - REACH), at)]
    close = ENDS.search(plain, at, at + REACH)
    return Span(ends[-1] if ends else max(0, at - REACH), close.start() if close else min(len(plain), at + REACH))


def _within(told: Sequence[_Told], sentence: Span) -> Sequence[_Told]:
    first, last = (bisect_left(told, at, key=lambda one: one.start) for at in sentence)
    return told[first:last]


Born = tuple[Span, date, bool]
"""Where a birth is told, its day, and whether the day is told, not the year alone."""


def _born(low: str, start: int, dates: Sequence[DateMention], sentence: Span) -> Born | None:
    """The day behind a word for a birth, or the year alone."""
    first = next((one for one in dates if one.start > start), None)
    if first is not None and first.year and not any(sign.isdigit() for sign in low[start : first.start]):
        day = on(first.day, first.month, first.year) if first.start - start <= TAIL + 20 else None
        return (Span(*first.figure), day, True) if day else None
    match = YEAR.search(low, start, min(sentence.end, start + TAIL))
    return (Span(*match.span("year")), date(int(match["year"]), 7, 1), False) if match else None


def _is_age(low: str, number: Number, language: Language) -> bool:
    told = number.quantum == 1 and not number.unit and number.form != "roman" and 0 < number.value < OLDEST
    return told and _words(language).age.search(low, max(0, number.start - BEFORE), number.start) is not None


def _odd(
    case: Case, low: str, age: Number, born: Born, later: Sequence[DateMention], sentence: Span
) -> Iterator[OddAge]:
    words, (span, day, known) = _words(case.language), born
    if words.now.search(low, max(0, age.start - BEFORE - TAIL), _cue(low, age, words)) and case.document.published:
        then, place = case.document.published, span
    elif len(later) == 1 and words.died.search(low, sentence.start, age.start):
        year = later[0].year or (case.document.published.year if case.document.published else 0)
        found = on(later[0].day, later[0].month, year) if year else None
        if found is None:
            return
        then, place = found, Span(*later[0].figure)
    else:
        return
    years = then.year - day.year - ((then.month, then.day) < (day.month, day.day) if known else 0)
    allowed = (years, years + 1) if known else (years - 1, years)
    if years > 0 and age.value not in allowed:
        yield OddAge(age, years, span, place)


def _cue(low: str, age: Number, words: Words) -> int:
    match = words.age.search(low, max(0, age.start - BEFORE), age.start)
    return match.start() if match else age.start
