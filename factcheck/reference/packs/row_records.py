"""Rows of a table as records of the model: one builder for each role, all given rows whose cells fit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from factcheck.messages import languages
from factcheck.model import Band, EntityRecord, Entry, Erratum, Event, Fact, Institution, Law, Person, Value
from factcheck.reference.packs.csv_table import Row, Table
from factcheck.reference.packs.info import PackInfo
from factcheck.reference.packs.roles import FORMS
from factcheck.typed import NamedTuple


class Alias(NamedTuple):
    """A further name of an entity, as the table spells it; `language` where it is of one language alone."""

    alias: str
    id: str
    note: str
    row: str
    language: str = ""


class District(NamedTuple):
    """A part of a region that is no entity itself: its name, and the id of the region that it lies in."""

    name: str
    within: str


class Complete(NamedTuple):
    """The facts hold every member of `group` in `scope` for `period`."""

    period: str
    group: str
    scope: str
    source: str
    row: str


Cell = Callable[[str], str]
"""The cell of a row in the column of that name, empty where the table has no such column."""


def cells_of(table: Table, row: Row) -> Cell:
    """How to ask `row` for its cells by name."""
    columns, cells = table.columns, row.cells
    return lambda name: cells[columns[name]] if name in columns else ""


def row_name(table: Table, row: Row) -> str:
    """How evidence names a row: `results.csv:39`."""
    return f"{table.path.rsplit('/', 1)[-1]}:{row.line}"


def trust_level(info: PackInfo, source: str, stated: str) -> int:
    """How far down the order of trust a source stands: less is better.

    A `trust` of 0 in the row goes before all prefixes of the descriptor, 1 and more behind all of them.
    """
    if stated:
        return -1 if stated == "0" else len(info.trust) + int(stated)
    for level, prefix in enumerate(info.trust):
        if source.startswith(prefix):
            return level
    return len(info.trust)


def facts(info: PackInfo, table: Table, row: Row) -> tuple[Fact, ...]:
    """One fact for each filled measure of the row; its `trust` is yet the level of the source."""
    get = cells_of(table, row)
    entity, period, source = get("entity"), get("period"), get("source")
    name, level = row_name(table, row), trust_level(info, source, get("trust"))
    tail = ("", "", 0, "", level, get("published"), get("note"))
    found = []
    for measure in info.measures.values():
        cell = get(measure.name)
        if cell:
            value: Value = Decimal(cell) if measure.type == "number" else cell
            found.append(Fact(info.name, measure.name, entity, period, value, source, name, *tail))
    return tuple(found)


def rank(info: PackInfo, table: Table, row: Row) -> Fact:
    """The rank as a fact with `of` 0 where the source does not give the size of the group."""
    get = cells_of(table, row)
    source = get("source")
    return Fact(
        info.name, "rank", get("entity"), get("period"), Decimal(get("rank")), source, row_name(table, row),
        get("group"), get("scope"), int(get("of") or 0), "", trust_level(info, source, get("trust")),
        get("published"), get("note"),
    )  # fmt: skip


def count(info: PackInfo, table: Table, row: Row) -> Fact:
    """The count as a fact about the region counted in."""
    get = cells_of(table, row)
    source, scope = get("source"), get("scope")
    return Fact(
        info.name, "count", scope, get("period"), Decimal(get("value")), source, row_name(table, row),
        get("group"), scope, 0, get("what"), trust_level(info, source, get("trust")),
        get("published"), get("note"),
    )  # fmt: skip


def erratum(info: PackInfo, table: Table, row: Row) -> Erratum:
    """The slip; its value is a number where it is written as one."""
    get = cells_of(table, row)
    cell = get("value")
    value: Value = Decimal(cell) if FORMS["number"].pattern.fullmatch(cell) else cell
    reasons = ((code, get(f"reason_{code}")) for code in languages())
    return Erratum(
        info.name, get("measure"), get("entity"), get("period"), value, get("source"), row_name(table, row),
        get("reason"), get("group"), get("scope"), get("what"), tuple((code, said) for code, said in reasons if said),
    )  # fmt: skip


def entry(info: PackInfo, table: Table, row: Row) -> Entry:
    """A row of an edition; the names of who is told of stand with `;` between them."""
    get = cells_of(table, row)
    return Entry(
        info.name,
        get("entity"),
        get("contest"),
        _several(get("who")),
        get("what"),
        int(get("value")),
        int(get("of") or 0),
        get("day"),
        get("final") == "yes",
        get("source"),
        row_name(table, row),
    )


def band(info: PackInfo, table: Table, row: Row) -> Band:
    """A step of the scale with the words of all measures that follow from it."""
    get = cells_of(table, row)
    followers = [measure for measure in info.measures.values() if measure.banded_by]
    return Band(
        pack=info.name,
        measure=followers[0].banded_by if followers else "",
        first=get("first"),
        last=get("last"),
        low=Decimal(get("low")),
        high=Decimal(get("high")),
        labels=tuple((measure.name, get(measure.name)) for measure in followers if get(measure.name)),
        source=get("source"),
        row=row_name(table, row),
    )


def entity(info: PackInfo, table: Table, row: Row) -> EntityRecord:
    """Who facts can be about."""
    get = cells_of(table, row)
    return EntityRecord(get("id"), get("name"), get("kind"), get("parent"), info.name, get("since"), get("out_of"))


def alias(_: PackInfo, table: Table, row: Row) -> Alias:
    """A further name."""
    get = cells_of(table, row)
    return Alias(get("alias"), get("id"), get("note"), row_name(table, row), get("language"))


def district(_: PackInfo, table: Table, row: Row) -> District:
    """A part of a region."""
    get = cells_of(table, row)
    return District(get("name"), get("within"))


def complete(_: PackInfo, table: Table, row: Row) -> Complete:
    """A declaration that nobody is missing."""
    get = cells_of(table, row)
    return Complete(get("period"), get("group"), get("scope"), get("source"), row_name(table, row))


def person(_: PackInfo, table: Table, row: Row) -> Person:
    """An office holder; `variants` stand with `;` between them."""
    get = cells_of(table, row)
    return Person(
        get("name"),
        _several(get("variants")),
        get("role"),
        get("institution"),
        get("first"),
        get("last"),
        get("source"),
        row_name(table, row),
    )


def institution(_: PackInfo, table: Table, row: Row) -> Institution:
    """A body or a term; several short forms, names and misspellings stand with `;` between them."""
    get = cells_of(table, row)
    return Institution(
        get("name"),
        _several(get("short")),
        _several(get("also")),
        _several(get("wrong")),
        get("kind"),
        get("first"),
        get("last"),
        get("doubt"),
        get("source"),
        row_name(table, row),
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def law(info: PackInfo, table: Table, row: Row) -> Law:
    """A law or decree."""
    get = cells_of(table, row)
    return Law(
        get("kind"),
        get("short"),
        get("number"),
        get("year"),
        get("about"),
        get("source"),
        row_name(table, row),
        info.name,
    )


def event(_: PackInfo, table: Table, row: Row) -> Event:
    """Something that happened on a day."""
    get = cells_of(table, row)
    return Event(
        date.fromisoformat(get("date")),
        get("what"),
        get("venue"),
        get("city"),
        get("entity"),
        get("period"),
        get("source"),
        row_name(table, row),
    )
