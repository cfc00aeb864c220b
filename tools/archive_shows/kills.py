"""Workers and drivers ended by SIGKILL at random moments: the rows are those of a run that nobody disturbed."""

from __future__ import annotations

import random
import signal
import subprocess
import time
from pathlib import Path

from tools.archive_shows.scale import COMMAND, children_of

PORTION = "5000"
"""Bytes of a portion: small, so that a short run has many."""
KINDS = ("documents", "claims", "findings")


def kill_workers(source: Path, folder: Path, times: int, seed: int) -> int:
    """Ends a worker in the middle of a run, until it was done so often."""
    chance = random.Random(seed)
    whole = _undisturbed(source, folder)
    killed, runs, wrong = 0, 0, 0
    while killed < times:
        output = folder / f"workers-{runs}"
        with _begun(source, output) as process:
            while process.poll() is None:
                _until(process, chance, output, 4)
                killed += _end_one(process.pid, chance, output) if killed < times else 0
        wrong += process.returncode != 0 or _differs(whole, output)
        runs += 1
        print(f"run {runs}: {killed} workers ended so far, exit status {process.returncode}, {wrong} wrong", flush=True)
    return int(wrong > 0)


def kill_driver(source: Path, folder: Path, times: int, seed: int) -> int:
    """Ends the driver in the middle of a run, resumes it, ends it again, until it was done so often."""
    chance = random.Random(seed)
    whole = _undisturbed(source, folder)
    killed, runs, wrong, orphans = 0, 0, 0, 0
    while killed < times:
        output = folder / f"driver-{runs}"
        status = None
        while status is None:
            with _begun(source, output, *(("--resume",) if (output / "run.json").exists() else ())) as process:
                workers = _until(process, chance, output, 12)
                if process.poll() is None and killed < times:
                    process.send_signal(signal.SIGKILL)
                    killed += 1
                    process.wait()
                    orphans += _left(workers)
                else:
                    status = process.wait()
        wrong += status != 0 or _differs(whole, output)
        runs += 1
        print(
            f"run {runs}: {killed} drivers ended so far, exit status {status}, {wrong} wrong, {orphans} left over",
            flush=True,
        )
    return int(wrong > 0 or orphans > 0)


def _begun(source: Path, output: Path, *more: str) -> subprocess.Popen[bytes]:
    words = (*COMMAND, str(source), "-o", str(output), "--workers", "2", "--portion", PORTION, *more)
    return subprocess.Popen(words, stdout=subprocess.DEVNULL)


def _undisturbed(source: Path, folder: Path) -> Path:
    output = folder / "undisturbed"
    with _begun(source, output) as process:
        status = process.wait()
    assert status == 0, status
    return output


def _done(output: Path) -> int:
    return len(list((output / "documents").glob("*.parquet")))


def _workers(process: int) -> list[int]:
    """The workers of a driver: what it started and that is no helper of the interpreter's."""
    commands = {each: Path(f"/proc/{each}/cmdline") for each in children_of(process)}
    return [each for each, command in commands.items() if command.exists() and b"spawn_main" in command.read_bytes()]


def _end_one(process: int, chance: random.Random, output: Path) -> int:
    """Ends one of the workers once they write: a cluster that is still starting is another thing."""
    workers = _workers(process) if _done(output) else []
    if not workers:
        return 0
    try:
        signal.pidfd_send_signal(_opened(chance.choice(workers)), signal.SIGKILL)
    except (ProcessLookupError, OSError):
        return 0
    return 1


def _opened(process: int) -> int:
    import os

    return os.pidfd_open(process)


def _until(process: subprocess.Popen[bytes], chance: random.Random, output: Path, most: int) -> list[int]:
    """Waits until some more portions are written, none now and then, or the run ends: the workers it had by then."""
    more = max(_done(output) + chance.randrange(most), 1)
    while process.poll() is None and _done(output) < more:
        time.sleep(0.05)
    time.sleep(chance.uniform(0, 0.5))
    return _workers(process.pid)


def _left(workers: list[int]) -> int:
    """How many workers are still there half a minute after their driver was ended."""
    for _ in range(300):
        there = [each for each in workers if Path(f"/proc/{each}/exe").exists()]
        if not there:
            return 0
        time.sleep(0.1)
    return len(there)


def _differs(whole: Path, output: Path) -> bool:
    """Whether any row of two runs differs, or there is a file more or less."""
    import pyarrow.parquet as pq

    for kind in KINDS:
        names = [sorted(path.name for path in (each / kind).iterdir()) for each in (whole, output)]
        if names[0] != names[1]:
            return True
        if any(not pq.read_table(whole / kind / name).equals(pq.read_table(output / kind / name)) for name in names[0]):
            return True
    return False
