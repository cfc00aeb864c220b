"""The values that a draft tells, for rules that hold them against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from factcheck.judging.case import Case
from factcheck.model import Claim, number_of
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.typed import NamedTuple


class Told(NamedTuple):
    """A value that a draft tells, as the reference has it where the draft is flagged for it."""

    claim: Claim
    period: str
    value: Decimal


@lru_cache(maxsize=2)
def told_values(case: Case) -> Sequence[Told]:
    """The values that a draft tells, one for each subject, year, measure and value."""
    found: dict[tuple[str, str, str, Decimal], Told] = {}
    for claim in case.claims:
        if isinstance(claim.value, Decimal) and claim.subject and claim.measure and kind_of(claim.kind) is VALUE:
            period, right = _amended(case, claim)
            found.setdefault((claim.subject, period, claim.measure, claim.value), Told(claim, period, right))
    return tuple(found.values())


def _amended(case: Case, claim: Claim) -> tuple[str, Decimal]:
    """The year, and month, of a value, and what it should be where the draft is flagged for it; one that the reference
    contradicts and that raises no alarm is of another time than it was read in."""
    answer = case.answer(claim)
    if not answer.facts:
        return f"{claim.period}-{claim.part}".rstrip("-"), number_of(claim)
    if answer.verdict != "contradicted":
        return answer.facts[0].period, number_of(claim)
    from factcheck.judging.grounds.grounds import ground

    flagged = ground(case, claim) is not None
    return (answer.facts[0].period, number_of(answer.facts[0])) if flagged else ("", number_of(claim))


@lru_cache(maxsize=2)
def told_of(case: Case) -> Mapping[str, Sequence[Told]]:
    """The values that a draft tells, by whose they are."""
    found: dict[str, list[Told]] = defaultdict(list)
    for told in told_values(case):
        found[told.claim.subject].append(told)
    return dict(found)


def held(case: Case, name: str, like: Told, period: str) -> Sequence[Told]:
    """What the reference has for one in the measure of a value that is told, and in a year, where it has one value."""
    own = like.claim
    values = {
        fact.value
        for fact in case.reference.facts(own.measure, name, period, own.pack)
        if isinstance(fact.value, Decimal) and not fact.trust
    }
    claims = (own._replace(subject=name, period=period, value=value) for value in values)
    return [Told(claim, period, number_of(claim)) for claim in claims] if len(values) == 1 else ()
