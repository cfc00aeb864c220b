"""Options that several verbs have, and what their values become."""

from __future__ import annotations

from collections.abc import Callable

import click

from factcheck.cli.day import day
from factcheck.typed import Any

_REFERENCE = (
    click.option(
        "--reference", multiple=True, metavar="PATH", help="A pack, or a folder of packs, to check against too."
    ),
    click.option("--only-reference", is_flag=True, default=None, help="Leave out the packs that ship."),
    click.option(
        "--as-of",
        callback=day,
        metavar="DATE",
        help="When articles that bear no date of their own are published.",
    ),
)


def reference_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """What articles are held against, and from when: --reference, --only-reference, --as-of."""
    for option in reversed(_REFERENCE):
        command = option(command)
    return command


def names(ctx: click.Context, option: click.Parameter, written: tuple[str, ...]) -> tuple[str, ...]:
    """The names in an option that takes several at once, with commas or blanks between, and may be given again."""
    return tuple(name for part in written for name in part.replace(",", " ").split())
