"""Amounts that so many per cent of another one come to: "Harganya Rp1.100.000. Dengan tarif 12 persen pajaknya
Rp132.000"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.checks.figures.product import Product
from factcheck.judging.case import Case
from factcheck.language.figures import PERCENT, Number
from factcheck.language.fold import fold, word_start
from factcheck.language.interval import printed
from factcheck.language.language import Language

NEAR, REACH, BEFORE = 70, 160, 2
"""Letters from a rate to its amount, from the amount in front to it, and so many amounts in front that are tried."""
STOP = compiled(r"[!?;\n]|[.](?=\s)")
ABOUT = Decimal("0.01")
"""By this part an amount may be rounded."""


@cache
def _words(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A word of a rate in front of its figure; what leads from it to the amount that it is of."""
    words = language.changes.products.rates
    return (
        compiled(rf"{word_start(words[:-1])}(?:\s[a-z]+){{0,2}}\s$" if words else "(?!)"),
        compiled(rf"\s(?:{words[-1]})\s(?:[a-z]+\s){{0,4}}(?:[a-z]{{1,3}}\s?)?$" if words else "(?!)"),
    )


def odd_rated(case: Case) -> Iterator[Product]:
    """The amounts of a draft that are one slip off the rate of the amount beside it."""
    from factcheck.reading.sums.mistyped import slips

    low, numbers = fold(case.document.plain), case.numbers
    for at, rate in enumerate(numbers):
        if rate.unit != PERCENT or rate.form != "digits" or not 0 < rate.value < 100:
            continue
        bases, total = _told(case, low, at, rate)
        if total is None or any(_fits(rate, base, total) for base in bases):
            continue
        odd = [Product(rate, base, total) for base in bases]
        odd = [one for one in odd if total.value < one.each.value and slips(total, one.made) == 1]
        left = [one.each.value - one.made for one in odd]
        if any(slips(total, value) == 1 for value in left):
            continue
        if len(odd) == 1:
            yield odd[0]


def _told(case: Case, low: str, at: int, rate: Number) -> tuple[list[Number], Number | None]:
    """The amounts that a rate may be of, and the one behind it that it may come to."""
    numbers, (lead, of) = case.numbers, _words(case.language)
    behind = [one for one in numbers[at + 1 : at + 3] if one.unit not in ("", PERCENT)]
    if behind and of.search(low[rate.end : behind[0].start]):
        bases, totals, start = behind[:1], behind[1:2], behind[0].end
    elif lead.search(low, max(0, rate.start - 40), rate.start):
        before = [one for one in numbers[max(0, at - BEFORE) : at] if one.unit not in ("", PERCENT)]
        bases, totals, start = [one for one in before if _is_near(low, one, rate)], behind[:1], rate.end
    else:
        return [], None
    total = next((one for one in totals if one.start - start <= NEAR and not STOP.search(low, start, one.start)), None)
    alike = [one for one in bases if total is not None and one.unit == total.unit]
    return alike, total if alike else None


def _is_near(low: str, base: Number, rate: Number) -> bool:
    return rate.start - base.end <= REACH and len(STOP.findall(low, base.end, rate.start)) <= 1


def _fits(rate: Number, base: Number, total: Number) -> bool:
    """Whether an amount is so many per cent of another, what is left of it, or both together, as it may be rounded."""
    part, told = base.value * rate.value / 100, printed(total)
    wide = max(total.value * ABOUT if total.quantum > 1 else total.quantum, base.value * rate.quantum / 200)
    wide = min(wide, total.value * ABOUT)
    return any(told.low - wide <= made <= told.high + wide for made in (part, base.value - part, base.value + part))
