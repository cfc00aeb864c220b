"""`factcheck archive diff`: what a change of the reference made wrong, and what right."""

from __future__ import annotations

import click

from factcheck.cli.archive.run_report import FORMATS_OF_TABLES, diff_archives


@click.command(name="diff", short_help="What became wrong and what became right between two runs.")
@click.argument("old", metavar="OLD", type=click.Path())
@click.argument("new", metavar="NEW", type=click.Path())
@click.option("--most", type=click.IntRange(0), default=20, metavar="N", help="Rows of each table (0: all).")
@click.option("--format", "form", type=click.Choice(FORMATS_OF_TABLES), default="plain", help="How to print them.")
@click.option("--output", "-o", default="", metavar="FILE.html", help="Write the difference as a page instead.")
def archive_diff(old: str, new: str, most: int, form: str, output: str) -> int:
    """Show what NEW says otherwise than OLD: two runs over the same articles, before and after a pack was corrected.

    \b
    factcheck archive diff checked/ checked-again/
    factcheck archive diff checked/ checked-again/ --most 0 --format csv

    \b
    Exit status:
      0  both say the same
      1  something became wrong, right, or wrong in another way
    """
    return diff_archives(old, new, most, form, output)
