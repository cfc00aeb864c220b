"""Measures of a pack that has amounts in rupiah and the rates by which they change from year to year."""

from __future__ import annotations

from factcheck.checks.wording import measure_of
from factcheck.judging.case import Case
from factcheck.model import Claim
from factcheck.reading.evidence.explained.known_facts import PERCENT

RUPIAH = "rupiah"


def is_amount(case: Case, claim: Claim) -> bool:
    """Whether a claim is of an amount in rupiah, and of no change."""
    measure = measure_of(case, claim.pack, claim.measure)
    return measure is not None and measure.unit == RUPIAH and claim.kind == measure.kind


def is_growth(case: Case, claim: Claim) -> bool:
    """Whether a claim is of a rate in per cent by which the amounts of its pack change."""
    measure = measure_of(case, claim.pack, claim.measure)
    if measure is None or measure.unit != PERCENT or claim.kind != measure.kind:
        return False
    pack = next((info for info in case.reference.packs if info.name == claim.pack), None)
    return pack is not None and any(one.unit == RUPIAH for one in pack.measures.values())
