"""The right value under the wrong year.

Wrong: Di tahun 2023 daerah itu masih di zona kuning dengan nilai 60,35.
Right: Di tahun 2022 daerah itu masih di zona kuning dengan nilai 60,35.
Why: the reference has another value for the year as written, and this very value for the same subject in another
    year. Where other figures under the same written year are right, the value is taken for the slip instead.
Silence: `wrong-period` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.base import Case, Rule, evidence
from factcheck.checks.writing import reading_of, replacing, spelled
from factcheck.checks.years import Slip, slips
from factcheck.model import Finding, Suggestion


def check(case: Case) -> Iterator[Finding]:
    """A finding at each written year that its figures do not belong to."""
    for slip in slips(case):
        yield _finding(case, slip)


def _finding(case: Case, slip: Slip) -> Finding:
    first = slip.claims[0]
    facts = [fact for claim in slip.claims for fact in case.answer(claim).periods if fact.period == slip.right]
    now = [fact for claim in slip.claims for fact in case.answer(claim).facts[:1]]
    values = ", ".join(dict.fromkeys(case.text(claim) for claim in slip.claims[:4]))
    instead = f"; {first.period} was {spelled(now[0])}" if now else ""
    repairs = [Suggestion(*slip.span, slip.right)]
    repairs += [replacing(case, claim, case.answer(claim).facts[0].value) for claim in slip.claims if case.answer(claim).facts]
    return Finding(
        "wrong-period",
        "error",
        f"{values} of {case.name(first.subject)} is of {slip.right}, not {first.period}{instead}{reading_of(case, first)}.",
        slip.span.start,
        slip.span.end,
        tuple(claim.id for claim in slip.claims),
        expected=slip.right,
        suggestions=tuple(repairs[:3]),
        evidence=evidence([*facts, *now]),
    )


RULE = Rule("wrong-period", "error", check)
