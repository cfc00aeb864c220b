"""References by size

Packs of invented facts, and those that ship. Each figure comes from processes of its own. *cold start* is a whole
process that opens the reference and answers one question, less one that does nothing; *open* counts the import of the
modules; *check* is the whole of `factcheck check` on one article. *MB opened* is the most the process held after the
first answer, *MB after* after 100,000 look-ups: an index is mapped into memory as far as it is read.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
from pathlib import Path
from typing import Any

from benchmarks.bench import Bench
from benchmarks.machine import ROOT
from benchmarks.result import Result, Table
from benchmarks.synthetic import SHAPES, Shape, write_pack
from benchmarks.timing import in_turn, seconds

ARTICLE = ROOT / "articles/01-kota-jambi-zona-hijau.md"
ROUNDS = 15
ASKED = 100_000
HEAD = (
    "facts", "build s", "build MB", "files MB", "kept MB", "cold start ms", "check ms", "open ms",
    "first answer ms", "look-ups/s", "MB opened", "MB after",
)  # fmt: skip

PROBE = """
import json, random, resource, sys
from pathlib import Path
from time import perf_counter
folders, cache, asked, shape = json.loads(sys.argv[1])
def most():
    try:
        told = Path("/proc/self/status").read_text().partition("VmHWM:")[2]
        return int(told.split()[0]) / 1024
    except (OSError, IndexError):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
begun = perf_counter()
from factcheck.reference.ask.reference import load
reference, problems = load([Path(folder) for folder in folders], Path(cache))
opened = perf_counter()
assert not problems, problems[:3]
reference.facts("score", "15.71", "2024") if shape is None else reference.facts("m1", "x7", "1903")
answered = perf_counter()
peak = most()
random.seed(1)
if shape is None:
    keys = [("score", entity, "2024") for entity in random.choices(list(reference.entities), k=asked)]
else:
    entities, measures, periods = shape
    keys = [
        (f"m{random.randrange(measures)}", f"x{random.randrange(entities)}", str(1900 + random.randrange(periods)))
        for _ in range(asked)
    ]
start = perf_counter()
for key in keys:
    reference.facts(*key)
spent = perf_counter() - start
print(json.dumps([opened - begun, answered - opened, asked / spent if asked else 0, peak, most()]))
"""


def measure(bench: Bench) -> Result:
    """A row a size; --quick: the smallest alone. The packs are kept in the folder, the largest takes 1 GB."""
    shipping = sorted(path for path in (ROOT / "reference").iterdir() if path.is_dir())
    measured = {"shipping": _row(bench, "shipping", shipping, None)}
    for size, shape in SHAPES.items():
        if bench.quick and size > 10_000:
            continue
        folder = bench.folder / "packs" / str(size)
        if not folder.exists():
            write_pack(folder, shape)
        measured[f"{size:,}"] = _row(bench, str(size), [folder], shape)
    rows = [(name, *map(_shown, row)) for name, row in measured.items()]
    figures = {
        f"reference: {name} {what}": value
        for name, row in measured.items()
        for what, value in zip(HEAD[1:], row, strict=True)
    }
    for name, row in measured.items():
        figures[f"reference: {name} opened of files"] = (
            row[HEAD.index("MB opened") - 1] / row[HEAD.index("kept MB") - 1]
        )
    return Result((Table(HEAD, tuple(rows)),), (f"Rounds: {bench.turns(ROUNDS)}.",), figures)


def _row(bench: Bench, name: str, folders: list[Path], shape: Shape | None) -> tuple[float, ...]:
    cache = bench.folder / f"cache-{name}"
    shutil.rmtree(cache, ignore_errors=True)
    built = _probe(bench, folders, cache, 0, shape)
    kept = sum(path.stat().st_size for path in cache.iterdir())
    sizes = [sum(path.stat().st_size for path in folder.rglob("*")) for folder in folders]
    _probe(bench, folders, cache, 0, shape)  # the files are old enough now for their times to be trusted
    opened = [_probe(bench, folders, cache, 0, shape) for _ in range(bench.turns(ROUNDS))]
    asked = _probe(bench, folders, cache, ASKED, shape)
    cold, check = _cold(bench, folders, cache, shape)
    return (
        built[0], built[3], sum(sizes) / 1e6, kept / 1e6, cold * 1000, check * 1000,
        statistics.median(one[0] for one in opened) * 1000, statistics.median(one[1] for one in opened) * 1000,
        asked[2], opened[0][3], asked[4],
    )  # fmt: skip


def _probe(bench: Bench, folders: list[Path], cache: Path, asked: int, shape: Shape | None) -> list[float]:
    """Seconds to open and to answer, look-ups a second, megabytes after the first answer and after all."""
    command = [bench.python, "-c", PROBE, _arguments(folders, cache, asked, shape)]
    done = subprocess.run(command, env=bench.environment, capture_output=True, text=True, check=True)
    answer: list[float] = json.loads(done.stdout)
    return answer


def _cold(bench: Bench, folders: list[Path], cache: Path, shape: Shape | None) -> tuple[float, float]:
    """Seconds of a process that asks one question less those of an idle one, and of a whole check."""
    packs = [part for folder in folders for part in ("--reference", str(folder))]
    commands: dict[str, Any] = {
        "idle": (bench.python, "-c", "pass"),
        "ask": (bench.python, "-c", PROBE, _arguments(folders, cache, 0, shape)),
        "check": bench.check(str(ARTICLE), *packs),
    }
    ran = in_turn(commands, {**bench.environment, "FACTCHECK_CACHE_DIR": str(cache)}, bench.turns(ROUNDS))
    return seconds(ran["ask"]) - seconds(ran["idle"]), seconds(ran["check"])


def _arguments(folders: list[Path], cache: Path, asked: int, shape: Shape | None) -> str:
    return json.dumps([[str(folder) for folder in folders], str(cache), asked, shape])


def _shown(figure: float) -> str:
    return f"{figure:,.2f}" if figure < 100 else f"{figure:,.0f}"
