"""`factcheck check`: articles in, what does not fit out."""

from __future__ import annotations

from datetime import date

import click

from factcheck.cli.checking import Options, check_articles
from factcheck.config import FAIL_ON, FORMATS


def _day(ctx: click.Context, option: click.Parameter, written: str | None) -> date | None:
    from factcheck.document.dates import read_date

    if written is None:
        return None
    if (day := read_date(written)) is None:
        raise click.BadParameter(f"'{written}' is no date; write it as 2024-12-31.", ctx, option)
    return day


@click.command(short_help="Check articles and show what does not fit.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "--format",
    type=click.Choice(FORMATS),
    help="How to write the report: rich (default on a terminal), plain (default in a pipe) or json.",
)
@click.option(
    "--reference", multiple=True, metavar="PATH", help="A pack, or a folder of packs, to check against too."
)
@click.option("--only-reference", is_flag=True, default=None, help="Leave out the packs that ship.")
@click.option(
    "--as-of",
    callback=_day,
    metavar="DATE",
    help="When articles that bear no date of their own are published.",
)
@click.option(
    "--exclude", multiple=True, metavar="PATTERN", help="Leave out in folders, as .gitignore would."
)
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    help="Exit with 1 for findings of this severity or above (default: warning).",
)
@click.option(
    "--color", type=click.Choice(("auto", "always", "never")), default="auto", help="When to colour."
)
@click.option("--stdin-filename", metavar="NAME", default="", help="What to call the article read from '-'.")
def check(paths: tuple[str, ...], **options: object) -> int:
    """Check articles (.txt, .md), folders of them, or standard input (-); without PATHS this folder.

    \b
    Exit status:
      0  nothing to mend
      1  findings at or above --fail-on
      2  something could not be checked
    """
    return check_articles(paths, Options(**options))  # type: ignore[arg-type]
