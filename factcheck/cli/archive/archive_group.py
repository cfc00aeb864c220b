"""The verbs of `factcheck archive`, each imported only when it is used."""

from __future__ import annotations

import click

from factcheck.cli.group import LazyGroup

HOME = "factcheck.cli.archive"

VERBS = {
    "check": (f"{HOME}.archive_check:archive_check", "Check millions of articles, side by side."),
    "report": (f"{HOME}.archive_report:archive_report", "What a checked archive says: slips, and who was first."),
    "diff": (f"{HOME}.archive_diff:archive_diff", "What became wrong and what became right between two runs."),
}


class ArchiveGroup(LazyGroup):
    """The group with its own verbs."""

    verbs = VERBS


@click.group(cls=ArchiveGroup, name="archive")
def archive() -> None:
    """Check an archive of articles, and look at what it says.

    \b
    factcheck archive check articles.parquet --output checked/
    factcheck archive report checked/
    factcheck archive diff checked/ checked-again/
    """
