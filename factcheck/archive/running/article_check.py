"""One article of an archive checked: the function that `factcheck check` calls, and rows of what it says."""

from __future__ import annotations

import faulthandler
import os
import signal
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import Lock
from time import monotonic

from factcheck.archive.inputs.record import Record
from factcheck.archive.inputs.written_day import written_day
from factcheck.archive.rows.row_kinds import Rows
from factcheck.archive.rows.rows_of import Fields, key_of, rows_of, unread_rows
from factcheck.archive.running.job import Job, Standard
from factcheck.errors import FactcheckError
from factcheck.messages import message, use_language
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.desk.desk import Desk

GAP = b"\n\n"
"""Between the title and the text of an article."""
_one_at_a_time = Lock()
"""Threads of one worker gain nothing from each other, and only one article at a time can be watched."""

SHARE = 100_000
"""Bytes for which an article may take its seconds once more."""
STILL = 10
"""How many times the seconds of an article may pass on the clock."""
_alarm = [0.0, 0.0]
"""When the alarm was last put off, and for how long."""


@cache
def desk_of(standard: Standard) -> Desk:
    """The desk of a worker, opened for its first article and kept; what it reads is kept for the runs after it."""
    from factcheck.cache.start import open_cache
    from factcheck.desk.desk import Desk

    open_cache()
    use_language(standard.language, asked=True)
    chosen = standard._asdict()
    del chosen["language"]
    return Desk(chosen.pop("folder"), **chosen)


def checked_rows(record: Record, job: Job) -> Rows:
    """The rows of an article; where it cannot be read, the one row that says why."""
    if record.problem:
        return unread_rows(record, record.problem)
    try:
        with _one_at_a_time:
            _watch(job.limit * (1 + len(record.data) // SHARE))
            return _rows(record, job)
    except FactcheckError as slip:
        return unread_rows(record, slip.message)
    except MemoryError:
        return unread_rows(record, message("There is not enough memory for this article."))
    except Exception as slip:
        cause = f"{type(slip).__name__}: {slip}"
        return unread_rows(record, message("This is a bug in factcheck, please report it ({cause}).", cause=cause))


def _rows(record: Record, job: Job) -> Rows:
    """Raises FactcheckError for an article that cannot be read."""
    day = record.day or (written_day(record.written) if record.written else None)
    data, fields = _composed(record)
    checked = desk_of(job.standard).check(data, _path(record), day or job.as_of)
    rows = rows_of(record, checked.report, checked.names, fields, _remark(record, day is not None))
    if day is not None and rows.documents[0].published_from == "--as-of":
        rows.documents[0] = rows.documents[0]._replace(published_from="column")
    return rows


def _remark(record: Record, dated: bool) -> str:
    if dated or not record.written:
        return ""
    written = record.written[:60]
    return message("The date “{written}” is not understood: checked without it.", written=written)


def _composed(record: Record) -> tuple[bytes, Fields]:
    """The bytes that are checked: the title, where it stands apart and not in the text too, and the text."""
    if record.row == 1 and record.id == record.source:
        return record.data, Fields(0, "file")
    data = record.data.removeprefix(BOM_UTF8)
    title = record.title.encode()
    if not title or record.ending != ".txt" or data.lstrip().startswith(title):
        return data, Fields(0)
    return title + GAP + data, Fields(len(record.title) + len(GAP))


def _path(record: Record) -> str:
    """What the article is called: the settings of the folder that its input is in hold for it."""
    return record.source if record.id == record.source else f"{key_of(record)}{record.ending}"


@contextmanager
def watched() -> Iterator[None]:
    """What ends this process when an article takes too long is put away when its articles are done."""
    try:
        yield
    finally:
        _let_run(0)
        faulthandler.cancel_dump_traceback_later()
        _alarm[:] = [0.0, 0.0]


def _watch(limit: float) -> None:
    """Ends this process when an article takes more than `limit` seconds of its processor time, or stands still for
    ten times as long: whatever it hangs in, the engine starts another and tells which article it was.

    It is not the clock that counts: on a machine that is busy with other things a short article may take minutes. The
    alarm for what stands still is put off now and then and not for each article: that would take a thread each time.
    """
    _watch_clock(limit * STILL if _let_run(limit) else limit)


def _let_run(seconds: float) -> bool:
    """The system ends this process after so many more seconds of its processor time (0: never); whether it can."""
    try:
        signal.setitimer(signal.ITIMER_PROF, seconds)
    except AttributeError:  # not on Windows
        return False
    return True


def _watch_clock(limit: float) -> None:
    now = monotonic()
    since, before = _alarm
    if limit != before or now - since > limit / 4:
        faulthandler.dump_traceback_later(limit, exit=True, file=_nowhere())
        _alarm[:] = [now, limit]


@cache
def _nowhere() -> int:
    return os.open(os.devnull, os.O_WRONLY)
