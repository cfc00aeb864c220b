"""Counts that lost the scale word of those beside them: "turun dari 180 ribu orang menjadi 179 orang".

What is told with "ribu" all around is a thousand times as much; without it the figure reads like the others, and is
hardly a thousandth of them by chance.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from factcheck.judging.case import Case
from factcheck.language.figures import Number
from factcheck.language.fold import fold
from factcheck.language.language import Language, load
from factcheck.reading.sums.operands import is_hedged, words_of
from factcheck.typed import NamedTuple

LEAST, MANY = 100, 1000
"""From where on to below where a figure without a scale word is told in as many digits as one with it."""
NEAR, FAR = Decimal("0.03"), Decimal(2)
"""How nearly a figure reads like two beside it; how many times one that words bind to another may be that."""
AROUND = 2
"""Figures before and behind one that may be of its series."""
TWO = 2


class Lost(NamedTuple):
    """A count, the scale word that it lost, and the figure beside it that has it."""

    number: Number
    word: str
    scale: int
    beside: Number


def lost_scales(case: Case) -> Iterator[Lost]:
    """The counts of one thing that read as those beside them do, but for the scale word."""
    low, language = fold(case.document.plain), load(case.document.language)
    bare = [at for at, one in enumerate(case.numbers) if _is_bare(one) and _is_counted(low, one, language)]
    bound = _bound(case) if bare else {}
    found = (_lost(case, low, at, bound) for at in bare if not is_hedged(low, case.numbers[at], language))
    yield from (one for one in found if one is not None)


def lost_scale(case: Case, number: Number) -> Lost | None:
    """What a count with decimals lost, "59,19 orang", where those beside it show it; None where none do."""
    at = bisect_left(case.numbers, number.start, key=lambda one: one.start)
    return _lost(case, fold(case.document.plain), at, _bound(case))


def _lost(case: Case, low: str, at: int, bound: Mapping[int, int]) -> Lost | None:
    """The scale word of the figure that words bind to one, or of two beside it that read as it does."""
    number, language = case.numbers[at], load(case.document.language)
    around = [*case.numbers[max(0, at - AROUND) : at], *case.numbers[at + 1 : at + 1 + AROUND]]
    scales = {one.start: _scale(low, one, language) for one in around}
    beside = [one for one in around if scales[one.start][0] > 1 and _is_of_one(low, number, one)]
    reads = {one.start: one.value / scales[one.start][0] / number.value for one in beside}
    told = [one for one in beside if bound.get(number.start) == one.start and 1 / FAR <= reads[one.start] <= FAR]
    series = [one for one in beside if abs(reads[one.start] - 1) <= NEAR]
    found = told or (series if len(series) >= TWO else [])
    if not found or len({scales[one.start] for one in found}) != 1:
        return None
    scale, word = scales[found[0].start]
    return Lost(number, word, scale, found[0])


def _bound(case: Case) -> dict[int, int]:
    """Which figure words bind to which as two states of one thing, by where they begin."""
    pairs = [
        (stated.figures["A"].start, stated.figures["B"].start)
        for stated in case.sums
        if stated.figures.keys() >= {"A", "B"} and stated.kind != "share"
    ]
    return {one: other for pair in pairs for one, other in (pair, pair[::-1])}


def _is_bare(number: Number) -> bool:
    return number.form == "digits" and not number.unit and number.quantum == 1 and LEAST <= number.value < MANY


def _is_counted(low: str, number: Number, language: Language) -> bool:
    return words_of(language).counted.match(low, number.end) is not None


def _scale(low: str, number: Number, language: Language) -> tuple[int, str]:
    """The scale word of a count with what it is worth: 1000 for "180 ribu"; 1 where it has none."""
    words = low[number.figure.end : number.end].split() if not number.unit and number.form == "digits" else ()
    return next(((language.numbers.scales[word], word) for word in words if word in language.numbers.scales), (1, ""))


def _is_of_one(low: str, one: Number, other: Number) -> bool:
    """Whether two figures stand in one paragraph and count one thing."""
    first, second = sorted((one, other), key=lambda number: number.start)
    if "\n" in low[first.end : second.start]:
        return False
    return _noun(low, one) == _noun(low, other) != ""


def _noun(low: str, number: Number) -> str:
    words: Sequence[str] = low[number.end : number.end + 24].split()
    return words[0].strip(".,;:)") if words else ""
