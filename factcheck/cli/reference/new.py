"""`factcheck reference new`: a pack to start from."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli.status import CLEAN
from factcheck.messages import translate
from factcheck.reference.edit.new import write_new
from factcheck.report.safe import say


@click.command("new", short_help="Write a small working pack to start from.")
@click.argument("name", type=click.Path(path_type=Path))
def new_pack(name: Path) -> int:
    """Write a small working pack into a new folder NAME (`harga-beras`, `packs/harga-beras`).

    It holds one measure in rupiah and two example rows: put your own in their place. From a table of a statistics
    office `factcheck reference import` makes a pack without that.
    """
    write_new(name)
    draft = translate("draft.md")
    say(translate("{name}: a pack of one measure. Edit datapackage.json and facts.csv, then", name=name))
    say(f"  factcheck reference validate {name}")
    say(f"  factcheck check --reference {name} {draft}")
    return CLEAN
