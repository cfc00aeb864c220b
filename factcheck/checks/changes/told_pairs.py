"""The two right rates beside a change in percentage points, which it misses by one slip of the finger.

The reference has so many rates of a region, two of each year and more, that some pair is any size apart; what a draft
tells right beside the change is what it is between.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from factcheck.checks.changes.meant_change import doubtful, is_of_rounded, misses_change, years_beside
from factcheck.judging.answers.as_printed import decimals_printed
from factcheck.judging.case import Case, frame_of
from factcheck.judging.vouching import spoken_months, spoken_years
from factcheck.model import Claim, number_of, year_of
from factcheck.reading.bind.which_change import known_changes
from factcheck.reading.period.told_from import YEAR_BEFORE, named_bases
from factcheck.reading.scan.frame import FIGURES
from factcheck.reading.sums.changes import Change

BACK = 2
"""Sentences in front of a change in which its two rates may stand."""
FINE = 2
"""So many decimals has the change of a rate that is told to the last digit."""
PAIR = 2
FEW, MOST = 4, 16
"""Of more rates any two may be meant; so many claims of somebody are looked through for them."""

Rate = tuple[str, Decimal]
"""A month, or a year, and the rate in it."""


def told_pair(case: Case, claim: Claim) -> Change | None:
    """The one change between two right rates of whom a change is told, in its sentence or near before it, that the
    change misses by a slip; None where it is one between any months and years that the draft speaks of."""
    if decimals_printed(claim) != FINE or doubtful(case, claim):
        return None
    since = _since(case, claim)
    pairs = since or _pairs(case, claim)
    missed = _latest(pair for pair in pairs if misses_change(claim, pair.size))
    if len({pair.size for pair in missed}) != 1 or any(claim.states(pair.size) for pair in pairs):
        return None
    change, years = missed[0], spoken_years(case)
    if since:
        return change
    if years_beside(case, claim) - {year_of(change.first_period), year_of(change.second_period)}:
        return None
    known = known_changes(claim, case.reference, spoken_months(case))
    spoken = (one for one in known if {year_of(one.first_period), year_of(one.second_period)} <= years)
    return None if any(claim.states(one.size) for one in spoken) else change


def told_since(case: Case, claim: Claim) -> Change | None:
    """The one change of the reference to a right figure told beside it from the year or month that it is told from,
    which a change misses by a slip; None where one from there is as it says."""
    changes = [] if doubtful(case, claim) else _since(case, claim)
    missed = [one for one in changes if misses_change(claim, one.size)]
    right = any(claim.states(one.size) or is_of_rounded(case, claim, one) for one in changes)
    return missed[0] if len({one.size for one in missed}) == 1 and not right else None


def _since(case: Case, claim: Claim) -> list[Change]:
    """The changes of the reference to the rates that are told right beside it from the month that it is told from."""
    frame = frame_of(case, claim)
    places = frame.having(FIGURES) if frame is not None else ()
    at = next((one for one in places if frame is not None and frame.mentions[one].end >= claim.end), None)
    bases = set(named_bases(frame, at)) if frame is not None and at is not None else set()
    told = {period for period, _ in _rates(case, claim, BACK)} if bases else set()
    known = known_changes(claim, case.reference) if told else ()
    since = (one for one in known if any(_is_from(one, base) for base in bases))
    return [one for one in since if not told.isdisjoint((one.second_period, year_of(one.second_period)))]


def _is_from(change: Change, base: str) -> bool:
    """Whether a change is told from a period; of a year alone, and of the year before, from the same part of it."""
    same = change.first_period[4:] == change.second_period[4:]
    if base == YEAR_BEFORE:
        return same and change.years == 1
    return change.first_period == base or (same and year_of(change.first_period) == base)


def _latest(changes: Iterable[Change]) -> list[Change]:
    """Those to the latest month: a change is told to what is new."""
    found = list(changes)
    last = max((change.second_period for change in found), default="")
    return [change for change in found if change.second_period == last]


def _pairs(case: Case, claim: Claim) -> list[Change]:
    """The changes between the rates of its subject of which one stands in its sentence, where that has any, else near
    before it, and the other near too or in front of it anywhere; none where they are many."""
    here = set(_rates(case, claim, 0))
    near = {*here, *_rates(case, claim, BACK)}
    told = {*near, *_told(case, claim)}
    pairs = combinations(sorted(told if len(told) <= FEW else near), PAIR) if len(near) <= FEW else ()
    ends = here or near
    return [
        Change(one[1], other[1], one[0], other[0]) for one, other in pairs if one[1] != other[1] and {one, other} & ends
    ]


def _told(case: Case, claim: Claim) -> Iterator[Rate]:
    """The right rates of its subject that are told last in front of it."""
    own = case.claims.of(claim.subject)
    at = bisect_left(own, claim.start, key=lambda one: one.start)
    yield from (_rate(one) for one in own[max(0, at - MOST) : at] if _is_right(case, claim, one))


def _rates(case: Case, claim: Claim, back: int) -> Iterator[Rate]:
    """The right rates of its subject in its sentence and so many before it, with their year and month."""
    for place in range(claim.sentence - back, claim.sentence + 1):
        yield from (_rate(one) for one in case.claims.inside(place) if _is_right(case, claim, one))


def _is_right(case: Case, claim: Claim, one: Claim) -> bool:
    own = (one.subject, one.pack, one.measure) == (claim.subject, claim.pack, claim.measure)
    return own and one.kind != "difference" and case.answer(one).verdict == "supported"


def _rate(one: Claim) -> Rate:
    return f"{one.period}-{one.part}".rstrip("-"), number_of(one)
