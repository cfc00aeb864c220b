"""Articles a second of one and of two workers, against a plain loop over the same function in one process."""

from __future__ import annotations

import itertools
import os
import resource
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.timing import memory_of

TIMED = "tools.archive_shows.timed"
COMMAND = (sys.executable, "-m", "factcheck", "--lang", "en", "archive", "check")
PLAIN = """
import resource, sys, time
from pathlib import Path
from factcheck.archive.inputs.find_inputs import find_inputs
from factcheck.archive.inputs.portions import portions_of
from factcheck.archive.running.job import Job, Standard
from factcheck.archive.running.article_check import desk_of
from factcheck.archive.running.portion_check import check_portion
from factcheck.archive.running.pack_states import made_by
folder = Path(sys.argv[2])
for kind in ("documents", "claims", "findings", ".writing"):
    (folder / kind).mkdir(parents=True)
standard = Standard()
job = Job(folder, standard, made_by(desk_of(standard)))
begun, cpu, count = time.monotonic(), time.process_time(), 0
for number, given in enumerate(find_inputs([sys.argv[1]])):
    for portion in portions_of(number, given, {}, 1_000_000):
        count += check_portion(job, portion).counts.documents
print(count, time.monotonic() - begun, time.process_time() - cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
"""The loop without an engine: the same portions, checked and written by the same function one after another."""


class Cost(NamedTuple):
    """Seconds on the clock, seconds of processor time of all processes, and MB at the most of driver and workers.

    `function` is the processor time within the function that checks a portion; `best` the articles a second of the
    third of them that went fastest, which is what other work on the machine disturbed least; `tenths` is the most
    memory of driver and worker in each tenth of the time.
    """

    clock: float
    cpu: float
    driver: float
    workers: float
    function: float = 0.0
    best: float = 0.0
    tenths: tuple[tuple[float, float], ...] = ()


def scale(source: Path, folder: Path, articles: int) -> int:
    """Prints the figures; the exit status is 1 where the engine takes more than a tenth on top of the loop.

    It is held against the loop in two ways: against one that ran before, which a machine that has other work makes
    faster or slower, and against the same function within the run.
    """
    costs = {}
    for workers in (2, 1):
        costs[workers] = run_engine(source, folder / f"workers-{workers}", workers, timed=folder / f"timed-{workers}")
        _print(f"{workers} worker{'s' * (workers > 1)}", articles, costs[workers])
    plain = _plain(source, folder / "plain")
    _print("plain loop", articles, plain)
    one, two = costs[1], costs[2]
    by_clock = f"{one.clock / two.clock / 2:.2f} by the clock ({two.best / one.best / 2:.2f} of the best thirds)"
    print(f"efficiency of two: {by_clock}, {one.cpu / two.cpu:.2f} by processor time")
    inside = max(cost.cpu / cost.function - 1 for cost in costs.values())
    against = (
        f"{one.cpu / plain.cpu - 1:.1%} of the loop's, {plain.best / one.best - 1:.1%} of its time in the best thirds"
    )
    print(f"the engine on top: {inside:.1%} of the function's processor time, {against}")
    return int(inside > 0.1)


def _best(output: Path) -> float:
    """Articles a second of the third of a run that went fastest, by when its portions were written."""
    import pyarrow.parquet as pq

    files = (output / "documents").glob("*.parquet")
    written = sorted((path.stat().st_mtime, pq.read_metadata(path).num_rows) for path in files)
    sums = list(itertools.accumulate(rows for _, rows in written))
    best, right = 0.0, 0
    for left, (begun, _) in enumerate(written):
        while right < len(written) and sums[right] - sums[left] < sums[-1] / 3:
            right += 1
        if right < len(written):
            best = max(best, (sums[right] - sums[left]) / (written[right][0] - begun))
    return best


def _print(name: str, articles: int, cost: Cost) -> None:
    rate = f"{articles / cost.clock:.0f} articles/s (at best {cost.best:.0f})"
    each = f"{cost.cpu * 1000 / articles:.2f} ms cpu each"
    print(f"{name}: {rate}, {each}; driver {cost.driver:.0f} MB, a worker {cost.workers:.0f} MB")
    if cost.function:
        over = f"{cost.cpu:.1f} s cpu, {cost.function:.1f} in the function: {cost.cpu / cost.function - 1:.1%} on top"
        print(f"  {over}; clock {cost.clock:.0f} s")
        print("  most MB of driver, worker by tenths:", *(f"{one:.0f},{other:.0f}" for one, other in cost.tenths))
    sys.stdout.flush()


def _plain(source: Path, output: Path) -> Cost:
    done = subprocess.run(
        (sys.executable, "-c", PLAIN, str(source), str(output)), capture_output=True, text=True, check=True
    )
    _, clock, cpu, memory = done.stdout.split()
    return Cost(float(clock), float(cpu), float(memory) / 1024, 0, best=_best(output))


def run_engine(source: Path, output: Path, workers: int, status: int = 0, timed: Path | None = None) -> Cost:
    """What the whole command costs, its start with it; it is to end with this exit status.

    With `timed` it is told too how much of it was within the function; what each portion took is written there.
    """
    command = COMMAND if timed is None else (sys.executable, "-m", TIMED, str(timed), *COMMAND[3:])
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.monotonic()
    with subprocess.Popen((*command, str(source), "-o", str(output), "--workers", str(workers))) as process:
        peaks = _Peaks(process.pid)
        ended = process.wait()
    clock = time.monotonic() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert ended == status, ended
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    function = sum(map(float, timed.read_text().split())) if timed else 0.0
    return Cost(clock, cpu, peaks.driver, peaks.worker, function, _best(output), peaks.tenths())


class _Peaks:
    """The memory (MB, proportional set size) of a process and of the largest of those below it, second by second."""

    def __init__(self, process: int) -> None:
        self._seen = [(0.0, 0.0)]
        self._process = process
        threading.Thread(target=self._watch, daemon=True).start()

    @property
    def driver(self) -> float:
        """The most that the process had."""
        return max(driver for driver, _ in self._seen)

    @property
    def worker(self) -> float:
        """The most that one of those below it had."""
        return max(worker for _, worker in self._seen)

    def tenths(self) -> tuple[tuple[float, float], ...]:
        """The most of both in each tenth of the time."""
        cuts = [len(self._seen) * tenth // 10 for tenth in range(11)]
        parts = [self._seen[left:right] for left, right in itertools.pairwise(cuts) if left < right]
        return tuple((max(one for one, _ in part), max(other for _, other in part)) for part in parts)

    def _watch(self) -> None:
        while Path(f"/proc/{self._process}").exists():
            below = [memory_of(each) for each in children_of(self._process)]
            self._seen.append((memory_of(self._process), max(below, default=0.0)))
            time.sleep(1)


def children_of(process: int) -> list[int]:
    """The processes that a process started itself and that run."""
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        found = [int(each) for task in tasks for each in (task / "children").read_text().split()]
    except OSError:
        return []
    return [each for each in found if os.path.exists(f"/proc/{each}/exe")]  # noqa: PTH110
