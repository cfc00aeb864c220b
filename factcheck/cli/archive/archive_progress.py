"""How far a run over an archive is: a bar on a terminal, lines in a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from factcheck.archive.inputs.record import Portion
from factcheck.archive.running.job import Done
from factcheck.messages import translate, translate_many, translated
from factcheck.report.safe import say

EVERY = 30.0
"""Seconds between two lines of a log."""
TOLD = 20
"""Articles that could not be checked and are told by name."""


class Progress:
    """Counts articles and bytes of the inputs, and shows them by `show(line, bytes done)`."""

    def __init__(self, total: int, show: Callable[[str, int], None]) -> None:
        self.unread: list[tuple[str, str]] = []
        self._total, self._show = total, show
        self._begun = time.monotonic()
        self._articles, self._size = 0, 0
        self._waited = False

    def done(self, done: Done, size: int) -> None:
        """A portion is written."""
        self.unread += done.unread[: TOLD - len(self.unread)]
        self._articles += done.counts.documents
        self._size += size
        self._waited = False
        self._show(self._line(), self._size)

    def retried(self, portion: Portion, reason: str) -> None:
        """A portion is tried another way."""
        number = translate_many("{number} article", "{number} articles", portion.rows)
        say(translate("{number} tried again: {reason}.", number=number, reason=translated(reason)), sys.stderr)

    def waiting(self, workers: int) -> None:
        """Nothing came; that there is nobody to come from is said once."""
        if not workers and not self._waited:
            self._waited = True
            say(translate("There is no worker: waiting for one."), sys.stderr)
        self._show(self._line(), self._size)

    def _line(self) -> str:
        """ "12.000 articles, 95 a second, 15 min left": by the bytes of the inputs, once a fiftieth is done."""
        seconds = max(time.monotonic() - self._begun, 0.001)
        articles = translate_many("{number} article", "{number} articles", self._articles)
        rate = translate("{rate} a second", rate=f"{self._articles / seconds:.0f}")
        if self._size * 50 <= self._total:
            return f"{articles}, {rate}"
        left = seconds * max(self._total - self._size, 0) / self._size
        return f"{articles}, {rate}, {translate('{time} left', time=_duration(left))}"


@contextmanager
def watching(total: int) -> Iterator[Progress]:
    """A listener for a run over inputs of `total` bytes; it shows itself on standard error."""
    if not sys.stderr.isatty():
        yield Progress(total, _now_and_then())
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bar

    with Bar(BarColumn(), TextColumn("{task.description}"), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=max(total, 1))
        yield Progress(total, lambda line, size: bar.update(task, description=line, completed=size))


def _now_and_then() -> Callable[[str, int], None]:
    """Says a line at most every so many seconds."""
    last = [time.monotonic()]

    def show(line: str, size: int) -> None:
        if time.monotonic() - last[0] >= EVERY:
            last[0] = time.monotonic()
            say(time.strftime("%H:%M:%S ") + line, sys.stderr)

    return show


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
