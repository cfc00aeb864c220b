"""Work an article

Millions of instructions of the processor for one more article in a run of one process: what a run over sixteen of
a kind takes more than one over its first twelve, so that its start falls out of it, and what is loaded when needed.
The kinds are made by `benchmarks/kinds.py`. A measure that no other process disturbs; `tests/speed/work.toml` holds the
calls behind it within three per cent.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.articles import write
from benchmarks.bench import Bench
from benchmarks.instructions import Counter, counter, nothing_counts
from benchmarks.kinds import KINDS
from benchmarks.result import Result, Table
from benchmarks.timing import Command, run

FEW, MANY = 12, 16
"""Up to the eleventh article of a kind one still needs what none before it did. Not more: under valgrind an article
takes fifty times its time, and its instructions are the same every time."""


def measure(bench: Bench) -> Result:
    """A row a kind: factcheck, codespell, and the one beside the other; --quick: half of the articles."""
    found = counter()
    if found is None:
        return nothing_counts()
    name, count = found
    rows, figures = [], {}
    for kind in KINDS:
        folders = [_written(bench, kind, size // 2 if bench.quick else size) for size in (FEW, MANY)]
        more = len(list(folders[1].iterdir())) - len(list(folders[0].iterdir()))
        size = sum(file.stat().st_size for file in folders[1].iterdir()) / len(list(folders[1].iterdir()))
        took = {}
        for tool in ("factcheck", *(["codespell"] if "codespell" in bench.versions else [])):
            few, many = (_counted(bench, count, _command(bench, tool, folder)) for folder in folders)
            took[tool] = (many - few) / more / 1e6
        beside = took["factcheck"] / took["codespell"] if "codespell" in took else 0.0
        figures[f"work: {kind}"] = took["factcheck"]
        rows.append((kind, f"{size:,.0f}", *(f"{one:.2f}" for one in took.values()), f"{beside:.1f}" if beside else ""))
    head = ("an article", "bytes", *took, "/ codespell")
    return Result((Table(head, tuple(rows)),), (f"Counted by {name}.", *bench.missing_notes()), figures)


def _written(bench: Bench, kind: str, count: int) -> Path:
    return write(bench.folder / f"work-{kind.replace(' ', '-')}-{count}", map(KINDS[kind], range(count)))


def _command(bench: Bench, tool: str, folder: Path) -> Command:
    words = ("check", "--jobs", "1") if tool == "factcheck" else ()
    return (bench.python, *bench.tool(tool, *words, str(folder)))


def _counted(bench: Bench, count: Counter, command: Command) -> int:
    run(command, bench.environment)  # byte code and cache are warm
    return count(bench, command)
