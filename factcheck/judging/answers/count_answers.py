"""What the reference says to a count and to a share: stated rows first, then computed ones."""

from decimal import Decimal
from functools import lru_cache

from factcheck.judging.case import UNKNOWN, Answer
from factcheck.model import Claim, Fact, number_of
from factcheck.reading.bind.claim_index import Claims
from factcheck.reference.ask.computed import computed_count, groups_of, stated_counts
from factcheck.reference.ask.reference import Reference


def count_answer(claim: Claim, claims: Claims, reference: Reference) -> Answer:
    facts = counted(claim, claim.condition, reference)
    agreeing = tuple(fact for fact in facts if claim.states(fact.value))
    if agreeing:
        lesser = agreeing[0].trust > facts[0].trust and agreeing[0].group == facts[0].group
        return Answer("disputed" if lesser else "supported", agreeing)
    exact = tuple(fact for fact in facts if fact.group == claim.group and not fact.trust)
    if not exact and facts and all(abs(number_of(fact) - number_of(claim)) > 1 for fact in facts):
        exact = facts  # "daerah" may hold the province or not: the two differ by one at most
    if not exact:
        exact = tuple(fact for fact in facts if _holds_more(claim, fact, reference))
    earlier = tuple(
        fact
        for fact in stated_counts(reference, claim.subject, claim.condition, claim.pack)
        if fact.value == claim.value and fact.group == claim.group and fact.period != claim.period
    )
    earlier += tuple(fact for fact in _counted_then(claim, reference) if fact not in earlier)
    return Answer("contradicted" if exact else "unverifiable", exact or facts, periods=earlier)


def _holds_more(claim: Claim, fact: Fact, reference: Reference) -> bool:
    """ "yang hijau dua daerah" of three green regencies: whether more are known of a part of the group than told."""
    part, whole = set(reference.kinds(fact.group)), set(reference.kinds(claim.group))
    return part < whole and not fact.trust and number_of(fact) > number_of(claim)


def _counted_then(claim: Claim, reference: Reference) -> tuple[Fact, ...]:
    """What a count agrees with in the other years that it may be read under, and in those beside the one written."""
    written = claim.period_origin is not None and claim.period.isdigit() and not _of_things(claim.condition)
    own = [str(int(claim.period) + step) for step in (-1, 1)] if written else []
    years = dict.fromkeys((*own, *(period for _, period in claim.readings)))
    others = [claim._replace(period=period) for period in years if period != claim.period]
    return tuple(
        fact for other in others for fact in counted(other, other.condition, reference) if claim.states(fact.value)
    )


def _of_things(condition: str) -> bool:
    """Whether things are counted and not entities: `units`, `products`."""
    return ":" not in condition and condition != "assessed"


def counted(claim: Claim, condition: str, reference: Reference) -> tuple[Fact, ...]:
    """What the reference counts for a claim's region, year and group: stated rows first, then computed ones."""
    if not claim.period or not condition:
        return ()
    month = f"{claim.period}-{claim.part}" if claim.part else ""  # a month may be that in which it was counted
    own = _counted(reference, condition, claim.group, claim.subject, month, claim.pack) if month else ()
    return own or _counted(reference, condition, claim.group, claim.subject, claim.period, claim.pack)


@lru_cache(maxsize=1024)
def _counted(reference: Reference, condition: str, group: str, scope: str, period: str, pack: str) -> tuple[Fact, ...]:
    groups = groups_of(reference, group)
    stated = [
        fact
        for fact in stated_counts(reference, scope, condition, pack)
        if fact.period == period and (fact.group in groups or _of_things(condition))
    ]
    computed = [computed_count(reference, condition, one, scope, period, pack) for one in groups if one]
    found = [*stated, *(fact for fact in computed if fact is not None)]
    return tuple(sorted(found, key=lambda fact: (fact.group != group, fact.trust)))


def share_answer(claim: Claim, claims: Claims, reference: Reference) -> Answer:
    for part in counted(claim, claim.condition, reference):
        for whole in counted(claim, "assessed", reference):
            if (
                part.group == whole.group
                and isinstance(whole.value, Decimal)
                and isinstance(part.value, Decimal)
                and whole.value
            ):
                share = 100 * part.value / whole.value
                note = f"{part.value} / {whole.value} = {share:.2f} %"
                if claim.states(share):
                    return Answer("supported", (part, whole), note=note)
    return UNKNOWN
