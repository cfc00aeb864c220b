"""Work measured by itself, so that the measure is the same on any machine: in calls, or at twice the size.

Calls are exact, but what one call does over a whole text is not seen by them; the clock of the processor sees it, and
stands still while another process has the processor. What it shows is only ever held against itself.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from cProfile import Profile
from math import inf
from threading import active_count
from time import thread_time
from types import FrameType
from typing import Any

LINEAR = 3
"""How many times as long twice the work may take: 2 is linear, 4 quadratic."""
OURS = f"{os.sep}factcheck{os.sep}"
TraceFunction = Callable[[FrameType, str, Any], Any]
SEES_ALL = sys.version_info >= (3, 12)
LEAST, MOST = 2, 15
"""How often both sizes are measured: another process only ever makes a run longer, so the shortest runs count."""


def calls(work: Callable[[], object]) -> int:
    """How many functions are called while the work is done.

    Nothing is collected meanwhile: what other tests left may have last words, and Hypothesis has a function called at
    every collection, of which there are more as the work grows. Nor is what another thread does, a server of other
    tests: since CPython 3.12 the profiler sees all threads of a process.
    """
    with _nothing_collected():
        return _noted(work) if SEES_ALL and active_count() > 1 else _profiled(work)


def _profiled(work: Callable[[], object]) -> int:
    counter = Profile(subcalls=False)
    counter.runcall(work)
    return sum(entry.callcount for entry in counter.getstats())


def _noted(work: Callable[[], object]) -> int:
    """The same count of this thread alone, several times as slow."""
    counted = 0

    def note(_frame: object, event: str, _what: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return counted


def steps(work: Callable[[], object]) -> int:
    """How many lines of Python of ours are run, every turn of a loop as a line of its own: also of those inside of an
    expression, which are no calls. What one call of C does is not seen. Ten times as slow as the work."""
    counted = 0

    def inside(_frame: FrameType, event: str, _what: object) -> TraceFunction:
        nonlocal counted
        counted += event == "line"
        return inside

    def entered(frame: FrameType, _event: str, _what: object) -> TraceFunction | None:
        return inside if OURS in frame.f_code.co_filename else None

    before = sys.gettrace()
    with _nothing_collected():
        sys.settrace(entered)
        try:
            work()
        finally:
            sys.settrace(before)
    return counted


def added(counted: Sequence[int]) -> float:
    """What the second doubling adds, as a multiple of what the first added: 2 is linear, 4 quadratic."""
    few, more, most = counted
    return (most - more) / (more - few)


def with_pairs(counted: Sequence[int], sizes: Sequence[int], each: int = 1) -> list[int]:
    """The counts as they would be with so many calls for each pair of pieces."""
    return [count + each * (size * (size - 1) // 2) for count, size in zip(counted, sizes, strict=True)]


def times_as_long(work: Callable[[int], Callable[[], object]], size: int) -> float:
    """How many times as long work of twice the size takes.

    `work` makes what is measured ready and gives it; what it does itself is not measured. Every time it is asked for a
    little more, so that nothing is found in a cache.
    """
    short = long = inf
    for more in range(MOST):
        short = min(short, _seconds(work(size + more)))
        long = min(long, _seconds(work(2 * (size + more))))
        if more + 1 >= LEAST and long < LINEAR * short:
            break
    return long / short


def _seconds(task: Callable[[], object]) -> float:
    """The processor's time for a task, without that for collecting what all tests before it left."""
    with _nothing_collected():
        start = thread_time()
        task()
        return thread_time() - start


@contextmanager
def _nothing_collected() -> Iterator[None]:
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
