"""What the checks of a pack are given and what they give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from factcheck.model import EntityRecord, Fact, Problem
from factcheck.reference.packs.csv_table import Row, Table, cell_problem
from factcheck.reference.packs.in_time import members_then, not_there
from factcheck.reference.packs.info import PackInfo
from factcheck.reference.packs.pack import Pack
from factcheck.reference.packs.row_records import Cell, cells_of, row_name
from factcheck.typed import NamedTuple


class Remark(NamedTuple):
    """Something that does not hang together; a `doubt` is said but does not hinder."""

    problem: Problem
    doubt: bool = False

    @property
    def place(self) -> str:
        """The cell that it is about."""
        return f"{self.problem.path}:{self.problem.line}:{self.problem.column}"


class Surroundings(NamedTuple):
    """What a pack may lean on: the entities, aliases and groups of all packs of the run."""

    entities: Mapping[str, EntityRecord]
    groups: Mapping[str, tuple[str, ...]]
    kinds: frozenset[str]
    exhaustive: frozenset[str]

    def members(self, group: str, scope: str, period: str = "", held: Collection[str] = ()) -> tuple[str, ...]:
        """The ids of a group in a region; with a `period` those that were there then, by whose figures are `held`."""
        kinds = self.groups.get(group, (group,))
        gone = not_there(self.entities.values(), period, held.__contains__)
        return tuple(entity.id for entity in members_then(self.entities, kinds, scope, gone))

    def size(self, group: str, scope: str, period: str = "") -> int:
        """How many of a group there are in a region, or were in a period, where those were more; 0 where nobody says
        that all of its kinds are held."""
        known = set(self.groups.get(group, (group,))) <= self.exhaustive
        return max(len(self.members(group, scope, when)) for when in {"", period}) if known else 0


class Line(NamedTuple):
    """A row of a role, with how to ask it for its cells."""

    table: Table
    row: Row
    get: Cell

    @property
    def known(self) -> bool:
        """Whether the row says that its disagreement is known."""
        return self.get("conflict") == "yes" or self.get("note").startswith("conflict")

    @property
    def lesser(self) -> bool:
        """Whether the row is said to be of a lesser source."""
        return self.get("trust") not in ("", "0")

    @property
    def name(self) -> str:
        """How other rows name it: `results.csv:39`."""
        return row_name(self.table, self.row)

    def remark(self, column: str, message: str, known: bool = False) -> Remark:
        """A remark at one of its cells."""
        return Remark(cell_problem(self.table, self.row, column, message), known)


def surroundings(packs: Sequence[Pack]) -> Surroundings:
    """What all packs of a run offer one another."""
    entities = {entity.id: entity for pack in packs for entity in pack.entities}
    groups = {name: kinds for pack in packs for name, kinds in pack.info.groups.items()}
    exhaustive = frozenset(kind for pack in packs for kind in pack.info.exhaustive)
    return Surroundings(entities, groups, frozenset(entity.kind for entity in entities.values()), exhaustive)


def held_in(facts: Iterable[Fact]) -> Mapping[str, Collection[str]]:
    """Of whom figures are held, by the period."""
    found: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        found[fact.period].add(fact.entity)
    return found


def lines(pack: Pack, role: str) -> Iterator[Line]:
    """The rows of a role."""
    for good in pack.tables:
        if good.role == role:
            for row in good.rows:
                yield Line(good.table, row, cells_of(good.table, row))


def entity_counts(pack: Pack) -> Iterator[Line]:
    """The counts of entities: not of further things, which may be many with each, and no means."""
    others = {name for words in pack.info.counted.values() for name in words}
    for line in lines(pack, "counts"):
        if line.get("what") not in others and not line.get("what").startswith("mean:"):
            yield line


def by_name(pack: Pack, role: str) -> Mapping[str, Line]:
    """The rows of a role by the names that evidence gives them."""
    return {line.name: line for line in lines(pack, role)}


def first_of_each_place(remarks: Iterable[Remark]) -> Iterator[Remark]:
    """The remarks without those about a cell that was spoken of already."""
    seen: set[str] = set()
    for remark in remarks:
        if remark.place not in seen:
            seen.add(remark.place)
            yield remark


def scale_words(pack: Pack, measure: str, period: str) -> list[str]:
    """The words of a measure that the scale of a period knows."""
    scale = [dict(band.labels) for band in pack.bands if band.first <= period <= band.last]
    return sorted({labels[measure] for labels in scale if measure in labels})


def finer_words(pack: Pack, what: str, period: str) -> Iterator[tuple[str, ...]]:
    """What a word that is counted (`zone:hijau`) falls into by the scale: `category:A` and `category:B`.

    Once for each measure whose words go with this one and with no other word of its measure.
    """
    measure, _, word = what.partition(":")
    scale = [dict(band.labels) for band in pack.bands if band.first <= period <= band.last]
    for finer in word_measures(pack.info) if word else ():
        mine = {labels.get(finer, "") for labels in scale if labels.get(measure) == word}
        others = {labels.get(finer, "") for labels in scale if labels.get(measure) != word}
        if len(mine) > 1 and "" not in mine and not mine & others:
            yield tuple(f"{finer}:{one}" for one in sorted(mine))


def word_measures(info: PackInfo) -> Mapping[str, frozenset[str]]:
    """The canonical words of each word measure."""
    return {name: frozenset(measure.values) for name, measure in info.measures.items() if measure.type == "word"}
