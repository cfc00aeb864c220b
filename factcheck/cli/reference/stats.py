"""`factcheck reference stats`: how much there is."""

from __future__ import annotations

from collections.abc import Sequence

import click

from factcheck.cache.folder import cache_folder
from factcheck.cli.problems import show
from factcheck.cli.reference.grid import Grid, write
from factcheck.cli.reference.pack_options import folders, format_option, pack_options
from factcheck.cli.status import CLEAN, UNCHECKED
from factcheck.reference.holdings import Holdings
from factcheck.reference.load.compile import count_all

FACTS = ("pack", "year", "measure", "facts", "subjects", "sources", "conflicts")
OTHERS = ("pack", "table", "rows")
TOTALS = ("pack", "facts", "subjects", "conflicts", "rows marked as conflict")


@click.command("stats", short_help="How many facts there are, by pack, year and measure.")
@pack_options
@format_option
def stats(reference: tuple[str, ...], only_reference: bool | None, form: str | None) -> int:
    """Count the facts of every pack by year and measure, with the conflicts between sources.

    A conflict is one thing (a measure of somebody in a year, a rank, a count) of which more than one value is held.
    """
    found, problems = count_all(folders(reference, only_reference), cache_folder())
    for problem in problems:
        show(problem)
    write([_facts(found), _others(found), _totals(found)], form)
    return UNCHECKED if problems else CLEAN


def _facts(found: Sequence[Holdings]) -> Grid:
    rows = [tuple(map(str, tally)) for pack in found for tally in pack.tallies]
    return Grid("facts", FACTS, rows, right=FACTS[3:])


def _others(found: Sequence[Holdings]) -> Grid:
    rows = [(pack.pack, name, str(number)) for pack in found for name, number in pack.others]
    return Grid("tables", OTHERS, rows, right=("rows",))


def _totals(found: Sequence[Holdings]) -> Grid:
    return Grid("totals", TOTALS, [_total(pack) for pack in found], right=TOTALS[1:])


def _total(pack: Holdings) -> tuple[str, ...]:
    facts = sum(tally.facts for tally in pack.tallies)
    conflicts = sum(tally.conflicts for tally in pack.tallies)
    marked = "" if pack.marked is None else str(pack.marked)
    return (pack.pack, str(facts), str(pack.subjects), str(conflicts), marked)
