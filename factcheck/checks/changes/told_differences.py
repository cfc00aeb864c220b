"""Whether a difference told with its two figures holds, and what each of the three would have to be for it."""

from collections.abc import Iterator
from decimal import Decimal

from factcheck.checks.figures.odd_one import Odd
from factcheck.language.figures import PERCENT, RUPIAH, Number
from factcheck.language.interval import THOUSAND, Range, change, difference, interval, is_difference, is_round_of, share
from factcheck.model import Document
from factcheck.reading.sums.counted_alike import counted_alike, is_of_steps
from factcheck.reading.sums.sums import Sum

FEW = 10
"""A change that is off by fewer rupiah was reckoned wrong, and no amount mistyped."""
CENTS = 1
"""Rupiah that cents cut off on three amounts make."""


def is_comparable(document: Document, stated: Sum) -> bool:
    one, other, size = (stated.figures[role] for role in "ABX")
    finest = max(size.quantum, Decimal(CENTS)) if size.unit == RUPIAH else size.quantum
    coarser = max(one.quantum, other.quantum) > finest
    if _is_scaled(stated):
        return size.value >= max(one.quantum, other.quantum)
    if not _of_one_unit(document, one, other) or (coarser and not _has_lost_a_digit(stated)):
        return False
    if stated.loose and 2 * size.value > max(one.value, other.value):  # "tambahan Rp263.561": no amount of its own
        return False
    return counted_alike(document, size, (one, other))


def with_lost_scale(stated: Sum) -> Sum:
    """A difference; "turun 1,6 ribu, dari 60,7 ribu orang menjadi 59,1 orang" with the scale of the one figure for the
    other, where that has decimals: nobody counts tenths of what the other has thousands of."""
    if not stated.figures.keys() >= {"A", "B"}:
        return stated
    fine, coarse = sorted("AB", key=lambda role: stated.figures[role].quantum)
    lost, whole = stated.figures[fine], stated.figures[coarse]
    if lost.unit or whole.unit or not lost.quantum < 1 < whole.quantum:
        return stated
    scale = whole.quantum / lost.quantum
    scaled = lost._replace(value=lost.value * scale, quantum=whole.quantum)
    return stated._replace(figures={**stated.figures, fine: scaled})


def _of_one_unit(document: Document, one: Number, other: Number) -> bool:
    """Whether two figures are of one unit; "5,41 persen … masih 6,37": or both of as many decimals, one without its
    "persen". "0,17 persen poin di bawah Maret" is itself how far two percentages are apart, and none of the two."""
    bare = {one.unit, other.unit} == {"", PERCENT} and one.quantum == other.quantum < 1
    if one.unit != other.unit and not bare:
        return False
    rates = PERCENT in (one.unit, other.unit)
    return not (rates and (is_of_steps(document, one) or is_of_steps(document, other)))


def _is_scaled(stated: Sum) -> bool:
    """ "berkurang 460 ribu orang, dari 26,36 juta menjadi 25,90 juta": whether words that bind all three leave no doubt
    that they count one thing, in thousands and millions."""
    figures = [stated.figures[role] for role in "ABX"]
    bound = stated.kind == "difference" and not stated.loose
    return bound and all(one.quantum >= THOUSAND and one.form == "digits" and not one.unit for one in figures)


def _has_lost_a_digit(stated: Sum) -> bool:
    """ "10,06 persen dan 10,8 persen, atau naik 0,02 poin": whether one of the two has a digit less than the other and
    the change, and the one that is missing mends all."""
    fine = stated.figures["X"].quantum
    short = [role for role in "AB" if stated.figures[role].quantum > fine]
    if len(short) != 1 or fine >= 1 or stated.figures[short[0]].quantum != fine * 10:
        return False
    return any(odd.number.start == stated.figures[short[0]].start and odd.slips for odd in candidates(stated))


def holds(stated: Sum) -> bool:
    """Whether one of the three figures is what the others leave or make: "naik Rp152 ribu, dari Rp3,614 juta naik
    Rp3,766 juta" tells them in another order."""
    one, other, made = (stated.figures[role].value for role in "ABX")
    if made == one + other or is_round_of(made, abs(one - other)):
        return True
    answer, size = difference(stated.range("A"), stated.range("B")), stated.figures["X"]
    if size.unit != RUPIAH and not stated.hedged and "X" not in stated.exact:
        return is_difference(size, stated.figures["A"], stated.figures["B"])
    if size.unit != RUPIAH:
        return answer.meets(stated.range("X"))
    rounded = size.value % THOUSAND == 0
    cents = all(stated.figures[role].quantum < 1 for role in "ABX")  # all three are told to the cent
    return answer.distance(Range(*interval(size, "")) if rounded else stated.range("X")) <= (0 if cents else CENTS)


def candidates(stated: Sum) -> Iterator[Odd]:
    """What each figure would have to be; where a percentage stands beside them, only those that fit it too."""
    one, other, size = (stated.figures[role] for role in "ABX")
    way = stated.direction or (1 if other.value > one.value else -1)
    apart = abs(other.value - one.value)
    if _is_scaled(stated) and len({one.quantum, other.quantum, size.quantum}) > 1:
        yield Odd(size, apart)
        return
    reckoned = size.unit == RUPIAH and abs(size.value - apart) < FEW
    fitting = "X" if reckoned else "BA" if is_against(stated) else _by_percentage(stated)
    for role, right in (
        ("X", abs(other.value - one.value)),
        ("B", one.value + way * size.value),
        ("A", other.value - way * size.value),
    ):
        if role in fitting:
            number = stated.figures[role]
            finest = number.quantum if number.unit == RUPIAH else size.quantum  # whole rupiah stay whole
            yield Odd(number._replace(quantum=min(number.quantum, finest)), right)


def is_against(stated: Sum) -> bool:
    """ "8,74, menurun 0,10 dari 8,57": whether the figures go the other way than the word says; no size mends that."""
    return stated.direction * (stated.figures["B"].value - stated.figures["A"].value) < 0


def _by_percentage(stated: Sum) -> str:
    """The figures that may be wrong for the percentage beside them: what fits it with another is right."""
    if "P" not in stated.figures:
        return "XBA"
    whole = change(stated.range("A"), stated.range("B"))
    if whole is not None and whole.meets(stated.range("P")):
        return "X"
    risen = share(stated.range("X"), stated.range("A"))
    if risen is not None and risen.meets(stated.range("P")):
        return "B"
    way = stated.direction or 1
    base = stated.figures["B"].value - way * stated.figures["X"].value
    left = share(stated.range("X"), Range(base, base)) if base > 0 else None
    return "A" if left is not None and left.meets(stated.range("P")) else "XBA"
