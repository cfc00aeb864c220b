"""The right value under the wrong name: it belongs to the city and not to the regency of that name, or the other way.

Wrong: Kabupaten Bogor meraih nilai 87,05 pada 2022.
Right: Kota Bogor meraih nilai 87,05 pada 2022.
Why: the reference has another value, or none, for the name as written, and this very value for its namesake in the
    same year.
Silence: `wrong-subject` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.checks.wording import reading_of, replacing
from factcheck.judging.case import Case, evidence
from factcheck.judging.year_slips import explained
from factcheck.messages import message
from factcheck.model import Claim, Finding, Suggestion


def check(case: Case) -> Iterator[Finding]:
    """A finding at each value that is a namesake's."""
    moved = explained(case)
    for claim in case.claims:
        answer = case.answer(claim)
        if answer.namesakes and isinstance(claim.value, Decimal) and claim.id not in moved and claim.subject_span:
            yield _finding(case, claim)


def _finding(case: Case, claim: Claim) -> Finding:
    answer = case.answer(claim)
    right = answer.namesakes[0]
    repairs = [Suggestion(*claim.subject_span, case.name(right.entity))] if claim.subject_span else []
    repairs += [replacing(case, claim, fact.value) for fact in answer.facts[:1]]
    return Finding(
        "wrong-subject",
        "error" if answer.facts else "warning",
        message(
            "{text} is of {right} in {year}, not of {who}{reading}.",
            text=case.text(claim),
            right=case.name(right.entity),
            year=claim.period,
            who=case.name(claim.subject),
            reading=reading_of(case, claim),
        ),
        claim.start,
        claim.end,
        (claim.id,),
        expected=repairs[-1].replacement if answer.facts else case.name(right.entity),
        suggestions=tuple(repairs),
        evidence=evidence([right, *answer.facts]),
    )
