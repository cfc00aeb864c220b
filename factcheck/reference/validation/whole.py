"""What is said of a complete group against what its table comes to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from factcheck.messages import message
from factcheck.model import Fact, Value
from factcheck.reference.content.build import settled_facts
from factcheck.reference.content.preferred import Key, index
from factcheck.reference.packs.pack import Pack
from factcheck.reference.validation.remarks import (
    Line,
    Remark,
    Surroundings,
    entity_counts,
    held_in,
    lines,
    word_measures,
)
from factcheck.typed import NamedTuple

Group = tuple[str, str, str]
"""Group, scope and period."""


class Tables:
    """The complete groups of a pack: what each member has, where one value of every member is held."""

    def __init__(self, pack: Pack, around: Surroundings) -> None:
        self._around = around
        self._facts: Mapping[Key, tuple[Fact, ...]] = {}
        self._held = held_in(pack.facts)
        self._complete: dict[tuple[str, str], list[frozenset[str]]] = defaultdict(list)
        for item in pack.complete:
            self._complete[item.scope, item.period].append(self._kinds(item.group))
        if pack.complete:
            self._facts = index(settled_facts([pack]), "measure", "entity", "period")
        self.values = cache(self._values)

    def _kinds(self, group: str) -> frozenset[str]:
        return frozenset(self._around.groups.get(group, (group,)))

    def _values(self, measure: str, group: str, scope: str, period: str) -> Mapping[str, Value]:
        """The value of each member; nothing where the group is not complete or a value is open."""
        if not any(self._kinds(group) <= kinds for kinds in self._complete.get((scope, period), ())):
            return {}
        members = self._around.members(group, scope, period, self._held.get(period, ()))
        best = {member: self._best(measure, member, period) for member in members}
        return (
            {member: value for member, value in best.items() if value is not None} if None not in best.values() else {}
        )

    def _best(self, measure: str, member: str, period: str) -> Value | None:
        values = {fact.value for fact in self._facts.get((measure, member, period), ()) if not fact.trust}
        return values.pop() if len(values) == 1 else None


def counts(pack: Pack, around: Surroundings) -> Iterator[Remark]:
    """A count that is not what the table comes to."""
    tables, known = Tables(pack, around), word_measures(pack.info)
    for line in entity_counts(pack):
        measure, _, word = line.get("what").partition(":")
        found = tables.values(measure, *_group(line)) if word in known.get(measure, ()) else {}
        number = Counter(found.values())[word]
        if found and Decimal(line.get("value")) != number:
            told = message(
                "by the table that is complete it is {number}, not {value}: an erratum?",
                number=number, value=line.get("value"),
            )  # fmt: skip
            yield line.remark("value", told, True)


class Ladder(NamedTuple):
    """The scores of a complete group: by member, and in order, turned round where the highest is the best."""

    of: Mapping[str, Decimal]
    order: tuple[Decimal, ...]


def ranks(pack: Pack, around: Surroundings) -> Iterator[Remark]:
    """A rank that is not what the table comes to; those of one score may have either."""
    tables, sign = Tables(pack, around), 1 if pack.info.rank_order == "ascending" else -1

    @cache
    def ladder(group: Group) -> Ladder:
        values = tables.values(pack.info.rank_measure, *group)
        numbers = {member: sign * value for member, value in values.items() if isinstance(value, Decimal)}
        return Ladder(numbers, tuple(sorted(numbers.values())))

    for line in lines(pack, "ranks"):
        of, order = ladder(_group(line))
        own = of.get(line.get("entity"))
        if own is not None and not bisect_left(order, own) < int(line.get("rank")) <= bisect_right(order, own):
            right = bisect_left(order, own) + 1
            told = message(
                "with {score} it has rank {rank} in the table that is complete: an erratum?", score=abs(own), rank=right
            )
            yield line.remark("rank", told, True)


def _group(line: Line) -> Group:
    return line.get("group"), line.get("scope"), line.get("period")
