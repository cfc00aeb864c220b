"""`factcheck reference diff`: two states of a pack side by side."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli.problems import show
from factcheck.cli.reference.grid import Grid, write
from factcheck.cli.reference.pack_options import format_option
from factcheck.cli.status import CLEAN, FINDINGS, UNCHECKED
from factcheck.reference.pack_difference import Change, differences
from factcheck.reference.packs.pack import Pack, read_pack

COLUMNS = ("", "table", "row", "change")


@click.command("diff", short_help="What changed from one state of a pack to another.")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@format_option
def diff_packs(old: Path, new: Path, form: str | None) -> int:
    """Compare the packs in the folders OLD and NEW row by row, whatever the order of rows and columns.

    Exit status 0 where they say the same, 1 where they differ.
    """
    packs = [_read(path) for path in (old, new)]
    if packs[0] is None or packs[1] is None:
        return UNCHECKED
    rows = [_cells(change) for change in differences(packs[0], packs[1])]
    write([Grid("differences", COLUMNS, rows)], form)
    return FINDINGS if rows else CLEAN


def _read(path: Path) -> Pack | None:
    pack, problems = read_pack(path)
    for problem in problems:
        show(problem)
    return None if problems else pack


def _cells(change: Change) -> tuple[str, ...]:
    shown = [_cell(change.sign, *cell) for cell in change.cells]
    return (change.sign, change.table, " ".join(part for part in change.key if part), "; ".join(shown))


def _cell(sign: str, name: str, old: str, new: str) -> str:
    return f"{name}: {old or '(empty)'} -> {new or '(empty)'}" if sign == "~" else f"{name}: {old or new}"
