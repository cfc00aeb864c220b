"""What several verbs of `factcheck reference` share: their options, and the reference they open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from factcheck.cli.problems import show
from factcheck.config import load_config
from factcheck.desk.pack_folders import pack_folders
from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.model import Problem
from factcheck.reference.ask.reference import Reference
from factcheck.reference.describe import names_like
from factcheck.reference.packs.shipped import DESCRIPTOR
from factcheck.typed import Any, TypeVar

Command = TypeVar("Command", bound=Callable[..., Any])

FORMS = ("rich", "plain", "json", "csv")


def format_option(command: Command) -> Command:
    """`--format`."""
    help_text = "How to write the answer: rich (on a terminal), plain (in a pipe), json or csv."
    return click.option("--format", "form", type=click.Choice(FORMS), help=help_text)(command)


def pack_options(command: Command) -> Command:
    """`--reference` and `--only-reference`, as in `factcheck check`."""
    added = click.option(
        "--reference", multiple=True, metavar="PATH", help="A pack, or a folder of packs, besides those that ship."
    )
    only = click.option("--only-reference", is_flag=True, default=None, help="Leave out the packs that ship.")
    return added(only(command))


def folders(added: Sequence[str], only: bool | None) -> tuple[Path, ...]:
    """The packs that ship, those of the configuration and those named by options."""
    config, problems = load_config(Path())
    for problem in problems:
        show(problem)
    only_added = config.only_reference if only is None else only
    return pack_folders((*config.reference, *added), only_added, config.leave_out)


def folders_beside(pack: Path) -> list[Path]:
    """The packs beside one that is made or added to. A folder of the settings that holds no pack yet, because this one
    is to be the first in it, is none; raises FactcheckError for another that holds none, with the settings."""
    own = pack.resolve()
    found = [path for path in folders((), None) if path.resolve() != own]
    empty = [path for path in found if not (path / DESCRIPTOR).is_file()]
    others = [path for path in empty if path.resolve() not in own.parents]
    if others:
        file = load_config(Path())[0].path
        what = message("There is no pack in this folder, which the settings name as reference: {file}.", file=file)
        raise FactcheckError(what, str(others[0]))
    return [path for path in found if path not in empty]


def nobody(reference: Reference, name: str) -> FactcheckError:
    """That nobody bears a name, and whose names are like it."""
    near = " or ".join(names_like(reference, name))
    if not near:
        return FactcheckError(message("“{name}” is nobody in the reference.", name=name))
    return FactcheckError(message("“{name}” is nobody in the reference. Did you mean {near}?", name=name, near=near))


def open_reference(added: Sequence[str], only: bool | None) -> tuple[Reference, tuple[Problem, ...]]:
    """The reference of all these packs; what is wrong with them has been shown."""
    from factcheck.cache.folder import cache_folder
    from factcheck.reference.ask.reference import load

    reference, problems = load(folders(added, only), cache_folder())
    for problem in problems:
        show(problem)
    return reference, problems
