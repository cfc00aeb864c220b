"""Changes told in per cent that miss by one slip of the finger what the reference has for the value and the one of the
year before, which the draft may not tell: "Kenaikannya 154.022,20 ton atau 19,57 persen" of what rose by 17,59."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.checks.wording import as_written, replacing
from factcheck.judging.answers.as_printed import decimals_printed
from factcheck.judging.case import Case
from factcheck.language.number_format import formatted
from factcheck.messages import message
from factcheck.model import RATE, Claim, Evidence, Fact, Finding, number_of


def rates_missed(case: Case, rule: str) -> Iterator[Finding]:
    """A finding of a rule at each change in per cent that the reference contradicts."""
    for claim in case.claims:
        answer = case.answer(claim) if claim.condition.startswith(RATE) else None
        if answer is None or answer.verdict != "contradicted" or _is_near(claim, answer.facts[0]):
            continue
        fact = answer.facts[0]
        later, base = (formatted(number_of(one), case.language) for one in answer.facts[1:])
        right = formatted(number_of(fact), case.language)
        row = f"({later} - {base}) / {base} = {right} %"
        yield Finding(
            rule,
            "error",
            message("{text} per cent does not follow: {row}.", text=case.text(claim), row=row),
            claim.start,
            claim.end,
            (claim.id,),
            expected=as_written(case, claim, number_of(fact)),
            suggestions=(replacing(case, claim, number_of(fact)),),
            evidence=(Evidence("arithmetic", "", fact.value, row),),
        )


def _is_near(claim: Claim, right: Fact) -> bool:
    """ "3,5 persen" of 3,43: whether a rate is so near what it should be that it was rounded otherwise."""
    return abs(number_of(claim) - number_of(right)) <= Decimal(1).scaleb(-decimals_printed(claim))
