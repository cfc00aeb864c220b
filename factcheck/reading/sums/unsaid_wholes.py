"""Counts and shares whose whole stands nowhere: 23.859.990 suara (24,25 persen) and 16.782.922 (17,06 persen) tell it.

Two pairs that make one whole to the digit do so by no chance; a third beside them that makes another, one slip of the
finger away, is the odd one. So is one of two whose counts are all there are: votes of a candidate and of the other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

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
FAR = Decimal("1.25")
"""What is further from the share it should be than this is of another whole."""


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


def odd_of_unsaid(pairs: Sequence[Pair], told: Sequence[Decimal]) -> Iterator[Odd]:
    """The pairs of an article that do not make the whole of those beside them; `pairs` in order, `told` what figures
    there are, one of which may be the whole."""
    fine = [pair for pair in pairs if is_telling(pair)]
    wholes = [_whole(pair) for pair in fine]
    alone = _alone(wholes)
    known = sorted({sum((pair.counted.value for pair in fine), Decimal(0)), *told}) if any(alone) else []
    for at, pair in enumerate(fine):
        if alone[at]:
            beside = [near for near in range(max(0, at - 2), at + 3) if _is_near(fine, at, near)]
            agreed = _agreed([wholes[near] for near in beside], known)
            meant = (agreed, _all_there_are(fine, wholes, at, alone))
            whole = next((one for one in meant if _is_slip(pair, one)), None)
            if whole is not None:
                yield Odd(pair, whole, 100 * pair.counted.value / whole)
            elif agreed is not None and (counted := _count_meant(pair, agreed)) is not None:
                yield Odd(pair, agreed, 100 * pair.counted.value / agreed, counted)


def is_made_with(pair: Pair, pairs: Sequence[Pair]) -> bool:
    """Whether a count and its share make one whole with another pair, wherever it is told."""
    whole = _whole(pair)
    return is_telling(pair) and any(one is not pair and is_telling(one) and whole.meets(_whole(one)) for one in pairs)


def is_telling(pair: Pair) -> bool:
    """Whether a count and its share are so fine that they tell their whole."""
    fine = pair.share.value / pair.share.quantum >= TELLING and pair.share.quantum < 1
    return fine and pair.counted.value >= LEAST and pair.counted.value / pair.counted.quantum >= TELLING


def _alone(wholes: Sequence[Range]) -> list[bool]:
    """Of each whole that a pair may make, whether no other pair may make it."""
    order = sorted(range(len(wholes)), key=lambda at: wholes[at].low)
    reached, alone = Decimal(-1), [True] * len(wholes)
    for one, other in zip(order, [*order[1:], -1], strict=False):
        behind = other >= 0 and wholes[other].low <= wholes[one].high
        alone[one] = wholes[one].low > reached and not behind
        reached = max(reached, wholes[one].high)
    return alone


def _whole(pair: Pair) -> Range:
    """What a count may be counted from by its share."""
    part, share = printed(pair.counted, pair.counted.quantum == 1), printed(pair.share)
    return Range(100 * part.low / share.high, 100 * part.high / share.low)


def _is_near(pairs: Sequence[Pair], at: int, near: int) -> bool:
    """Whether another pair stands beside one, with at most one between them."""
    row = pairs[min(at, near) : max(at, near) + 1]
    apart = [two.counted.start - one.share.end for one, two in pairwise(row)]
    return near != at and near < len(pairs) and max(apart) <= REACH


def _agreed(wholes: Sequence[Range], known: Sequence[Decimal]) -> Decimal | None:
    """The whole that two and more agree on, where others of them make none together: a known figure, or the middle of
    what it may be."""
    meeting = [pair for pair in combinations(wholes, 2) if pair[0].meets(pair[1])]
    if not meeting:
        return None
    common = Range(max(one.low for one in meeting[0]), min(one.high for one in meeting[0]))
    if not all(common.meets(one) for pair in meeting for one in pair):
        return None
    middle = ((common.low + common.high) / 2).to_integral_value()
    at = bisect_left(known, common.low)
    return known[at] if at < len(known) and known[at] <= common.high else middle


def _all_there_are(pairs: Sequence[Pair], wholes: Sequence[Range], at: int, alone: Sequence[bool]) -> Decimal | None:
    """The sum of the counts of two pairs next to each other, where the other one is a share of it."""
    sums = []
    for near in (at - 1, at + 1):
        if 0 <= near < len(pairs) and alone[near] and _is_near(pairs, at, near):
            total = pairs[at].counted.value + pairs[near].counted.value
            sums += [total] if wholes[near].low <= total <= wholes[near].high else []
    return sums[0] if len(sums) == 1 else None


def _is_slip(pair: Pair, whole: Decimal | None) -> bool:
    """Whether a share is one slip of the finger from what the whole makes of its count, and not far from it."""
    if whole is None:
        return False
    right = 100 * pair.counted.value / whole
    near = 1 / FAR < pair.share.value / right < FAR
    return near and slips(pair.share, right) == 1 and not _stands_for(pair.share, right)


def _count_meant(pair: Pair, whole: Decimal) -> Decimal | None:
    """The one large count that a share makes of a whole, where the one printed is a digit otherwise, and not far off:
    "377.512 atau 46,18 persen" of 730.827."""
    if pair.counted.quantum != 1:
        return None
    span = printed(pair.share)
    counted = mended(pair.counted, span.low * whole / 100, span.high * whole / 100)
    return counted if counted is not None and 1 / FAR < counted / pair.counted.value < FAR else None


def _stands_for(share: Number, right: Decimal) -> bool:
    low, high = stands_for(share, Printing.CUT_OR_ROUNDED)
    return low - share.quantum <= right <= high + share.quantum
