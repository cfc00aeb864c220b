"""The reference as the rest of the product asks it: built once from packs, then only read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from factcheck.model import Band, EntityRecord, Fact, Problem
from factcheck.reference.derive import band_for, counts_of_twins, words_by_scale
from factcheck.reference.pack import Pack, read_pack
from factcheck.reference.settle import by_trust, index, settle

NOTHING: tuple[Fact, ...] = ()


class Reference:
    """All packs of a run. Answers are tuples, the preferred source first, empty where nothing is known."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        self.packs = tuple(pack.info for pack in packs)
        self.entities = {entity.id: entity for pack in packs for entity in pack.entities}
        self.aliases = _aliases(packs)
        self.people = tuple(person for pack in packs for person in pack.people)
        self.laws = tuple(law for pack in packs for law in pack.laws)
        self.events = tuple(event for pack in packs for event in pack.events)
        self._bands = {pack.info.name: pack.bands for pack in packs}
        self._complete = {
            (item.group, item.scope, item.period): item.source for pack in packs for item in pack.complete
        }
        self._groups = {name: kinds for info in self.packs for name, kinds in info.groups.items()}
        facts = by_trust(settle(fact for pack in packs for fact in _with_words(pack)))
        ranks = by_trust(settle(fact for pack in packs for fact in pack.ranks))
        counts = by_trust(settle(fact for pack in packs for fact in _with_twins(pack)))
        self._facts = index(facts, "measure", "entity")
        self._facts_of = index(facts, "measure", "period")
        self._ranks = index(ranks, "entity")
        self._holders = index(ranks, "group", "scope", "period")
        self._counts = index(counts, "entity")

    def facts(self, measure: str, entity: str, period: str = "", pack: str = "") -> tuple[Fact, ...]:
        """What is known of a measure of one entity; without `period` all periods, the latest first."""
        return _pick(self._facts.get((measure, entity), NOTHING), period, pack)

    def facts_of(self, measure: str, period: str, pack: str = "") -> tuple[Fact, ...]:
        """What is known of a measure of everybody in one period: whose value is this?"""
        return _pick(self._facts_of.get((measure, period), NOTHING), "", pack)

    def ranks(self, entity: str, period: str = "", pack: str = "") -> tuple[Fact, ...]:
        """The ranks of an entity in all groups; `group` is empty where the source names none."""
        return _pick(self._ranks.get(entity, NOTHING), period, pack)

    def rank_holders(self, group: str, scope: str, period: str, pack: str = "") -> tuple[Fact, ...]:
        """The ranks known in one group."""
        return _pick(self._holders.get((group, scope, period), NOTHING), "", pack)

    def counts(self, scope: str, period: str = "", pack: str = "") -> tuple[Fact, ...]:
        """How many were counted in a region (`ID`: the country), of all groups and conditions."""
        return _pick(self._counts.get(scope, NOTHING), period, pack)

    def bands(self, measure: str, period: str, pack: str = "") -> tuple[Band, ...]:
        """The scale of a number measure in a period, as its pack lists it."""
        return tuple(
            band
            for name, bands in self._bands.items()
            for band in bands
            if band.measure == measure and band.first <= period <= band.last and pack in ("", name)
        )

    def band_of(self, measure: str, period: str, value: Decimal, pack: str = "") -> Band | None:
        """The step of the scale that `value` lies on; None where the scale of the period is not known."""
        return band_for(self.bands(measure, period, pack), period, value)

    def complete(self, group: str, scope: str, period: str) -> str | None:
        """The source that says that the facts hold every member of the group; None where they may not.

        A group is complete where a larger one of the region is: all cities where all of `pemda` are held.
        """
        wanted = set(self.kinds(group))
        for (other, where, when), source in self._complete.items():
            if (where, when) == (scope, period) and wanted <= set(self.kinds(other)):
                return source
        return None

    def kinds(self, group: str) -> tuple[str, ...]:
        """The kinds of entity in a group: `kabupaten+kota` -> `kabupaten`, `kota`."""
        return self._groups.get(group, (group,))

    def members(self, group: str, scope: str) -> tuple[EntityRecord, ...]:
        """The entities of a group that lie in a region, and the region itself where it is of the group."""
        kinds = self.kinds(group)
        return tuple(
            entity
            for entity in self.entities.values()
            if entity.kind in kinds and (scope in (entity.parent, entity.id) or scope == "ID")
        )


def load(paths: Sequence[Path]) -> tuple[Reference, tuple[Problem, ...]]:
    """The reference made of the packs in these folders, and all that is wrong with them.

    A pack with a problem is left out whole: an answer computed from a table with a hole in it would be wrong.
    """
    packs: list[Pack] = []
    problems: list[Problem] = []
    for path in paths:
        pack, found = read_pack(path)
        problems.extend(found)
        if pack is not None and not found:
            packs.append(pack)
    return Reference(packs), tuple(problems)


def fold(name: str) -> str:
    """A name as the look-up has it: case folded, single blanks."""
    return " ".join(name.casefold().split())


def _pick(facts: tuple[Fact, ...], period: str, pack: str) -> tuple[Fact, ...]:
    if not period and not pack:
        return facts
    return tuple([fact for fact in facts if period in ("", fact.period) and pack in ("", fact.pack)])


def _with_words(pack: Pack) -> Iterable[Fact]:
    return (*pack.facts, *words_by_scale(pack.info, pack.facts, pack.bands))


def _with_twins(pack: Pack) -> Iterable[Fact]:
    return (*pack.counts, *counts_of_twins(pack.counts, pack.bands))


def _aliases(packs: Sequence[Pack]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for pack in packs:
        for entity in pack.entities:
            found[fold(entity.name)][entity.id] = None
        for alias in pack.aliases:
            found[fold(alias.alias)][alias.id] = None
    return {alias: tuple(ids) for alias, ids in found.items()}
