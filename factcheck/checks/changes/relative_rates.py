"""Changes told in per cent that miss by one slip of the finger what the reference has for the value and the one of the
year before, which the draft may not tell: "Kenaikannya 154.022,20 ton atau 19,57 persen" of what rose by 17,59."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.checks.changes.grown import is_growth, rate_finding
from factcheck.checks.wording import as_written
from factcheck.judging.answers.as_printed import decimals_printed
from factcheck.judging.case import Case
from factcheck.language.number_format import formatted
from factcheck.model import RATE, Claim, Fact, Finding, number_of

BRACKET = 2
"""Signs from a change to the rate in the bracket behind it."""


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
        yield rate_finding(case, rule, (claim,), number_of(fact), row)


def rates_beside(case: Case, rule: str) -> Iterator[Finding]:
    """A finding of a rule at each change in per cent in brackets behind one that the reference bears out, of which it
    is no such part of the value of the year before: "naik Rp76.522 (3,02 persen)" of 3,12."""
    for claim in case.claims:
        if not claim.subject or not is_growth(case, claim) or case.answer(claim).verdict == "supported":
            continue
        size = _size_before(case, claim)
        base = _base_of(case, size) if size is not None else None
        if size is None or base is None:
            continue
        rate = 100 * number_of(size) / base
        if claim.states(rate) or abs(number_of(claim) - rate) <= Decimal(1).scaleb(-decimals_printed(claim)):
            continue
        row = f"{case.text(size)} / {formatted(base, case.language)} = {as_written(case, claim, rate)} %"
        yield rate_finding(case, rule, (claim, size), rate, row)


def _size_before(case: Case, claim: Claim) -> Claim | None:
    """The right change of the same subject that a bracket with a rate stands right behind."""
    if case.document.plain[claim.start - BRACKET : claim.start].strip() != "(":
        return None
    told = (one for one in case.claims.inside(claim.sentence) if one.kind == "difference")
    near = (one for one in told if 0 < claim.start - one.end <= BRACKET and one.subject == claim.subject)
    return next((one for one in near if one.period == claim.period and case.answer(one).verdict == "supported"), None)


def _base_of(case: Case, size: Claim) -> Decimal | None:
    """The value that a change of a year starts from by the reference; None where it has none, or another change."""
    if not size.period.isdigit():
        return None
    years = (size.period, str(int(size.period) - 1))
    facts = [case.reference.facts(size.measure, size.subject, year, size.pack) for year in years]
    if any(len(found) != 1 for found in facts):
        return None
    later, base = (number_of(found[0]) for found in facts)
    step = Decimal(1).scaleb(-decimals_printed(size))  # "Rp76.522" of 76.521,40
    return base if base > 0 and abs(abs(later - base) - number_of(size)) < step else None


def _is_near(claim: Claim, right: Fact) -> bool:
    """ "3,5 persen" of 3,43: whether a rate is so near what it should be that it was rounded otherwise."""
    return abs(number_of(claim) - number_of(right)) <= Decimal(1).scaleb(-decimals_printed(claim))
