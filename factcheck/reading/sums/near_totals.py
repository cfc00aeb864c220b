"""Large counts that are the total of others near by but for a slip: 1.413.604 suara, 886.251 suara, keunggulan 527.352.

No word is needed: figures of so many digits add up by no chance, and so nearly by hardly any.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations

from factcheck.language.fold import fold
from factcheck.language.interval import is_round_of
from factcheck.language.language import load
from factcheck.language.written import Number
from factcheck.model import Document
from factcheck.reading.sums.mistyped import slips
from factcheck.reading.sums.totals import is_part
from factcheck.typed import NamedTuple

LARGE, LEAST = 100_000, 10_000
"""From where on a total and all parts but the smallest are large; the smallest part."""
ROUND = 1000
"""What is told in whole thousands is rounded."""
MOST, TOGETHER = 10, 3
"""So many figures of so many paragraphs may be each other's totals: of more some are so by chance."""
PARTS = 3
"""Parts of one total."""
HAIR = Decimal("0.00002")
"""So little of a total is missing where somebody counted wrong."""


class Broken(NamedTuple):
    """Figures of which the first should be the total of the rest: the odd one of them, and what it should be."""

    odd: Number
    right: Decimal
    whole: Number
    parts: tuple[Number, ...]


def near_totals(document: Document, numbers: Sequence[Number]) -> list[Broken]:
    """The totals of an article that the large counts in front of them or behind them nearly make."""
    low, language = fold(document.plain), load(document.language)
    large = [one for one in numbers if _is_large(one) and is_part(low, one, language)]
    if len(large) < PARTS:
        return []
    found: dict[tuple[Number, ...], Broken] = {}
    for group in _groups(document, large):
        for broken in _broken(document, group):
            found.setdefault((broken.whole, *broken.parts), broken)
    return list(_each_once(list(found.values())))


def _is_large(number: Number) -> bool:
    plain = number.quantum == 1 and not number.unit and number.form == "digits"
    return plain and number.value >= LEAST and number.value % ROUND != 0


def _groups(document: Document, numbers: Sequence[Number]) -> Iterator[Sequence[Number]]:
    """The figures of each few paragraphs that follow each other, where they are few."""
    paragraphs = [block for block in document.blocks if block.kind == "paragraph"]
    inside = [[one for one in numbers if block.start <= one.start < block.end] for block in paragraphs]
    for at, own in enumerate(inside):
        group = [*own, *chain.from_iterable(inside[at + 1 : at + TOGETHER])]
        if own and PARTS <= len(group) <= MOST:
            yield group


def _broken(document: Document, group: Sequence[Number]) -> Iterator[Broken]:
    """The figures of which one is nearly the total of two or three others and no figure makes it exactly."""
    values = {one.value for one in group}
    sums = {whole: _sums(whole, group) for whole in group if whole.value >= LARGE}
    borne = {one for whole in sums for few, total in sums[whole] if total == whole.value for one in (whole, *few)}
    for whole, made in sums.items():
        if any(total == whole.value for _, total in made):
            continue
        for few, total in made:
            told = sorted(one.value for one in few)[1] >= LARGE and total not in values
            if told and _is_near(document, whole, few, total):
                odd = _odd((whole, *few), borne, whole, total)
                yield Broken(odd, _right(odd, whole, total), whole, few)


def _sums(whole: Number, group: Sequence[Number]) -> Sequence[tuple[tuple[Number, ...], Decimal]]:
    """The parts that a figure may be the total of, each with what they make."""
    parts = [one for one in group if one.value < whole.value]
    chosen = (few for size in (2, PARTS) for few in combinations(parts, size))
    return [(few, sum((one.value for one in few), Decimal(0))) for few in chosen]


def _odd(members: Sequence[Number], borne: Collection[Number], whole: Number, total: Decimal) -> Number:
    """The figure that is wrong: one in no other sum that holds, of these one that a slip of the finger mends, or the
    last."""
    loose = [one for one in members if one not in borne] or members
    slipped = [one for one in loose if slips(one, _right(one, whole, total)) == 1] or loose
    return max(slipped, key=lambda one: one.start)


def _is_near(document: Document, whole: Number, parts: Sequence[Number], total: Decimal) -> bool:
    """Whether a total misses what its parts make by one slip of the finger, or by a hair; three parts by both, or all
    in one paragraph."""
    rights = [(one, _right(one, whole, total)) for one in (whole, *parts)]
    if any(is_round_of(one.value, right) for one, right in rights):
        return False
    slipped = any(slips(one, right) == 1 for one, right in rights)
    if abs(total - whole.value) > HAIR * whole.value:
        return slipped and len(parts) == 2
    first, last = min(one.start for one, _ in rights), max(one.end for one, _ in rights)
    return slipped or "\n" not in document.plain[first:last]


def _right(number: Number, whole: Number, total: Decimal) -> Decimal:
    """What one of the figures must be for the sum to hold."""
    return total if number is whole else number.value + whole.value - total


def _each_once(found: Sequence[Broken]) -> Iterator[Broken]:
    """Each odd figure once; where one figure mends several totals, it is the odd one of all of them."""
    mends: dict[tuple[Number, Decimal], list[Broken]] = defaultdict(list)
    for broken in found:
        total = sum((one.value for one in broken.parts), Decimal(0))
        for one in (broken.whole, *broken.parts):
            mends[one, _right(one, broken.whole, total)].append(broken)
    shared = sorted((key for key in mends if len(mends[key]) > 1), key=lambda key: -len(mends[key]))
    told: Counter[int] = Counter()
    for (number, right), those in [(key, mends[key]) for key in shared] + [
        ((one.odd, one.right), [one]) for one in found
    ]:
        if not any(told[id(one)] for one in those):
            yield those[0]._replace(odd=number, right=right)
        told.update(map(id, those))
