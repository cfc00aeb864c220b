"""Which two figures a change is between: found by the arithmetic where the words leave it open."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from factcheck.model import Claim
from factcheck.reading.among import Claims
from factcheck.reference.store import Reference


class Change(NamedTuple):
    """Two figures of one subject, the earlier and the later, with the years."""

    first: Decimal
    second: Decimal
    first_period: str
    second_period: str

    @property
    def size(self) -> Decimal:
        """How large the change is, without direction."""
        return abs(self.second - self.first)


def stated_changes(claim: Claim, claims: Claims) -> Iterator[Change]:
    """The changes between figures that the draft itself gives for the subject of a difference."""
    if claim.measure == "entity":
        yield from _of_counts(claim, claims)
        return
    kind = "rank" if claim.measure == "step" else claim.measure
    figures = {
        (other.period, other.value)
        for other in claims.of(claim.subject)
        if (kind in (other.measure, other.kind))
        and other.kind not in ("difference", "extreme")
        and other.period
        and isinstance(other.value, Decimal)
    }
    yield from _pairs(sorted(figures, key=str))


def _of_counts(claim: Claim, claims: Claims) -> Iterator[Change]:
    """The changes between the counts of one thing that stand nearest before "ada tambahan 315 instansi"."""
    before = [other for other in claims.of(claim.subject) if other.kind == "count" and other.start < claim.start]
    if before:
        alike = {
            (other.period, other.value)
            for other in before
            if other.condition == before[-1].condition and isinstance(other.value, Decimal) and other.period
        }
        yield from _pairs(sorted(alike, key=str))


def known_changes(claim: Claim, reference: Reference) -> Iterator[Change]:
    """The changes between figures that the reference has for the subject of a difference."""
    facts = reference.ranks(claim.subject) if claim.measure == "step" else reference.facts(claim.measure, claim.subject)
    figures = {(fact.period, fact.value) for fact in facts if isinstance(fact.value, Decimal) and not fact.trust}
    yield from _pairs(sorted(figures, key=str))


def period_by_arithmetic(claim: Claim, claims: Claims, reference: Reference) -> str:
    """The later year of the change whose size the claim states; empty where no change fits.

    Figures near the claim are preferred to the reference's, changes from year to year to longer ones.
    """
    for changes in (stated_changes(claim, claims), known_changes(claim, reference)):
        fitting = [change for change in changes if change.size == claim.value]
        if fitting:
            return min(fitting, key=lambda change: int(change.second_period) - int(change.first_period)).second_period
    return ""


def _pairs(figures: Sequence[tuple[str, Decimal]]) -> Iterator[Change]:
    for place, (period, value) in enumerate(figures):
        for later, other in figures[place + 1 :]:
            if later > period:
                yield Change(value, other, period, later)
