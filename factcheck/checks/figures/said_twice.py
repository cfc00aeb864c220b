"""One amount said twice side by side, the second time in another unit or at another scale: "2,5 hektare (25.000 meter
persegi)", "Rp1.250.000.000 atau Rp1,25 miliar".

Both stand for what was rounded, so that what is off by less than a rounding says the same. "Lari 5 kilometer atau 800
meter" are two amounts: behind a mere "atau" only those of the same digits, or one slip of the finger apart, are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.checks.needs import again_beside
from factcheck.judging.case import Case
from factcheck.language.figures import Number
from factcheck.language.fold import alternation, fold
from factcheck.language.interval import Range, printed
from factcheck.language.language import Language
from factcheck.language.tables import Numbers, Units
from factcheck.model import Span
from factcheck.reading.sums.mistyped import slips
from factcheck.typed import NamedTuple

ROUNDED, TIMES = Decimal("1.11"), Decimal("2.5")
"""How far apart two roundings of one amount may be, or a ton and a short ton; and how far two that are told to be
the same."""
POWERS = tuple([Decimal(10) ** power for power in (1, 2, 3, 6)])
COUNTED = compiled(r"\s[a-z]+")
DIGITS = 2
"""So many digits of both tell that they are one amount."""
LASTING, DAY = ("time", "age"), 24
"""Times are rather alternatives ("satu tahun atau enam bulan"); open "7 hari (24 jam)"."""


class Twice(NamedTuple):
    """An amount said twice, the first time at a place with its unit, and what the second saying would have to be."""

    first: Span
    second: Number
    right: Decimal

    @property
    def quantum(self) -> Decimal:
        """The last decimal that the right figure needs."""
        exponent = self.right.normalize().as_tuple().exponent
        return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


class Words(NamedTuple):
    """How a language says an amount twice: its units with their kind and size, and what stands between."""

    unit: re.Pattern[str]
    sizes: Mapping[str, tuple[str, int]]
    between: re.Pattern[str]
    rated: re.Pattern[str]
    degrees: re.Pattern[str]


@cache
def _words(language: Language) -> Words:
    units = language.numbers.units
    kinds: dict[str, Numbers] = {kind: getattr(units, kind) for kind in Units.__annotations__}
    sizes = {word: (kind, size) for kind, told in kinds.items() for word, size in told.items()}
    again, hedge = language.numbers.again, language.words.hedge
    hedges = alternation([*hedge.around, *hedge.above, *hedge.below, *hedge.over])
    same, either = alternation(again.same), alternation(again.either)
    about = rf"\s(?P<hedge>(?:{hedges})\s)?|\s?(?P<open>\()(?P<about>(?:{hedges})\s)?"
    between = rf",?\s(?:(?P<same>{same})|(?P<either>{either})){about}"
    return Words(
        compiled(rf"\s?(?P<unit>{alternation(sizes)})(?![a-z0-9²³/])"),
        sizes,
        compiled(between),
        compiled(rf"\s?(?:[a-z]+\s)?(?:/|(?:{alternation(again.rated)})(?![a-z]))"),
        compiled(
            rf"\s?(?:(?P<celsius>{alternation(language.numbers.degrees.celsius)})"
            rf"|(?P<fahrenheit>{alternation(language.numbers.degrees.fahrenheit)}))(?![a-z])"
        ),
    )


def said_twice(case: Case) -> Iterator[Twice]:
    """The amounts of a draft whose second saying is not what the first one is."""
    low, words = fold(case.document.plain), _words(case.language)
    warm = any(word in low for word in case.language.numbers.degrees.fahrenheit)
    for one, other in again_beside(case):
        if one.value > 0 and other.value > 0:
            found = _in_units(low, one, other, words) or (warm and _in_degrees(low, one, other, words))
            found = found or _in_scales(low, one, other, words)
            if found is not None:
                yield found


def _in_units(low: str, one: Number, other: Number, words: Words) -> Twice | None:
    first, second = words.unit.match(low, one.end), words.unit.match(low, other.end)
    if first is None or second is None or first["unit"] == second["unit"]:
        return None
    (kind, size), (like, step) = words.sizes[first["unit"]], words.sizes[second["unit"]]
    between = words.between.fullmatch(low, first.end(), other.start)
    if kind != like or between is None or _is_open(low, second.end(), between) or words.rated.match(low, second.end()):
        return None
    if kind in LASTING and (between["either"] or other.value == DAY):
        return None
    right = _apart(one, other, Decimal(size) / step, between)
    return Twice(Span(one.start, first.end()), other, right) if right else None


def _in_degrees(low: str, one: Number, other: Number, words: Words) -> Twice | None:
    """ "40 derajat Celsius (104 derajat Fahrenheit)": what is off by less than a rounding of the first."""
    first, second = words.degrees.match(low, one.end), words.degrees.match(low, other.end)
    if first is None or second is None or first.lastgroup == second.lastgroup:
        return None
    between = words.between.fullmatch(low, first.end(), other.start)
    if between is None or between["hedge"] or between["about"] or _is_open(low, second.end(), between):
        return None
    warm = first.lastgroup == "celsius"
    right = one.value * 9 / 5 + 32 if warm else (one.value - 32) * 5 / 9
    off = max(one.quantum * (2 if warm else 1), other.quantum)
    right = right.quantize(Decimal(1)) if other.quantum == 1 else right.quantize(other.quantum)
    return Twice(Span(one.start, first.end()), other, right) if abs(other.value - right) > off else None


def _is_open(low: str, end: int, between: re.Match[str]) -> bool:
    """Whether brackets hold more than the amount."""
    return bool(between["open"]) and low[end : end + 1] != ")"


def _in_scales(low: str, one: Number, other: Number, words: Words) -> Twice | None:
    """ "Rp1.250.000.000 atau Rp1,25 triliun": one unit, and a scale word that the other has not."""
    if one.unit != other.unit or one.quantum == other.quantum or max(one.quantum, other.quantum) < min(POWERS):
        return None
    counted, like = COUNTED.match(low, one.end), COUNTED.match(low, other.end)
    same = counted and like and counted[0] == like[0]
    end, last = (counted.end(), like.end()) if counted and like and same else (one.end, other.end)
    between = words.between.fullmatch(low, end, other.start)
    if between is None or _is_open(low, last, between) or words.rated.match(low, other.end):
        return None
    if between["either"] and not one.unit and not same:
        return _below_one(low, one, other, between)
    power = _power(_printed(one), _printed(other)) if _told(one, other) else None
    if power is None and between["either"] and not one.unit:
        return _below_one(low, one, other, between)
    return Twice(Span(one.start, end), other, other.value * power) if power else None


def _below_one(low: str, one: Number, other: Number, between: re.Match[str]) -> Twice | None:
    """ "0,08 juta atau 38 ribu orang": a part of a million is no choice, and what stands behind it says it again."""
    if not low.startswith("0", one.figure.start) or between["about"] or between["hedge"]:
        return None
    return None if _printed(one).meets(_printed(other)) else Twice(Span(one.start, one.end), other, one.value)


def _told(one: Number, other: Number) -> bool:
    """Whether both have digits enough to be one amount."""
    return min(_digits(one), _digits(other)) >= DIGITS


def _digits(number: Number) -> int:
    return len(str(int(number.value / number.quantum)).rstrip("0"))


def _printed(number: Number) -> Range:
    """What a figure stands for: a whole one rounded, any other may have been cut off."""
    half = number.quantum / 2
    return Range(number.value - half, number.value + half) if number.quantum == 1 else printed(number)


def _apart(one: Number, other: Number, step: Decimal, between: re.Match[str]) -> Decimal | None:
    """What the second would have to be, where it is not the first taken `step` times."""
    values, second, right = _printed(one), _printed(other), one.value * step
    first = Range(values.low * step, values.high * step)
    if Range(first.low / ROUNDED, first.high * ROUNDED).meets(second):
        return None
    power = _power(first, second)
    if power:
        return other.value * power if _told(one, other) or not between["either"] else None
    same = not between["either"] and 1 / TIMES <= other.value / right <= TIMES
    hedged = between["hedge"] or between["about"]
    return right if not hedged and (same or slips(other, right) == 1) else None


def _power(first: Range, second: Range) -> Decimal | None:
    """How many times ten the second has to be taken to be the first."""
    factors = [*POWERS, *(1 / power for power in POWERS)]
    return next((each for each in factors if Range(second.low * each, second.high * each).meets(first)), None)
