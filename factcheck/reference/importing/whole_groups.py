"""Groups of regions of which a pack holds everybody: what its table of complete groups may declare."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from factcheck.model import COUNTRY, EntityRecord
from factcheck.reference.packs.in_time import members_then, not_there, parent_then
from factcheck.typed import NamedTuple

FEW = 3
"""So many may lack for a group to be told as nearly whole."""
THIRD = 3
"""A group of the country of which the first of so many parts is held is what somebody meant to hold."""


class Whole(NamedTuple):
    """A group of a region in a period: how many it has, and the ids of those of whom nothing is held."""

    period: str
    group: str
    scope: str
    size: int
    lacking: tuple[str, ...]


def whole_groups(
    period: str, held: Collection[str], entities: Mapping[str, EntityRecord], groups: Mapping[str, Sequence[str]]
) -> tuple[Whole, ...]:
    """The groups in the country and in each region of which a period has all, or all but a few, or in the country a
    third and more where it has no other; not those that are a part of another one here. `held` are the ids with a
    figure, `groups` unions of kinds."""
    gone = not_there(entities.values(), period, held.__contains__)
    parents = {parent_then(entities[one], entities, gone) for one in held if one in entities}
    kinds = {entities[one].kind for one in held if one in entities}
    unions = {name: frozenset(some) for name, some in groups.items() if kinds.issuperset(some)}
    candidates = {**{kind: frozenset((kind,)) for kind in kinds}, **unions}
    found = [
        Whole(period, group, scope, len(members), tuple(one.id for one in members if one.id not in held))
        for scope in sorted({COUNTRY, *parents} - {""})
        for group, some in candidates.items()
        if _are_peers(members := members_then(entities, some, scope, gone), scope)
    ]
    near = [one for one in found if len(one.lacking) <= FEW and len(one.lacking) * FEW < one.size]
    if not any(one.scope == COUNTRY for one in near):
        near += [one for one in found if one.scope == COUNTRY and len(one.lacking) * THIRD <= one.size * (THIRD - 1)]
    return tuple(one for one in near if not any(_is_part(one, other, candidates) for other in near))


def _are_peers(members: Sequence[EntityRecord], scope: str) -> bool:
    """Whether several that lie in nobody of them: provinces, regencies and cities, not both."""
    ids = {one.id for one in members}
    return len(members) > 1 and scope not in ids and not any(one.parent in ids for one in members)


def _is_part(one: Whole, other: Whole, kinds: Mapping[str, frozenset[str]]) -> bool:
    return one.scope == other.scope and kinds[one.group] < kinds[other.group] and len(other.lacking) <= len(one.lacking)


def by_group(found: Sequence[Whole]) -> Iterator[tuple[Whole, tuple[str, ...]]]:
    """The groups of each scope once, with their periods: those that lack the same."""
    periods: dict[Whole, list[str]] = {}
    for one in found:
        periods.setdefault(one._replace(period=""), []).append(one.period)
    return ((one, tuple(some)) for one, some in periods.items())
