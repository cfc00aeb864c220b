"""What a worker is called with: a portion checked and written, or one article of it checked alone."""

from __future__ import annotations

import gc
from functools import cache

from factcheck.archive.inputs.portions import records_of
from factcheck.archive.inputs.record import Portion, Record
from factcheck.archive.rows.row_kinds import Rows, no_rows
from factcheck.archive.rows.tables_written import Made, write_rows
from factcheck.archive.running.article_check import checked_rows, desk_of, watched
from factcheck.archive.running.job import Done, Job, Standard, done_with
from factcheck.archive.running.pack_states import made_by
from factcheck.errors import FactcheckError
from factcheck.messages import message

WARMING = "Pada 2024 Pemerintah Kota Jambi meraih nilai 93,68, naik dari 85,09 pada 2023, Selasa (3/12/2024)."


class OtherWorkerError(FactcheckError):
    """A worker of a cluster has another version of the program or other packs than the run was begun with."""


def check_portion(job: Job, portion: Portion) -> Done:
    """Checks the articles of a portion and writes their rows.

    Raises OtherWorkerError where this worker would check them by something else, UnwrittenError as `write_rows` does.
    """
    same_as(job)
    rows = no_rows()
    with watched():
        for record in records_of(portion):
            rows.add(checked_rows(record, job))
    write_rows(job.folder, portion.name, rows, job.made)
    return done_with(portion.name, rows.documents)


def check_one(job: Job, record: Record) -> Rows:
    """The rows of one article, not written. Raises OtherWorkerError as `check_portion` does."""
    same_as(job)
    with watched():
        return checked_rows(record, job)


def same_as(job: Job) -> None:
    """Raises OtherWorkerError where this process has another version of the program or other packs than the run."""
    here = _made(job.standard)
    if here != job.made:
        versions = {"here": here.version, "run": job.made.version}
        sentence = message(
            "A worker has factcheck {here} or other packs than this run ({run}): install the same there.", **versions
        )
        raise OtherWorkerError(sentence)


@cache
def _made(standard: Standard) -> Made:
    """By what this process checks. What the first article of a process needs is read here, before an alarm is set."""
    desk = desk_of(standard)
    desk.check(WARMING)
    made = made_by(desk)
    gc.freeze()  # what is loaded lives as long as the worker: no collection need look through it again
    return made
