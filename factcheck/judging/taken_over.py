"""Figures of another year that were taken over: the year as written is right, as what stands beside it shows."""

from __future__ import annotations

from decimal import Decimal

from factcheck.judging.case import Case
from factcheck.judging.year_slips import Slip
from factcheck.model import Claim


def taken_over(case: Case, slip: Slip) -> Claim | None:
    """The one figure of a slip that is itself the slip; None where it is the year."""
    return _told_again(case, slip) or _told_of_year(case, slip)


def _told_again(case: Case, slip: Slip) -> Claim | None:
    """ "Pada 2022 nilainya 89,59. Pada 2023 nilainya 89,59": the one figure of a slip that the draft tells of its own
    year too, in the same paragraph right in front: then the figure was taken over, and the year is right. One told far
    above, or in the headline, is the same told again, and its year the slip."""
    claim = slip.claims[0]
    if len(slip.claims) > 1 or not isinstance(claim.value, Decimal) or claim.period_span is None:
        return None
    same = (claim.value, claim.measure, slip.right)
    beside = (one for place in (claim.sentence - 1, claim.sentence) for one in case.claims.inside(place))
    told = any(
        (one.value, one.measure, one.period) == same
        and one.subject == claim.subject
        and one.period_span is not None
        and one.end < claim.start
        and "\n" not in case.document.plain[one.end : claim.start]
        for one in beside
    )
    return claim if told else None


def _told_of_year(case: Case, slip: Slip) -> Claim | None:
    """ "UMP 2024 naik 6,20 persen", the rise of 2023, beside the amounts of 2024 and 2023: the one rate of a slip whose
    sentence, or the one before, tells rightly between what it rose: then the year is right, and the rate taken over."""
    claim = slip.claims[0]
    if len(slip.claims) > 1 or not isinstance(claim.value, Decimal) or claim.period_span is None:
        return None
    beside = [one for place in (claim.sentence - 1, claim.sentence) for one in case.claims.inside(place)]
    whose = claim.subject, claim.pack
    amounts = [one for one in beside if (one.subject, one.pack) == whose and one.measure not in ("", claim.measure)]
    years = {one.period for one in amounts if case.answer(one).verdict == "supported"}
    return claim if {claim.period, str(int(claim.period) - 1)} <= years else None
