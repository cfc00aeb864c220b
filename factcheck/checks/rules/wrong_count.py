"""A count that the reference has otherwise.

Wrong: Pada 2022, 91 provinsi berada di zona hijau.
Right: Pada 2022, 19 provinsi berada di zona hijau.
Why: the reference states, or a table declared complete gives, another number for this group, condition, region
    and year.
Silence: `wrong-count` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.wording import as_written, counted_as, replacing
from factcheck.judging.case import Case, evidence
from factcheck.judging.ground import Ground, severity
from factcheck.judging.grounds import ground
from factcheck.judging.year_slips import explained, forgiven
from factcheck.messages import message
from factcheck.model import Claim, Finding


def check(case: Case) -> Iterator[Finding]:
    """A finding at each contradicted count."""
    moved = explained(case)
    for claim in case.claims:
        answer = case.answer(claim)
        contradicted = claim.kind == "count" and answer.verdict == "contradicted"
        if contradicted and claim.id not in moved and not forgiven(case, claim):
            found = ground(case, claim)
            if found is not None:
                yield _finding(case, claim, found)


def _finding(case: Case, claim: Claim, found: Ground) -> Finding:
    facts = case.answer(claim).facts
    right = facts[0]
    return Finding(
        "wrong-count",
        severity(found),
        message(
            "{who} in {year}: {right} {counted}, not {text}.",
            who=case.name(claim.subject),
            year=claim.period,
            right=right.value,
            counted=counted_as(case, right),
            text=case.text(claim),
        ),
        claim.start,
        claim.end,
        (claim.id,),
        expected=as_written(case, claim, right.value),
        suggestions=(replacing(case, claim, right.value),),
        evidence=evidence(facts),
        ground=found,
    )
