"""Whose a contradicted value is: another subject of the draft, or a subject that the reading mistook."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from factcheck.judging.case import Case
from factcheck.model import Claim, Fact, Strength, Value
from factcheck.reference.ask.reference import Reference


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
    if claim.strength >= Strength.BESIDE:
        return False
    valued = {other.subject for other in case.claims.inside(claim.sentence) if other.measure == claim.measure}
    here = owners & _named(case, claim)
    return bool(here - valued)


def _owners(case: Case, claim: Claim) -> Iterator[str]:
    if not isinstance(claim.value, Decimal) or not claim.period:
        return
    for fact in bearers(case, claim):
        if fact.entity and fact.entity != claim.subject and fact.entity in case.claims.subjects:
            yield fact.entity


def bearers(case: Case, claim: Claim) -> Sequence[Fact]:
    """The facts of all of whom the reference has the value of a claim, by its measure and in its year."""
    return _by_value(case.reference, claim.measure, claim.period, claim.pack).get(claim.value, ())


@lru_cache(maxsize=64)
def _by_value(reference: Reference, measure: str, period: str, pack: str) -> Mapping[Value, Sequence[Fact]]:
    """The facts of everybody in a year by their values."""
    found: dict[Value, list[Fact]] = defaultdict(list)
    for fact in reference.facts_of(measure, period, pack):
        found[fact.value].append(fact)
    return dict(found)


def _named(case: Case, claim: Claim) -> set[str]:
    return {other.subject for other in case.claims.inside(claim.sentence)}
