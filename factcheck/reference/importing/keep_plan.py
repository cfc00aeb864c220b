"""The plan as files of the pack: tried in a copy first, then written whole."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.reference.edit.add import Row, lines_of
from factcheck.reference.importing.change_plan import Cells, Held, Plan
from factcheck.reference.importing.recipe import FILE, Recipe, written
from factcheck.reference.packs.csv_table import Table, parse_table
from factcheck.typed import NamedTuple


class TableFile(NamedTuple):
    """A table of a pack: its name in the folder, its text, its rows as they were read."""

    name: str
    text: str
    table: Table

    @property
    def held(self) -> tuple[Held, ...]:
        """The rows by column."""
        columns = tuple(self.table.columns)
        return tuple(Held(at, dict(zip(columns, row.cells, strict=True))) for at, row in enumerate(self.table.rows))


def table_file(name: str, text: str, folder: Path) -> TableFile:
    """A table of the pack in `folder`. Raises FactcheckError where it cannot be read."""
    table, problems = parse_table(text, str(folder / name))
    if table is None or problems:
        first = problems[0]
        raise FactcheckError(first.message, first.path, first.line, first.column)
    return TableFile(name, text, table)


def changed_files(
    facts: TableFile, plan: Plan, recipe: Recipe, more: Sequence[tuple[TableFile | None, Sequence[Row]]]
) -> dict[str, str]:
    """The files that the plan changes: name -> new text. `more` are rows for other tables, where the pack has them."""
    found = {FILE: written(recipe)} if recipe != Recipe() else {}
    text = _with_edits(facts, {edit.at: edit.after for edit in plan.edits})
    if plan.added or text != facts.text:
        found[facts.name] = text + _rows(text, plan.added, facts)
    for file, rows in more:
        if file is not None and rows:
            found[file.name] = file.text + _rows(file.text, rows, file)
    return found


def _rows(text: str, rows: Sequence[Row], file: TableFile) -> str:
    """New rows as the table writes them; a filled cell that it has no column for is an error, an empty one is not."""
    columns = file.table.columns
    kept = [{name: cell for name, cell in row.items() if name in columns or (cell and name != "note")} for row in rows]
    return lines_of(text, kept, Path(file.table.path))


def _with_edits(file: TableFile, edits: Mapping[int, Cells]) -> str:
    """The table with some rows written anew, all others as they stand."""
    if not edits:
        return file.text
    lines = file.text.splitlines(keepends=True)
    starts = [row.line - 1 for row in file.table.rows] + [len(lines)]
    parts = ["".join(lines[: starts[0]])]
    for at in range(len(file.table.rows)):
        old = "".join(lines[starts[at] : starts[at + 1]])
        parts.append(_line(edits[at], file, old) if at in edits else old)
    return "".join(parts)


def _line(cells: Cells, file: TableFile, old: str) -> str:
    lost = [name for name, cell in cells.items() if cell and name not in file.table.columns and name != "note"]
    if lost:
        raise FactcheckError(message("This table has no column “{name}”: add it.", name=lost[0]), file.table.path, 1)
    out = StringIO()
    end = "\r\n" if old.endswith("\r\n") else "\n"
    csv.writer(out, lineterminator=end).writerow([cells.get(name, "") for name in file.table.columns])
    return out.getvalue() if old.endswith("\n") else out.getvalue().rstrip("\r\n")
