"""Parts and multiples told in words or of a hundred, that a percentage or two measures beside them do not make.

"lebih dari separuh wilayah Kalimantan Barat yang 147.018 km²" behind another area, "hampir sepersepuluh penduduk … .
Angkanya 19,16 persen", "4,85 persen. Artinya, dari setiap 100 orang ada lima": the words between are no pattern of
verbs. What is compared is counted in one unit; a percentage is led to by a word that says it once more; so many of a
hundred are what some percentage of the paragraph is, or what is left of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.checks.needs import HUNDREDS
from factcheck.judging.case import Case
from factcheck.language.figures import PERCENT, Number
from factcheck.language.fold import alternation, fold, word_start
from factcheck.language.language import Language
from factcheck.reading.sums.shapes import whole_words
from factcheck.typed import NamedTuple

NEAR, FAR = 80, 120
"""Letters from a figure to the word of a part or a multiple, and from there to the figure that it is of."""
STOP = compiled(r"[.!?;\n]\s")
UNIT = compiled(r"\s([a-z²]+)(?:\s(persegi))?")
HEDGE = 16
"""Letters in front of the word in which "kurang dari" stands."""
BACK = 400
"""Letters in front in which their percentage stands."""


class Words(NamedTuple):
    """The words of what is compared, over folded text: `kali`; what leaves open how much less a part is; what leads
    from it to its percentage, in one sentence and in the next; what makes a number one of each hundred; what
    concludes."""

    times: re.Pattern[str]
    under: re.Pattern[str]
    same: re.Pattern[str]
    again: re.Pattern[str]
    each: re.Pattern[str]
    concluding: re.Pattern[str]


class Compared(NamedTuple):
    """A word, with what it says that one figure is of another; `whole` is None where the figure is a percentage."""

    start: int
    end: int
    times: Decimal
    part: Number
    whole: Number | None


class OfHundred(NamedTuple):
    """So many of each hundred, and the percentage in front of them."""

    share: Number
    among: Number
    told: Number


@cache
def words_of(language: Language) -> Words:
    words, alike = language.changes.multiples, alternation(language.changes.alike)
    again = alternation(words.again) if words.again else "(?!)"
    return Words(
        compiled(rf"\s(?:{alternation(words.compares)})(?![a-z])") if words.compares else compiled("(?!)"),
        compiled(rf"{word_start(words.under)}\s$") if words.under else compiled("(?!)"),
        compiled(rf"(?:\s[a-z]+){{0,6}}?(?:\s\(|,?\s(?:{alike}|{again})\s(?:[a-z]+\s){{0,2}})$"),
        compiled(rf"[^.!?;\n]{{0,90}}\.\s(?:[a-z]+\s){{0,2}}(?:{again})(?:\s[a-z]+){{0,2}}\s$"),
        compiled(rf"(?<![a-z])(?:{alternation(words.each)})\s$") if words.each else compiled("(?!)"),
        whole_words(language.changes.concluding),
    )


def compared(case: Case) -> Iterator[Compared]:
    """Each word between two measures of one unit, and each part in words whose percentage follows."""
    low, words = fold(case.document.plain), words_of(case.language)
    for at, number in enumerate(case.numbers[:-1]):
        if number.form != "word" or number.unit:
            continue
        said = words.times.match(low, number.end)
        if not (0 < number.value < 1 or (said and number.value > 1)):
            continue
        if words.under.search(low, max(0, number.start - HEDGE), number.start):
            continue
        end, behind = said.end() if said else number.end, case.numbers[at + 1]
        if behind.start - end > FAR or behind.start < end:
            continue
        if behind.unit == PERCENT and not said and _is_said_again(low, end, behind, words):
            yield Compared(number.start, end, number.value, behind, None)
        elif at and _is_measured(case, low, case.numbers[at - 1], behind, (number.start, end)):
            yield Compared(number.start, end, number.value, case.numbers[at - 1], behind)


def _is_said_again(low: str, end: int, share: Number, words: Words) -> bool:
    """ "hampir separuh penduduk (48,2 persen)", "sepertiga warga miskin. Persentasenya 33,1 persen"."""
    between = low[end : share.start]
    return words.same.fullmatch(between) is not None or words.again.fullmatch(between) is not None


def _is_measured(case: Case, low: str, part: Number, whole: Number, word: tuple[int, int]) -> bool:
    """ "31.318 kilometer persegi, lebih dari separuh wilayah Kalimantan Barat yang 147.018 kilometer persegi": whether
    two figures of one measure stand on both sides of a word, the one behind it right behind a name or its size."""
    start, end = word
    plain, between = case.document.plain, case.document.plain[end : whole.start]
    if start - part.end > NEAR or STOP.search(low, part.end, whole.start) or "," in between:
        return False
    units = {_unit(low, part), _unit(low, whole)}
    names = [at for at, one in enumerate(between.split()) if one[0].isupper()]
    if len(units) != 1 or units == {""} or not names or part.form != "digits" or whole.form != "digits":
        return False
    return names[0] <= 2 and len(between.split()) - names[-1] <= 3 and plain[part.end : start].count(",") <= 1


def _unit(low: str, number: Number) -> str:
    """The unit of a figure, or what it counts."""
    behind = UNIT.match(low, number.end) if number.unit in ("", PERCENT) else None
    return number.unit if behind is None else "".join(filter(None, behind.groups()))


def of_hundreds(case: Case) -> Iterator[OfHundred]:
    """The numbers told of each hundred that no percentage around them makes."""
    low, words = fold(case.document.plain), words_of(case.language)
    shares = [one for one in case.numbers if one.unit == PERCENT]
    for of, count in zip(case.numbers, case.numbers[1:], strict=False):
        if of.value not in HUNDREDS or of.unit or count.unit or not 0 < count.value < of.value or not shares:
            continue
        stop = STOP.search(low, of.end, of.end + FAR)
        if count.start > (stop.start() if stop else of.end + FAR) or count.quantum != 1:
            continue
        if _is_of_each(low, of, words):
            yield from _odd(case, of, count, shares)


def _is_of_each(low: str, of: Number, words: Words) -> bool:
    """ "dari setiap 100 orang"; "Artinya, dari 100 orang"."""
    stops = [stop.end() for stop in STOP.finditer(low, max(0, of.start - NEAR), of.start)]
    first = stops[-1] if stops else max(0, of.start - NEAR)
    led = words.concluding.search(low, first, of.start) is not None
    return words.each.search(low, first, of.start) is not None or led


def _odd(case: Case, of: Number, count: Number, shares: Sequence[Number]) -> Iterator[OfHundred]:
    plain = case.document.plain
    start = max(0, of.start - BACK)  # "TPT 4,82%." may stand in a line of its own
    end = (plain.find("\n", count.end) + 1 or len(plain)) - 1
    first, last = (bisect_left(shares, at, key=lambda one: one.start) for at in (start, end))
    around, made = shares[first:last], 100 * count.value / of.value
    step = Decimal(100) / of.value
    line = plain.rfind("\n", 0, of.start)
    before = [one for one in around if line < one.start < of.start]
    if before and not any(min(abs(one.value - made), abs(100 - one.value - made)) <= step for one in around):
        yield OfHundred(before[-1], of, count)
