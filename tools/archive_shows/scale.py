"""Articles a second of one and of two workers, against a plain loop over the same function in one process."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.timing import memory_of

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
    """Seconds on the clock, seconds of processor time of all processes, and MB at the most of driver and workers."""

    clock: float
    cpu: float
    driver: float
    workers: float


def scale(source: Path, folder: Path) -> int:
    """Prints the figures; the exit status is 1 where the engine takes more than a tenth on top of the loop."""
    count, plain = _plain(source, folder / "plain")
    print(f"{count} articles")
    _print("plain loop", count, plain, plain)
    costs = [run_engine(source, folder / f"workers-{workers}", workers) for workers in (1, 2)]
    for workers, cost in enumerate(costs, 1):
        _print(f"{workers} worker{'s' * (workers > 1)}", count, cost, plain)
    one, two = costs
    print(f"efficiency of two: {one.clock / two.clock / 2:.2f} by the clock, {one.cpu / two.cpu:.2f} by processor time")
    over = one.cpu / plain.cpu - 1
    print(f"the engine on top of the loop: {over:.1%} of processor time")
    return int(over > 0.1)


def _print(name: str, count: int, cost: Cost, plain: Cost) -> None:
    memory = f"driver {cost.driver:.0f} MB, a worker {cost.workers:.0f} MB"
    ratio = f"{cost.clock / plain.clock:.2f} of the loop's time, {cost.cpu / plain.cpu:.2f} of its processor time"
    print(f"{name}: {count / cost.clock:.0f} articles/s, {cost.cpu * 1000 / count:.2f} ms cpu each; {ratio}; {memory}")


def _plain(source: Path, output: Path) -> tuple[int, Cost]:
    done = subprocess.run(
        (sys.executable, "-c", PLAIN, str(source), str(output)), capture_output=True, text=True, check=True
    )
    count, clock, cpu, memory = done.stdout.split()
    return int(count), Cost(float(clock), float(cpu), float(memory) / 1024, 0)


def run_engine(source: Path, output: Path, workers: int, status: int = 0) -> Cost:
    """What the whole command costs, its start with it; it is to end with this exit status."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.monotonic()
    with subprocess.Popen((*COMMAND, str(source), "-o", str(output), "--workers", str(workers))) as process:
        peaks = _Peaks(process.pid)
        ended = process.wait()
    clock = time.monotonic() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert ended == status, ended
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(clock, cpu, peaks.driver, peaks.worker)


class _Peaks:
    """The most memory (MB, proportional set size) that a process and the largest of those below it ever had."""

    def __init__(self, process: int) -> None:
        self.driver = self.worker = 0.0
        self._process = process
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        while Path(f"/proc/{self._process}").exists():
            self.driver = max(self.driver, memory_of(self._process))
            below = [memory_of(each) for each in children_of(self._process)]
            self.worker = max(self.worker, *below, 0.0)
            time.sleep(1)


def children_of(process: int) -> list[int]:
    """The processes that a process started itself and that run."""
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        found = [int(each) for task in tasks for each in (task / "children").read_text().split()]
    except OSError:
        return []
    return [each for each in found if os.path.exists(f"/proc/{each}/exe")]  # noqa: PTH110
