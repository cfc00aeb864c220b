"""Counts and shares whose whole stands nowhere: 23.859.990 suara (24,25 persen) and 16.782.922 (17,06 persen) tell it.

Two pairs that make one whole to the digit do so by no chance; a third beside them that makes another, one slip of the
finger away, is the odd one. So is one of two whose counts are all there are: votes of a candidate and of the other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.language.figures import Number
from factcheck.language.interval import Printing, Range, printed, stands_for
from factcheck.reading.sums.mistyped import mended, slips
from factcheck.typed import NamedTuple

REACH = 400
"""Letters from one pair to the next of one whole."""
TELLING = 100
"""Steps of a share from which on it tells its whole finely: 8,01 per cent has 801."""
LEAST = 1000
"""Counts from here on make a whole by no chance."""
FAR, FARTHER = Decimal("1.25"), Decimal(2)
"""What is further from the share it should be than this is of another whole; where several others agree on one."""
ROUNDED = 3
"""Digits of a count that one slip of the finger mends, as several others show its whole."""
BESIDE, NEAREST, SURE = 5, 2, 3
"""Pairs on either side that are looked at, the nearest of them, and so many that agree by no chance."""


class Pair(NamedTuple):
    """A count and the percentage beside it."""

    counted: Number
    share: Number


class Odd(NamedTuple):
    """A pair whose percentage is not what `whole`, which the others fit, makes of its count.

    `counted` is what the count should be where it is the slip; `either` says that nothing tells which of the two is.
    """

    pair: Pair
    whole: Decimal
    right: Decimal
    counted: Decimal | None = None
    either: bool = False


class Agreement(NamedTuple):
    """What the whole of some pairs may be, and what each of them makes it."""

    common: Range
    members: Sequence[Range]

    def meeting(self, whole: Range) -> int:
        """How many of its pairs may be of another whole too."""
        return sum(one.meets(whole) for one in self.members)


class _Others(NamedTuple):
    """Where the wholes begin and end that all pairs of an article may make, each in order."""

    lows: Sequence[Decimal]
    highs: Sequence[Decimal]

    def meeting(self, whole: Range) -> int:
        """How many of them a whole meets."""
        return bisect_right(self.lows, whole.high) - bisect_left(self.highs, whole.low)


def odd_of_unsaid(pairs: Sequence[Pair], told: Sequence[Decimal]) -> Iterator[Odd]:
    """The pairs of an article that do not make the whole of those beside them; `pairs` in order, `told` what figures
    there are, one of which may be the whole."""
    fine = [pair for pair in pairs if is_telling(pair)]
    wholes = [_whole(pair) for pair in fine]
    if len(fine) < 2:
        return
    known = sorted({sum((pair.counted.value for pair in fine), Decimal(0)), *told})
    others = _Others(sorted(one.low for one in wholes), sorted(one.high for one in wholes))
    for at, pair in enumerate(fine):
        agreed = _agreements(wholes, _beside(fine, at))
        if any(_is_of(pair, wholes[at], one.common) for one in agreed):
            continue
        free = [one for one in agreed if others.meeting(wholes[at]) == 1 + one.meeting(wholes[at])]
        meant = next((odd for one in free if (odd := _odd(pair, one, known)) is not None), None)
        if meant is None and others.meeting(wholes[at]) == 1:
            whole = _all_there_are(fine, wholes, at, others)
            meant = Odd(pair, whole, 100 * pair.counted.value / whole) if whole and _is_slip(pair, whole, FAR) else None
        if meant is not None:
            yield meant


def _is_of(pair: Pair, whole: Range, common: Range) -> bool:
    """Whether a pair may be of the whole of others, or of that and of itself: votes that are not valid beside those
    that are, "14.908 suara tidak sah atau 5,37 persen"."""
    own = pair.counted.value
    return common.meets(whole) or Range(common.low + own, common.high + own).meets(whole)


def _odd(pair: Pair, agreement: Agreement, known: Sequence[Decimal]) -> Odd | None:
    """A pair that is one slip of the finger from the whole that those beside it agree on, in its share or its count."""
    whole, sure = _value(agreement.common, known), len(agreement.members) >= SURE
    if _stands_for(pair.share, 100 * pair.counted.value / whole):
        return None
    if _is_slip(pair, whole, FARTHER if sure else FAR):
        return Odd(pair, whole, 100 * pair.counted.value / whole)
    counted = _count_meant(pair, whole, sure)
    return None if counted is None else Odd(pair, whole, 100 * pair.counted.value / whole, counted)


def is_made_with(pair: Pair, pairs: Sequence[Pair]) -> bool:
    """Whether a count and its share make one whole with another pair, wherever it is told."""
    whole = _whole(pair)
    return is_telling(pair) and any(one is not pair and is_telling(one) and whole.meets(_whole(one)) for one in pairs)


def is_telling(pair: Pair) -> bool:
    """Whether a count and its share are so fine that they tell their whole."""
    fine = pair.share.value / pair.share.quantum >= TELLING and pair.share.quantum < 1
    return fine and pair.counted.value >= LEAST and pair.counted.value / pair.counted.quantum >= TELLING


def _whole(pair: Pair) -> Range:
    """What a count may be counted from by its share."""
    part, share = printed(pair.counted, pair.counted.quantum == 1), printed(pair.share)
    return Range(100 * part.low / share.high, 100 * part.high / share.low)


def _beside(pairs: Sequence[Pair], at: int) -> tuple[list[int], list[int]]:
    """The pairs in front of one and behind it, none further from the next than a sentence or two."""
    front, behind = at, at
    while front and at - front < BESIDE and _is_near(pairs, front - 1):
        front -= 1
    while behind < len(pairs) - 1 and behind - at < BESIDE and _is_near(pairs, behind):
        behind += 1
    return list(range(front, at)), list(range(at + 1, behind + 1))


def _is_near(pairs: Sequence[Pair], at: int) -> bool:
    return pairs[at + 1].counted.start - pairs[at].share.end <= REACH


def _agreements(wholes: Sequence[Range], sides: tuple[list[int], list[int]]) -> list[Agreement]:
    """What most of the pairs around agree on, of the nearest, of those in front, and of those behind: of each two and
    more."""
    front, behind = sides
    groups = (front + behind, front[-NEAREST:] + behind[:NEAREST], front, behind)
    found = [_agreement([wholes[at] for at in few]) for few in groups if len(few) > 1]
    return [one for one in found if len(one.members) > 1]


def _agreement(wholes: Sequence[Range]) -> Agreement:
    """The whole that most of some may be of."""
    inside = ([other for other in wholes if other.low <= one.low <= other.high] for one in wholes)
    members = max(inside, key=len)
    return Agreement(Range(max(one.low for one in members), min(one.high for one in members)), members)


def _value(common: Range, known: Sequence[Decimal]) -> Decimal:
    """The known figure that a whole may be, or the middle of what it may be."""
    at = bisect_left(known, common.low)
    middle = ((common.low + common.high) / 2).to_integral_value()
    return known[at] if at < len(known) and known[at] <= common.high else middle


def _all_there_are(pairs: Sequence[Pair], wholes: Sequence[Range], at: int, others: _Others) -> Decimal | None:
    """The sum of the counts of two pairs next to each other, where the other one is a share of it."""
    sums = []
    for near in (at - 1, at + 1):
        if 0 <= near < len(pairs) and others.meeting(wholes[near]) == 1 and _is_near(pairs, min(at, near)):
            total = pairs[at].counted.value + pairs[near].counted.value
            sums += [total] if wholes[near].low <= total <= wholes[near].high else []
    return sums[0] if len(sums) == 1 else None


def _is_slip(pair: Pair, whole: Decimal, far: Decimal) -> bool:
    """Whether a share is one slip of the finger from what the whole makes of its count, and not far from it."""
    right = 100 * pair.counted.value / whole
    near = 1 / far < pair.share.value / right < far
    return near and slips(pair.share, right) == 1 and not _stands_for(pair.share, right)


def _count_meant(pair: Pair, whole: Decimal, sure: bool) -> Decimal | None:
    """The one large count that a share makes of a whole, where the one printed is a digit otherwise, and not far off:
    "377.512 atau 46,18 persen" of 730.827; a rounded one ("37,77 juta") of a whole that several agree on."""
    if pair.counted.quantum != 1 and not sure:
        return None
    span, far = printed(pair.share), FARTHER if sure else FAR
    ends = (span.low * whole / 100, span.high * whole / 100)
    counted = mended(pair.counted, *ends, ROUNDED) if sure else mended(pair.counted, *ends)
    return counted if counted is not None and 1 / far < counted / pair.counted.value < far else None


def _stands_for(share: Number, right: Decimal) -> bool:
    low, high = stands_for(share, Printing.CUT_OR_ROUNDED)
    return low - share.quantum <= right <= high + share.quantum
