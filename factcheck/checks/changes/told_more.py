"""Which of two is told to be more, whose counts stand side by side in front: "2.193.831 laki-laki dan 2.181.432
perempuan … perempuan lebih banyak"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case
from factcheck.language.figures import PERCENT, Number
from factcheck.language.fold import alternation, fold, starts_of
from factcheck.language.language import Language
from factcheck.model import Span
from factcheck.typed import NamedTuple

REACH, CLAUSE = 240, 80
"""Letters back from the word to the two counts, and to who is told to be more."""
STOP = compiled(r"[.!?;:\n]\s|,\s")
NOUN = compiled(r"\s([a-z][a-z-]{3,})")
ALONE = compiled(r"\s?(?:[.,;]|$)|\s(?:[0-9]|[a-z]+[.,;])")
"""What stands behind the word where it is told of nothing else."""


class ToldMore(NamedTuple):
    """The word, who is told to be more or fewer, and the two counts, that one's first."""

    word: Span
    named: Span
    own: Number
    other: Number


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A word for more or fewer; what joins two counts behind what the first counts."""
    words, last = language.changes.compared, alternation(language.changes.lists.last)
    return (
        compiled(rf"(?:{alternation((*words.more, *words.fewer))})(?![a-z])"),
        compiled(rf"(?:\s[a-z]+)?(?:,?\s(?:{last})|,)\s$"),
    )


def told_more(case: Case) -> Iterator[ToldMore]:
    """Those of a draft that are told to be more or fewer than the other whose count stands beside, and are not."""
    low, words = fold(case.document.plain), case.language.changes.compared
    more, joined = _patterns(case.language)
    for start in starts_of(low, (*words.more, *words.fewer)):
        match = more.match(low, start)
        pair = _pair(case, low, joined, start) if match and ALONE.match(low, match.end()) else None
        if match is None or pair is None:
            continue
        stops = [stop.end() for stop in STOP.finditer(low, max(pair[1].end, start - CLAUSE), start)]
        begin = max([pair[1].end + len(_noun(low, pair[1])) + 1, *stops])
        named = [(at, one) for one in pair if (at := low.find(_noun(low, one), begin, start)) >= 0]
        if len(named) != 1:
            continue
        (at, own), other = named[0], pair[named[0][1] is pair[0]]
        if (own.value < other.value) if match[0] in words.more else (own.value > other.value):
            yield ToldMore(Span(*match.span()), Span(at, at + len(_noun(low, own))), own, other)


def _pair(case: Case, low: str, joined: re.Pattern[str], start: int) -> tuple[Number, Number] | None:
    """The last two counts in front of a place in its paragraph that stand side by side, each with a word of its own."""
    last = bisect_left(case.numbers, start, key=lambda one: one.start)
    near = [one for one in case.numbers[max(0, last - 4) : last] if one.start > start - REACH]
    for one, other in zip(reversed(near[:-1]), reversed(near), strict=False):
        nouns = _noun(low, one), _noun(low, other)
        alike = (one.unit, one.quantum, one.form) == (other.unit, other.quantum, "digits") and one.unit != PERCENT
        if alike and all(nouns) and nouns[0] != nouns[1] and "\n" not in low[one.start : start]:
            end = one.end + len(nouns[0]) + 1
            if joined.fullmatch(low, end, other.start):
                return one, other
    return None


def _noun(low: str, number: Number) -> str:
    match = NOUN.match(low, number.end)
    return match[1] if match else ""
