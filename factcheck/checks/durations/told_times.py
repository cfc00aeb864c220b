"""How long something is said to last: "selama dua jam 15 menit", "kontrak dua tahun", "a three-hour meeting"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case
from factcheck.language.fold import alternation, fold, word_start
from factcheck.language.language import Language
from factcheck.language.written import Number
from factcheck.model import Span
from factcheck.typed import NamedTuple

BEFORE = 30
"""Letters in front of a number in which a word says that something lasts."""
CARDINAL = ("digits", "word")
HALF = Decimal("0.5")


class Words(NamedTuple):
    """The words of a time that something lasts, over folded text."""

    lasting: re.Pattern[str]
    unit: re.Pattern[str]
    more: re.Pattern[str]
    rest: re.Pattern[str]
    """Minutes in figures behind hours, which may be taken for a time of day: "dua jam 15 menit"."""
    not_after: re.Pattern[str]
    hedged: re.Pattern[str]


class Told(NamedTuple):
    """A time told in the smaller of two units: how many, to how many, where, and whether a word says that it lasts."""

    span: Span
    size: Decimal
    quantum: Decimal
    lasts: bool


@cache
def _words(language: Language, sizes: tuple[str, ...]) -> Words:
    words, hedge = language.changes.durations, language.words.hedge
    unit, joined = alternation(sizes), rf",?\s(?:(?:{alternation(words.joins)})\s)?"
    hedges = [*hedge.around, *hedge.above, *hedge.below, *hedge.over, *hedge.limit]
    return Words(
        compiled(rf"{word_start(words.lasting)}\s(?:[a-z]+\s)?$"),
        compiled(rf"(?:\s|-)(?P<half>(?:{alternation(words.half)})\s)?(?P<unit>{unit})(?![a-z])"),
        compiled(joined),
        compiled(rf"{joined}(?P<few>[0-9]{{1,2}})\s(?P<unit>{unit})(?![a-z])"),
        compiled(rf"\s?(?:{alternation([*words.not_after, *hedge.behind])})(?![a-z])"),
        compiled(rf"{word_start(hedges)}\s$"),
    )


def times_told(case: Case, sizes: Mapping[str, int]) -> Sequence[Told]:
    """The times of a draft that are told in these units, two numbers taken together: "dua jam 15 menit"."""
    low, words = fold(case.document.plain), _words(case.language, tuple(sizes))
    found: list[Told] = []
    for number in case.numbers:
        unit = words.unit.match(low, number.end)
        if unit is None or number.form not in CARDINAL or (found and number.start < found[-1].span.end):
            continue
        told = _told(low, number, unit, sizes, words)
        if words.not_after.match(low, told.span.end):
            continue
        if not words.hedged.search(low, max(0, number.start - BEFORE), number.start):
            found.append(told)
    return found


def _told(low: str, number: Number, unit: re.Match[str], sizes: Mapping[str, int], words: Words) -> Told:
    size = sizes[unit["unit"]]
    half = HALF if unit["half"] else Decimal(0)
    lasts = words.lasting.search(low, max(0, number.start - BEFORE), number.start) is not None
    quantum = HALF if half else number.quantum
    told = Told(Span(number.start, unit.end()), (number.value + half) * size, quantum * size, lasts)
    rest = words.rest.match(low, unit.end())
    if rest is None or sizes[rest["unit"]] >= size:
        return told
    small = sizes[rest["unit"]]
    return Told(Span(number.start, rest.end()), told.size + int(rest["few"]) * small, Decimal(small), lasts)
