"""Many articles

Articles of 4.7 KB as published, all in one run; and dense ones, which nobody publishes, to show what claims cost.
*MB* is what the largest single process held at most, *MB together* the most that all processes of the run held at one
time, memory that several processes share counted in shares.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.articles import Article, dense, published, write
from benchmarks.bench import Bench
from benchmarks.result import Result, Table, claims_in
from benchmarks.timing import Command, Ran, in_turn, peak, ratio, seconds, together

SIZE = 4700
ROUNDS = 3
ONE = "factcheck, 1 process"
TWO = "factcheck, 2 processes"


def measure(bench: Bench) -> Result:
    """A thousand and ten thousand articles; --quick: a twentieth."""
    share = 20 if bench.quick else 1
    few = write(bench.folder / f"published-{1000 // share}", _published(1000 // share))
    many = write(bench.folder / f"published-{10_000 // share}", _published(10_000 // share))
    thick = write(bench.folder / f"dense-{1000 // share}", _dense(1000 // share))
    parts = [
        _part(bench, "1,000", few, bench.peers(str(few)), ROUNDS),
        _part(bench, "10,000", many, {}, 1),
        _part(bench, "1,000 dense", thick, {}, 1),
    ]
    notes = tuple(note for part in parts for note in part.notes)
    figures = {name: value for part in parts for name, value in part.figures.items()}
    return Result(tuple(part.tables[0] for part in parts), (*notes, *bench.missing_notes()), figures)


def _part(bench: Bench, name: str, folder: Path, peers: Mapping[str, Command], usual: int) -> Result:
    count = f"{len(list(folder.iterdir())):,}{' dense' if 'dense' in name else ''}"
    jobs = {ONE: bench.check("--jobs", "1", str(folder)), TWO: bench.check("--jobs", "2", str(folder))}
    ran = in_turn({**peers, **jobs}, bench.environment, bench.turns(usual), warm=bool(peers))
    beside = ("codespell",) if "codespell" in peers else ()
    head = (f"{count} articles", "s", *(f"/ {other}" for other in beside), f"/ {ONE}", "MB", "MB together")
    rows = [
        (
            tool,
            f"{seconds(ran[tool]):.2f}",
            *(f"{ratio(ran[tool], ran[other]):.2f}" for other in (*beside, ONE)),
            f"{peak(ran[tool]):.0f}",
            _together(bench, jobs[tool]) if tool in jobs else "",
        )
        for tool in ran
    ]
    note = f"{count}: {_counted(bench, folder)} Rounds: {bench.turns(usual)}."
    return Result((Table(head, tuple(rows)),), (note,), _figures(name, ran))


def _figures(name: str, ran: dict[str, list[Ran]]) -> dict[str, float]:
    figures = {
        f"{name}: {tool} / {other}": ratio(ran[tool], ran[other])
        for tool in (ONE, TWO)
        for other in ran
        if tool != other
    }
    return {**figures, f"{name}: {ONE} MB": peak(ran[ONE])}


def _together(bench: Bench, command: Command) -> str:
    held = together(command, bench.environment)
    return f"{held:.0f}" if held else "not told"


def _counted(bench: Bench, folder: Path) -> str:
    files = list(folder.iterdir())
    claims, wrong = claims_in(bench, str(folder))
    size = sum(file.stat().st_size for file in files) / len(files)
    return f"articles of {size:,.0f} bytes on average, {claims:,} claims in all; {wrong:,} articles have findings."


def _published(count: int) -> Iterator[Article]:
    return (published(number, SIZE) for number in range(count))


def _dense(count: int) -> Iterator[Article]:
    return (Article(f"{number:05}.md", dense(SIZE, number * 4).text) for number in range(count))
