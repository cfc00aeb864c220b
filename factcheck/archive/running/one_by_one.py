"""A portion that ends its workers: each of its articles alone, so that the one that does it is known by name."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.archive.inputs.portions import records_of
from factcheck.archive.inputs.record import Portion, Record
from factcheck.archive.rows.row_kinds import Rows, no_rows
from factcheck.archive.rows.rows_of import unread_rows
from factcheck.archive.rows.tables_written import write_rows
from factcheck.archive.running.engine import Crew
from factcheck.archive.running.job import Done, Job, done_with
from factcheck.archive.running.portion_check import check_one
from factcheck.messages import message
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from distributed import Future

TICK = 1.0
"""Seconds after which is looked whether there are workers."""


def check_each(crew: Crew, job: Job, portion: Portion, waiting: Callable[[int], None]) -> Done:
    """Has the articles of a portion checked one by one, and writes their rows from here.

    `waiting` is told of the workers while nothing comes. Raises UnwrittenError as `write_rows` does.
    """
    records = list(records_of(portion))
    keys = [f"{portion.name}-{id(job):x}-article-{place}" for place in range(len(records))]
    futures = [
        crew.client.submit(check_one, job, record, key=key, pure=False)
        for record, key in zip(records, keys, strict=True)
    ]
    rows = no_rows()
    for record, future in zip(records, futures, strict=True):
        rows.add(_rows(record, _ended(future, crew, waiting)))
    write_rows(job.folder, portion.name, rows, job.made)
    return done_with(portion.name, rows.documents)


def _ended(future: Future, crew: Crew, waiting: Callable[[int], None]) -> Future:
    """The future when there is an answer, while the workers are looked after."""
    while True:
        try:
            future.exception(timeout=TICK)
            return future
        except TimeoutError:
            waiting(crew.tend())


def _rows(record: Record, future: Future) -> Rows:
    """What came of an article, or the row that says what it did to its workers."""
    from distributed import KilledWorker

    slip = future.exception()
    if slip is None:
        found: Rows = future.result()
        return found
    if isinstance(slip, KilledWorker):
        return unread_rows(record, message("Reading this article ended every process that tried, or took too long."))
    cause = f"{type(slip).__name__}: {slip}"
    return unread_rows(record, message("This is a bug in factcheck, please report it ({cause}).", cause=cause))
