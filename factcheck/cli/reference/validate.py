"""`factcheck reference validate`: everything that is wrong in packs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from factcheck.cache.folder import cache_folder
from factcheck.cli.packs import pack_folders
from factcheck.cli.problems import show
from factcheck.cli.reference.pack_options import folders
from factcheck.cli.status import CLEAN, UNCHECKED
from factcheck.model import Problem
from factcheck.reference.load.compile import diagnose
from factcheck.report.safe import say


@click.command("validate", short_help="Everything that is wrong in packs.")
@click.argument("packs", nargs=-1, metavar="[PACK]...")
@click.option("-v", "--verbose", is_flag=True, help="Also show known conflicts and what somebody should look at.")
def validate_packs(packs: tuple[str, ...], verbose: bool) -> int:
    """Check packs, or folders of packs: each error with its file, line and column.

    Without PACK, all that articles are held against. Exit status 2 where there is an error.
    """
    asked = pack_folders(packs, True) if packs else folders((), None)
    beside = [path for path in folders((), None) if path not in asked]
    found = diagnose(asked, beside, cache_folder())
    for problem in (*found.errors, *(found.warnings if verbose else ())):
        show(problem)
    say(_summary(asked, found.errors, found.warnings, verbose))
    return UNCHECKED if found.errors else CLEAN


def _summary(asked: Sequence[Path], errors: Sequence[Problem], warnings: Sequence[Problem], verbose: bool) -> str:
    packs = f"{len(asked)} pack{'s' if len(asked) != 1 else ''}"
    hint = "" if verbose or not warnings else " (--verbose shows them)"
    doubts = f"{len(warnings)} known conflicts and doubts{hint}" if warnings else "nothing in doubt"
    return f"{packs}: {len(errors) or 'no'} error{'s' if len(errors) != 1 else ''}, {doubts}"
