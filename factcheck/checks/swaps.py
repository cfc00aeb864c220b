"""Whose a contradicted value is: another subject of the draft, or a subject that the reading mistook."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.checks.base import Case
from factcheck.model import Claim


def owner(case: Case, claim: Claim) -> str:
    """The other subject of the draft whose value it is in that year; empty where it is nobody's."""
    return next(_owners(case, claim), "")


def misbound(case: Case, claim: Claim) -> bool:
    """Charity: the value belongs to another name of the draft and may have been meant for it.

    So it is when the subject was carried from elsewhere, or when that other name stands in the same sentence
    without a value of its own. A subject written right beside the value is no slip of the reading.
    """
    if not isinstance(claim.value, Decimal):
        return False
    owners = set(_owners(case, claim))
    if not owners:
        return False
    if claim.subject_span is None:
        return True
    if claim.strength >= 95:
        return False
    valued = {
        other.subject for other in case.claims if other.sentence == claim.sentence and other.measure == claim.measure
    }
    here = {name for name in owners if name in _named(case, claim)}
    return bool(here - valued)


def _owners(case: Case, claim: Claim) -> Iterator[str]:
    if not isinstance(claim.value, Decimal) or not claim.period:
        return
    others = {other.subject for other in case.claims if other.subject and other.subject != claim.subject}
    for fact in case.reference.facts_of(claim.measure, claim.period, claim.pack):
        if fact.entity in others and fact.value == claim.value:
            yield fact.entity


def _named(case: Case, claim: Claim) -> set[str]:
    return {other.subject for other in case.claims if other.sentence == claim.sentence}
