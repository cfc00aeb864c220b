"""What the checks of a pack are given and what they give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.model import EntityRecord, Problem
from factcheck.reference.packs.csv_table import Row, Table, cell_problem
from factcheck.reference.packs.info import PackInfo
from factcheck.reference.packs.pack import Pack
from factcheck.reference.packs.row_records import Cell, cells_of


class Remark(NamedTuple):
    """Something that does not hang together; a `doubt` is said but does not hinder."""

    problem: Problem
    doubt: bool = False


class Surroundings(NamedTuple):
    """What a pack may lean on: the entities, aliases and groups of all packs of the run."""

    entities: Mapping[str, EntityRecord]
    groups: Mapping[str, tuple[str, ...]]
    kinds: frozenset[str]

    def members(self, group: str, scope: str) -> tuple[str, ...]:
        """The ids of a group in a region."""
        kinds = self.groups.get(group, (group,))
        return tuple(
            entity.id
            for entity in self.entities.values()
            if entity.kind in kinds and (scope in (entity.parent, entity.id) or scope == "ID")
        )


class Line(NamedTuple):
    """A row of a role, with how to ask it for its cells."""

    table: Table
    row: Row
    get: Cell

    @property
    def known(self) -> bool:
        """Whether the row says that its disagreement is known."""
        return self.get("conflict") == "yes" or self.get("note").startswith("conflict")

    def remark(self, column: str, message: str, known: bool = False) -> Remark:
        """A remark at one of its cells."""
        return Remark(cell_problem(self.table, self.row, column, message), known)


def surroundings(packs: Sequence[Pack]) -> Surroundings:
    """What all packs of a run offer one another."""
    entities = {entity.id: entity for pack in packs for entity in pack.entities}
    groups = {name: kinds for pack in packs for name, kinds in pack.info.groups.items()}
    return Surroundings(entities, groups, frozenset(entity.kind for entity in entities.values()))


def lines(pack: Pack, role: str) -> Iterator[Line]:
    """The rows of a role."""
    for good in pack.tables:
        if good.role == role:
            for row in good.rows:
                yield Line(good.table, row, cells_of(good.table, row))


def word_measures(info: PackInfo) -> Mapping[str, frozenset[str]]:
    """The canonical words of each word measure."""
    return {name: frozenset(measure.values) for name, measure in info.measures.items() if measure.type == "word"}
