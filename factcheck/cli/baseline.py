"""`factcheck baseline`: writes down what is known of an archive."""

from __future__ import annotations

from datetime import date

import click

from factcheck.cli.day import day
from factcheck.typed import Any


@click.command(short_help="Write down the findings of an archive as known.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--output", "file", metavar="FILE", help="The baseline (default: the configuration's).")
@click.option("--until", callback=day, metavar="DATE", help="The last day on which they count as known.")
@click.option("--reference", multiple=True, metavar="PATH", help="A pack, or a folder of packs, to check against too.")
@click.option("--only-reference", is_flag=True, default=None, help="Leave out the packs that ship.")
@click.option("--exclude", multiple=True, metavar="PATTERN", help="Leave out in folders, as .gitignore would.")
def baseline(paths: tuple[str, ...], file: str | None, until: date | None, **options: Any) -> int:
    """Write the findings of articles into a baseline: from then on `check` marks them, and fails only for new ones.

    \b
    factcheck baseline archive/
    factcheck baseline archive/ --until 2026-12-31

    What was known keeps its first day; what was mended is taken out; articles that are not among PATHS stay.
    """
    from factcheck.cli.options import Options
    from factcheck.cli.run_baseline import write_known

    return write_known(paths, Options(format="plain", **options), file or "", until)
