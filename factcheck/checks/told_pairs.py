"""The two right rates beside a change in percentage points, which it misses by one slip of the finger.

The reference has so many rates of a region, two of each year and more, that some pair is any size apart; what a draft
tells right beside the change is what it is between.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from factcheck.checks.meant_change import doubtful, misses_change, years_beside
from factcheck.judging.answers.as_printed import decimals_printed
from factcheck.judging.case import Case
from factcheck.judging.vouching import spoken_months, spoken_years
from factcheck.model import Claim, number_of, year_of
from factcheck.reading.bind.which_change import known_changes
from factcheck.reading.sums.changes import Change

BACK = 2
"""Sentences in front of a change in which its two rates may stand."""
FINE = 2
"""So many decimals has the change of a rate that is told to the last digit."""
PAIR = 2
FEW = 4
"""Of more rates any two may be meant."""


def told_pair(case: Case, claim: Claim) -> Change | None:
    """The one change between two right rates of whom a change is told, in its sentence or near before it, that the
    change misses by a slip; None where it is one between any months and years that the draft speaks of."""
    if decimals_printed(claim) != FINE or doubtful(case, claim):
        return None
    pairs = _pairs(case, claim)
    missed = [pair for pair in pairs if misses_change(claim, pair.size)]
    if len({pair.size for pair in missed}) != 1 or any(claim.states(pair.size) for pair in pairs):
        return None
    change, years = missed[0], spoken_years(case)
    if years_beside(case, claim) - {year_of(change.first_period), year_of(change.second_period)}:
        return None
    known = known_changes(claim, case.reference, spoken_months(case))
    spoken = (one for one in known if {year_of(one.first_period), year_of(one.second_period)} <= years)
    return None if any(claim.states(one.size) for one in spoken) else change


def _pairs(case: Case, claim: Claim) -> list[Change]:
    """The changes between the rates of its subject that stand in its sentence and near before it, one of them in its
    sentence where that has any; none where they are many."""
    here = set(_rates(case, claim, 0))
    near = {*here, *_rates(case, claim, BACK)}
    pairs = combinations(sorted(near), PAIR) if len(near) <= FEW else ()
    return [
        Change(one[1], other[1], one[0], other[0])
        for one, other in pairs
        if one[1] != other[1] and (not here or one in here or other in here)
    ]


def _rates(case: Case, claim: Claim, back: int) -> Iterator[tuple[str, Decimal]]:
    """The right rates of its subject in its sentence and so many before it, with their year and month."""
    for place in range(claim.sentence - back, claim.sentence + 1):
        for one in case.claims.inside(place):
            own = (one.subject, one.pack, one.measure) == (claim.subject, claim.pack, claim.measure)
            if own and one.kind != "difference" and case.answer(one).verdict == "supported":
                yield f"{one.period}-{one.part}".rstrip("-"), number_of(one)
