"""What a total comes to for each of so many: "12 kilometer menelan Rp48 miliar, atau Rp3 miliar per kilometer"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.checks.figures.product import Product
from factcheck.judging.case import Case
from factcheck.language.figures import PERCENT
from factcheck.language.fold import alternation, fold
from factcheck.language.language import Language
from factcheck.reading.sums.parts_of_totals import noun_at

NEAR, BEFORE = 150, 4
"""Letters from the count to the amount for each, and figures in front that are looked at."""
ABOUT = Decimal("0.05")
"""By this part an amount for each may be rounded."""
STOP = compiled(r"[!?;\n]|[.](?=\s)")


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands between a total and the amount for each; for each of what."""
    words, changes = language.changes.products, language.changes
    joins = alternation((*changes.alike, *changes.concluding, *changes.totals.means))
    return (
        compiled(rf"[\s,(]{{1,2}}(?:{joins})\s(?:[a-z]+\s){{0,2}}"),
        compiled(rf"\s(?:[a-z]+\s)?(?:{alternation(words.each)})\s?([a-z]{{3,30}})"),
    )


def odd_shares_of(case: Case) -> Iterator[Product]:
    """The amounts for each of so many that are one slip off what the total in front comes to for each."""
    from factcheck.reading.sums.mistyped import slips

    low, (joined, each_of) = fold(case.document.plain), _patterns(case.language)
    for at, each in enumerate(case.numbers):
        total = case.numbers[at - 1] if at else each
        if each.unit in ("", PERCENT) or total.unit != each.unit or not total.end < each.start:
            continue
        of = each_of.match(low, each.end)
        if of is None or not joined.fullmatch(low, total.end, each.start):
            continue
        before = case.numbers[max(0, at - 1 - BEFORE) : at - 1]
        near = (one for one in before if each.start - one.end <= NEAR and not STOP.search(low, one.end, each.start))
        many = [one for one in near if not one.unit and one.value > 1 and noun_at(low, one.end) == of[1]]
        if len(many) != 1:
            continue
        right = total.value / many[0].value
        if abs(each.value - right) > each.quantum / 2 + each.value * ABOUT:
            rounded = right.quantize(each.quantum) if each.quantum <= 1 else round(right / each.quantum) * each.quantum
            exact = each.value < 10 * each.quantum and rounded == right < 10 * each.quantum  # one digit for another
            if exact or slips(each, rounded) == 1:
                yield Product(many[0], each, total)
