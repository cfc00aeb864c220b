"""A newsroom's articles beside codespell

A thousand articles in one process: ordinary news of 2 KB, about which no pack says anything, and articles of 4.7 KB
about the subject of one. *s* is time of the processor that the process took itself, the median of the rounds, so that
what else the machine does counts less; ratios are of the same round. *compiled* is the wheel with its hot modules
compiled, where one lies in dist/.
"""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from pathlib import Path
from zipfile import ZipFile

from benchmarks.articles import write
from benchmarks.bench import Bench
from benchmarks.kinds import KINDS
from benchmarks.machine import ROOT
from benchmarks.result import Result, Table
from benchmarks.timing import Command, Ran, in_turn, peak

COUNT = 1000
ROUNDS = 5
PURE, COMPILED = "factcheck", "factcheck, compiled"
ORDINARY, PUBLISHED = "ordinary", "as published"
AIMS = ((ORDINARY, PURE, 2.0), (ORDINARY, COMPILED, 1.5), (PUBLISHED, PURE, 8.0), (PUBLISHED, COMPILED, 5.0))
"""Kind of articles, tool, and how many times codespell's time it is to take at most."""
SCRIPT = "import sys; sys.path.insert(0, {!r}); from factcheck.__main__ import script; script()"


def measure(bench: Bench) -> Result:
    """A table a kind; --quick: a twentieth of the articles."""
    tables, figures = [], {}
    for kind in (ORDINARY, PUBLISHED):
        count = COUNT // 20 if bench.quick else COUNT
        folder = str(write(bench.folder / f"newsroom-{kind.replace(' ', '-')}-{count}", map(KINDS[kind], range(count))))
        ran = in_turn(_commands(bench, folder), bench.environment, bench.turns(ROUNDS), warm=True)
        tables.append(_table(f"{count:,} {kind}", ran))
        figures |= {f"newsroom: {kind}, {tool} / codespell": _ratio(ran, tool) for tool in ran if "codespell" in ran}
    return Result(tuple(tables), (f"Rounds: {bench.turns(ROUNDS)}.", *bench.missing_notes()), figures)


def _commands(bench: Bench, folder: str) -> dict[str, Command]:
    check = ("check", "--jobs", "1", folder)
    commands: dict[str, Command] = {**bench.peers(folder), PURE: bench.tool(PURE, *check)}
    wheel = _compiled_wheel()
    if wheel is not None:
        unpacked = bench.folder / "compiled"
        with ZipFile(wheel) as archive:
            archive.extractall(unpacked)
        commands[COMPILED] = (bench.python, "-c", SCRIPT.format(str(unpacked)), *check)
    return {name: command for name, command in commands.items() if name != "proselint"}


def _compiled_wheel() -> Path | None:
    wheels = (wheel for wheel in (ROOT / "dist").glob("*.whl") if not wheel.name.endswith("-none-any.whl"))
    return max(wheels, key=lambda wheel: wheel.stat().st_mtime, default=None)


def _table(name: str, ran: Mapping[str, Sequence[Ran]]) -> Table:
    beside = "codespell" in ran
    head = (f"{name} articles", "s", *(("/ codespell",) if beside else ()), "MB")
    rows = (
        (tool, f"{_user(each):.2f}", *((f"{_ratio(ran, tool):.2f}",) if beside else ()), f"{peak(each):.0f}")
        for tool, each in ran.items()
    )
    return Table(head, tuple(rows))


def _user(ran: Sequence[Ran]) -> float:
    return statistics.median(one.user for one in ran)


def _ratio(ran: Mapping[str, Sequence[Ran]], tool: str) -> float:
    return statistics.median(one.user / other.user for one, other in zip(ran[tool], ran["codespell"], strict=True))
