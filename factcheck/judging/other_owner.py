"""Whose a contradicted value is: another subject of the draft, or a subject that the reading mistook."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache, lru_cache

from factcheck.judging.case import Case, frame_of
from factcheck.judging.something_else import of_another_measure
from factcheck.language.detect import DEFAULT
from factcheck.language.language import load
from factcheck.model import Claim, Fact, Span, Strength, Value, number_of
from factcheck.reference.ask.reference import Reference

LISTED = ("row", "item")
TELLING = 4
"""Digits of a value that is nobody else's by chance."""
SEVERAL = 3
"""So many values of one region show that all beside them are of it."""
MANY = 4
"""So many names of whom one word is said make a list."""
HAIR = Decimal("0.005")
"""What is so near the right value, in parts of it, is rounded otherwise and no other's."""


def owner(case: Case, claim: Claim) -> str:
    """The other subject of the draft whose value it is in that year; empty where it is nobody's."""
    return next(_owners(case, claim), "")


def misbound(case: Case, claim: Claim) -> bool:
    """Charity: the value belongs to another name of the draft and may have been meant for it.

    So it is when the subject was carried from elsewhere, or when that other name stands in the same sentence
    without a value of its own. A subject written right beside the value is no slip of the reading.
    """
    if not isinstance(claim.value, Decimal):
        return False
    owners = set(_owners(case, claim))
    if not owners:
        return False
    if claim.subject_span is None:
        return True
    if claim.strength >= Strength.BESIDE:
        return False
    valued = {other.subject for other in case.claims.inside(claim.sentence) if other.measure == claim.measure}
    here = owners & _named(case, claim)
    return bool(here - valued)


def kin_owner(case: Case, claim: Claim) -> str:
    """Who alone has the value of a contradicted claim in that year and is called nearly as its subject is: Papua Barat
    under "Papua Barat Daya", Banggai Laut under "Banggai Kepulauan"; empty where nobody is.

    The subject is written there and never had the value, and the other one is not named in the sentence. A word is
    many a subject's, so the draft must have the right one elsewhere, and not name the other one at all.
    """
    answer = case.answer(claim)
    if answer.verdict != "contradicted" or claim.subject_span is None or not answer.facts or answer.periods:
        return ""
    if of_another_measure(case, claim):
        return ""
    if isinstance(claim.value, Decimal):
        from factcheck.judging.vouching import digits_printed

        own = number_of(answer.facts[0])
        if digits_printed(claim) < TELLING or abs(own - claim.value) <= HAIR * claim.value:
            return ""
        owners = {fact.entity for fact in bearers(case, claim) if fact.entity} - _named(case, claim)
    elif any(case.answer(other).verdict == "supported" for other in _words_elsewhere(case, claim)):
        owners = {fact.entity for fact in bearers(case, claim) if fact.entity} - set(case.claims.subjects)
    else:
        return ""
    listed = next(iter(owners)) if isinstance(claim.value, Decimal) and len(owners) == 1 else ""
    if listed and listed not in case.claims.subjects and _is_of_list(case, claim, listed):
        return listed
    family = _family(case.reference, claim.subject)
    kin = owners & _kin(case.reference.whole)[family] if family[0] else frozenset()
    alone = len(kin) == 1 and (len(owners) == 1 or isinstance(claim.value, str))
    other = next(iter(kin)) if alone else ""
    return "" if _are_exchanged(case, claim, other) or _is_theirs(case, claim, other) else other


def _is_theirs(case: Case, claim: Claim, other: str) -> bool:
    """Whether a figure stands in a row of a table or a list that has one of the other's with it too: it was taken from
    there, and no name is wrong."""
    frame = frame_of(case, claim)
    if frame is None or frame.sentence.kind not in LISTED or not isinstance(claim.value, Decimal):
        return False
    told = (one for one in case.claims.about(other, claim.period) if one.measure == claim.measure)
    theirs = (frame_of(case, one) for one in told if one.value == claim.value)
    return any(one is not None and one.sentence.kind in LISTED for one in theirs)


def _is_of_list(case: Case, claim: Claim, other: str) -> bool:
    """ "Pinrang (92,33), Poso (84,59), Gowa (85,78)": whether several right values beside a claim are of others in the
    region where `other` lies, and its subject lies elsewhere."""
    entities = case.reference.entities
    beside = [
        entities[one.subject].parent
        for one in case.claims.inside(claim.sentence)
        if one.measure == claim.measure and one.subject in entities and case.answer(one).verdict == "supported"
    ]
    if len(beside) < SEVERAL or other not in entities or claim.subject not in entities:
        return False
    return {*beside} == {entities[other].parent} != {entities[claim.subject].parent}


def odd_name(case: Case, claim: Claim) -> Span | None:
    """ "delapan zona merah, yakni A, B, … dan H": the name that a contradicted word of a scale is said of in its own
    sentence, where it is right of all others of a list of MANY and more: that name does not belong there."""
    span = claim.subject_span
    if not isinstance(claim.value, str) or span is None:
        return None
    said = (claim.end, claim.measure, claim.period)
    others = [
        one
        for one in case.claims.inside(claim.sentence)
        if (one.end, one.measure, one.period) == said and one.subject != claim.subject
    ]
    right = len(others) >= MANY - 1 and all(case.answer(one).verdict == "supported" for one in others)
    return span if right else None


def _are_exchanged(case: Case, claim: Claim, other: str) -> bool:
    """Whether the value of the subject stands at the other one's: then the two values changed places, and no name."""
    right = _right_values(case, claim)
    return any(one.measure == claim.measure and one.value in right for one in case.claims.about(other, claim.period))


def _right_values(case: Case, claim: Claim) -> frozenset[Value]:
    """What the reference has for a claim."""
    return frozenset(fact.value for fact in case.answer(claim).facts)


def _words_elsewhere(case: Case, claim: Claim) -> Sequence[Claim]:
    """The words of scales that are told of the subject and year of a claim in other sentences."""
    told = case.claims.about(claim.subject, claim.period)
    return [other for other in told if isinstance(other.value, str) and other.sentence != claim.sentence]


@lru_cache(maxsize=8)
def _kin(reference: Reference) -> Mapping[tuple[str, str], frozenset[str]]:
    """The entities by the first word of their name and whom they lie in."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name in reference.entities:
        found[_family(reference, name)].add(name)
    return {family: frozenset(names) for family, names in found.items()}


def _family(reference: Reference, name: str) -> tuple[str, str]:
    entity = reference.entities.get(name)
    if entity is None:
        return "", ""
    first, _, rest = entity.name.partition(" ")
    begins = (rest if first.lower() == entity.kind else entity.name).partition(" ")[0]
    return ("", "") if begins.lower() in _compass() else (begins, entity.parent)


@cache
def _compass() -> frozenset[str]:
    """The words that begin many names and tell none: Kepulauan."""
    return frozenset(load(DEFAULT).people.governments.not_before)


def _owners(case: Case, claim: Claim) -> Iterator[str]:
    if not isinstance(claim.value, Decimal) or not claim.period:
        return
    for fact in bearers(case, claim):
        if fact.entity and fact.entity != claim.subject and fact.entity in case.claims.subjects:
            yield fact.entity


def bearers(case: Case, claim: Claim) -> Sequence[Fact]:
    """The facts of all of whom the reference has the value of a claim, by its measure and in its year, or in the part
    of it of which its subject has a value."""
    own = case.answer(claim).facts
    period = own[0].period if own else claim.period
    return _by_value(case.reference, claim.measure, period, claim.pack).get(claim.value, ())


@lru_cache(maxsize=64)
def _by_value(reference: Reference, measure: str, period: str, pack: str) -> Mapping[Value, Sequence[Fact]]:
    """The facts of everybody in a year by their values."""
    found: dict[Value, list[Fact]] = defaultdict(list)
    for fact in reference.facts_of(measure, period, pack):
        found[fact.value].append(fact)
    return dict(found)


def _named(case: Case, claim: Claim) -> set[str]:
    return {other.subject for other in case.claims.inside(claim.sentence)}
