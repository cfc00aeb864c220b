"""`factcheck claims`: articles in, all that they claim out."""

from __future__ import annotations

import click

from factcheck.cli.options import Options
from factcheck.cli.run_claims import Wanted, list_articles
from factcheck.cli.shared import names, reference_options
from factcheck.typed import Any

FORMS = ("rich", "plain", "json", "csv")


@click.command(short_help="List everything that an article claims.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...", type=click.Path())
@click.option(
    "--format",
    type=click.Choice(FORMS),
    help="How to write the list. On a terminal it is rich, in a pipe plain; csv is for a spreadsheet.",
)
@click.option("--kind", multiple=True, callback=names, metavar="KINDS", help="Only these kinds (score,rank,figure).")
@click.option("--unchecked", is_flag=True, help="Only claims that the reference leaves open: what a person must check.")
@click.option("--no-figures", is_flag=True, help="Leave out figures that are no claim of a measure.")
@reference_options
@click.option("--exclude", multiple=True, metavar="PATTERN", help="Leave out in folders, as .gitignore would.")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", help="When to colour.")
@click.option("--stdin-filename", metavar="NAME", default="", help="What to call the article read from '-'.")
def claims(paths: tuple[str, ...], kind: tuple[str, ...], unchecked: bool, no_figures: bool, **options: Any) -> int:
    """List every claim of articles, folders of them, or standard input (-); without PATHS of this folder.

    Each with its place, kind, value, who and when it is about, whether the reference bears it out, whose words it is in
    and how it was read. Figures that nothing in the reference measures are listed too: needs no reference at all.

    \b
    factcheck claims draft.md                          all that can be checked
    factcheck claims --unchecked draft.md              what is left to a person
    factcheck claims --format csv drafts/ > list.csv   for a spreadsheet

    \b
    Exit status:
      0  all articles were read
      2  something could not be read
    """
    return list_articles(paths, Options(**options), Wanted(kind, unchecked, not no_figures))
