"""Between which two values of one subject a change lies: the years it is told of, or its base and the year behind it.

"Anjlok ke 73,85, lalu 90,40. Dalam setahun kota ini memungut 16,55 poin", "kenaikannya Rp226.000, dari Rp3.615.000".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from factcheck.checks.figures.told_values import Told, held, told_of
from factcheck.judging.case import Case
from factcheck.model import Claim, number_of
from factcheck.reading.scan.frame import ENDS, FIGURES, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.values.change_sizes import in_own_unit, in_points

BACK = 2
"""Sentences in front of a change in which the one may be told of whose it is."""
FEW = 4
"""Of more values of one subject any two may be meant."""
LED = 2
"""Words between a word for "from" and the base of a change."""
NEAR = 2
"""Mentions behind a figure, its unit the first, within which a word of comparing makes it a change."""


def own_pairs(case: Case, frame: Frame, at: int) -> Sequence[tuple[Told, Told]]:
    """The values of two years between which the change at a place of a sentence may lie; none where it is no change."""
    if not _is_change(frame, at):
        return ()
    told, led = told_of(case), _led(frame, at)
    base = _base(case, led)
    if base is not None and case.answer(base).verdict == "supported":
        return list(_from_base(case, base))
    pairs = [
        pair
        for name in _whose(case, frame, at)
        if len(told.get(name, ())) <= FEW
        for pair in combinations(told.get(name, ()), 2)
    ]
    if led >= 0:  # "turun 0,14 poin dari 2,57": of nothing else
        pairs = [pair for pair in pairs if led in {one.claim.start for one in pair}]
    pairs = [(one, other) for one, other in pairs if _are_two_years(one, other)]
    return pairs or list(_since_year_before(case, frame, at))


def _since_year_before(case: Case, frame: Frame, at: int) -> Iterator[tuple[Told, Told]]:
    """The value that the sentence of a change tells in front of it with that of the year before, which only the
    reference has: "73,93 tahun, lebih panjang 0,23 tahun dibandingkan 2022"."""
    start = frame.mentions[at].start
    for name in _whose(case, frame, at)[:1]:
        for one in told_of(case).get(name, ()):
            if one.claim.sentence == frame.sentence.place and one.claim.start < start and one.period.isdigit():
                yield from ((one, before) for before in held(case, name, one, str(int(one.period) - 1)))


def names_of(case: Case, frame: Frame) -> Sequence[str]:
    """Whom a sentence names, and whom its values are of."""
    names = [name for _, ids in frame.bearers for name in ids]
    return list(dict.fromkeys([*names, *(one.subject for one in case.claims.inside(frame.sentence.place))]))


def _is_change(frame: Frame, at: int) -> bool:
    """Whether a word for a change stands in front of a figure in its clause, or points are counted."""
    start = max((one + 1 for tag in ENDS for one in frame.having(tag, 0, at)), default=0)
    compared = in_own_unit(frame, at) and frame.has(Tag.BIND_COMPARE, at + 1, at + 1 + NEAR)
    return in_points(frame, at) or compared or frame.has(Tag.CHANGE, start, at)


def _are_two_years(one: Told, other: Told) -> bool:
    """Whether two values of one subject are of one measure and not the same: of two years, or two months of one."""
    return one.value != other.value and one.claim.measure == other.claim.measure


def _whose(case: Case, frame: Frame, at: int) -> Sequence[str]:
    """Whose change a figure is: of the nearest name in front of it, or of the one whom its sentence, or one near before
    it, tells of."""
    before = [(place, ids) for place, ids in frame.bearers if place < at]
    if before:
        place, ids = before[-1]
        return () if frame.has_any((Tag.GROUP, Tag.ENTITY_SELF), place + 1, at) else ids
    own = {one.subject for one in case.claims.inside(frame.sentence.place) if one.start < frame.mentions[at].start}
    if own:
        return list(own) if len(own) == 1 else ()
    for near in reversed(case.frames[max(0, frame.sentence.place - BACK) : frame.sentence.place]):
        names = names_of(case, near) if near.sentence.block == frame.sentence.block else ()
        if names:
            return names if len(names) == 1 else ()
    return ()


def _led(frame: Frame, at: int) -> int:
    """Where the figure beside a change begins that stands behind a word for "from"; -1 where there is none."""
    led = [one for one in frame.having(FIGURES) if one != at and frame.before(one, Tag.BIND_FROM, LED)]
    near = min(led, key=lambda one: (abs(one - at), -one), default=-1)
    number = frame.mentions[near].number if near >= 0 else None
    return number.figure.start if number is not None and abs(near - at) <= 2 * LED + 1 else -1


def _base(case: Case, start: int) -> Claim | None:
    """The value that begins at a place."""
    told = (one for one in case.claims.at(start) if one.measure and isinstance(one.value, Decimal))
    return next(told, None)


def _from_base(case: Case, base: Claim) -> Iterator[tuple[Told, Told]]:
    """The base with the values of its subject in other years: those told, and that of the year behind it."""
    facts = case.answer(base).facts
    period = facts[0].period if facts else ""
    own = Told(base, period, number_of(base))
    told = [one for one in told_of(case).get(base.subject, ()) if _are_two_years(one, own)]
    yield from ((own, one) for one in told)
    later = str(int(period) + 1) if period.isdigit() else ""
    if later and all(one.period != later for one in told):
        known = case.reference.facts(base.measure, base.subject, later, base.pack)
        for fact in known[:1]:
            yield own, Told(base._replace(value=fact.value, period=later), later, number_of(fact))
