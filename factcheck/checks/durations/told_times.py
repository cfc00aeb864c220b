"""How long something is said to last: "selama dua jam 15 menit", "kontrak dua tahun", "a three-hour meeting";
beside which stretch of time it stands, and how its article would write it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case
from factcheck.language.figures import CARDINAL, Number
from factcheck.language.fold import alternation, fold, may_hold, word_start
from factcheck.language.language import Language
from factcheck.language.number_words import in_words_like
from factcheck.model import Span
from factcheck.typed import NamedTuple

NEAR, WINDOW, JOINED = 45, 120, 8
"""Letters between a duration that lasts and a stretch of time, to both sides in which one is looked for, and between
two that are joined."""
ENDS = compiled(r"[.!?;\n]\s|[0-9]")


@cache
def _leads(language: Language) -> re.Pattern[str]:
    """What stands between the two where nothing else is said: "kontrak dua tahun, yakni dari Januari …"."""
    words = alternation(language.changes.durations.leads)
    return compiled(rf"[\s,(:]*(?:(?:{words})[\s,(]+)*\)?,?\s?")


class Stretch(NamedTuple):
    """A stretch of time as written, and how much it spans."""

    span: Span
    spans: Decimal


def beside(case: Case, told: Told, stretches: Sequence[Stretch], *, bound: bool = False) -> Stretch | None:
    """The one stretch beside a duration; a `bound` one, and that of one that no word says lasts, right beside it."""
    low, leads = fold(case.document.plain), _leads(case.language)
    first, last = (
        bisect_left(stretches, at, key=lambda one: one.span.start)
        for at in (told.span.start - WINDOW, told.span.end + WINDOW)
    )
    near = [one for one in stretches[first:last] if _is_near(low, told, one.span, leads, bound=bound)]
    if near and _is_one_of_several(low, told, near[0], stretches[first:last]):
        return None
    return near[0] if len(near) == 1 and not _is_broken(case, told, near[0].span) else None


def _is_one_of_several(low: str, told: Told, near: Stretch, stretches: Sequence[Stretch]) -> bool:
    """ "dua periode, 2008-2013 dan 2013-2018, sepuluh tahun": whether another stretch is joined to one, so that what
    lasts may be all of them."""
    return any(
        other is not near and len(low[start:end]) <= JOINED and not any(map(str.isdigit, low[start:end]))
        for other in stretches
        for start, end in [sorted((min(near.span.end, other.span.end), max(near.span.start, other.span.start)))]
        if not start <= told.span.start < end
    )


def _is_near(low: str, told: Told, span: Span, leads: re.Pattern[str], *, bound: bool) -> bool:
    start, end = (told.span.end, span.start) if span.start >= told.span.end else (span.end, told.span.start)
    if start > end:
        return False
    if leads.fullmatch(low, start, end):
        return True
    return told.lasts and not bound and end - start <= NEAR and ENDS.search(low, start, end) is None


def _is_broken(case: Case, told: Told, span: Span) -> bool:
    """Whether the sentence says that the time was broken, or holds only what was worked of it."""
    low = fold(case.document.plain)
    start, end = min(told.span.start, span.start), max(told.span.end, span.end)
    head, tail = low.rfind("\n", 0, start) + 1, low.find("\n", end)
    return may_hold(low[head : tail if tail >= 0 else len(low)], case.language.changes.durations.broken)


def spelled(case: Case, missed: Missed, sizes: Mapping[str, int]) -> str:
    """What the stretch beside a duration spans, in the units of the two."""
    span = missed.told.span
    written = case.document.text[slice(*span)]
    low = fold(case.document.plain)[slice(*span)]
    large = max(sizes[word] for word in sizes if word in low)
    base = large if large > 1 else max(sizes.values())
    many, rest = divmod(int(missed.stretch.spans.to_integral_value(ROUND_HALF_UP)), base)
    sign = "-" if "-" in written else " "
    parts = [_part(case, many, written, _unit(low, base, sizes, many), sign)] if many else []
    if rest and (missed.told.quantum < base or not many):
        parts.append(_part(case, rest, "1" if parts else written, _unit(low, 1, sizes, rest), sign))
    return " ".join(parts)


def _part(case: Case, many: int, written: str, unit: str, sign: str) -> str:
    first = written.split(maxsplit=1)[0].partition("-")[0]
    return f"{in_words_like(Decimal(many), first, case.language) or many}{sign}{unit}"


def _unit(low: str, size: int, sizes: Mapping[str, int], many: int) -> str:
    """The word for a unit that the article has, else the first or last of its words, for one or more."""
    words = [word for word, each in sizes.items() if each == size]
    told = [word for word in words if word in low]
    return max(told, key=len) if told else words[0 if many == 1 else -1]


BEFORE = 30
"""Letters in front of a number in which a word says that something lasts."""
HALF = Decimal("0.5")


class Words(NamedTuple):
    """The words of a time that something lasts, over folded text."""

    lasting: re.Pattern[str]
    unit: re.Pattern[str]
    more: re.Pattern[str]
    rest: re.Pattern[str]
    """Minutes in figures behind hours, which may be taken for a time of day: "dua jam 15 menit"."""
    not_after: re.Pattern[str]
    compared: re.Pattern[str]
    hedged: re.Pattern[str]


class Told(NamedTuple):
    """A time told in the smaller of two units: how many, to how many, where, and whether a word says that it lasts."""

    span: Span
    size: Decimal
    quantum: Decimal
    lasts: bool


class Missed(NamedTuple):
    """A duration, and the stretch of time beside it that spans another."""

    told: Told
    stretch: Stretch


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
        compiled(rf"\s(?:{alternation((*language.changes.terms.heavier, *language.changes.terms.lighter))})(?![a-z])"),
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
        if found and _joins(low, found[-1], told, words):
            one = found.pop()
            told = Told(Span(one.span.start, told.span.end), one.size + told.size, told.quantum, one.lasts)
        if words.not_after.match(low, told.span.end) and not words.compared.match(low, told.span.end):
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


def _joins(low: str, one: Told, other: Told, words: Words) -> bool:
    return one.quantum > other.quantum and words.more.fullmatch(low, one.span.end, other.span.start) is not None
