"""Measures of a pack that has amounts in rupiah and the rates by which they change from year to year."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.checks.wording import as_written, measure_of, replacing
from factcheck.judging.case import Case
from factcheck.language.figures import PERCENT, RUPIAH
from factcheck.messages import message
from factcheck.model import Claim, Evidence, Finding

HUNDREDTH = Decimal("0.01")


def is_amount(case: Case, claim: Claim) -> bool:
    """Whether a claim is of an amount in rupiah, and of no change."""
    measure = measure_of(case, claim.pack, claim.measure)
    return measure is not None and measure.unit == RUPIAH and claim.kind == measure.kind


def is_growth(case: Case, claim: Claim) -> bool:
    """Whether a claim is of a rate in per cent by which the amounts of its pack change."""
    measure = measure_of(case, claim.pack, claim.measure)
    if measure is None or measure.unit != PERCENT or claim.kind != measure.kind:
        return False
    return any(info.name == claim.pack and info.grows() for info in case.reference.packs)


def rate_finding(case: Case, rule: str, claims: Sequence[Claim], right: Decimal, row: str) -> Finding:
    """A finding of a rule at a rate that is not what its values make: the first of the claims that it rests on; `row`
    is how the right rate is reckoned."""
    claim = claims[0]
    return Finding(
        rule,
        "error",
        message("{text} per cent does not follow: {row}.", text=case.text(claim), row=row),
        claim.start,
        claim.end,
        tuple(one.id for one in claims),
        expected=as_written(case, claim, right),
        suggestions=(replacing(case, claim, right),),
        evidence=(Evidence("arithmetic", "", right.quantize(HUNDREDTH), row),),
    )
