"""Years that are slips: the figures under a year fit the same subject in another year."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from factcheck.checks.base import Case
from factcheck.model import Claim, Span


class Slip(NamedTuple):
    """A year as written, the year that fits, and the claims that show it. `beside`: written in their own clause."""

    span: Span
    right: str
    claims: tuple[Claim, ...]
    beside: bool


def slips(case: Case) -> list[Slip]:
    """The years of a draft that are slips, in order.

    Under one written year: no claim agrees with the reference, and the claims that it contradicts agree with it in
    one other year. Where the year was only carried to the claims, two of them must show it.
    """
    found = []
    for span, claims in _by_year(case.claims).items():
        explained = _explained(case, claims)
        if explained is None:
            continue
        right, shown = explained
        beside = any(claim.period_span is not None for claim in shown)
        if beside or len(shown) > 1:
            found.append(Slip(span, right, tuple(shown), beside))
    return sorted(found)


def by_claim(found: Sequence[Slip]) -> dict[str, Slip]:
    """The slips by the ids of the claims they explain."""
    return {claim.id: slip for slip in found for claim in slip.claims}


def forgiven(case: Case, claim: Claim) -> bool:
    """Charity: the year was not written beside the value, and the value is right in another year the draft speaks of."""
    if claim.period_span is not None:
        return False
    return any(fact.period in case.document.plain for fact in case.answer(claim).periods)


def _by_year(claims: Sequence[Claim]) -> dict[Span, list[Claim]]:
    grouped: dict[Span, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.period_origin is not None and claim.kind not in ("difference", "share", "law", "date", "name"):
            grouped[claim.period_origin].append(claim)
    return grouped


def _explained(case: Case, claims: Sequence[Claim]) -> tuple[str, list[Claim]] | None:
    votes: Counter[str] = Counter()
    weight: dict[str, list[Claim]] = defaultdict(list)
    against = 0
    for claim in claims:
        answer = case.answer(claim)
        if answer.verdict in ("supported", "disputed"):
            against += 1
        for year in {fact.period for fact in answer.periods} if _counts(claim, answer.verdict) else ():
            votes[year] += 2 if _telling(claim) else 1
            weight[year].append(claim)
    if not votes or against:
        return None
    right = max(votes, key=lambda year: (votes[year], -abs(int(year) - int(claims[0].period))))
    if not any(_telling(claim) for claim in weight[right]) and len(weight[right]) < 2:
        return None
    return right, weight[right]


def _counts(claim: Claim, verdict: str) -> bool:
    return verdict == "contradicted" or (verdict == "unverifiable" and _telling(claim) and claim.period_span is not None)


def _telling(claim: Claim) -> bool:
    """A figure with decimals, or one over a hundred, hardly fits another year by chance; a colour or a rank does."""
    if not isinstance(claim.value, Decimal):
        return False
    return claim.value != claim.value.to_integral_value() or claim.value > 100 or claim.low != claim.high
