"""Runs commands for the benchmark: one as JSON a line in, what it took as JSON a line out.

A process of its own, because a new process is told to have held what the one that started it held: this one holds less
than any that is measured.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from time import perf_counter
from types import FrameType


def main() -> None:
    """Answers until standard input ends: seconds, kilobytes held at most, exit status (negative: a signal), and
    the seconds of the processor that the process took itself."""
    unit = 1024 if sys.platform == "darwin" else 1
    nothing = os.open(os.devnull, os.O_RDWR)
    streams = [(os.POSIX_SPAWN_DUP2, nothing, stream) for stream in (0, 1, 2)]
    for line in sys.stdin:
        command, environment, limit = json.loads(line)
        begun = perf_counter()
        child = os.posix_spawn(command[0], command, environment, file_actions=streams)
        _end_after(limit, child)
        _, status, used = os.wait4(child, 0)
        seconds = perf_counter() - begun
        signal.alarm(0)
        ended = os.waitstatus_to_exitcode(status)
        print(json.dumps([seconds, used.ru_maxrss / unit, ended, used.ru_utime]), flush=True)


def _end_after(limit: int, child: int) -> None:
    def end(number: int, frame: FrameType | None) -> None:
        os.kill(child, signal.SIGKILL)

    signal.signal(signal.SIGALRM, end)
    signal.alarm(limit)


if __name__ == "__main__":
    main()
