"""Regions in time: who was there in a year, and what lay in what."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from factcheck.model import COUNTRY, EntityRecord, year_of

Entities = Mapping[str, EntityRecord]


def later(entities: Iterable[EntityRecord], period: str) -> tuple[EntityRecord, ...]:
    """Those of whom figures are kept only since a later year than that of `period`; nobody without a period."""
    year = year_of(period)
    return tuple(entity for entity in entities if year and entity.since > year)


def not_there(
    entities: Collection[EntityRecord], period: str, is_held: Callable[[str], bool], late: Collection[EntityRecord] = ()
) -> frozenset[str]:
    """The ids of the regions that a period of a pack does not have; `late` are those of the `entities` that were not
    always there, where that is known.

    Statistics go over to new regions one after the other. Those of whom figures are kept only since a later year were
    not there, but where figures are held of one of them, those of the same year were there too. Those of an earlier
    year were not there where nothing is held of any of them and something of all `entities` else of their kind: a
    table of 2024 with 34 provinces is one of the borders before. Nobody was away without a period.
    """
    year, late = year_of(period), late or [one for one in entities if one.since]
    if not year:
        return frozenset()
    gone: set[str] = set()
    for since in sorted({one.since for one in late}, reverse=True):
        those = [one for one in late if one.since == since]
        if any(is_held(one.id) for one in those):
            continue
        if since > year or _are_others_held(those, entities, gone, is_held):
            gone.update(one.id for one in those)
    return frozenset(gone)


def _are_others_held(
    those: Sequence[EntityRecord],
    entities: Iterable[EntityRecord],
    gone: Collection[str],
    is_held: Callable[[str], bool],
) -> bool:
    kinds, ids = {one.kind for one in those}, {one.id for one in those}
    others = [one for one in entities if one.kind in kinds and one.id not in ids and one.id not in gone]
    return len(others) > 1 and all(is_held(one.id) for one in others)


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
