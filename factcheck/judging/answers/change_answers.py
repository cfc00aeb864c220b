"""What the reference says to a difference: a change over years, in points or per cent, and how far two are apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from factcheck.judging.answers.as_printed import decimals_printed
from factcheck.judging.case import UNKNOWN, Answer
from factcheck.model import GAP, RATE, Claim, Fact, number_of
from factcheck.reading.bind.claim_index import Claims
from factcheck.reference.ask.reference import Reference
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.reading.sums.changes import Change, Changes


def difference_answer(claim: Claim, claims: Claims, reference: Reference) -> Answer:
    if claim.condition.startswith(GAP):
        return _gap_answer(claim, reference)
    if claim.condition.startswith(RATE):
        return _rate_answer(claim, reference)
    from factcheck.reading.bind.which_change import known_changes, stated_changes

    known, stated = known_changes(claim, reference), stated_changes(claim, claims)
    if claim.period and any(fitting(claim, (known, stated), claim.period)):
        return Answer("supported")
    yearly = known.from_year_before(claim.period) or stated.from_year_before(claim.period)
    if claim.period_span is None or not yearly:
        return UNKNOWN
    from factcheck.reading.sums.changes import in_order

    others = [
        change
        for changes in (known, stated)
        for change in in_order(one for one in fitting(claim, (changes,)) if one.years == 1)
    ]
    if not others:
        return UNKNOWN
    return Answer("contradicted", periods=tuple(_as_fact(claim, change) for change in others))


def _gap_answer(claim: Claim, reference: Reference) -> Answer:
    """Whether the reference has two so far apart; what else it may be is left to arithmetic."""
    ends = (claim.subject, claim.condition.removeprefix(GAP))
    pairs = product(*(reference.facts(claim.measure, end, claim.period, claim.pack) for end in ends))
    fitting = (pair for pair in pairs if claim.states(abs(number_of(pair[0]) - number_of(pair[1]))))
    found = next(fitting, None)
    return Answer("supported", found) if found is not None else UNKNOWN


def _rate_answer(claim: Claim, reference: Reference) -> Answer:
    """Whether the reference has two values, the later of the year of a claim, of which the one is off from the other by
    so many per cent; else what it is since the year before."""
    from factcheck.reading.evidence.changes.relative_changes import states_rate

    measure = claim.condition.removeprefix(RATE)
    facts = [
        fact
        for fact in reference.facts(measure, claim.subject, "", claim.pack)
        if isinstance(fact.value, Decimal) and fact.value and fact.period.isdigit() and not fact.trust
    ]
    pairs = [(one, base) for one in facts for base in facts if one.period == claim.period > base.period]
    found = next((pair for pair in pairs if states_rate(claim, *map(number_of, pair))), None)
    if found is not None:
        return Answer("supported", found)
    yearly = [pair for pair in pairs if int(pair[0].period) - int(pair[1].period) == 1]
    return Answer("contradicted", (_as_rate(claim, *yearly[0]), *yearly[0])) if yearly else UNKNOWN


def _as_rate(claim: Claim, later: Fact, base: Fact) -> Fact:
    from factcheck.reading.evidence.changes.relative_changes import rate

    row = f"{later.value} ({later.period}), {base.value} ({base.period})"
    value = rate(number_of(later), number_of(base)).quantize(Decimal(1).scaleb(-decimals_printed(claim)))
    return Fact(claim.pack, claim.measure, claim.subject, later.period, value, "arithmetic", row)


def fitting(claim: Claim, known: Sequence[Changes], period: str = "") -> Iterator[Change]:
    """The changes that a claim may mean by their size, to a year or to any."""
    if not isinstance(claim.value, Decimal):
        return
    low, high = claim.value, claim.value
    if claim.low is not None and claim.high is not None:
        low, high = claim.low, claim.high
    for changes in known:
        for change in changes.sized(low, high, period):
            if claim.states(change.size):
                yield change


def _as_fact(claim: Claim, change: Change) -> Fact:
    row = f"{change.second} ({change.second_period}), {change.first} ({change.first_period})"
    return Fact(claim.pack, claim.measure, claim.subject, change.second_period, change.size, "arithmetic", row)
