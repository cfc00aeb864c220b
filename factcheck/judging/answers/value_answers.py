"""What the reference says to a value of a measure: in its year or part of it, in other years, of namesakes."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from factcheck.cache.once import once
from factcheck.judging.answers.as_printed import is_as_printed, is_revised_since, misses
from factcheck.judging.case import UNKNOWN, Answer
from factcheck.model import Claim, EntityRecord, Fact, part_of, year_of
from factcheck.reading.bind.claim_index import Claims
from factcheck.reference.ask.reference import Reference

PAIR = 2
EXACT = 10_000
"""A whole number from here on, printed to its last digit, is that of a part of a year, and of no other by chance."""


def value_answer(claim: Claim, claims: Claims, reference: Reference) -> Answer:
    if not claim.subject or not claim.measure:
        return UNKNOWN
    known = reference.facts(claim.measure, claim.subject, claim.period, claim.pack) if claim.period else ()
    facts = tuple(fact for fact in known if _may_be_of(claim, fact))
    agreeing = tuple(fact for fact in facts if claim.states(fact.value) or is_as_printed(claim, fact))
    if agreeing:
        lesser = agreeing[0].trust > facts[0].trust
        return Answer("disputed" if lesser else "supported", (*agreeing, *(facts[:1] if lesser else ())))
    certain = any(part_of(fact.period) in ("", claim.part) or _swapped(claim, fact) for fact in facts)
    certain = certain or (not claim.part and _are_all_parts(claim, facts, reference))
    certain = certain or (not claim.part and _is_part_told(claim, facts, claims, reference))
    certain = certain and not any(is_revised_since(claim.value, fact, reference) for fact in facts)
    return Answer(
        "contradicted" if certain else "unverifiable", facts,
        periods=_other_periods(claim, reference), namesakes=_namesakes(claim, reference),
    )  # fmt: skip


def _are_all_parts(claim: Claim, facts: Sequence[Fact], reference: Reference) -> bool:
    """Whether the facts of a year are those of all its parts that the reference tells of anybody: March and September,
    neither of which the figure is, while it is a slip away from one."""
    parts = {part_of(fact.period) for fact in facts}
    near = (fact for fact in facts if len(str(fact.value)) == len(str(claim.value)))
    if len(parts) < PAIR or not any(misses(claim, fact) for fact in near):
        return False
    return parts == {part_of(fact.period) for fact in reference.facts(claim.measure, claim.subject, "", claim.pack)}


def _is_part_told(claim: Claim, facts: Sequence[Fact], claims: Claims, reference: Reference) -> bool:
    """ "Samarinda 781.225 jiwa, Kutai Kartanegara 806.964 jiwa, Balikpapan 757.418 jiwa": whether a figure is one slip
    from that of a part of its year, and the other exact figures of a draft are those of just this part."""
    parts = {part_of(fact.period) for fact in facts if _is_exact(claim) and misses(claim, fact)}
    if len(parts) != 1:
        return False
    told = _parts_told(claims, reference).get((claim.pack, claim.period), {})
    return parts == told.keys() and all(times >= PAIR for times in told.values())


@once
def _parts_told(claims: Claims, reference: Reference) -> Mapping[tuple[str, str], Mapping[str, int]]:
    """How many exact figures of a draft are those of each part of a year, by pack and year."""
    told: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for claim in claims:
        if claim.measure and claim.subject and claim.period and _is_exact(claim):
            known = reference.facts(claim.measure, claim.subject, claim.period, claim.pack)
            right = next((fact for fact in known if claim.states(fact.value)), None)
            if right is not None:
                told[claim.pack, claim.period][part_of(right.period)] += 1
    return told


def _is_exact(claim: Claim) -> bool:
    """Whether a figure is a large one, printed to its last digit."""
    return isinstance(claim.value, Decimal) and claim.value >= EXACT and claim.low == claim.high


def _may_be_of(claim: Claim, fact: Fact) -> bool:
    """Whether a fact is of the part of the year that the claim names: March says nothing of September."""
    part = part_of(fact.period)
    return not (part.isdigit() and claim.part) or part == claim.part


def _swapped(claim: Claim, fact: Fact) -> bool:
    """Whether a figure of a year is that of a part of it with two digits changed about: another part's would hardly be
    (one digit apart it may well be)."""
    return misses(claim, fact) and sorted(str(claim.value)) == sorted(str(fact.value))


def _other_periods(claim: Claim, reference: Reference) -> tuple[Fact, ...]:
    facts = reference.facts(claim.measure, claim.subject, "", claim.pack)
    yearly = (fact._replace(period=year_of(fact.period)) for fact in facts)
    return tuple(fact for fact in yearly if fact.period != claim.period and claim.states(fact.value))


def _namesakes(claim: Claim, reference: Reference) -> tuple[Fact, ...]:
    """Facts of the same value about another entity of the same bare name (Kota Bogor, Kabupaten Bogor)."""
    own = reference.entities.get(claim.subject)
    if own is None or not claim.period:
        return ()
    others = [name for name in _by_bare_name(reference.whole)[_bare(own)] if name != claim.subject]
    known = [reference.facts(claim.measure, name, claim.period, claim.pack) for name in others]
    held = [facts for facts in known if facts]
    facts = held[0] if len(held) == 1 else ()
    if len(held) > 1:  # the preferred source first, whosesoever the fact is
        everybody = reference.facts_of(claim.measure, claim.period, claim.pack)
        facts = tuple(fact for fact in everybody if fact.entity in others)
    return tuple(fact for fact in facts if claim.states(fact.value))


@lru_cache(maxsize=8)
def _by_bare_name(reference: Reference) -> Mapping[str, Sequence[str]]:
    """The entities that bear a name, by the name without the word for their kind."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for entity in reference.entities.values():
        bearers[_bare(entity)].append(entity.id)
    return bearers


def _bare(entity: EntityRecord) -> str:
    first, _, rest = entity.name.partition(" ")
    return rest if first.lower() == entity.kind else entity.name
