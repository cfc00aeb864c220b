"""Long figures that add up: which of an article's are sums or differences of others, and which one misses it by a slip.

No word is asked. Of figures of six digits and more hardly two make a third by chance, nor miss it by one digit: the
votes of two pairs, their total and their gap bear each other out, whatever an article calls them.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.language.written import Number
from factcheck.reading.sums.mistyped import slips
from factcheck.typed import NamedTuple

LONG, LEAST = 6, 4
"""Digits of a figure that is looked for, and of those it is made of, zeros at the end aside."""
APART, AROUND = 2, 7
"""Long figures from one part to the next, and from the parts to what they make."""
MOST = 5
"""Parts of one sum."""
TABLE = 30
"""Of more long figures some make another by chance: a thousand at random make one that misses by a slip."""


class Relation(NamedTuple):
    """Parts that make a whole but for one slip, and the figure that is doubted: which would mend most relations."""

    whole: Number
    parts: tuple[Number, ...]
    doubted: Number

    @property
    def members(self) -> tuple[Number, ...]:
        """The whole and its parts."""
        return (self.whole, *self.parts)

    def right(self, number: Number) -> Decimal:
        """What a figure of the relation would have to be for it to hold."""
        made = sum((part.value for part in self.parts), Decimal(0))
        return made if number is self.whole else number.value + self.whole.value - made


def find_relations(figures: Sequence[Number]) -> Iterator[Relation]:
    """The sums and gaps among the `figures` of an article that miss by one slip, each with the figure to doubt."""
    long = [number for number in figures if is_long(number)]
    if not APART < len(long) <= TABLE:
        return
    held = _held(long)
    missed = {
        frozenset(one.start for one in relation.members): relation
        for place in range(len(long))
        for relation in _missed(long, place, held)
    }
    times = Counter(mend for relation in missed.values() for mend in _mends(relation, held))
    told: set[int] = set()
    for relation in missed.values():
        doubted, _ = max(_mends(relation, held), key=lambda mend: times[mend])
        members = {one.start: one for one in relation.members}
        if told.isdisjoint(members):
            yield relation._replace(doubted=members[doubted])
        told.add(doubted)


def _mends(relation: Relation, held: frozenset[Decimal]) -> Iterator[tuple[int, Decimal]]:
    """Each figure of a relation that nothing bears out, where it stands and how it would read, the last one first: what
    follows from others is told behind them."""
    for one in sorted(relation.members, key=lambda one: -one.start):
        right = relation.right(one)
        if one.value not in held and slips(one, right) == 1:
            yield one.start, right


def is_long(number: Number) -> bool:
    """Whether a figure counts, and tells so much that others hardly make it by chance."""
    plain = number.form == "digits" and number.quantum == 1 and not number.unit
    return plain and len(str(int(abs(number.value))).rstrip("0")) >= LEAST


def _length(value: Decimal) -> int:
    return len(str(int(value)))


def _missed(long: Sequence[Number], place: int, held: frozenset[Decimal]) -> Iterator[Relation]:
    """How the figure at a place is the sum or the gap of others near it but for one slip."""
    target = long[place]
    if target.value in held or _length(target.value) < LONG:
        return
    near = range(max(0, place - AROUND), min(len(long), place + AROUND + 1))
    for parts in _runs([long[at] for at in near if at != place]):
        made = sum((part.value for part in parts), Decimal(0))
        if made not in held and slips(target, made) == 1:
            yield Relation(target, parts, target)
        gap = abs(parts[0].value - parts[1].value)
        if len(parts) > APART or gap in held or _length(target.value) != _length(gap):
            continue
        if slips(target, gap) == 1:
            less, more = sorted(parts, key=lambda part: part.value)
            yield Relation(more, (less, target), target)


def _runs(others: Sequence[Number]) -> Iterator[tuple[Number, ...]]:
    """Two figures with one between them at most, and longer runs without a gap."""
    for first in range(len(others)):
        for last in range(first + 1, min(first + APART, len(others) - 1) + 1):
            yield others[first], others[last]
        for size in range(APART + 1, MOST + 1):
            if first + size <= len(others):
                yield tuple(others[first : first + size])


def _held(long: Sequence[Number]) -> frozenset[Decimal]:
    """The values that are the sum or a part of others near by to the last digit."""
    held: set[Decimal] = set()
    values = sorted({number.value for number in long})
    for start in range(len(long)):
        for parts in _runs(long[start : start + AROUND]):
            made = sum((part.value for part in parts), Decimal(0))
            gap = abs(parts[0].value - parts[1].value)
            for one in (made, *((gap,) if len(parts) == APART else ())):
                at = bisect_left(values, one)
                if at < len(values) and values[at] == one:
                    held.update((one, *(part.value for part in parts)))
    return frozenset(held)
