"""Figures of another year that were taken over: the year as written is right, as what stands beside it shows."""

from __future__ import annotations

from decimal import Decimal

from factcheck.judging.case import Case
from factcheck.judging.years.right_year import is_figure
from factcheck.judging.years.year_slips import Slip
from factcheck.model import Claim


def taken_over(case: Case, slip: Slip) -> Claim | None:
    """The one figure of a slip that is itself the slip; None where it is the year."""
    claim = slip.claims[0]
    if len(slip.claims) > 1 or not isinstance(claim.value, Decimal) or claim.period_span is None:
        return None
    return claim if _has_both_ends(case, claim, slip.right) or _told_again(case, claim, slip.right) else None


def _told_again(case: Case, claim: Claim, right: str) -> bool:
    """ "Pada 2022 nilainya 89,59. Pada 2023 nilainya 89,59": the one figure of a slip that the draft tells of its own
    year too, in the same paragraph right in front: then the figure was taken over, and the year is right. One told far
    above, or in the headline, is the same told again, and its year the slip."""
    same = (claim.value, claim.measure, right)
    beside = (one for place in (claim.sentence - 1, claim.sentence) for one in case.claims.inside(place))
    return any(
        (one.value, one.measure, one.period) == same
        and one.subject == claim.subject
        and one.period_span is not None
        and one.end < claim.start
        and "\n" not in case.document.plain[one.end : claim.start]
        for one in beside
    )


def _has_both_ends(case: Case, claim: Claim, right: str) -> bool:
    """ "Iuran 2024 Rp3.360.858, pada 2023 Rp3.201.396, naik 6,20 persen": whether the draft tells figures of another
    measure rightly of the year of a rate and of the one before, but none of that in front of the year that has it."""
    told = {
        one.period
        for one in case.claims.of(claim.subject)
        if one.pack == claim.pack and one.measure != claim.measure and is_figure(one)
        if case.answer(one).verdict == "supported"
    }
    before, earlier = (str(int(year) - 1) for year in (claim.period, right))
    return {claim.period, before} <= told and earlier not in told
