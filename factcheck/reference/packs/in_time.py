"""Regions in time: who was there in a year, and what lay in what."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from factcheck.model import COUNTRY, EntityRecord, year_of

Entities = Mapping[str, EntityRecord]


def later(entities: Iterable[EntityRecord], period: str) -> tuple[EntityRecord, ...]:
    """Those of whom figures are kept only since a later year than that of `period`; nobody without a period."""
    year = year_of(period)
    return tuple(entity for entity in entities if year and entity.since > year)


def absent(late: Iterable[EntityRecord], held: Collection[str]) -> frozenset[str]:
    """The ids of those in `late` that were not there. Statistics go over to new regions one after the other: where
    figures are `held` of one of them, those of the same year were there too."""
    late = tuple(late)
    there = {entity.since for entity in late if entity.id in held}
    return frozenset(entity.id for entity in late if entity.since not in there)


def parent_then(entity: EntityRecord, entities: Entities, gone: Collection[str]) -> str:
    """What an entity lay in while those in `gone` were not there: what its own region came out of."""
    parent = entity.parent
    while parent in gone and parent in entities:
        parent = entities[parent].out_of
    return parent


def members_then(
    entities: Entities, kinds: Collection[str], scope: str, gone: Collection[str] = ()
) -> tuple[EntityRecord, ...]:
    """The entities of some kinds in a region, and the region itself where it is of them, without those in `gone`."""
    return tuple(
        entity
        for entity in entities.values()
        if entity.kind in kinds
        and entity.id not in gone
        and (scope == COUNTRY or scope in (entity.id, parent_then(entity, entities, gone)))
    )
