"""`factcheck reference list`: the packs."""

from __future__ import annotations

import click

from factcheck.cli.reference.grid import Grid, write
from factcheck.cli.reference.pack_options import format_option, open_reference, pack_options
from factcheck.cli.status import CLEAN, UNCHECKED

COLUMNS = ("pack", "version", "title", "licence", "folder")


@click.command("list", short_help="The packs that articles are held against.")
@pack_options
@format_option
def list_packs(reference: tuple[str, ...], only_reference: bool | None, form: str | None) -> int:
    """List the packs that articles are held against, with their version and licence."""
    known, problems = open_reference(reference, only_reference)
    rows = [(info.name, info.version, info.title, info.licence, info.folder) for info in known.packs]
    write([Grid("packs", COLUMNS, rows)], form)
    return UNCHECKED if problems else CLEAN
