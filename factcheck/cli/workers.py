"""The articles of a run checked one after the other, or in several processes where that is worth their start."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.cache.start import open_cache
from factcheck.cli.checker import Checker, Result, make_checker, result_of
from factcheck.cli.options import Options
from factcheck.cli.own_settings import OwnSettings
from factcheck.cli.sources import Source
from factcheck.model import Problem
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.synchronize import Semaphore

WORTH = 600_000
"""Bytes of articles above which a second process pays: half a second of work and more against some 0.15 s for a
start."""
MOST = 8
CHUNK = 16
"""Articles handed to a process at a time: few enough that the report keeps flowing."""

_here: list[tuple[Options, Checker, Semaphore]] = []


def results(sources: Sequence[Source], options: Options, own: OwnSettings, checker: Checker) -> Iterator[Result]:
    """What comes of each article, in the order of `sources`."""
    count = processes(sources, options.jobs)
    if count < 2:
        return (result_of(source, options, checker) for source in sources)
    return _side_by_side(sources, options, own, checker, count)


def processes(sources: Sequence[Source], asked: int) -> int:
    """How many processes to use: as many as `asked` for (0: what pays), never more than there are chunks."""
    useful = -(-len(sources) // CHUNK)
    if asked:
        return min(asked, useful)
    if useful < 2 or sum(map(_size, sources)) < WORTH:
        return 1
    return min(os.cpu_count() or 1, MOST, useful)


def _side_by_side(
    sources: Sequence[Source], options: Options, own: OwnSettings, checker: Checker, count: int
) -> Iterator[Result]:
    """The results of `count` processes; where one of them is killed, this process does the rest.

    None of them outlives the results, read to their end or not. The thread that hands out the articles is waited for:
    left behind, it closes its pipe while the interpreter, on its way out, writes into it ("Bad file descriptor").
    """
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import Semaphore

    stop = Semaphore(0)
    pool = ProcessPoolExecutor(count, initializer=_start, initargs=(options, own.asked, stop, os.getpid()))
    done = 0
    try:
        for done, result in enumerate(pool.map(_one, sources, chunksize=CHUNK), 1):  # noqa: B007
            yield result
    except BrokenProcessPool:
        yield from (result_of(source, options, checker) for source in sources[done:])
    finally:
        stop.release()
        pool.shutdown(cancel_futures=True)


def _start(options: Options, asked: Options, stop: Semaphore, first: int) -> None:
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process hears the keyboard and ends the others
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_end_with, args=(first,), daemon=True).start()
    open_cache()  # where a process is no copy of the first, as on macOS and Windows
    _here.append((options, make_checker(OwnSettings(asked), ()), stop))


def _end_with(first: int) -> None:
    """Ends this process soon after the first one has gone, however it went: nobody waits for what it does."""
    import time

    while os.getppid() == first:
        time.sleep(0.5)
    os._exit(1)


def _one(source: Source) -> Result:
    """The report of an article; of those that are still to come when all is to stop, nothing that anyone reads."""
    options, checker, stop = _here[-1]
    return Problem("", source.path) if _raised(stop) else result_of(source, options, checker)


def _raised(stop: Semaphore) -> bool:
    """Whether the first process has raised the sign; each that sees it raises it for the next."""
    seen = stop.acquire(block=False)
    if seen:
        stop.release()
    return seen


def _size(source: Source) -> int:
    try:
        return len(source.data) if source.data is not None else Path(source.path).stat().st_size
    except OSError:
        return 0
