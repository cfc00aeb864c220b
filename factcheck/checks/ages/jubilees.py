"""Decades and centuries of a headline that the year in which something began does not give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case
from factcheck.language.fold import alternation, fold, word_start
from factcheck.language.language import Language
from factcheck.model import Span
from factcheck.spans import SILENT
from factcheck.typed import NamedTuple

YEAR, HEDGED = 12, 24
"""Months of a year; letters in front of the number in which it is hedged."""
OFF = Decimal("0.1")
"""So far a round number of years may be off."""
YEARS = compiled(r"(?<![0-9.,/])(?:1[89]|20)[0-9]{2}(?![0-9]|[.,/][0-9])")


class OddJubilee(NamedTuple):
    """A time told in a headline, the year in which the text says that it began, and the year of the draft."""

    place: Span
    first: int
    now: int


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A long unit behind its number; what hedges one; a word for a beginning in front of its year."""
    long = [word for word, months in language.numbers.units.age.items() if months > YEAR]
    hedge = language.words.hedge
    hedges = (*hedge.around, *hedge.above, *hedge.below, *hedge.over, *hedge.loose)
    return (
        compiled(rf"\s(?P<unit>{alternation(long)})(?![a-z])"),
        compiled(rf"{word_start(hedges)}\s$"),
        compiled(
            rf"{word_start(language.changes.ages.begun)}(?![a-z])[^.!?\n0-9]{{0,60}}\s(?:[0-9]{{1,2}}\s[a-z]+\s)?$"
        ),
    )


def odd_jubilees(case: Case) -> Iterator[OddJubilee]:
    """The times of the headline that are not those since the first year of the text, with which something began, nor
    reach back to any other year told."""
    head = next(block for block in case.document.blocks if block.kind not in SILENT)
    low, published = fold(case.document.plain), case.document.published
    unit, hedged, begun = _patterns(case.language)
    years = list(YEARS.finditer(low, head.end))
    if published is None or not years:
        return
    first = min(years, key=lambda one: int(one[0]))
    if not begun.search(low, max(head.end, first.start() - 80), first.start()):
        return
    since, told = published.year - int(first[0]), {int(one[0]) for one in years}
    for number in case.numbers:
        if number.start >= head.end:
            return
        of = unit.match(low, number.end)
        if of is None or number.form != "word" or hedged.search(low, max(0, number.start - HEDGED), number.start):
            continue
        size = number.value * case.language.numbers.units.age[of["unit"]] / YEAR
        reaches = any(abs(published.year - year - size) <= 1 for year in told)
        if not reaches and abs(since - size) > max(Decimal(1), size * OFF):
            yield OddJubilee(Span(number.start, of.end()), int(first[0]), published.year)
