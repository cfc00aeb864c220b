"""`factcheck reference add`: rows into a pack, through validation."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from factcheck.cli.problems import show
from factcheck.cli.reference.pack_options import folders_beside, nobody
from factcheck.cli.status import CLEAN, UNCHECKED
from factcheck.errors import FactcheckError
from factcheck.messages import message, translate_many
from factcheck.model import COUNTRY
from factcheck.reference.edit.add import Row, add_rows, role_of
from factcheck.reference.packs.csv_table import read_table
from factcheck.report.csv import plain
from factcheck.report.safe import say

NAMED = ("entity", "scope", "parent", "out_of")
"""Columns of ids, in which a name may be given."""


@click.command("add", short_help="Add rows to a pack.")
@click.argument("pack", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("table")
@click.argument("cells", nargs=-1, metavar="[COLUMN=VALUE]...")
@click.option(
    "--from", "source", type=click.Path(path_type=Path), help="Rows from this CSV file, as `propose` drafts them."
)
def add_to_pack(pack: Path, table: str, cells: tuple[str, ...], source: Path | None) -> int:
    """Add a row to a TABLE of the pack in the folder PACK: its role (facts, ranks, counts, entities ...) or its file.

    The row goes through all checks first; with an error nothing is written. In the columns of ids a name will do.

    \b
    factcheck reference add packs/harga facts "entity=Kota Jambi" period=2024 price=13500 source=https://...
    """
    rows: list[Row] = [*([_row(cells)] if cells else []), *(_rows(source) if source else [])]
    if not rows:
        raise FactcheckError(message("There is nothing to add: write COLUMN=VALUE, or --from FILE."))
    beside = folders_beside(pack)
    rows = _with_ids(rows, [*beside, pack], role_of(pack, table))
    path, problems = add_rows(pack, table, rows, beside)
    for problem in problems:
        show(problem)
    if problems:
        return UNCHECKED
    say(f"{path}: {translate_many('{number} row added', '{number} rows added', len(rows))}")
    return CLEAN


def _row(cells: Sequence[str]) -> dict[str, str]:
    for cell in cells:
        if "=" not in cell:
            raise FactcheckError(
                message("“{cell}” is no COLUMN=VALUE: put quotation marks around a value with blanks.", cell=cell)
            )
    pairs = (cell.partition("=") for cell in cells)
    return {name.strip(): value.strip() for name, _, value in pairs}


def _rows(source: Path) -> list[dict[str, str]]:
    table, problems = read_table(source)
    if table is None or problems:
        first = problems[0]
        raise FactcheckError(first.message, first.path, first.line, first.column)
    return [dict(zip(table.columns, map(plain, row.cells), strict=True)) for row in table.rows]


def _with_ids(rows: Sequence[Row], packs: Sequence[Path], role: str) -> list[Row]:
    """The rows with ids where a name stands. Raises FactcheckError where a name fits several."""
    named = (*NAMED, "id") if role in ("aliases", "codes") else NAMED
    if all(row.get(name, "").replace(".", "").isdigit() for row in rows for name in named if row.get(name)):
        return list(rows)
    from factcheck.cache.folder import cache_folder
    from factcheck.reference.ask.reference import Reference, load
    from factcheck.reference.describe import entities_called

    reference, _ = load(packs, cache_folder())

    def id_of(name: str, known: Reference) -> str:
        found = entities_called(known, name)
        if len(found) > 1:
            several = " or ".join(f"{entity.id} ({entity.name})" for entity in found)
            raise FactcheckError(message("“{name}” may be {several}: write the id.", name=name, several=several))
        if not found and not name.replace(".", "").isdigit() and name != COUNTRY and role != "entities":
            raise nobody(known, name)
        return found[0].id if found else name

    return [
        {name: id_of(cell, reference) if name in named and cell else cell for name, cell in row.items()} for row in rows
    ]
