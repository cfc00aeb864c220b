"""Which two figures a change is between: found by the arithmetic where the words leave it open."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from factcheck.model import Claim
from factcheck.reading.bind.claim_index import Claims
from factcheck.reading.sums.changes import Changes
from factcheck.reference.ask.reference import Reference


def stated_changes(claim: Claim, claims: Claims) -> Changes:
    """The changes between figures that the draft itself gives for the subject of a difference."""
    if claim.measure == "entity":
        return counted_changes(claim, claims)
    return claims.changes(claim.subject, "rank" if claim.measure == "step" else claim.measure)


def counted_changes(claim: Claim, *drafts: Claims) -> Changes:
    """The changes between the counts of one thing that stand nearest before "ada tambahan 315 instansi".

    Of several `drafts` the last says what was counted last, and each adds its figures.
    """
    before = [draft.count_before(claim.subject, claim.start) for draft in drafts]
    last = next((count for count in reversed(before) if count is not None), None)
    if last is None:
        return Changes(())
    by_draft = (draft.counted_before(claim.subject, last.condition, claim.start) for draft in drafts)
    return Changes(figure for figures in by_draft for figure in figures)


def known_changes(claim: Claim, reference: Reference, months: Collection[str] = ()) -> Changes:
    """The changes between figures that the reference has for the subject of a difference; of `months`, where a draft
    speaks of some, and the figures are of months."""
    facts = reference.ranks(claim.subject) if claim.measure == "step" else reference.facts(claim.measure, claim.subject)
    told = (fact for fact in facts if not (months and "-" in fact.period) or fact.period.split("-")[1] in months)
    return Changes((fact.period, fact.value) for fact in told if isinstance(fact.value, Decimal) and not fact.trust)


def period_by_arithmetic(claim: Claim, claims: Claims, reference: Reference) -> str:
    """The later year of the change whose size the claim states; empty where no change fits.

    Figures near the claim are preferred to the reference's, changes from year to year to longer ones. A change that
    only the reference has is to a year that something is told of: of many years some are any size apart.
    """
    if not isinstance(claim.value, Decimal):
        return ""
    stated = stated_changes(claim, claims).soonest(claim.value, claim.period)
    known = stated or known_changes(claim, reference).soonest(claim.value, claim.period)
    return known if known in claims.periods else ""
