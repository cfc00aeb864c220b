"""Figures of a headline that the text never has, where it has one that is a slip of the finger away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case
from factcheck.language.figures import Number
from factcheck.language.interval import STEP, THOUSAND, last_digit, printed
from factcheck.model import Span
from factcheck.reading.evidence.explained.one_slip import one_slip
from factcheck.spans import HEADS, SILENT, inside
from factcheck.typed import NamedTuple

LONG, WHOLE = 3, 6
"""Digits from which on any slip tells one figure from another, and from which on no word behind it is needed."""
MANY = 60
"""Figures of a text among which each pair is tried as sum and difference: a report of more is none of news."""
_NOUN = compiled(r"[ \n]+([^\W\d_]+)")


class HeadlineFigure(NamedTuple):
    """A figure of the headline, and those of the text that it misses by one slip: all are of one value."""

    number: Number
    told: Sequence[Number]


def headline_figures(case: Case) -> Iterator[HeadlineFigure]:
    """The figures of the headline that are nothing of the text, but one slip away from one figure of it."""
    head = headline_of(case)
    if head is None:
        return
    taken = inside((date.start, date.end) for date in case.dates)
    own = [number for number in case.numbers if number.form == "digits" and not taken.holds(number.start)]
    text = [number for number in own if number.start >= head.end and not _is_silent(case, number)]
    for number in own:
        if head.start <= number.start < head.end and not (_is_explained(number, text) or _is_glued(case, number, head)):
            told = [other for other in text if _is_slip(case, number, other)]
            if told and len({other.value for other in told}) == 1:
                yield HeadlineFigure(number, told)


def headline_of(case: Case) -> Span | None:
    """Where the headline stands, with the line below it that is one too; None for a draft that begins otherwise."""
    own = [block for block in case.document.blocks if block.kind not in SILENT]
    heads = 0
    while heads < len(own) and own[heads].kind in HEADS:
        heads += 1
    return Span(own[0].start, own[heads - 1].end) if 0 < heads < len(own) else None


def _is_silent(case: Case, number: Number) -> bool:
    return any(block.start <= number.start < block.end for block in case.document.blocks if block.kind in SILENT)


def _is_explained(number: Number, text: Sequence[Number]) -> bool:
    """Whether a figure of the text is the same within its printed precision, or but for the noughts that a headline
    rounds to ("1.000 rumah" of 1.100), or two make it by sum or difference."""
    stands, step = printed(number), _noughts(number)
    alike = [other for other in text if other.unit == number.unit]
    near = (other for other in alike if other.quantum != number.quantum and printed(other).meets(stands))
    if any(near) or any(abs(other.value - number.value) < step for other in alike):
        return True
    sides = combinations([other.value for other in alike[:MANY]], 2)
    return any(stands.low <= made <= stands.high for one, two in sides for made in (one + two, abs(one - two)))


def _is_glued(case: Case, number: Number, head: Span) -> bool:
    """ "Rp 300an juta", "300-an" of a headline with 300: whether the text has a figure with letters at its end, which
    make it no number."""
    written, plain = case.document.plain[slice(*number.figure)], case.document.plain
    at = plain.find(written, head.end)
    while at >= 0:
        behind = plain[at + len(written) : at + len(written) + 2].lstrip("-")
        if behind[:1].isalpha() and not plain[at - 1 : at].isdigit():
            return True
        at = plain.find(written, at + 1)
    return False


def _noughts(number: Number) -> Decimal:
    """What the noughts of a whole number may stand for; its last digit where it ends in no two."""
    step = last_digit(number.value) if number.quantum >= 1 else number.quantum
    return step if step >= STEP else min(number.quantum, Decimal(1))


def _is_slip(case: Case, number: Number, other: Number) -> bool:
    """Whether the figures are of one unit and scale, count one thing, and differ by one slip: of two digits only by
    their order, of more by any."""
    if number.unit == other.unit and number.quantum >= THOUSAND > other.quantum:
        return _rounds_to_a_slip(case, number, other)
    if (number.unit, number.quantum) != (other.unit, other.quantum):
        return False
    written, right = (case.document.text[slice(*each.figure)] for each in (number, other))
    digits = sum(map(str.isdigit, written))
    swapped = sorted(written) == sorted(right)
    if not one_slip(written, right) or (digits < LONG and not swapped):
        return False
    return bool(number.unit) or digits >= WHOLE or ((noun := _noun(case, number)) != "" and noun == _noun(case, other))


def _rounds_to_a_slip(case: Case, number: Number, other: Number) -> bool:
    """ "1,29 Juta Suara" of 1.269.265 suara: whether a figure of the headline in thousands or millions is one slip from
    what a whole one of the text, of the same thing, is rounded to."""
    noun, step = _noun(case, number), number.quantum
    written, right = (str(int((each.value / step).to_integral_value())) for each in (number, other))
    alike = noun != "" and noun == _noun(case, other) and len(written) == len(right) >= LONG
    return alike and one_slip(written, right)


def _noun(case: Case, number: Number) -> str:
    """The word behind a figure in lower case: what it counts."""
    behind = _NOUN.match(case.document.plain, number.end)
    return behind[1].lower() if behind else ""
