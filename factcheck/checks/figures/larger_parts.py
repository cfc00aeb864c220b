"""Parts that are larger than the whole they are counted from: "dari total 4,40 juta orang, sebanyak 144,64 juta".

Both count one thing, as the word behind both says; or nothing stands between the part and "dari". "Naik 540 dari 450
peserta" and "540 pendaftar dari kuota 450" tell of other things, and so do two times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.checks.needs import larger_beside
from factcheck.judging.case import Case
from factcheck.language.figures import CARDINAL, Number
from factcheck.language.fold import alternation, fold, whole_word
from factcheck.language.language import Language
from factcheck.reading.sums.operands import is_hedged, is_name
from factcheck.reading.sums.shapes import is_year
from factcheck.typed import NamedTuple

LEAD = 60
"""Letters in front of a whole in which the word stands that leads to it, and those that say otherwise."""
TIMES = 1000
"""How many times its whole a part is that one slip made too large; what is further off counts another thing."""
SENTENCE = compiled(r"[.!?;:\n(]\s?")


class Words(NamedTuple):
    """What binds a part to its whole, over folded text."""

    direct: re.Pattern[str]
    led: re.Pattern[str]
    between: re.Pattern[str]
    noun: re.Pattern[str]
    otherwise: re.Pattern[str]


@cache
def _words(language: Language) -> Words:
    words, totals = language.changes, language.changes.totals
    of, whole = alternation(totals.of), alternation(totals.whole)
    change = language.words.change
    away = [*change.up, *change.down, *change.any, *words.verbs.up, *words.verbs.down, *words.breaks, *totals.otherwise]
    nouns = alternation(sorted({*words.counted, *totals.counted}))
    return Words(
        compiled(rf"(?:\s(?P<noun>{nouns}))?\s(?:{of})(?:\s(?:{whole}))?\s"),
        compiled(
            rf"(?:^|[^a-z\s]\s*|\n)(?:{of})(?:\s[a-z/-]+){{0,7}}\s$|(?<![a-z])(?:{of})\s(?:{whole})(?:\s[a-z/-]+){{0,7}}\s$"
        ),
        compiled(rf"\s(?P<noun>{nouns})(?![a-z])[a-z /'-]{{0,40}},\s(?:[a-z]+\s)?"),
        compiled(rf"\s(?P<noun>{nouns})(?![a-z])"),
        compiled(whole_word(away)),
    )


def larger_parts(case: Case) -> Iterator[tuple[Number, Number]]:
    """The parts of a draft with the smaller whole that each is counted from."""
    low, words = fold(case.document.plain), _words(case.language)
    for one, other in larger_beside(case):
        part, whole = (one, other) if one.value > other.value else (other, one)
        if part.value > TIMES * whole.value or not all(_is_count(case, each) for each in (one, other)):
            continue
        bound = _is_direct(low, part, whole, words) if part is one else _is_led(low, whole, part, words)
        if bound and not _is_otherwise(low, one, other, words) and not _is_loose(case, low, part, whole):
            yield part, whole


def _is_count(case: Case, number: Number) -> bool:
    """Whether a figure counts: a whole number that is no year."""
    whole = number.form in CARDINAL and number.value >= 1 and number.value % 1 == 0
    return whole and not is_year(case.document.plain, number)


def _is_loose(case: Case, low: str, part: Number, whole: Number) -> bool:
    return any(is_hedged(low, one, case.language) or is_name(low, one, case.language) for one in (part, whole))


def _is_direct(low: str, part: Number, whole: Number, words: Words) -> bool:
    """ "432.310 TPS dari 30.766 TPS", "540 dari 450 peserta": whether nothing but what is counted stands in between."""
    between, counted = words.direct.fullmatch(low, part.end, whole.start), words.noun.match(low, whole.end)
    return between is not None and counted is not None and between["noun"] in (None, counted["noun"])


def _is_led(low: str, whole: Number, part: Number, words: Words) -> bool:
    """ "dari total pekerja yang mencapai 4,40 juta orang, sebanyak 144,64 juta orang": whether "dari" leads to the
    whole, and both are told with one word for what is counted."""
    between, counted = words.between.fullmatch(low, whole.end, part.start), words.noun.match(low, part.end)
    if between is None or counted is None or between["noun"] != counted["noun"]:
        return False
    return words.led.search(low, max(0, whole.start - LEAD), whole.start) is not None


def _is_otherwise(low: str, one: Number, other: Number, words: Words) -> bool:
    """Whether the words around them tell of a change, of two times or of what was aimed at."""
    start = max(0, one.start - LEAD)
    ends = [match.end() for match in SENTENCE.finditer(low, start, one.start)]
    return words.otherwise.search(low, ends[-1] if ends else start, other.end + LEAD // 2) is not None
