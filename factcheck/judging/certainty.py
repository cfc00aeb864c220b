"""Whether a contradicted claim was surely read as it was meant.

Charity: who is meant, or which year, is often not written beside a value. Then a claim is flagged only where
something vouches for the reading: a figure of the same subject and year that is right, or a value that is the right
one but for a slip of the finger.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from factcheck.judging.case import Case
from factcheck.judging.misprint import one_slip
from factcheck.model import Claim

ABOVE = 250
"""Letters that a year may stand above what it is said of."""
NEAR = 2
"""Sentences to both sides in which a right figure vouches for who is spoken of."""


def is_certain(case: Case, claim: Claim) -> bool:
    """Whether the subject and year of a claim are written with it, or something vouches for them."""
    named = claim.subject_span is not None and not any(part.startswith("subject:") for part in claim.how)
    dated = claim.period_span is not None or _headed(claim)
    if named and (dated or isinstance(claim.value, Decimal)):
        return True
    if _slip_of_finger(case, claim):
        return True
    return _vouched(case, claim, anywhere=named)


def _headed(claim: Claim) -> bool:
    """Whether the year stands not far above: "Hasil tahun 2023:" over a list or a table."""
    origin = claim.period_origin
    return origin is not None and 0 <= claim.start - origin.end <= ABOVE


def _vouched(case: Case, claim: Claim, anywhere: bool) -> bool:
    """Whether another claim about the same subject and year is right: near by, or anywhere where it is named."""
    if anywhere:
        return any(other != claim.id for other in _right(case).get((claim.subject, claim.period), ()))
    near = (
        other
        for place in range(claim.sentence - NEAR, claim.sentence + NEAR + 1)
        for other in case.claims.inside(place)
    )
    return any(
        other.subject == claim.subject
        and other.period == claim.period
        and other.id != claim.id
        and case.answer(other).verdict == "supported"
        for other in near
    )


@lru_cache(maxsize=2)
def _right(case: Case) -> Mapping[tuple[str, str], Sequence[str]]:
    """The ids of the first two claims that are right, by subject and year."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for claim in case.claims:
        ids = found[claim.subject, claim.period]
        if len(ids) < 2 and case.answer(claim).verdict == "supported":
            ids.append(claim.id)
    return dict(found)


def _slip_of_finger(case: Case, claim: Claim) -> bool:
    """Whether the figure is the right one with one figure changed, or two that changed places."""
    if not isinstance(claim.value, Decimal):
        return False
    written = str(claim.value)
    return any(
        isinstance(fact.value, Decimal) and one_slip(written, _alike(fact.value, claim.value))
        for fact in case.answer(claim).facts
    )


def _alike(value: Decimal, model: Decimal) -> str:
    exponent = model.as_tuple().exponent
    return str(round(value, -exponent)) if isinstance(exponent, int) and exponent < 0 else str(value)
