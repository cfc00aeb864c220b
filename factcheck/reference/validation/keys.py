"""Names that lead nowhere, and rows that are there twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.messages import message
from factcheck.model import COUNTRY
from factcheck.reference.packs.pack import Pack
from factcheck.reference.validation.remarks import Line, Remark, Surroundings, lines, word_measures

REFERENCES: Mapping[str, tuple[str, ...]] = {
    "entities": ("parent", "out_of"),
    "aliases": ("id",),
    "districts": ("within",),
    "codes": ("id",),
    "facts": ("entity",),
    "ranks": ("entity", "scope"),
    "counts": ("scope",),
    "errata": ("entity", "scope"),
    "complete": ("scope",),
    "editions": ("entity",),
    "events": ("entity",),
}
"""By role, the columns that hold the id of an entity."""


KEYS: Mapping[str, tuple[str, ...]] = {
    "entities": ("id",),
    "aliases": ("alias", "id"),
    "districts": ("name", "within"),
    "codes": ("code",),
    "facts": ("entity", "period", "source"),
    "ranks": ("entity", "period", "group", "scope", "source"),
    "counts": ("scope", "period", "group", "what", "source"),
    "errata": ("measure", "entity", "period", "value", "group", "scope", "what", "source"),
    "bands": ("first", "last", "low", "high"),
    "complete": ("period", "group", "scope"),
    "editions": ("entity", "contest", "who", "what", "day"),
    "people": ("name", "role", "institution", "first"),
    "institutions": ("name", "kind", "first"),
    "laws": ("short", "number", "year", "source"),
    "events": ("date", "what", "source"),
    "tests": ("sentence", "published"),
}
"""By role, the columns that tell one row from another."""


def unknown_entities(pack: Pack, around: Surroundings) -> Iterator[Remark]:
    """An id that no entity of any pack bears."""
    for role, columns in REFERENCES.items():
        for line in lines(pack, role):
            for column in columns:
                cell = line.get(column)
                if cell and cell != COUNTRY and cell not in around.entities:
                    yield line.remark(column, _unknown(cell, around))


def impossible_origins(pack: Pack, around: Surroundings) -> Iterator[Remark]:
    """What came out of something that was no earlier than itself, or at no time that is said."""
    for line in lines(pack, "entities"):
        since, origin = line.get("since"), around.entities.get(line.get("out_of"))
        if line.get("out_of") and not since:
            yield line.remark("out_of", message("since when? Until a year in “since” it is a part of it"))
        elif origin is not None and (origin.since or "0") >= since:
            yield line.remark("out_of", message("“{id}” was not there before {year} either", id=origin.id, year=since))


def _unknown(cell: str, around: Surroundings) -> str:
    """Why an id may be none: a spreadsheet takes 72.10 for a number and writes 72.1."""
    if f"{cell}0" in around.entities:
        return f"“{cell}” is no id: a spreadsheet took the nought of {cell}0; make the column one of texts there"
    if cell.isdigit() and f"{cell[:2]}.{cell[2:]}" in around.entities:
        return f"“{cell}” is no id: write {cell[:2]}.{cell[2:]} (the statistics office numbers regions otherwise)"
    return f"“{cell}” is the id of no entity in any pack"


def unknown_groups(pack: Pack, around: Surroundings) -> Iterator[Remark]:
    """A group that is neither a kind of entity nor named among the groups."""
    for role in ("ranks", "counts", "errata", "complete"):
        for line in lines(pack, role):
            group = line.get("group")
            if group and group not in around.kinds and group not in around.groups:
                yield line.remark(
                    "group", message("“{group}” is neither a kind of entity nor one of the groups", group=group)
                )


def unknown_counted(pack: Pack, _: Surroundings) -> Iterator[Remark]:
    """Something counted that is neither `assessed`, a word of a measure, a mean nor one of `counted`."""
    known = {"assessed"} | {key for words in pack.info.counted.values() for key in words}
    known |= {f"{name}:{word}" for name, words in word_measures(pack.info).items() for word in words}
    known |= {f"mean:{name}" for name in pack.info.measures}
    slips = (line for line in lines(pack, "errata") if line.get("measure") == "count")
    for line in (*lines(pack, "counts"), *slips):
        if line.get("what") not in known:
            yield line.remark("what", message("“{what}” is nothing that this pack counts", what=line.get("what")))


def unknown_measures(pack: Pack, _: Surroundings) -> Iterator[Remark]:
    """A row of an edition that tells what no measure of numbers of the pack is."""
    known = {name for name, measure in pack.info.measures.items() if measure.type == "number"}
    for line in lines(pack, "editions"):
        if line.get("what") not in known:
            yield line.remark("what", message("“{what}” is no number measure of this pack", what=line.get("what")))
        if line.get("of") and int(line.get("value")) > int(line.get("of")):
            yield line.remark("of", message("fewer than {value}, which is a part of it", value=line.get("value")))


def duplicates(pack: Pack, _: Surroundings) -> Iterator[Remark]:
    """Two rows with one key. One source that says two things is a known conflict where a row says so."""
    for role, key in KEYS.items():
        seen: dict[tuple[str, ...], Line] = {}
        for line in lines(pack, role):
            name = tuple(line.get(column) for column in key)
            first = seen.setdefault(name, line)
            if first is not line:
                same = first.row.cells == line.row.cells
                told = (
                    message("says the same thing as line {line}", line=first.row.line)
                    if same
                    else message("speaks of the same thing by the same source as line {line}", line=first.row.line)
                )
                yield line.remark(
                    key[0],
                    told,
                    not same and (first.known or line.known),
                )
