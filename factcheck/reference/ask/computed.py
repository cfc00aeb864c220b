"""Questions whose answer stands in no single row: ranks, counts and extremes computed from complete tables.

A table that is not declared complete for the group, region and period answers nothing here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from functools import lru_cache

from factcheck.model import COUNTRY, Fact, Value, number_of, year_of
from factcheck.reference.ask.reference import Reference
from factcheck.reference.packs.info import FIRST, SECOND

COUNTED = "counted from the complete table"
ASSESSED = "assessed"
ABOVE, BELOW, FROM = "above", "below", "from"
"""The words of a condition that hold a measure of numbers against that of the whole (`ipm:above`), or against a bound
behind them (`ipm:from 80`)."""
RISEN, FALLEN = "risen", "fallen"
"""The words of a condition that hold it against what each had a year before (`ipm:risen`)."""
LEFT_OUT = (0, 1)
"""So many may be left out of all: in 2022 nobody could go to one regency."""


@lru_cache(maxsize=512)
def members_facts(
    reference: Reference, measure: str, group: str, scope: str, period: str, pack: str = ""
) -> tuple[Fact, ...]:
    """The preferred fact of every member of a complete group, best first.

    Empty where the group is not complete, or where the value of a member is not held or was not yet known.
    """
    if reference.complete(group, scope, period, pack) is None:
        return ()
    found = []
    for member in reference.members(group, scope, period, pack):
        facts = reference.facts(measure, member.id, period, pack)
        if not facts or not isinstance(facts[0].value, Decimal):
            return ()
        found.append(facts[0])
    return tuple(sorted(found, key=number_of, reverse=_descending(reference, found)))


@lru_cache(maxsize=4096)
def computed_ranks(reference: Reference, measure: str, entity: str, period: str, pack: str = "") -> tuple[Fact, ...]:
    """The ranks of an entity in every complete group it belongs to, as facts with the group's size."""
    record = reference.entities.get(entity)
    if record is None:
        return ()
    ranks = []
    for scope in dict.fromkeys((entity, reference.lies_in(entity, period, pack), COUNTRY)):
        for group in (record.kind, *_unions(reference, record.kind)):
            standing = _standing(reference, measure, group, scope, period, pack)
            if entity in standing:
                rank, own = standing[entity]
                ranks.append(
                    own._replace(
                        measure="rank", value=Decimal(rank), group=group, scope=scope, of=len(standing), note=COUNTED
                    )
                )
    return tuple(ranks)


@lru_cache(maxsize=512)
def _standing(
    reference: Reference, measure: str, group: str, scope: str, period: str, pack: str
) -> Mapping[str, tuple[int, Fact]]:
    """The rank of every member of a complete group with the fact it rests on; equal values have one rank."""
    ordered = members_facts(reference, measure, group, scope, period, pack)
    first: dict[Value, int] = {}
    for rank, fact in enumerate(ordered, 1):
        first.setdefault(fact.value, rank)
    return {fact.entity: (first[fact.value], fact) for fact in ordered}


@lru_cache(maxsize=4096)
def computed_count(
    reference: Reference, condition: str, group: str, scope: str, period: str, pack: str = ""
) -> Fact | None:
    """How many of a complete group meet a condition (`zone:hijau`, `assessed`)."""
    source = reference.complete(group, scope, period, pack)
    if source is None and condition == ASSESSED and scope != COUNTRY:
        source = _all_assessed(reference, group, period, pack)
    members = reference.members(group, scope, period, pack)
    if source is None or not members:
        return None
    measure = condition.partition(":")[0]
    if is_move(condition):
        if len(_before(reference, [one.id for one in members], measure, period, pack)) < len(members):
            return None
    elif is_side(condition) and bound_of(reference, condition, scope, period, pack) is None:
        return None
    if condition == ASSESSED:
        number = len(members)
    elif all(reference.facts(measure, member.id, period, pack) for member in members):
        number = len(bearers(reference, condition, group, scope, period, pack))
    else:
        return None
    return Fact(
        pack=pack, measure="count", entity=scope, period=period, value=Decimal(number), source=source, row="",
        group=group, scope=scope, condition=condition, note=COUNTED,
    )  # fmt: skip


@lru_cache(maxsize=256)
def _all_assessed(reference: Reference, group: str, period: str, pack: str) -> str | None:
    """The source by which all regions of a group were assessed in a period, in the whole country and so in each of
    its parts; None where there is none."""
    stated = _assessed(reference, group, period, pack) if pack and reference.all_on(group, SECOND) else ()
    return stated[-1][0].source if stated and all(left in LEFT_OUT for _, left in stated) else None


def may_lack_one(reference: Reference, group: str, scope: str, period: str, pack: str) -> bool:
    """Whether a size that follows from the country's may be one too large: one of its regions was not assessed."""
    if reference.complete(group, scope, period, pack) is not None:
        return False
    return any(left for _, left in _assessed(reference, group, period, pack))


def _assessed(reference: Reference, group: str, period: str, pack: str) -> tuple[tuple[Fact, int], ...]:
    """How many of each kind of a group were assessed in the country, and how many were left out; nothing where that of
    a kind is not known."""
    facts = [one for one in reference.counts(COUNTRY, period, pack) if one.condition == ASSESSED and not one.trust]
    stated = {one.group: one for one in facts}
    there = {kind: len(reference.members(kind, COUNTRY, period, pack)) for kind in reference.kinds(group)}
    if not stated.keys() >= there.keys():
        return ()
    return tuple((stated[kind], size - int(number_of(stated[kind]))) for kind, size in there.items())


@lru_cache(maxsize=512)
def bearers(
    reference: Reference, condition: str, group: str, scope: str, period: str, pack: str = ""
) -> frozenset[str]:
    """Who of a group is known to meet a condition, by the preferred source: to bear a word (`zone:hijau`), to be on one
    side of the figure of the whole (`ipm:above`) or of a bound (`ipm:below 60`), or to have risen (`ipm:risen`)."""
    measure, _, word = condition.partition(":")
    known = [
        (member.id, facts[0].value)
        for member in reference.members(group, scope, period, pack)
        if (facts := reference.facts(measure, member.id, period, pack))
    ]
    if not is_side(condition):
        return frozenset(name for name, value in known if value == word)
    if word in (RISEN, FALLEN):
        return _moved(reference, dict(known), measure, period, pack, up=word == RISEN)
    bound = bound_of(reference, condition, scope, period, pack)
    numbers = [(name, value) for name, value in known if isinstance(value, Decimal)]
    if bound is None:
        return frozenset()
    if word.startswith(BELOW):
        return frozenset(name for name, value in numbers if value < bound)
    return frozenset(name for name, value in numbers if value > bound or (value == bound and word.startswith(FROM)))


def _moved(
    reference: Reference, values: Mapping[str, Value], measure: str, period: str, pack: str, *, up: bool
) -> frozenset[str]:
    """Those of some whose value is more than it was a year before, or less."""
    before = _before(reference, values, measure, period, pack)
    pairs = ((name, value, before.get(name)) for name, value in values.items())
    steps = {
        name: value - earlier
        for name, value, earlier in pairs
        if isinstance(value, Decimal) and isinstance(earlier, Decimal)
    }
    return frozenset(name for name, step in steps.items() if (step > 0 if up else step < 0))


def _before(reference: Reference, names: Collection[str], measure: str, period: str, pack: str) -> Mapping[str, Value]:
    """What some had a year before, those of whom it is known."""
    year = f"{int(year_of(period)) - 1}{period.removeprefix(year_of(period))}"  # "2024-03": March of the year before
    found = ((name, reference.facts(measure, name, year, pack)) for name in names)
    return {name: facts[0].value for name, facts in found if facts}


def is_side(condition: str) -> bool:
    """Whether a condition holds numbers against a bound, or against what they were."""
    return condition.partition(":")[2].partition(" ")[0] in (ABOVE, BELOW, FROM, RISEN, FALLEN)


def is_move(condition: str) -> bool:
    """Whether a condition holds numbers against what they were a year before."""
    return condition.partition(":")[2] in (RISEN, FALLEN)


def bound_of(reference: Reference, condition: str, scope: str, period: str, pack: str = "") -> Decimal | None:
    """What a condition holds numbers against: the number behind its word, else the figure of the whole; None where that
    is not known."""
    measure, _, word = condition.partition(":")
    if " " in word:
        return Decimal(word.partition(" ")[2])
    whole = next(iter(reference.facts(measure, scope, period, pack)), None)
    return number_of(whole) if whole is not None else None


@lru_cache(maxsize=4096)
def stated_counts(reference: Reference, scope: str, condition: str, pack: str = "") -> tuple[Fact, ...]:
    """How many were counted in a region that meet a condition, in all periods and groups."""
    return tuple(fact for fact in reference.counts(scope, "", pack) if fact.condition == condition)


def groups_of(reference: Reference, group: str) -> tuple[str, ...]:
    """A group with those that the press uses for it: "daerah" may hold the province or not. All of these, and
    those that hold more than regions, where no group is named."""
    return _groups_of(reference.whole, group)


@lru_cache(maxsize=64)
def _groups_of(reference: Reference, group: str) -> tuple[str, ...]:
    unions = _local_unions(reference)
    if not group:
        return unions
    local = tuple(name for name in unions if reference.all_on(name, FIRST, SECOND))
    return tuple(dict.fromkeys((group, *local))) if group in local else (group,)


def is_local(reference: Reference, group: str) -> bool:
    """Whether a group holds all regions of the second level, with or without those of the first."""
    return group in _local_unions(reference.whole) and reference.all_on(group, FIRST, SECOND)


@lru_cache(maxsize=8)
def _local_unions(reference: Reference) -> tuple[str, ...]:
    """The unions that hold all kinds of region of the second level, the smallest first."""
    second = {kind for info in reference.packs for kind in info.levels.get(SECOND, ())}
    unions = {name: kinds for info in reference.packs for name, kinds in info.groups.items()}
    found = [name for name, kinds in unions.items() if second and second <= {*kinds}]
    return tuple(sorted(found, key=lambda name: len(unions[name])))


def _unions(reference: Reference, kind: str) -> tuple[str, ...]:
    """The unions a kind is of; not those of regions and others, whom nobody ranks together."""
    named = (name for info in reference.packs for name, kinds in info.groups.items() if kind in kinds)
    return tuple(dict.fromkeys(name for name in named if not _is_mixed(reference, name)))


def _is_mixed(reference: Reference, group: str) -> bool:
    return len({bool(reference.level(kind)) for kind in reference.kinds(group)}) > 1


def _descending(reference: Reference, facts: list[Fact]) -> bool:
    packs = {info.name: info for info in reference.packs}
    return not facts or packs[facts[0].pack].rank_order != "ascending"
