"""`factcheck reference validate`: everything that is wrong in packs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from factcheck.cache.folder import cache_folder
from factcheck.cli.problems import show
from factcheck.cli.reference.pack_options import folders
from factcheck.cli.reference.pack_tests import run_tests
from factcheck.cli.status import CLEAN, UNCHECKED
from factcheck.desk.pack_folders import packs_at
from factcheck.messages import translate, translate_many
from factcheck.model import Problem
from factcheck.reference.load.compile import diagnose
from factcheck.report.safe import say


@click.command("validate", short_help="Everything that is wrong in packs.")
@click.argument("packs", nargs=-1, metavar="[PACK]...")
@click.option("-v", "--verbose", is_flag=True, help="Also show known conflicts and what somebody should look at.")
def validate_packs(packs: tuple[str, ...], verbose: bool) -> int:
    """Check packs, or folders of packs: each error with its file, line and column.

    Sound packs are tried on the sentences of their tables of the role `tests`, which say what must be flagged and what
    must not. Without PACK, all that articles are held against. Exit status 2 where there is an error.
    """
    asked = packs_at(packs) if packs else folders((), None)
    beside = [path for path in folders((), None) if path not in asked]
    found = diagnose(asked, beside, cache_folder())
    tried, failed = (0, ()) if found.errors else run_tests(asked, beside)
    for problem in (*found.errors, *failed, *(found.warnings if verbose else ())):
        show(problem)
    say(_summary(asked, found.errors, found.warnings, verbose) + _tested(tried, failed))
    return UNCHECKED if found.errors or failed else CLEAN


def _tested(tried: int, failed: Sequence[Problem]) -> str:
    if not tried:
        return ""
    sentences = translate_many("{number} test sentence", "{number} test sentences", tried)
    wrong = translate_many("{number} judged otherwise than said", "{number} judged otherwise than said", len(failed))
    return f"; {sentences}: {wrong if failed else translate('all judged as said')}"


def _summary(asked: Sequence[Path], errors: Sequence[Problem], warnings: Sequence[Problem], verbose: bool) -> str:
    packs = translate_many("{number} pack", "{number} packs", len(asked))
    hint = "" if verbose or not warnings else f" ({translate('--verbose shows them')})"
    doubts = translate_many("{number} known conflict or doubt", "{number} known conflicts and doubts", len(warnings))
    wrong = translate_many("{number} error", "{number} errors", len(errors)) if errors else translate("no errors")
    return f"{packs}: {wrong}, {f'{doubts}{hint}' if warnings else translate('nothing in doubt')}"
