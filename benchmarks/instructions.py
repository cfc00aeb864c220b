"""Instructions

Instructions of the processor for one article of 2.5 KB as published, warm, counted by valgrind, or by perf where there
is no valgrind: a measure that no other process disturbs.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Sequence

from benchmarks.bench import Bench
from benchmarks.one import NOTHING, written
from benchmarks.result import Result, Table
from benchmarks.timing import run

Counter = Callable[[Bench, Sequence[str]], int]


def measure(bench: Bench) -> Result:
    """The table; a note alone where nothing can count."""
    found = counter()
    if found is None:
        return nothing_counts()
    name, count = found
    article = written(bench)
    scripts = {**bench.peers(article), "factcheck --version": bench.tool("factcheck", "--version")}
    scripts |= {
        f"factcheck check, {form}": bench.check("--format", form, article) for form in ("plain", "json", "rich")
    }
    commands = {NOTHING: (bench.python, "-c", "pass")} | {
        tool: (bench.python, *command) for tool, command in scripts.items()
    }
    for command in commands.values():
        run(command, bench.environment)
    counts = {tool: count(bench, command) for tool, command in commands.items()}
    beside = "codespell" if "codespell" in counts else NOTHING
    rows = [(tool, f"{many / 1e6:,.0f}", f"{many / counts[beside]:.2f}") for tool, many in counts.items()]
    figures = {f"instructions: {tool} / {beside}": many / counts[beside] for tool, many in counts.items()}
    table = Table(("", "millions", f"/ {beside}"), tuple(rows))
    return Result((table,), (f"Counted by {name}.", *bench.missing_notes()), figures)


def counter() -> tuple[str, Counter] | None:
    """What can count the instructions of a command here, and how; None where nothing can."""
    return next(((name, count) for name, count in COUNTERS.items() if shutil.which(name)), None)


def nothing_counts() -> Result:
    """What is said where nothing can count."""
    return Result((), ("Neither valgrind nor perf is here: no instructions were counted.",), {})


def _by_valgrind(bench: Bench, command: Sequence[str]) -> int:
    counting = ("valgrind", "--tool=callgrind", f"--callgrind-out-file={bench.folder / 'callgrind.out'}", *command)
    return _number(r"Collected : ([0-9]+)", _said(bench, counting))


def _by_perf(bench: Bench, command: Sequence[str]) -> int:
    return _number(r"^([0-9]+),", _said(bench, ("perf", "stat", "-x,", "-e", "instructions:u", *command)))


def _said(bench: Bench, command: Sequence[str]) -> str:
    environment = {**bench.environment, "PYTHONHASHSEED": "0"}
    return subprocess.run(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False
    ).stderr


def _number(pattern: str, said: str) -> int:
    found = re.search(pattern, said, re.MULTILINE)
    if not found:
        raise subprocess.CalledProcessError(1, "counting instructions", stderr=said)
    return int(found[1])


COUNTERS: dict[str, Counter] = {"valgrind": _by_valgrind, "perf": _by_perf}
