"""Means for each of so many that their total does not make: "dalam 10 tahun bertambah 1,01 juta jiwa, rata-rata 84,87
ribu jiwa setiap tahun"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case
from factcheck.language.figures import CARDINAL, PERCENT, Number
from factcheck.language.fold import alternation, fold, whole_places
from factcheck.language.language import Language
from factcheck.reading.sums.operands import words_of
from factcheck.reading.sums.shapes import is_year
from factcheck.typed import NamedTuple

LED, BACK = 20, 160
"""Letters from the word for a mean to its figure, and back to the figures that it is made of."""
NEAR, ROUGH, FAR = Decimal("0.04"), Decimal("0.12"), Decimal(3)
"""What part a mean may be off, and one that is told as about so much; how many times: what is further off is of other
figures."""
LEAST, MOST = 2, 8
"""Of so many at least a mean is told; so many figures in front of it are looked at."""
SENTENCE_END = compiled(r"[!?;\n]|\.(?=\s)")


class Evenly(NamedTuple):
    """A mean, the total and the number of those that share it."""

    told: Number
    total: Number
    shared: Number

    @property
    def made(self) -> Decimal:
        """The mean that they make."""
        return self.total.value / self.shared.value


class Words(NamedTuple):
    """What stands around the figures, over folded text."""

    each: re.Pattern[str]
    counted: re.Pattern[str]
    reached: re.Pattern[str]
    noun: re.Pattern[str]
    people: frozenset[str]


@cache
def _words(language: Language) -> Words:
    each = alternation([*language.changes.products.each, *language.words.mood.each])
    return Words(
        compiled(rf"\s?(?:[a-z]+\s){{0,3}}?(?:(?:{each})\s?|se)(?P<unit>[a-z]{{3,20}})(?!\s(?:{each})(?![a-z]))"),
        compiled(r"\s(?:[a-z]+\s)?(?P<unit>[a-z]{3,20})"),
        compiled(rf"(?<![a-z])(?:{language.changes.classes.get('to', '')})\s(?:[a-z]+\s)?$"),
        compiled(r"\s([a-z]{3,20})"),
        frozenset(language.changes.totals.people),
    )


def shared_evenly(case: Case) -> Iterator[Evenly]:
    """The means for each of a draft that its total does not make."""
    low, words = fold(case.document.plain), _words(case.language)
    around = words_of(case.language).around
    cardinal = (one for one in case.numbers if one.form in CARDINAL)
    numbers = [one for one in cardinal if not is_year(case.document.plain, one)]
    starts = [one.start for one in numbers]
    for start, end in whole_places(low, low, case.language.changes.totals.means):
        at = bisect_left(starts, end)
        told = numbers[at] if at < len(numbers) and numbers[at].start - end <= LED else None
        each = words.each.match(low, told.end) if told is not None else None
        if told is None or each is None or told.unit == PERCENT or SENTENCE_END.search(low, end, told.start):
            continue
        before = [one for one in numbers[max(0, at - MOST) : at] if one.start >= low.rfind("\n", 0, start)]
        pair = _pair(low, before[-LEAST:], told, each["unit"], words) if told.form == "digits" else None
        if pair is None or pair.total.start < start - BACK or SENTENCE_END.search(low, pair.shared.start, start):
            pair = _pair_apart(low, before, told, each, words)
        if pair is None:
            continue
        hedged = any(around.search(low, max(0, one.start - LED), one.start) for one in (told, pair.total))
        most = (ROUGH if hedged else NEAR) * pair.made + told.quantum
        if abs(told.value - pair.made) > most and pair.made / FAR < told.value < FAR * pair.made:
            yield pair


def _pair_apart(low: str, before: Sequence[Number], told: Number, each: re.Match[str], words: Words) -> Evenly | None:
    """ "menggarap 40 hektare sawah. … Hasilnya 240 ton, jadi rata-rata delapan ton per hektare": the one figure of the
    paragraph that counts what the mean is for each, and the one that counts what it is a mean of."""
    unit, measured = each["unit"], words.noun.match(low, told.end)
    shared = [
        one for one in before if (noun := words.noun.match(low, one.end)) and noun[1].rstrip("s") == unit.rstrip("s")
    ]
    alike = words.people if measured and measured[1] in words.people else {measured[1]} if measured else set()
    total = [one for one in before if (noun := words.noun.match(low, one.end)) and noun[1] in alike and not one.unit]
    if len(shared) != 1 or len(total) != 1 or shared[0].value <= 1 or shared[0].unit:
        return None
    reached = words.reached.search(low, max(0, total[0].start - LED), total[0].start)
    return Evenly(told, total[0], shared[0]) if reached is None else None


def _pair(low: str, before: Sequence[Number], told: Number, unit: str, words: Words) -> Evenly | None:
    """The total and the number of those that share it, in whatever order, right in front of their mean."""
    if len(before) < LEAST:
        return None
    for shared, total in (before, before[::-1]):
        counted = words.counted.match(low, shared.end)
        whole = shared.quantum == 1 and shared.value >= LEAST and not shared.unit
        if not whole or counted is None or not _is_one(counted, unit) or total.unit != told.unit:
            continue
        if total.value > told.value and not words.reached.search(low, max(0, total.start - LED), total.start):
            return Evenly(told, total, shared)
    return None


def _is_one(counted: re.Match[str], unit: str) -> bool:
    """Whether one of the two words behind a number is what each of the mean is: "six months … a month"."""
    return any(word.rstrip("s") == unit.rstrip("s") for word in counted[0].split())
