"""`factcheck init`: sets up a repository of articles."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from factcheck.errors import FactcheckError
from factcheck.files import write_whole
from factcheck.messages import message, translate, translated
from factcheck.reference.edit.new import new_files
from factcheck.report.safe import say
from factcheck.starter.plan import HOOK, Step, plan, repository
from factcheck.system_words import reason_of


@click.command(short_help="Set up a repository of articles.")
@click.argument("folder", default=".", metavar="[FOLDER]")
@click.option("--yes", "-y", is_flag=True, help="Write without asking.")
@click.option("--pack", metavar="NAME", default="contoh", show_default=True, help="What to call the starter pack.")
@click.option("--no-pack", is_flag=True, help="Write no starter pack.")
def init(folder: str, yes: bool, pack: str, no_pack: bool) -> int:
    """Set up a repository of articles: the settings, the pre-commit hook, and a pack to start from.

    \b
    factcheck init
    factcheck init --yes --no-pack articles/

    A file that is there is never overwritten.
    """
    place = Path(folder)
    if not place.is_dir():
        raise FactcheckError(message("There is no such folder."), folder)
    steps = plan(place, {} if no_pack else new_files(pack), pack)
    _announce(steps, folder)
    wanted = [step for step in steps if not step.there]
    if not wanted or not (yes or _asked()):
        return 0
    for step in wanted:
        _write(place / step.path, step.content)
    _advise(place)
    return 0


def _announce(steps: Sequence[Step], folder: str) -> None:
    for step in steps:
        verb = translate("is there, left as it is") if step.there else translate("to write")
        say(f"{verb:>24}  {os.path.normpath(Path(folder) / step.path)}  ({translated(step.what)})")
    if any(step.there and Path(step.path).name == HOOK for step in steps):
        hook = next(step.content for step in steps if Path(step.path).name == HOOK)
        entry = hook.partition("\n")[2]
        add = translate("Add this under `repos:` in {file}:", file=HOOK)
        print(f"\n{add}\n\n{entry}")


def _asked() -> bool:
    if not sys.stdin.isatty():
        raise FactcheckError(
            message("Nothing was written: nobody is there to ask; `factcheck init --yes` writes without.")
        )
    return click.confirm(translate("Write these files?"), default=True)


def _write(path: Path, content: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as slip:
        raise FactcheckError(
            message("This folder cannot be made: {reason}.", reason=reason_of(slip)), str(path.parent)
        ) from slip
    write_whole(str(path), content.encode())


def _advise(place: Path) -> None:
    install = "pre-commit install" if (repository(place) / ".git").exists() else "git init && pre-commit install"
    print(f"\n{translate('Now:')}")
    say(f"  {'factcheck check':<32}{translate('checks the articles here')}")
    say(f"  {install:<32}{translate('checks every commit (pip install pre-commit)')}")
    say(f"  {'factcheck rules':<32}{translate('what is looked for')}")
