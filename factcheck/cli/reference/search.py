"""`factcheck reference search`: where words occur."""

from __future__ import annotations

import click

from factcheck.cli.reference.grid import Grid, write
from factcheck.cli.reference.pack_options import format_option, open_reference, pack_options
from factcheck.cli.status import CLEAN, FINDINGS, UNCHECKED
from factcheck.reference.describe import search

COLUMNS = ("what", "id", "name", "detail")


@click.command("search", short_help="Where words occur: names, people, laws, events.")
@click.argument("words", nargs=-1, required=True)
@pack_options
@format_option
def search_words(
    words: tuple[str, ...], reference: tuple[str, ...], only_reference: bool | None, form: str | None
) -> int:
    """Search names, people, laws and events for all of WORDS, capitals or not.

    Exit status 1 where nothing is found.
    """
    known, problems = open_reference(reference, only_reference)
    rows = [tuple(hit) for hit in search(known, " ".join(words))]
    write([Grid("found", COLUMNS, rows)], form)
    return UNCHECKED if problems else CLEAN if rows else FINDINGS
