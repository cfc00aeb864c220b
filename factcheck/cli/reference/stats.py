"""`factcheck reference stats`: how much there is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from factcheck.cli.errors import show
from factcheck.cli.reference.grid import Grid, write
from factcheck.cli.reference.options import folders, format_option, pack_options
from factcheck.cli.status import CLEAN, UNCHECKED
from factcheck.model import Problem
from factcheck.reference.pack import Pack, read_pack
from factcheck.reference.statistics import marked, others, tallies

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
    packs, problems = _read(folders(reference, only_reference))
    for problem in problems:
        show(problem)
    write([_facts(packs), _others(packs), _totals(packs)], form)
    return UNCHECKED if problems else CLEAN


def _read(paths: Sequence[Path]) -> tuple[list[Pack], list[Problem]]:
    packs: list[Pack] = []
    problems: list[Problem] = []
    for path in paths:
        pack, found = read_pack(path)
        problems.extend(found)
        if pack is not None:
            packs.append(pack)
    return packs, problems


def _facts(packs: Sequence[Pack]) -> Grid:
    rows = [tuple(map(str, tally)) for pack in packs for tally in tallies(pack)]
    return Grid("facts", FACTS, rows, right=FACTS[3:])


def _others(packs: Sequence[Pack]) -> Grid:
    rows = [(pack.info.name, name, str(number)) for pack in packs for name, number in others(pack)]
    return Grid("tables", OTHERS, rows, right=("rows",))


def _totals(packs: Sequence[Pack]) -> Grid:
    rows = []
    for pack in packs:
        found = list(tallies(pack))
        facts, conflicts = sum(tally.facts for tally in found), sum(tally.conflicts for tally in found)
        subjects = len({fact.entity for fact in (*pack.facts, *pack.ranks, *pack.counts)})
        rows.append((pack.info.name, *map(str, (facts, subjects, conflicts, marked(pack)))))
    return Grid("totals", TOTALS, rows, right=TOTALS[1:])
