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

SHOWN = 3
"""Names and values told in the message; the rest is in the claims."""


def check(case: Case) -> Iterator[Finding]:
    """A finding at each written year that its figures do not belong to."""
    for slip in slips(case):
        yield _finding(case, slip)


def _whose(case: Case, slip: Slip) -> str:
    """The subjects of the claims, in the order of the text."""
    names = list(dict.fromkeys(case.name(claim.subject) for claim in slip.claims))
    return ", ".join(names[:SHOWN]) + (" …" if len(names) > SHOWN else "")


def _finding(case: Case, slip: Slip) -> Finding:
    first = slip.claims[0]
    facts = [fact for claim in slip.claims for fact in case.answer(claim).periods if fact.period == slip.right]
    now = [fact for claim in slip.claims for fact in case.answer(claim).facts[:1]]
    texts = list(dict.fromkeys(case.text(claim) for claim in slip.claims))
    values = ", ".join(texts[:SHOWN]) + (" …" if len(texts) > SHOWN else "")
    one = "s" if len(texts) == 1 else ""
    held = ", ".join(dict.fromkeys(spelled(fact) for fact in now[:SHOWN]))
    instead = f" ({first.period}: {held})" if held and len({claim.subject for claim in slip.claims}) == 1 else ""
    repairs = [Suggestion(*slip.span, slip.right)]
    repairs += [
        replacing(case, claim, case.answer(claim).facts[0].value) for claim in slip.claims if case.answer(claim).facts
    ]
    return Finding(
        "wrong-period",
        "error",
        f"{_whose(case, slip)}: {values} belong{one} to {slip.right}, not {first.period}"
        f"{instead}{reading_of(case, first)}.",
        slip.span.start,
        slip.span.end,
        tuple(claim.id for claim in slip.claims),
        expected=slip.right,
        suggestions=tuple(repairs[:3]),
        evidence=evidence([*facts, *now]),
    )


RULE = Rule("wrong-period", "error", check)
