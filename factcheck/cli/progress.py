"""A bar on standard error: how many of the articles are done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from factcheck.cli.checker import Result


def watched(results: Iterable[Result], total: int) -> Iterator[Result]:
    """The results as they come; the bar is gone afterwards.

    The first is waited for before there is a bar, which has a thread of its own: processes are started by one that has
    a single thread.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    coming = iter(results)
    first = tuple(islice(coming, 1))
    columns = (TextColumn("articles"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total)
        for result in chain(first, coming):
            progress.advance(task)
            yield result
