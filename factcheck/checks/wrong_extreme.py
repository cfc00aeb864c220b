"""Somebody called highest or lowest who is not.

Wrong: Kabupaten Seluma mencatat nilai tertinggi se-Provinsi Bengkulu pada 2024.
Right: Kabupaten Kaur mencatat nilai tertinggi se-Provinsi Bengkulu pada 2024.
Why: a table declared complete for the group and year has another at that end, or a stated rank says otherwise.
Silence: `wrong-extreme` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.base import Case, Rule, evidence
from factcheck.checks.writing import reading_of
from factcheck.checks.years import by_claim, slips
from factcheck.model import Claim, Finding, Suggestion


def check(case: Case) -> Iterator[Finding]:
    """A finding at each contradicted extreme."""
    explained = by_claim(slips(case))
    for claim in case.claims:
        answer = case.answer(claim)
        if claim.kind == "extreme" and answer.verdict == "contradicted" and claim.id not in explained:
            yield _finding(case, claim)


def _finding(case: Case, claim: Claim) -> Finding:
    fact = case.answer(claim).facts[0]
    other = fact.measure != "rank" and fact.entity != claim.subject
    right = case.name(fact.entity) if other else None
    told = f"{right} ({fact.value})" if other else f"its rank was {fact.value}" + (f" of {fact.of}" if fact.of else "")
    suggestions = (Suggestion(*claim.subject_span, right),) if right and claim.subject_span else ()
    return Finding(
        "wrong-extreme",
        "error" if other else "warning",
        f"{case.name(claim.subject)} was not the {claim.value} in {claim.period}: {told}{reading_of(case, claim)}.",
        claim.start,
        claim.end,
        (claim.id,),
        expected=right,
        suggestions=suggestions,
        evidence=evidence(case.answer(claim).facts),
    )


RULE = Rule("wrong-extreme", "error", check)
