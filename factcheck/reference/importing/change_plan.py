"""What an import would change in a table of facts: rows that are new, rows that are other, rows that are the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from factcheck.model import year_of
from factcheck.reference.importing.cell_figures import Figure
from factcheck.typed import NamedTuple

Cells = Mapping[str, str]
"""Column -> cell."""


class Held(NamedTuple):
    """A row of the pack: its place among the rows, and its cells."""

    at: int
    cells: Cells


class Edit(NamedTuple):
    """A row that changes: its place in the table, its cells before and after."""

    at: int
    before: Cells
    after: Cells


class Plan(NamedTuple):
    """`same` rows say what the pack says already. `revised` are of another source than the row that differs: both stay,
    the new one preferred."""

    added: tuple[Cells, ...]
    edits: tuple[Edit, ...]
    same: int
    revised: tuple[tuple[Cells, Cells], ...]


class Origin(NamedTuple):
    """What all rows of an import say of where they come from. `published` is a day by the period or year of figures, of
    all others under an empty one."""

    source: str
    published: Mapping[str, str]
    file: str

    def source_of(self, figure: Figure) -> str:
        """The source of a figure: as its own row says, else that of all."""
        return figure.about.source or self.source

    def known_since(self, period: str) -> str:
        """The day on which the figures of a period became known: that of its year, else that of all, or none."""
        found = (self.published.get(key, "") for key in (period, year_of(period), ""))
        return next(filter(None, found), "")


def plan(figures: Sequence[Figure], held: Sequence[Held], origin: Origin) -> Plan:
    """Compares the figures with the rows that the pack holds."""
    rows: dict[tuple[str, str, str], list[Figure]] = {}
    for figure in figures:
        rows.setdefault((figure.entity, figure.period, origin.source_of(figure)), []).append(figure)
    about: dict[tuple[str, str], list[Held]] = {}
    for row in held:
        about.setdefault((row.cells.get("entity", ""), row.cells.get("period", "")), []).append(row)
    added: list[Cells] = []
    edits: dict[int, Edit] = {}
    revised: list[tuple[Cells, Cells]] = []
    same = 0
    for key, some in rows.items():
        new = _row(key, some, origin)
        here = about.get(key[:2], [])
        own = next((row for row in here if row.cells.get("source") == key[2]), None)
        if own is not None:
            edit = _merged(own, new, some)
            edits |= {own.at: edit} if edit else {}
            same += edit is None
        elif _told(some, here):
            same += 1
        else:
            others = [row for row in here if _differs(row.cells, some)]
            added.append({**new, "trust": "0", "conflict": "yes"} if others else new)
            edits |= {row.at: Edit(row.at, row.cells, {**row.cells, "conflict": "yes"}) for row in others}
            revised += [(row.cells, new) for row in others]
    return Plan(tuple(added), tuple(edits.values()), same, tuple(revised))


def _row(key: tuple[str, str, str], some: Sequence[Figure], origin: Origin) -> Cells:
    notes = "; ".join(dict.fromkeys(figure.note for figure in some))
    files = ", ".join(dict.fromkeys(Path(figure.about.sheet.file).name for figure in some)) if origin.file else ""
    note = f"{files}, {notes}" if files else notes
    values = {figure.measure: f"{figure.value:f}" for figure in some}
    return {
        "entity": key[0],
        "period": key[1],
        **values,
        "source": key[2],
        "note": note,
        "published": origin.known_since(key[1]),
    }


def _merged(own: Held, new: Cells, some: Sequence[Figure]) -> Edit | None:
    """The row of the same source with the new values, None where it has them already."""
    if not _differs(own.cells, some) and all(own.cells.get(figure.measure) for figure in some):
        return None
    after = {**own.cells, **{name: cell for name, cell in new.items() if cell}}
    return Edit(own.at, own.cells, after)


def _differs(cells: Cells, some: Sequence[Figure]) -> bool:
    return any(
        stated and Decimal(stated) != figure.value for figure in some if (stated := cells.get(figure.measure, ""))
    )


def _told(some: Sequence[Figure], here: Sequence[Held]) -> bool:
    """Whether rows of other sources say all of it already."""
    stated = {(name, Decimal(cell)) for row in here for name, cell in row.cells.items() if _number(cell)}
    return all((figure.measure, figure.value) in stated for figure in some)


def _number(cell: str) -> bool:
    return cell.replace(".", "", 1).removeprefix("-").isdigit()
