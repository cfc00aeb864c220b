"""Amounts told before and told again otherwise: in short ("Rp3.508.776 … Rp3,05 juta itu"), or with two digits
exchanged ("Rp550.458 … Rp550.548")."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case
from factcheck.language.figures import PERCENT, Number
from factcheck.language.fold import alternation, fold
from factcheck.language.interval import printed
from factcheck.spans import HEADS, own_text
from factcheck.typed import NamedTuple

REACH, SHORT = 300, 1000
"""Letters back to the amount told before; from this step of its last digit on an amount is told in short."""
LONG = 6
"""Digits from which on two amounts that differ by two digits exchanged are one."""
LISTED = 4
"""Amounts of a kind beside each other from which on they are a list."""
STOP = compiled(r"[.!?]\s|\n")


class ToldAgain(NamedTuple):
    """An amount, the one told before that it stands for, and what it would have to be."""

    number: Number
    before: Number
    right: Decimal


def told_again(case: Case) -> Iterator[ToldAgain]:
    """The amounts of a draft that are one slip off an amount told before, which they point back to."""
    from factcheck.reading.sums.mistyped import slips

    low, words = fold(case.document.plain), case.language.numbers.again.pointed
    pointed = compiled(rf"\s(?:[a-z]+\s)?(?:{alternation(words)})(?![a-z])") if words else None
    for at, number in enumerate(case.numbers):
        short = number.quantum >= SHORT and number.form == "digits" and number.unit != PERCENT
        if pointed is None or not short or not pointed.match(low, number.end):
            continue
        before = [one for one in case.numbers[max(0, at - 8) : at] if number.start - one.end <= REACH]
        full = [one for one in before if one.unit == number.unit and one.quantum < number.quantum <= one.value]
        alike = [one for one in before if one.unit == number.unit and one.form == "digits"]
        if any(printed(number).meets(printed(one)) for one in alike):
            continue
        odd = [one for one in full if any(slips(number, right) == 1 for right in _rounded(one, number.quantum))]
        if len({one.value for one in odd}) == 1:
            yield ToldAgain(number, odd[0], _rounded(odd[0], number.quantum)[0])


def _rounded(number: Number, quantum: Decimal) -> list[Decimal]:
    """An amount in short, rounded, and cut off."""
    return [(number.value / quantum).quantize(Decimal(1), how) * quantum for how in (ROUND_HALF_UP, ROUND_DOWN)]


def turned_about(case: Case) -> Iterator[ToldAgain]:
    """The long amounts of a draft that stand once, and elsewhere with two neighbouring digits exchanged."""
    own, low = own_text(case.document), fold(case.document.plain)
    by_digits: dict[tuple[str, str], list[Number]] = defaultdict(list)
    for number in case.numbers:
        digits = str(int(number.value)) if number.quantum == 1 and number.form == "digits" else ""
        if len(digits) >= LONG and len(digits.rstrip("0")) >= LONG - 1 and own.holds(number.start):
            by_digits["".join(sorted(digits)), number.unit].append(number)
    for alike in by_digits.values():
        first = alike[0]
        others = [one for one in alike if one.value != first.value]
        if len(others) == 1 and _are_turned(first, others[0]) and _are_apart(case, low, first, others[0]):
            yield ToldAgain(others[0], first, first.value)


def _are_turned(one: Number, other: Number) -> bool:
    beside = zip(str(int(one.value)), str(int(other.value)), strict=True)
    apart = [at for at, (left, right) in enumerate(beside) if left != right]
    return len(apart) == 2 and apart[1] == apart[0] + 1


def _are_apart(case: Case, low: str, one: Number, other: Number) -> bool:
    """Whether two amounts stand in two sentences, and neither in a list of amounts."""
    if STOP.search(low, one.end, other.start) is None:
        return False
    return not any(_is_listed(case, low, each) for each in (one, other))


def _is_listed(case: Case, low: str, number: Number) -> bool:
    block = next((one for one in case.document.blocks if one.start <= number.start < one.end), None)
    if block is None or block.kind in ("item", "row", *HEADS):
        return True
    first = bisect_left(case.numbers, number.start - 100, key=lambda one: one.start)
    last = bisect_left(case.numbers, number.end + 100, key=lambda one: one.start)
    near: Sequence[Number] = case.numbers[first:last]
    least = Decimal(10) ** (LONG - 2)
    return len([1 for one in near if one.unit == number.unit and one.value >= least]) >= LISTED
