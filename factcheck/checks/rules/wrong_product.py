"""A total that so many at such a price do not come to.

Wrong: Pemkab membeli 120 paket seharga Rp150.000 per paket dengan biaya seluruhnya Rp180 juta.
Right: Pemkab membeli 120 paket seharga Rp150.000 per paket dengan biaya seluruhnya Rp18 juta.
Why: the amount for each and how many there are are told of one word ("120 paket", "per paket"), or "masing-masing"
    stands in front of the amount; the total is told as one in the same sentence or near behind it; and it is their
    product but for noughts, or for a slip of the finger. No other count beside them makes it right ("tiap bulan selama
    tiga bulan"). So many per cent of an amount told in front, or behind "dari", are held to the amount that follows
    ("tarif 12 persen … pajaknya Rp123.000"), where it is one slip of the finger off, and is not what is left.
Silence: `wrong-product` under `ignore` in the configuration, or `[sic]` behind the amount.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations
from math import prod

from factcheck.cache.patterns import compiled
from factcheck.checks.declare import rule
from factcheck.checks.figures.product import Product
from factcheck.checks.needs import priced, rated
from factcheck.judging.case import Case
from factcheck.language.figures import PERCENT, Number
from factcheck.language.fold import alternation, fold, word_start
from factcheck.language.interval import Range, printed
from factcheck.language.language import Language
from factcheck.messages import message
from factcheck.model import Evidence, Finding, Suggestion
from factcheck.reading.sums.operands import is_hedged
from factcheck.reading.sums.parts_of_totals import noun_at
from factcheck.typed import NamedTuple

RULE = "wrong-product"
REACH, LED = 200, 40
"""Letters from the amount for each to its count and to the total, and from the word of a total to it."""
STOPS = 2
"""So many sentences may end between them."""
MOST = 4
"""Counts beside a total of which some may be multiplied."""
STOP = compiled(r"[!?;]|\.(?=\s)")
NOUGHTS = tuple(Decimal(10) ** power for power in (-3, -2, -1, 1, 2, 3))


class Words(NamedTuple):
    """The words of an amount for each and of a total, over folded text."""

    each: re.Pattern[str]
    shared: re.Pattern[str]
    total: re.Pattern[str]


@rule(RULE, "warning", after="wrong-mean", needs=priced, itself=True)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each total that is the product of the figures beside it but for a slip."""
    from factcheck.reading.sums.mistyped import slips

    low, told = fold(case.document.plain), set[int]()
    for product, counts in _products(case, low):
        right, total = _scaled(product, product.many.value), printed(product.total)
        if product.total.start in told:
            continue
        if not _is_turned(product) and any(_scaled(product, by).meets(total) for by in _factors(counts)):
            continue
        moved = any(Range(right.low * step, right.high * step).meets(total) for step in NOUGHTS)
        if moved or slips(product.total, product.made) == 1:
            told.add(product.total.start)
            yield _finding(case, product)


@rule(RULE, "warning", after=RULE, needs=rated, itself=True)
def check_rates(case: Case) -> Iterator[Finding]:
    """A finding at each amount that is the rate of another told beside it but for a slip."""
    from factcheck.checks.figures.rated_amounts import odd_rated

    for odd in odd_rated(case):
        yield _finding(case, odd)


def _is_turned(product: Product) -> bool:
    """ "36 kali Rp1,2 juta … Rp42,3 juta": whether the total is the product, with two of its digits exchanged, so that
    it is hardly that of a price which was rounded."""
    one, other = (str(int(value / product.total.quantum)) for value in (product.total.value, product.made))
    return one != other and sorted(one) == sorted(other) and product.made % product.total.quantum == 0


@cache
def _words(language: Language) -> Words:
    words = language.changes.products
    return Words(
        compiled(rf"\s?(?:{alternation(words.each)})\s?([a-z]{{3,30}})"),
        compiled(rf"{word_start(words.shared)}\s(?:[a-z]+\s){{0,2}}$"),
        compiled(rf"{word_start(words.totals)}(?![a-z])[^.!?;0-9\n]*$"),
    )


def _products(case: Case, low: str) -> Iterator[tuple[Product, Sequence[Number]]]:
    """The totals that follow an amount for each and a count of the same, with all counts near them."""
    words, starts = _words(case.language), [number.start for number in case.numbers]
    for at, each in enumerate(case.numbers):
        noun = _noun_of_each(low, words, each)
        if noun is None:
            continue
        first, last = bisect_left(starts, each.start - REACH), bisect_left(starts, each.end + REACH)
        total = _total_of(case, low, each, case.numbers[at + 1 : last])
        if total is None:
            continue
        whole = (one for one in case.numbers[first:last] if not one.unit and one.quantum == 1 and one.value > 1)
        counts = [one for one in whole if _is_near(low, each, one)]
        counted = [one for one in counts if (noun_at(low, one.end) == noun if noun else one.end <= each.start)]
        if counted:
            yield Product(counted[-1], each, total), counts[:MOST]


def _total_of(case: Case, low: str, each: Number, behind: Sequence[Number]) -> Number | None:
    """The first of the figures behind an amount for each that is told as a total, in its unit."""
    words = _words(case.language)
    for total in behind:
        if total.unit != each.unit or not words.total.search(low, max(each.end, total.start - LED), total.start):
            continue
        if _is_near(low, each, total) and not is_hedged(low, total, case.language):
            return total
    return None


def _noun_of_each(low: str, words: Words, each: Number) -> str | None:
    """ "Rp150.000 per paket": what an amount is told for; nothing where it is "masing-masing Rp50 juta", None where it
    is for no one."""
    if each.unit in ("", PERCENT):
        return None
    behind = words.each.match(low, each.end)
    if behind:
        return behind[1]
    return "" if words.shared.search(low, max(0, each.start - LED), each.start) else None


def _is_near(low: str, each: Number, other: Number) -> bool:
    between = low[min(each.end, other.end) : max(each.start, other.start)]
    return "\n" not in between and len(STOP.findall(between)) <= STOPS


def _factors(counts: Sequence[Number]) -> Iterator[Decimal]:
    """What an amount may be multiplied by: each of the counts beside it, and any of them together."""
    for size in range(1, len(counts) + 1):
        for some in combinations(counts, size):
            yield prod((one.value for one in some), start=Decimal(1))


def _scaled(product: Product, by: Decimal) -> Range:
    each = printed(product.each, product.each.quantum == 1)
    return Range(each.low * by, each.high * by)


def _finding(case: Case, product: Product) -> Finding:
    from factcheck.checks.figures.odd_one import figure_of, spelled_like

    total, text = product.total, case.document.text
    right = spelled_like(case.document, total, product.made)
    whole = f"{text[total.start : total.figure.start]}{right}{text[total.figure.end : total.end]}"
    many = figure_of(case.document, product.many) + " %" * (product.many.unit == PERCENT)
    row = f"{many} * {text[product.each.start : product.each.end]} = {whole}"
    return Finding(
        RULE,
        "warning",
        message("{text} is not what they come to: {row}.", text=text[total.start : total.end], row=row),
        product.total.start,
        product.total.end,
        expected=right,
        suggestions=(Suggestion(*product.total.figure, right),),
        evidence=(Evidence("arithmetic", "", product.made, row),),
    )
