"""A portion that ends its workers: each of its articles alone, so that the one that does it is known by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.archive.inputs.portions import records_of
from factcheck.archive.inputs.record import Portion, Record
from factcheck.archive.rows.row_kinds import Rows, no_rows
from factcheck.archive.rows.rows_of import unread_rows
from factcheck.archive.rows.tables_written import write_rows
from factcheck.archive.running.job import Done, Job, done_with
from factcheck.archive.running.portion_check import check_one
from factcheck.messages import message

if TYPE_CHECKING:
    from distributed import Client, Future


def check_each(client: Client, job: Job, portion: Portion) -> Done:
    """Has the articles of a portion checked one by one, and writes their rows from here.

    Raises UnwrittenError as `write_rows` does.
    """
    records = list(records_of(portion))
    keys = [f"{portion.name}-{id(job):x}-article-{place}" for place in range(len(records))]
    futures = [
        client.submit(check_one, job, record, key=key, pure=False) for record, key in zip(records, keys, strict=True)
    ]
    rows = no_rows()
    for record, future in zip(records, futures, strict=True):
        rows.add(_rows(record, future))
    write_rows(job.folder, portion.name, rows, job.made)
    return done_with(portion.name, rows.documents)


def _rows(record: Record, future: Future) -> Rows:
    """What came of an article, or the row that says what it did to its workers."""
    from distributed import KilledWorker, wait

    wait([future])
    if future.status == "finished":
        found: Rows = future.result()
        return found
    slip = future.exception()
    if isinstance(slip, KilledWorker):
        return unread_rows(record, message("Reading this article ended every process that tried, or took too long."))
    cause = f"{type(slip).__name__}: {slip}"
    return unread_rows(record, message("This is a bug in factcheck, please report it ({cause}).", cause=cause))
