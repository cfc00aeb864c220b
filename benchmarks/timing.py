"""Whole processes, timed in turn: A B C, A B C, so that what else the machine does falls on all alike."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from time import sleep
from typing import NamedTuple

LIMIT = 900
"""Seconds after which a process is ended and said to be too slow."""
STEP = 0.05
"""Seconds between two looks at the memory of several processes."""

Command = Sequence[str]


class Ran(NamedTuple):
    """A process that ran: seconds, the most megabytes that one process of it held, exit status (negative: ended);
    `user` are the seconds of the processor that it took itself."""

    seconds: float
    peak: float
    status: int
    user: float


@cache
def _launcher() -> subprocess.Popen[str]:
    """The small process that starts the others; it ends with this one."""
    command = (sys.executable, "-I", "-S", str(Path(__file__).with_name("launcher.py")))
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def run(command: Command, environment: Mapping[str, str]) -> Ran:
    """Runs a command to its end, its output thrown away. The peak is that of the largest single process."""
    launcher = _launcher()
    assert launcher.stdin and launcher.stdout
    launcher.stdin.write(json.dumps([[*map(str, command)], dict(environment), LIMIT]) + "\n")
    launcher.stdin.flush()
    took, kilobytes, status, user = json.loads(launcher.stdout.readline())
    return Ran(took, kilobytes / 1024, status, user)


def in_turn(
    commands: Mapping[str, Command],
    environment: Mapping[str, str],
    rounds: int,
    before: Callable[[str], None] = lambda name: None,
    warm: bool = True,
) -> dict[str, list[Ran]]:
    """So many rounds of all commands, after one that does not count where they are to be warmed up.

    `before` is called ahead of each, untimed.
    """
    ran: dict[str, list[Ran]] = {name: [] for name in commands}
    for turn in range(-warm, rounds):
        for name, command in commands.items():
            before(name)
            one = run(command, environment)
            ran[name] += [one] if turn >= 0 else []
    return ran


def seconds(ran: Sequence[Ran]) -> float:
    """The median."""
    return statistics.median(one.seconds for one in ran)


def peak(ran: Sequence[Ran]) -> float:
    """The median of the peaks, in megabytes."""
    return statistics.median(one.peak for one in ran)


def ratio(ran: Sequence[Ran], other: Sequence[Ran]) -> float:
    """How many times as long as the other in the same round: the median over the rounds."""
    return statistics.median(one.seconds / two.seconds for one, two in zip(ran, other, strict=True))


def together(command: Command, environment: Mapping[str, str]) -> float:
    """The most megabytes that a process and its children held at one time, what is shared counted in shares.

    Looked at every 50 ms; 0 where the system does not tell (/proc/PID/smaps_rollup).
    """
    child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = 0.0
    while child.poll() is None:
        most = max(most, sum(memory_of(pid) for pid in _family(child.pid)))
        sleep(STEP)
    return most


def _family(pid: int) -> list[int]:
    try:
        told = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(one for child in told for one in _family(int(child)))]


def memory_of(pid: int) -> float:
    """MB that a process holds, what it shares counted by its part."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
