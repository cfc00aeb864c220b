"""A bar on standard error: how many of the articles are done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.cli.checker import Result


def watched(results: Iterable[Result], total: int) -> Iterator[Result]:
    """The results as they come; the bar is gone afterwards."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("articles"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total)
        for result in results:
            progress.advance(task)
            yield result
