"""Parts and multiples told in words, and which two figures they are told of: "separuh dari 80", "dua kali lipat"."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.cache.patterns import compiled
from factcheck.language.figures import Number
from factcheck.language.interval import Range
from factcheck.language.language import Language
from factcheck.reading.sums.operands import is_name
from factcheck.reading.sums.shapes import is_year
from factcheck.typed import NamedTuple

OFF = Decimal("0.1")
"""So far a part told in words may be off: "sepertiga" of 33 in 100, and of 36."""
FEWER, MORE = Decimal("0.85"), Decimal("1.2")
"""So much of a multiple told in words may there be: "dua kali lipat" of 1.7 to 2.4 times as much."""
NEARLY = Decimal("0.75")
"""What is nearly so much is at least such a part of it."""
BESIDE = 60
"""Letters from the word of a multiple to the figures it is told of."""
HEDGE = 16
"""Letters in front of the word in which "hampir" or "lebih dari" stands."""
STOP = compiled(r"[.!?;\n]\s")


class Words(NamedTuple):
    """The words of parts and multiples, over folded text."""

    of: re.Pattern[str]
    joined: re.Pattern[str]
    before: re.Pattern[str]
    closed: re.Pattern[str]
    some: re.Pattern[str]
    times: re.Pattern[str]
    led: re.Pattern[str]
    reached: re.Pattern[str]
    changed: re.Pattern[str]
    below: re.Pattern[str]
    above: re.Pattern[str]


class Told(NamedTuple):
    """Where a word tells how many times as much one figure is of another, which two, and what it leaves open."""

    start: int
    end: int
    part: Number
    whole: Number
    allowed: tuple[Range, ...]


def counts(low: str, number: Number, language: Language) -> bool:
    return number.form == "digits" and not is_year(low, number) and not is_name(low, number, language)


def allowed(low: str, words: Words, start: int, times: Decimal, about: Range) -> Range:
    """What a word may stand for: so much and a little, and what "hampir" and "lebih dari" in front of it make of it."""
    before = max(0, start - HEDGE)
    if words.below.search(low, before, start):
        return Range(times * NEARLY if times < 1 else times * FEWER, times)
    if words.above.search(low, before, start):
        return Range(times, Decimal("Infinity"))
    return Range(about.low * times, about.high * times)
