"""A folder read as a pack: its records, and every problem in it at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from factcheck.messages import languages, message
from factcheck.model import Band, EntityRecord, Entry, Erratum, Event, Fact, Institution, Law, Person, Problem
from factcheck.reference.packs import row_records
from factcheck.reference.packs.cells import check_cells, measure_columns, missing_columns, unknown_columns
from factcheck.reference.packs.checked_json import JsonFile
from factcheck.reference.packs.csv_table import Row, Table, header_of, read_table, read_text
from factcheck.reference.packs.descriptor import read_descriptor
from factcheck.reference.packs.info import PackInfo
from factcheck.reference.packs.prefixed import with_prefixes
from factcheck.reference.packs.roles import ROLES, Column
from factcheck.reference.packs.row_records import Alias, Complete, District
from factcheck.reference.packs.shipped import DESCRIPTOR
from factcheck.typed import NamedTuple, TypeVar

Record = TypeVar("Record")

NO_PACK = message("there is no pack in this folder: `factcheck reference import` and `reference new` make one")


class Good(NamedTuple):
    """A table whose header was right, with the rows whose cells all fit."""

    role: str
    table: Table
    rows: tuple[Row, ...]


class Pack(NamedTuple):
    """A pack as read. `trust` of its facts is the level of the source, not yet settled between sources."""

    info: PackInfo
    entities: tuple[EntityRecord, ...]
    aliases: tuple[Alias, ...]
    facts: tuple[Fact, ...]
    ranks: tuple[Fact, ...]
    counts: tuple[Fact, ...]
    errata: tuple[Erratum, ...]
    bands: tuple[Band, ...]
    complete: tuple[Complete, ...]
    people: tuple[Person, ...]
    institutions: tuple[Institution, ...]
    laws: tuple[Law, ...]
    events: tuple[Event, ...]
    tables: tuple[Good, ...]
    districts: tuple[District, ...] = ()
    editions: tuple[Entry, ...] = ()


def read_pack(folder: Path, without: frozenset[str] = frozenset()) -> tuple[Pack | None, tuple[Problem, ...]]:
    """The pack in `folder` with its good rows, and a problem for everything else in it.

    Tables of the roles in `without` are not read. None where there is no descriptor to go by. Packs without a
    single table are fine; nothing is raised.
    """
    path = folder / DESCRIPTOR
    if outside := tuple(_outside(folder, (DESCRIPTOR,))):
        return None, outside
    text, problem = read_text(path)
    if problem is not None:
        return None, (problem if os.path.lexists(path) else Problem(NO_PACK, str(path)),)
    info, problems = read_descriptor(text, str(path), str(folder))
    if info is None:
        return None, problems
    if outside := tuple(_outside(folder, [name for _, name in info.resources])):
        return None, (*problems, *outside)
    goods: list[Good] = []
    for role, name in info.resources:
        if role in without:
            continue
        good, more = _read_role(info, role, folder / name)
        problems += more
        if good is not None:
            goods.append(good)
    return pack_of(info, tuple(goods)), (*problems, *_without_column(info, text, str(path), goods))


def _without_column(info: PackInfo, text: str, path: str, goods: Sequence[Good]) -> tuple[Problem, ...]:
    """A problem for each measure that no table of facts has a column for; words may follow from bands alone, numbers
    and their shares may be told by editions alone."""
    tables = [header_of(Path(info.folder) / name) for role, name in info.resources if role == "facts"]
    file = JsonFile(text, path)
    editions = [good for good in goods if good.role == "editions"]
    told = {row_records.cells_of(good.table, row)("what") for good in editions for row in good.rows}
    others = [one for one in info.measures.values() if one.name not in told and not (told and one.reported == "share")]
    for measure in others if tables and all(tables) else ():
        if not measure.banded_by and not any(measure.name in columns for columns in tables):
            file.say(message("no table of facts has a column “{name}”", name=measure.name), "measures", measure.name)
    return tuple(file.problems)


def _outside(folder: Path, names: Iterable[str]) -> Iterator[Problem]:
    """A problem for each file that a link leads out of the pack, or that is no plain file."""
    root = os.path.realpath(folder)
    for name in names:
        place = os.path.realpath(folder / name)
        if not Path(place).is_relative_to(root):
            yield Problem(
                message("this must lie in the folder of its pack, and no link lead out of it"), str(folder / name)
            )
        elif os.path.lexists(place) and not os.path.isfile(place):  # noqa: PTH113
            yield Problem(message("this must be a plain file"), str(folder / name))


def _read_role(info: PackInfo, role: str, path: Path) -> tuple[Good | None, tuple[Problem, ...]]:
    if role not in ROLES:
        place = str(Path(info.folder) / DESCRIPTOR)
        return None, (
            Problem(message("“{role}” is no role of a table: {roles} are", role=role, roles=", ".join(ROLES)), place),
        )
    table, problems = read_table(path)
    if table is None:
        return None, problems
    columns = columns_of(info, role)
    missing = missing_columns(table, columns)
    problems += missing + unknown_columns(table, columns)
    if missing:
        return None, problems
    rows, more = check_cells(table, columns)
    return Good(role, table, rows), problems + more


def columns_of(info: PackInfo, role: str) -> tuple[Column, ...]:
    """The columns that a table of a role may have in this pack."""
    if role == "facts":
        return (*ROLES[role], *measure_columns(info.measures))
    if role == "bands":
        followers = {name: measure for name, measure in info.measures.items() if measure.banded_by}
        return (*ROLES[role], *measure_columns(followers))
    if role == "errata":
        return (*ROLES[role], *(Column(f"reason_{code}", needed=False) for code in languages()))
    return ROLES[role]


def pack_of(info: PackInfo, goods: tuple[Good, ...]) -> Pack:
    """The records of the tables of a pack."""

    def all_of(role: str, build: Callable[[PackInfo, Table, Row], Record]) -> tuple[Record, ...]:
        return tuple([build(info, good.table, row) for good in goods if good.role == role for row in good.rows])

    entities = all_of("entities", row_records.entity)
    return Pack(
        info=info,
        entities=entities,
        aliases=tuple(with_prefixes(info.prefixes, entities, all_of("aliases", row_records.alias))),
        facts=tuple([fact for row in all_of("facts", row_records.facts) for fact in row]),
        ranks=all_of("ranks", row_records.rank),
        counts=all_of("counts", row_records.count),
        errata=all_of("errata", row_records.erratum),
        bands=all_of("bands", row_records.band),
        complete=all_of("complete", row_records.complete),
        people=all_of("people", row_records.person),
        institutions=all_of("institutions", row_records.institution),
        laws=all_of("laws", row_records.law),
        events=all_of("events", row_records.event),
        tables=goods,
        districts=all_of("districts", row_records.district),
        editions=all_of("editions", row_records.entry),
    )
