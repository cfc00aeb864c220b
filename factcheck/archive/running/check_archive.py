"""A run over an archive from its inputs to its counts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from factcheck.archive.inputs.portions import portions_of
from factcheck.archive.inputs.record import Portion
from factcheck.archive.rows.tables_written import is_done
from factcheck.archive.running.drive import Driver, Listener
from factcheck.archive.running.engine import engine
from factcheck.archive.running.job import Counts, Done, Job
from factcheck.archive.running.reconcile import differences, done_before
from factcheck.archive.running.run_record import Run, begin, finish, only_run
from factcheck.document.published import read_date
from factcheck.typed import NamedTuple


class Outcome(NamedTuple):
    """What came of a run: `differences` between what was read and what was written, none when all is well."""

    counts: Counts
    differences: tuple[str, ...]


class Hands(NamedTuple):
    """Who checks: so many `workers` here, or the cluster at an address."""

    workers: int = 1
    cluster: str = ""


def check_archive(run: Run, folder: Path, hands: Hands, listener: Listener, *, resume: bool = False) -> Outcome:
    """Checks the articles of the inputs and writes their rows into `folder`.

    Raises FactcheckError where the folder cannot be taken, nothing can be written any more, or there is no engine.
    """
    counted = _Counted(listener)
    with only_run(folder):
        begin(folder, run, resume)
        job = Job(folder.resolve(), run.standard, run.made, read_date(run.as_of), run.limit)
        _drive(job, counted.left(run, folder), hands, counted)
        found = tuple(differences(folder, counted.expected))
        if not found:
            finish(folder, counted.counts)
    return Outcome(counted.counts, found)


def _drive(job: Job, portions: Iterator[Portion], hands: Hands, listener: Listener) -> None:
    """The engine is started when there is something to do."""
    first = next(portions, None)
    if first is None:
        return
    with engine(hands.workers, hands.cluster) as crew:
        Driver(crew, job, listener).run(chain((first,), portions))


class _Counted:
    """Counts what is done, and passes it on; knows how many articles each portion has."""

    def __init__(self, listener: Listener) -> None:
        self.counts = Counts()
        self.expected: dict[str, int] = {}
        self._listener = listener
        self.retried, self.waiting = listener.retried, listener.waiting

    def left(self, run: Run, folder: Path) -> Iterator[Portion]:
        """The portions that are still to be done; of the others it is told that they are."""
        for number, given in enumerate(run.inputs):
            for portion in portions_of(number, given, run.columns, run.portion):
                self.expected[portion.name] = portion.rows
                if is_done(folder, portion.name):
                    self.done(done_before(folder, portion.name), portion.size)
                else:
                    yield portion

    def done(self, done: Done, size: int) -> None:
        """A portion is written."""
        self.counts = self.counts.plus(done.counts)
        self._listener.done(done, size)
