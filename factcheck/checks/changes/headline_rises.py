"""A rise in a headline that is another than that of the text, which its amounts bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case
from factcheck.language.figures import PERCENT, RUPIAH, Number
from factcheck.language.fold import alternation, fold, holds
from factcheck.language.language import Language
from factcheck.spans import HEADS
from factcheck.typed import NamedTuple

BORNE = 2
"""So many pairs of amounts bear a rise out."""
ROUND = Decimal(1)
"""So far off is a headline that rounds."""
NEAR = Decimal("0.06")
BESIDE = 60
"""Code points between two amounts of which the one rose to the other."""
LEAST = 1000
"""An amount has four digits."""


class HeadlineRise(NamedTuple):
    """The percentage of a headline, and that of the text, as first written there."""

    number: Number
    told: Number


def headline_rises(case: Case) -> Iterator[HeadlineRise]:
    """The rises of headlines that the text never has, where it has one other that its amounts bear out."""
    rates = [number for number in case.numbers if number.unit == PERCENT]
    heads = [block for block in case.document.blocks if block.kind in HEADS]
    low = fold(case.document.plain)
    in_head = [rate for rate in rates if any(one.start <= rate.start < one.end for one in heads)]
    for rate in in_head:
        head = next(one for one in heads if one.start <= rate.start < one.end)
        mood = case.language.words.mood
        if not _rises(case.language).search(low, head.start, rate.start):
            continue
        if holds(low[head.start : head.end], (*mood.irrealis, *mood.demanded, *case.language.dates.until)):
            continue
        text = [other for other in rates if other.start >= head.end]
        risen = _risen(case, head.end)
        borne = [other for other in text if sum(abs(one - other.value) < NEAR for one in risen) >= BORNE]
        if not borne or len({other.value for other in borne}) > 1:
            continue
        if all(abs(rate.value - value) >= ROUND for value in (*(other.value for other in text), *risen)):
            yield HeadlineRise(rate, borne[0])


@cache
def _rises(language: Language) -> re.Pattern[str]:
    return compiled(rf"(?<![a-z])(?:{alternation(language.words.change.up)}) (?:[a-z]+ ){{0,2}}$")


def _risen(case: Case, start: int) -> Sequence[Decimal]:
    """By how much per cent amounts rose, each from the one in front of it in its sentence, or from the one behind it
    ("menjadi Rp2.416.560 dari Rp2.269.070")."""
    amounts = [one for one in case.numbers if one.start >= start and one.unit == RUPIAH and one.value >= LEAST]
    pairs = (
        (other.value, one.value) if _is_from(case, one, other) else (one.value, other.value)
        for one, other in pairwise(amounts)
        if other.start - one.end <= BESIDE and "." not in case.document.plain[one.end : other.start]
    )
    return [(after / before - 1) * 100 for before, after in pairs if before < after]


def _is_from(case: Case, one: Number, other: Number) -> bool:
    """Whether one word alone stands between two amounts and says that the second is the earlier."""
    between = fold(case.document.plain[one.end : other.start]).strip()
    return between in case.language.changes.classes.get("from", "").split("|")
