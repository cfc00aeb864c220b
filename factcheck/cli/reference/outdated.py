"""`factcheck reference outdated`: which pulled packs have a newer state where they came from."""

from __future__ import annotations

import click

from factcheck.cli.reference.grid import Grid, write
from factcheck.cli.reference.pack_options import folders, format_option, pack_options
from factcheck.cli.status import CLEAN, FINDINGS, UNCHECKED
from factcheck.messages import translate, translated
from factcheck.reference.pull.outdated import NEWEST, OUTDATED, UNKNOWN, Standing, standings

COLUMNS = ("pack", "state", "version", "there", "from", "note")


@click.command("outdated", short_help="Which pulled packs have a newer state.")
@pack_options
@format_option
def outdated_packs(reference: tuple[str, ...], only_reference: bool | None, form: str | None) -> int:
    """Ask where each pulled pack came from whether there is a newer one. Nothing is changed.

    Exit status 1 where there is, 2 where a server cannot be asked. A pack that was pulled by a commit
    (`git+https://...@0123abcd...`) stays as it is until another is pulled.
    """
    found = list(standings(folders(reference, only_reference)))
    write([Grid("outdated", COLUMNS, [_row(one) for one in found])], form)
    states = {one.state for one in found}
    return UNCHECKED if UNKNOWN in states else FINDINGS if OUTDATED in states else CLEAN


def _row(one: Standing) -> tuple[str, ...]:
    said = {NEWEST: translate("newest"), OUTDATED: translate("outdated"), UNKNOWN: translate("cannot be asked")}
    mine = translate("changed here: {files}", files=", ".join(one.mine)) if one.mine else ""
    note = "; ".join(part for part in (translated(one.reason), mine) if part)
    return (str(one.folder), said[one.state], one.version, one.there, one.url, note)
