"""What makes two findings in two articles the same slip."""

from __future__ import annotations

from factcheck.model import Claim, Finding
from factcheck.report.json import plain_value


def slip_key(finding: Finding, quote: str, claim: Claim | None) -> str:
    """The same for the same wrong thing said of the same fact; without a claim, for the same words.

    A figure that is written 93,86 here and 93.86 there is one: the value counts, not the wording.
    """
    if claim is None:
        return " | ".join((finding.rule, " ".join(quote.casefold().split())))
    about = (claim.measure or claim.kind, claim.subject, claim.period, claim.group, claim.scope, claim.condition)
    return " | ".join((finding.rule, *about, str(plain_value(claim.value))))
