"""How many facts packs hold, by year and measure, how many of them disagree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcheck.model import Fact
from factcheck.reference.content.preferred import settle
from factcheck.reference.packs.pack import Pack
from factcheck.reference.validation.remarks import lines
from factcheck.typed import NamedTuple


class Tally(NamedTuple):
    """The facts of one measure in one year, as written: on how many entities, by how many sources, how many things
    of more than one value."""

    pack: str
    period: str
    measure: str
    facts: int
    entities: int
    sources: int
    conflicts: int


class Holdings(NamedTuple):
    """All that is counted of a pack: `others` are its further tables with their rows, `marked` the rows that say that
    they disagree with something (None: not known)."""

    pack: str
    tallies: tuple[Tally, ...]
    others: tuple[tuple[str, int], ...]
    subjects: int
    marked: int | None


def holdings(pack: Pack) -> Holdings:
    """What a pack in memory holds."""
    subjects = len({fact.entity for fact in (*pack.facts, *pack.ranks, *pack.counts)})
    return Holdings(pack.info.name, tuple(tallies(pack)), others(pack), subjects, marked(pack))


def tallies(pack: Pack) -> Iterator[Tally]:
    """What a pack holds, derived words not counted; ranks and counts go under these names."""
    groups: dict[tuple[str, str], list[Fact]] = {}
    for fact in (*pack.facts, *pack.ranks, *pack.counts):
        groups.setdefault((fact.period, fact.measure), []).append(fact)
    for (period, measure), facts in sorted(groups.items()):
        entities = {fact.entity for fact in facts}
        sources = {fact.source for fact in facts}
        yield Tally(pack.info.name, period, measure, len(facts), len(entities), len(sources), conflicts(facts))


def conflicts(facts: list[Fact]) -> int:
    """How many things have more than one value."""
    lesser = Counter(_thing(fact) for fact in settle(facts) if fact.trust)
    return len(lesser)


def _thing(fact: Fact) -> tuple[str, ...]:
    return (fact.entity, fact.period, fact.group, fact.scope, fact.condition)


def marked(pack: Pack) -> int:
    """How many rows say that they disagree with another or with what others print."""
    return sum(line.known for role in ("facts", "ranks", "counts") for line in lines(pack, role))


def others(pack: Pack) -> tuple[tuple[str, int], ...]:
    """How many rows of other kinds a pack holds."""
    counted = {
        "entities": pack.entities, "aliases": pack.aliases, "districts": pack.districts, "people": pack.people,
        "institutions": pack.institutions, "laws": pack.laws,
        "events": pack.events, "errata": pack.errata, "bands": pack.bands, "complete": pack.complete,
        "editions": pack.editions,
    }  # fmt: skip
    return tuple((name, len(rows)) for name, rows in counted.items() if rows)
