"""What the reference says to a rank, and to who is first or last: stated rows, and what complete tables give."""

from collections.abc import Sequence
from decimal import Decimal

from factcheck.judging.case import UNKNOWN, Answer
from factcheck.model import COUNTRY, Claim, Fact, number_of, part_of
from factcheck.reading.bind.claim_index import Claims
from factcheck.reference.ask.computed import computed_ranks, groups_of, members_facts
from factcheck.reference.ask.reference import Reference
from factcheck.reference.packs.info import PackInfo

ASCENDING = "ascending"
AROUND = 2
"""Years before and after that of a rank in which the draft may mean it."""


def rank_answer(claim: Claim, claims: Claims, reference: Reference) -> Answer:
    if not claim.subject or not claim.period:
        return UNKNOWN
    known = (*reference.ranks(claim.subject, claim.period, claim.pack), *_computed(claim, reference))
    facts = _from_both_ends(claim, [fact for fact in known if _same_group(claim, fact, reference)], reference)
    agreeing = tuple(fact for fact in facts if fact.value == claim.value)
    if agreeing:
        lesser = agreeing[0].trust > min(fact.trust for fact in facts)
        return Answer("disputed" if lesser else "supported", agreeing)
    others = (*reference.ranks(claim.subject, "", claim.pack), *_computed_near(claim, reference))
    earlier = tuple(
        fact
        for fact in others
        if fact.value == claim.value and fact.period != claim.period and _same_group(claim, fact, reference)
    )
    return Answer("contradicted" if facts else "unverifiable", facts, periods=earlier)


def _from_both_ends(claim: Claim, facts: Sequence[Fact], reference: Reference) -> tuple[Fact, ...]:
    """Ranks; where the lowest figure is the best of a pack, those counted from the highest too ("Papua di urutan ketiga
    tertinggi", of 34 whose last is the highest), those nearest to a claim first."""
    if not _is_least_best(claim, reference):
        return tuple(facts)
    turned = [fact._replace(value=Decimal(fact.of) + 1 - number_of(fact)) for fact in facts if fact.of]
    value = number_of(claim)
    return tuple(sorted((*facts, *turned), key=lambda fact: abs(number_of(fact) - value)))


def _is_least_best(claim: Claim, reference: Reference) -> bool:
    return any(info.name == claim.pack and info.rank_order == ASCENDING for info in reference.packs)


def _computed_near(claim: Claim, reference: Reference) -> tuple[Fact, ...]:
    """The ranks of the subject in the complete tables of the years around that of a claim."""
    steps = range(-AROUND, AROUND + 1) if claim.period.isdigit() else ()
    near = (claim._replace(period=str(int(claim.period) + step)) for step in steps if step)
    return tuple(fact for other in near for fact in _computed(other, reference))


def _computed(claim: Claim, reference: Reference) -> tuple[Fact, ...]:
    measures = [_measure(claim, info) for info in reference.packs if info.name == claim.pack]
    return tuple(
        fact
        for name in measures
        if name
        for fact in computed_ranks(reference, name, claim.subject, claim.period, claim.pack)
    )


def _measure(claim: Claim, info: PackInfo) -> str:
    """What a rank is made from: the measure that its pack ranks by; for the highest of another number, that number."""
    own = info.measures.get(claim.measure) if claim.kind == "extreme" else None
    return claim.measure if own is not None and own.type == "number" else info.rank_measure


def _same_group(claim: Claim, fact: Fact, reference: Reference) -> bool:
    """Whether a rank of the reference may be the one spoken of: its region, group and size do not contradict."""
    if claim.scope and fact.scope and claim.scope != fact.scope:
        return False
    if claim.of and fact.of and claim.of != fact.of:
        return False
    if claim.of and fact.of == claim.of:
        return True
    if claim.group and fact.group and claim.group != fact.group:
        return claim.group in groups_of(reference, fact.group)
    return (
        bool(claim.group)
        or fact.scope in (COUNTRY, "")
        or not fact.note
        or "+" in fact.group
        or len(reference.kinds(fact.group)) > 1
    )


def extreme_answer(claim: Claim, claims: Claims, reference: Reference) -> Answer:
    record = reference.entities.get(claim.subject)
    if record is None or not claim.period:
        return UNKNOWN
    ranks = _ranks(claim, reference)
    if not ranks:
        claim = _in_part(claim, claims, reference)
        ranks = _ranks(claim, reference)
    ends = [fact for fact in ranks if _at_end(claim, fact)]
    if not ends and _is_least_best(claim, reference):  # "prevalensi tertinggi" is no praise
        ends = [fact for fact in ranks if fact.value in (1, fact.of)]
    if ends:
        return Answer("supported", tuple(ends))
    closed = [fact for fact in ranks if fact.of and fact.note] or [
        fact for fact in ranks if claim.value == "highest" or fact.of
    ]
    if not closed or (not claim.scope and not any(fact.note for fact in closed)):
        return UNKNOWN
    best = _end_of_group(claim, closed[0], reference)
    return Answer("contradicted", best or tuple(closed), periods=_ends_near(claim, closed[0], reference))


def _in_part(claim: Claim, claims: Claims, reference: Reference) -> Claim:
    """ "Agustus 2025, 6,77 persen, tertinggi di Indonesia": an extreme of a measure that is told of parts of a year, in
    the one part of which the figure of its subject beside it is."""
    if not claim.measure or part_of(claim.period):
        return claim
    own = (claim.subject, claim.measure, claim.period)
    told = [one for one in claims.inside(claim.sentence) if (one.subject, one.measure, one.period) == own]
    facts = reference.facts(claim.measure, claim.subject, claim.period, claim.pack) if told else ()
    parts = {
        fact.period
        for one in told
        for fact in facts
        if one.kind != claim.kind and one.states(fact.value) and one.part in ("", part_of(fact.period))
    }
    return claim._replace(period=parts.pop()) if len(parts) == 1 else claim


def _ranks(claim: Claim, reference: Reference) -> list[Fact]:
    known = (*reference.ranks(claim.subject, claim.period, claim.pack), *_computed(claim, reference))
    return [fact for fact in known if _same_group(claim, fact, reference)]


def _ends_near(claim: Claim, rank: Fact, reference: Reference) -> tuple[Fact, ...]:
    """The ranks of the subject at that end of the same group in the years before and behind that of a claim."""
    if not claim.period.isdigit():
        return ()
    near = [claim._replace(period=str(int(claim.period) + step)) for step in (-1, 1)]
    ends = (fact for other in near for fact in _ranks(other, reference) if _at_end(claim, fact))
    return tuple(fact for fact in ends if (fact.group, fact.scope) == (rank.group, rank.scope))


def _at_end(claim: Claim, fact: Fact) -> bool:
    return fact.value == (1 if claim.value == "highest" else fact.of)


def _end_of_group(claim: Claim, rank: Fact, reference: Reference) -> tuple[Fact, ...]:
    ordered = members_facts(reference, claim.measure, rank.group, rank.scope, claim.period, claim.pack)
    if not ordered:
        return ()
    first = (claim.value == "highest") != _is_least_best(claim, reference)
    return (ordered[0] if first else ordered[-1],)
