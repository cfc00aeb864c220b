"""What the reference says to each claim. Charity: a claim is contradicted when its strongest reading is wrong and
no other reading of comparable strength is right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import product
from operator import is_

from factcheck.judging.case import UNKNOWN, Answer
from factcheck.judging.named import date_answer, law_answer, name_answer
from factcheck.model import COUNTRY, GAP, RATE, Claim, EntityRecord, Fact, number_of, part_of, year_of
from factcheck.reading.bind.claim_index import Claims
from factcheck.reading.evidence.explained.printed import AMOUNT, quantum
from factcheck.reference.ask.computed import (
    computed_count,
    computed_ranks,
    groups_of,
    members_facts,
    stated_counts,
)
from factcheck.reference.ask.reference import Reference
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.reading.sums.changes import Change, Changes

PAIR = 2
TELLING = 100
"""A rounded figure of three digits is cut off as often as rounded."""
AROUND = 2
"""Years before and after that of a rank in which the draft may mean it."""
REVISED = Decimal("0.1")
"""A figure is revised by less than so much of it."""
FINE = 2
"""From so many decimals on the press cuts off as often as it rounds."""


def judge(claims: Claims, reference: Reference) -> tuple[Claims, dict[str, Answer]]:
    """The answers by claim id; a claim that only another of its readings supports is given that reading."""
    judged: list[Claim] = []
    answers: dict[str, Answer] = {}
    for claim in claims:
        chosen, answer = _best(claim, claims, reference)
        judged.append(chosen)
        answers[chosen.id] = answer
    same = all(map(is_, judged, claims))
    return claims if same else Claims(judged), answers


def _best(claim: Claim, claims: Claims, reference: Reference) -> tuple[Claim, Answer]:
    answer = answer_to(claim, claims, reference)
    if answer.verdict in ("supported", "disputed"):
        return claim, answer
    return other_reading(claim, claims, reference, same_year=True) or (claim, answer)


def answer_to(claim: Claim, claims: Claims, reference: Reference) -> Answer:
    """What the reference says to a claim as it stands."""
    return KINDS.get(claim.kind, _fact_answer)(claim, claims, reference)


def other_reading(claim: Claim, claims: Claims, reference: Reference, same_year: bool) -> tuple[Claim, Answer] | None:
    """The claim under another of its readings that the reference supports: of the same year, or of another."""
    for subject, period in claim.readings:
        if (period == claim.period) == same_year:
            other = claim._replace(subject=subject, period=period)
            answer = answer_to(other, claims, reference)
            if answer.verdict == "supported":
                return other, answer
    return None


# ------------------------------------------------------------------ values of measures


def _fact_answer(claim: Claim, claims: Claims, reference: Reference) -> Answer:
    if not claim.subject or not claim.measure:
        return UNKNOWN
    known = reference.facts(claim.measure, claim.subject, claim.period, claim.pack) if claim.period else ()
    facts = tuple(fact for fact in known if _may_be_of(claim, fact))
    agreeing = tuple(fact for fact in facts if claim.states(fact.value) or _is_as_printed(claim, fact))
    if agreeing:
        lesser = agreeing[0].trust > facts[0].trust
        return Answer("disputed" if lesser else "supported", (*agreeing, *(facts[:1] if lesser else ())))
    certain = any(part_of(fact.period) in ("", claim.part) or _swapped(claim, fact) for fact in facts)
    certain = certain or (not claim.part and _are_all_parts(claim, facts, reference))
    certain = certain and not any(is_revised_since(claim.value, fact, reference) for fact in facts)
    return Answer(
        "contradicted" if certain else "unverifiable", facts,
        periods=_other_periods(claim, reference), namesakes=_namesakes(claim, reference),
    )  # fmt: skip


def is_revised_since(value: object, fact: Fact, reference: Reference) -> bool:
    """Whether a fact of a table that came out after the draft may have been printed a little otherwise then: growth of
    2023 was 4,20 in the February that follows, and 4,22 in the table of a year later."""
    if not reference.known_by or fact.published <= reference.known_by:
        return False
    if not isinstance(value, Decimal) or not isinstance(fact.value, Decimal):
        return False
    swapped = sorted(str(value)) == sorted(str(fact.value))  # two digits changed about: that is hardly a revision
    return not swapped and abs(value - fact.value) < abs(fact.value) * REVISED


def _are_all_parts(claim: Claim, facts: Sequence[Fact], reference: Reference) -> bool:
    """Whether the facts of a year are those of all its parts that the reference tells of anybody: March and September,
    neither of which the figure is, while it is a slip away from one."""
    parts = {part_of(fact.period) for fact in facts}
    near = (fact for fact in facts if len(str(fact.value)) == len(str(claim.value)))
    if len(parts) < PAIR or not any(misses(claim, fact) for fact in near):
        return False
    return parts == {part_of(fact.period) for fact in reference.facts(claim.measure, claim.subject, "", claim.pack)}


def _is_as_printed(claim: Claim, fact: Fact) -> bool:
    """Whether a figure of hundredths or finer is a fact cut off behind its last digit (65,13 of 65.138, "8,62 juta" of
    8.626.880), or finer than the reference has it (5,12 of 5.1), or an amount without its sen (4.560.894 of
    4560894.85)."""
    if not isinstance(claim.value, Decimal) or not isinstance(fact.value, Decimal):
        return False
    unit = rounded_to(claim)
    if unit > 1:
        return claim.value >= unit * TELLING and 0 <= fact.value - claim.value < unit
    decimals = decimals_printed(claim)
    step = quantum(fact.value)
    if decimals == 0 and claim.value >= AMOUNT:
        return step < 1 and abs(claim.value - fact.value) < 1
    if decimals < FINE:
        return False
    if Decimal(1) > step > Decimal(1).scaleb(-decimals):
        return abs(claim.value - fact.value) <= step / 2
    return 0 <= fact.value - claim.value < Decimal(1).scaleb(-decimals)


def _may_be_of(claim: Claim, fact: Fact) -> bool:
    """Whether a fact is of the part of the year that the claim names: March says nothing of September."""
    part = part_of(fact.period)
    return not (part.isdigit() and claim.part) or part == claim.part


def _swapped(claim: Claim, fact: Fact) -> bool:
    """Whether a figure of a year is that of a part of it with two digits changed about: another part's would hardly be
    (one digit apart it may well be)."""
    return misses(claim, fact) and sorted(str(claim.value)) == sorted(str(fact.value))


def misses(claim: Claim, fact: Fact) -> bool:
    """Whether a claim's figure is a fact's but for one slip of the finger, as both are printed: 5,93 juta of
    Rp5.396.761, which is cut off to 5,39 or rounded to 5,40."""
    if not isinstance(claim.value, Decimal) or not isinstance(fact.value, Decimal):
        return False
    from factcheck.reading.evidence.explained.one_slip import one_slip

    unit = rounded_to(claim)
    if unit > 1:
        shown = {str(int(fact.value / unit)), f"{fact.value / unit:.0f}"}
        return any(one_slip(str(int(claim.value / unit)), one) for one in shown)
    decimals = decimals_printed(claim)
    return one_slip(f"{claim.value:.{decimals}f}", f"{fact.value:.{decimals}f}")


def rounded_to(claim: Claim) -> Decimal:
    """The last place that a figure is printed to, where it is one of tens or more: 10.000 of "5,93 juta"; else 1."""
    if claim.low is None or claim.high is None:
        return Decimal(1)
    return Decimal(10) ** max(0, (claim.high - claim.low).adjusted())


def decimals_printed(claim: Claim) -> int:
    """How many decimals a figure is printed with: two of 86,00, whose value is a whole number."""
    exponent = claim.value.as_tuple().exponent if isinstance(claim.value, Decimal) else 0
    if isinstance(exponent, int) and exponent < 0:
        return -exponent
    width = claim.high - claim.low if claim.low is not None and claim.high is not None else Decimal(0)
    return -width.adjusted() if 0 < width < 1 else 0


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


# ------------------------------------------------------------------ ranks


def _rank_answer(claim: Claim, claims: Claims, reference: Reference) -> Answer:
    if not claim.subject or not claim.period:
        return UNKNOWN
    known = (*reference.ranks(claim.subject, claim.period, claim.pack), *_computed(claim, reference))
    facts = tuple(fact for fact in known if _same_group(claim, fact, reference))
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


def _computed_near(claim: Claim, reference: Reference) -> tuple[Fact, ...]:
    """The ranks of the subject in the complete tables of the years around that of a claim."""
    steps = range(-AROUND, AROUND + 1) if claim.period.isdigit() else ()
    near = (claim._replace(period=str(int(claim.period) + step)) for step in steps if step)
    return tuple(fact for other in near for fact in _computed(other, reference))


def _computed(claim: Claim, reference: Reference) -> tuple[Fact, ...]:
    measures = [info.rank_measure for info in reference.packs if info.name == claim.pack]
    return tuple(
        fact
        for name in measures
        if name
        for fact in computed_ranks(reference, name, claim.subject, claim.period, claim.pack)
    )


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


# ------------------------------------------------------------------ counts and shares


def _count_answer(claim: Claim, claims: Claims, reference: Reference) -> Answer:
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


def _share_answer(claim: Claim, claims: Claims, reference: Reference) -> Answer:
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


# ------------------------------------------------------------------ differences, extremes


def _difference_answer(claim: Claim, claims: Claims, reference: Reference) -> Answer:
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


def _extreme_answer(claim: Claim, claims: Claims, reference: Reference) -> Answer:
    record = reference.entities.get(claim.subject)
    if record is None or not claim.period:
        return UNKNOWN
    ranks = [
        fact
        for fact in (*reference.ranks(claim.subject, claim.period, claim.pack), *_computed(claim, reference))
        if _same_group(claim, fact, reference)
    ]
    ends = [fact for fact in ranks if _at_end(claim, fact)]
    if ends:
        return Answer("supported", tuple(ends))
    closed = [fact for fact in ranks if fact.of and fact.note] or [
        fact for fact in ranks if claim.value == "highest" or fact.of
    ]
    if not closed or (not claim.scope and not any(fact.note for fact in closed)):
        return UNKNOWN
    best = _end_of_group(claim, closed[0], reference)
    return Answer("contradicted", best or tuple(closed))


def _at_end(claim: Claim, fact: Fact) -> bool:
    return fact.value == (1 if claim.value == "highest" else fact.of)


def _end_of_group(claim: Claim, rank: Fact, reference: Reference) -> tuple[Fact, ...]:
    ordered = members_facts(reference, claim.measure, rank.group, rank.scope, claim.period, claim.pack)
    if not ordered:
        return ()
    return (ordered[0] if claim.value == "highest" else ordered[-1],)


Ask = Callable[[Claim, Claims, Reference], Answer]
KINDS: dict[str, Ask] = {
    "rank": _rank_answer,
    "count": _count_answer,
    "share": _share_answer,
    "difference": _difference_answer,
    "extreme": _extreme_answer,
    "law": law_answer,
    "date": date_answer,
    "name": name_answer,
}
"""How each kind of claim is asked; any other kind is a value of a measure."""
