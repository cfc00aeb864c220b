"""Large counts that are the total of others near by but for a slip: 1.413.604 suara, 886.251 suara, keunggulan 527.352.

No word is needed: figures of so many digits add up by no chance, and so nearly by hardly any.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from decimal import Decimal
from itertools import chain, combinations, pairwise

from factcheck.language.figures import Number
from factcheck.language.fold import fold
from factcheck.language.interval import is_round_of
from factcheck.language.language import load
from factcheck.model import Document
from factcheck.reading.sums.mistyped import slips
from factcheck.reading.sums.parts_of_totals import NOUN, is_part
from factcheck.reading.sums.shapes import whole_words
from factcheck.typed import NamedTuple

LARGE, LEAST = 100_000, 10_000
"""From where on a total and all parts but the smallest are large; the smallest part."""
ROUND = 1000
"""What is told in whole thousands is rounded."""
MOST, TOGETHER = 10, 3
"""So many figures of so many paragraphs may be each other's totals: of more some are so by chance."""
PARTS = 3
"""Parts of one total."""
SAID = 48
"""Letters in front of a total in which it may be said of how many parts it is."""
STOPS = frozenset(".!?;\n")
HAIR, THOUSANDTH = Decimal("0.00002"), Decimal("0.001")
"""So little of a total is missing where somebody counted wrong; where two more figures make it once more."""


class Broken(NamedTuple):
    """Figures of which the first should be the total of the rest: the odd one of them, and what it should be."""

    odd: Number
    right: Decimal
    whole: Number
    parts: tuple[Number, ...]


def near_totals(document: Document, numbers: Sequence[Number], sure: Callable[[Number], bool]) -> list[Broken]:
    """The totals of an article that the large counts in front of them or behind them nearly make; `sure` is of which
    figures the reference bears out that they are no slips."""
    low, language = fold(document.plain), load(document.language)
    large = [one for one in numbers if _is_large(one) and is_part(low, one, language)]
    if len(large) < PARTS:
        return []
    found: dict[tuple[Number, ...], Broken] = {}
    counted = _counted(document, numbers, large)
    for group in _groups(document, large):
        for broken in _broken(document, group, counted):
            found.setdefault((broken.whole, *broken.parts), broken)
    borne = {one for broken in found.values() for one in (broken.whole, *broken.parts) if sure(one)}
    return list(_each_once([_without(broken, borne) for broken in found.values()], borne))


def _without(broken: Broken, borne: Collection[Number]) -> Broken:
    """A broken total with another of its figures as the odd one, where the reference bears that out and not all."""
    total = sum((one.value for one in broken.parts), Decimal(0))
    free = [one for one in (broken.whole, *broken.parts) if one not in borne]
    if broken.odd not in borne or not free:
        return broken
    odd = min(free, key=lambda one: slips(one, _right(one, broken.whole, total)) or 9)
    return broken._replace(odd=odd, right=_right(odd, broken.whole, total))


def _is_large(number: Number) -> bool:
    plain = number.quantum == 1 and not number.unit and number.form == "digits"
    return plain and number.value >= LEAST and number.value % ROUND != 0


def _counted(document: Document, numbers: Sequence[Number], large: Sequence[Number]) -> Mapping[int, int]:
    """Of how many parts a figure is said to be the total, by where it begins: "suara sah ketiga pasangan seluruhnya
    132.497.073"."""
    orders = {number.end: number for number in numbers if number.form == "ordinal" and number.value in (2, PARTS)}
    found: dict[int, int] = {}
    for number in large if orders else ():
        before = document.plain[max(0, number.start - SAID) : number.start]
        said = [one for end, one in orders.items() if 0 <= number.start - end < SAID]
        if said and not STOPS.intersection(before[said[-1].end - number.start :]):
            found[number.start] = int(said[-1].value)
    return found


def _groups(document: Document, numbers: Sequence[Number]) -> Iterator[Sequence[Number]]:
    """The figures of each few paragraphs that follow each other, of as many of them as have few."""
    paragraphs = [block for block in document.blocks if block.kind == "paragraph"]
    inside = [[one for one in numbers if block.start <= one.start < block.end] for block in paragraphs]
    for at, own in enumerate(inside):
        groups = ([*own, *chain.from_iterable(inside[at + 1 : at + more])] for more in range(TOGETHER, 0, -1))
        group = next((one for one in groups if len(one) <= MOST), [])
        if own and len(group) >= PARTS:
            yield group


def _broken(document: Document, group: Sequence[Number], counted: Mapping[int, int]) -> Iterator[Broken]:
    """The figures of which one is nearly the total of two or three others and no figure makes it exactly."""
    values = {one.value for one in group}
    sums = {whole: _sums(whole, group) for whole in group if whole.value >= LARGE}
    borne = {one for whole in sums for few, total in sums[whole] if total == whole.value for one in (whole, *few)}
    for whole, made in sums.items():
        exact = any(total == whole.value for _, total in made)
        for few, total in made:
            told = sorted(one.value for one in few)[1] >= LARGE and total not in values
            if exact and not (told and _is_made_twice(document, whole, few, total, borne)):
                continue
            said = told and (counted.get(whole.start) == len(few) or _is_shared(document, whole, few))
            said = said or (told and _is_told_whole(document, whole, few))
            if told and _is_near(document, whole, few, total, said):
                odd = _odd((whole, *few), borne, whole, total, said)
                yield Broken(odd, _right(odd, whole, total), whole, few)


def _is_made_twice(
    document: Document, whole: Number, few: Sequence[Number], total: Decimal, borne: Set[Number]
) -> bool:
    """ "1.647.005 orang, terdiri atas … . Sah 1.631.968, tidak sah 16.037": whether two figures of one sentence, of no
    sum that holds, are within a thousandth of a total that others make."""
    close = len(few) == 2 and abs(total - whole.value) <= THOUSANDTH * whole.value
    return close and borne.isdisjoint(few) and not STOPS.intersection(_between(document, few))


def _is_told_whole(document: Document, whole: Number, few: Sequence[Number]) -> bool:
    """ "Suara sah seluruhnya 1.610.161": whether a word right in front of a figure says that it is the total, and three
    figures are told in front of it."""
    words = load(document.language).changes.totals
    before = fold(document.plain[max(0, whole.start - SAID) : whole.start])
    lead = re.split(r"[.!?;\n,]", before)[-1]
    told = whole_words((*words.closing, *words.tallied)).search(lead) is not None
    return told and all(one.start < whole.start for one in few) and _is_of_them(document, whole, few)


def _is_of_them(document: Document, whole: Number, few: Sequence[Number]) -> bool:
    """Whether three figures are told of one thing that is named beside their total too: "suara"."""
    low = fold(document.plain)
    nouns = {match[1] for one in few if (match := NOUN.match(low, one.end))}
    around = re.split(r"[.!?;\n]\s", low[max(0, whole.start - SAID) : whole.start])[-1] + low[whole.end :][:SAID]
    return len(few) == PARTS and any(whole_words((noun,)).search(around) for noun in nouns)


def _between(document: Document, few: Sequence[Number]) -> str:
    """What is written between the first of some figures and the last, without the points of the figures."""
    ordered = sorted(few, key=lambda one: one.start)
    return "".join(document.plain[one.end : other.start] for one, other in pairwise(ordered))


def _sums(whole: Number, group: Sequence[Number]) -> Sequence[tuple[tuple[Number, ...], Decimal]]:
    """The parts that a figure may be the total of, each with what they make."""
    parts = [one for one in group if one.value < whole.value]
    chosen = (few for size in (2, PARTS) for few in combinations(parts, size))
    return [(few, sum((one.value for one in few), Decimal(0))) for few in chosen]


def _odd(members: Sequence[Number], borne: Collection[Number], whole: Number, total: Decimal, said: bool) -> Number:
    """The figure that is wrong: one in no other sum that holds, of these one that a slip of the finger mends, or the
    last; the one that is said to be the total, where no slip mends any."""
    loose = [one for one in members if one not in borne] or members
    slipped = [one for one in loose if slips(one, _right(one, whole, total)) == 1]
    return max(slipped or ([whole] if said else loose), key=lambda one: one.start)


def _is_near(document: Document, whole: Number, parts: Sequence[Number], total: Decimal, said: bool) -> bool:
    """Whether a total misses what its parts make by one slip of the finger, or by a hair; three parts by both, or all
    in one paragraph, or where it is said to be the total of so many."""
    rights = [(one, _right(one, whole, total)) for one in (whole, *parts)]
    if any(is_round_of(one.value, right) for one, right in rights):
        return False
    slipped = any(slips(one, right) == 1 for one, right in rights)
    if abs(total - whole.value) > HAIR * whole.value:
        return (slipped and (said or len(parts) == 2)) or (said and slips(whole, total) > 0)
    first, last = min(one.start for one, _ in rights), max(one.end for one, _ in rights)
    if slipped or said or "\n" not in document.plain[first:last]:
        return True
    return _is_of_them(document, whole, parts) and not STOPS.intersection(_between(document, parts))


def _is_shared(document: Document, whole: Number, parts: Sequence[Number]) -> bool:
    """ "96.214.691 dari 164.270.475 suara sah", with the rest of them told behind: whether a part is told to be one of
    the total."""
    of = whole_words(load(document.language).changes.totals.of)
    low = fold(document.plain)
    beside = (low[one.end : whole.start] for one in parts if 0 < whole.start - one.end <= SAID)
    return any(of.search(between) and not STOPS.intersection(between) for between in beside)


def _right(number: Number, whole: Number, total: Decimal) -> Decimal:
    """What one of the figures must be for the sum to hold."""
    return total if number is whole else number.value + whole.value - total


def _are_several(found: Sequence[Broken]) -> bool:
    """Whether broken totals are of several figures, and not one with a part that the article tells twice."""
    return len({(one.whole.value, *sorted(part.value for part in one.parts)) for one in found}) > 1


def _each_once(found: Sequence[Broken], borne: Collection[Number]) -> Iterator[Broken]:
    """Each odd figure once; where one figure mends several totals, it is the odd one of all of them, unless the
    reference bears it out."""
    mends: dict[tuple[Number, Decimal], list[Broken]] = defaultdict(list)
    for broken in found:
        total = sum((one.value for one in broken.parts), Decimal(0))
        for one in (broken.whole, *broken.parts):
            if one not in borne:
                mends[one, _right(one, broken.whole, total)].append(broken)
    shared = sorted((key for key in mends if _are_several(mends[key])), key=lambda key: -len(mends[key]))
    told: Counter[int] = Counter()
    mended: set[tuple[Decimal, Decimal]] = set()
    for (number, right), those in [(key, mends[key]) for key in shared] + [
        ((one.odd, one.right), [one]) for one in found
    ]:
        if not any(told[id(one)] for one in those) and (number.value, right) not in mended:
            mended.add((number.value, right))  # of a figure that is told twice, the first
            yield those[0]._replace(odd=number, right=right)
        told.update(map(id, those))
