"""`factcheck reference pull`: a pack from the web."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from factcheck.cli.problems import show
from factcheck.cli.reference.pack_options import folders
from factcheck.cli.status import CLEAN, UNCHECKED
from factcheck.messages import translate
from factcheck.reference.pull.download import Progress
from factcheck.reference.pull.install import Wish, pull
from factcheck.report.safe import say
from factcheck.web import Limits


@click.command("pull", short_help="Fetch a pack, or its newest state, from the web.")
@click.argument("url")
@click.option("--to", type=click.Path(path_type=Path), help="The folder of the pack (else its name, here).")
@click.option("--sha256", metavar="HASH", default="", help="Take only what has this hash.")
@click.option("--force", is_flag=True, help="Give up what was changed here.")
@click.option("--limit", type=click.IntRange(1), default=200, metavar="MB", show_default=True, help="Size.")
@click.option("--timeout", type=click.FloatRange(0.1), default=120, metavar="S", show_default=True, help="Time.")
@click.option("--allow-private", is_flag=True, help="Follow an address into the inner network.")
def pull_pack(
    url: str, to: Path | None, sha256: str, force: bool, limit: int, timeout: float, allow_private: bool
) -> int:
    """Fetch the pack at URL: a zip, or a datapackage.json with its tables beside it (http or https), or a folder of a
    git repository (git+https://HOST/REPOSITORY.git@REVISION#FOLDER).

    --sha256 pins a file of the web, a commit as REVISION pins a repository.

    The pack is checked before it takes the place of the old one; if anything is wrong, the old one stays as it is.
    Pulling again asks the server only for what has changed.
    """
    wish = Wish(url, to, sha256, force, Limits(limit * 1_000_000, timeout, private=allow_private))
    with _progress() as progress:
        pulled = pull(wish, folders((), None), progress)
    for problem in pulled.problems:
        show(problem)
    if pulled.problems:
        return UNCHECKED
    say(f"{pulled.folder}: {translate('pulled') if pulled.changed else translate('nothing has changed')}")
    return CLEAN


@contextmanager
def _progress() -> Iterator[Progress]:
    """A bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, TransferSpeedColumn
    from rich.progress import Progress as Bar

    columns = (BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total or None)
