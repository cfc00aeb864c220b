"""What a reference costs by its size: `python -m benchmarks.reference [--sizes 10000 1000000] [--keep FOLDER]`.

Each figure comes from processes of its own, with the byte-code cache on. *cold start* is a whole process that opens
the reference and answers one question, less a process that does nothing; *check* is the whole of `factcheck check` on
one article. *memory* is the most the process held: while building, after the first answer, and after all look-ups (an
index is mapped into memory as it is read, so this grows with what is asked).
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.synthetic import SHAPES, Shape, write_pack

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "articles/01-kota-jambi-zona-hijau.md"
ROUNDS = 15
HEAD = (
    "facts", "build s", "build MB", "files MB", "kept MB", "cold start ms", "check ms", "open ms",
    "first answer ms", "look-ups/s", "MB opened", "MB after",
)  # fmt: skip

PROBE = """
import json, random, resource, sys
from pathlib import Path
from time import perf_counter
folders, cache, asked, shape = json.loads(sys.argv[1])
begun = perf_counter()
from factcheck.reference.store import load
reference, problems = load([Path(folder) for folder in folders], Path(cache))
opened = perf_counter()
assert not problems, problems[:3]
reference.facts("score", "15.71", "2024") if shape is None else reference.facts("m1", "x7", "1903")
answered = perf_counter()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
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
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([opened - begun, answered - opened, asked / spent if asked else 0, peak, after]))
"""


def environment(cache: Path) -> dict[str, str]:
    """The environment of a run: byte code is written, the cache lies in the folder."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(ROOT), "FACTCHECK_CACHE_DIR": str(cache)}


def probe(folders: list[Path], cache: Path, asked: int, shape: Shape | None) -> list[float]:
    """Seconds to open and to answer, look-ups a second, megabytes after the first answer and after all."""
    arguments = json.dumps([[str(folder) for folder in folders], str(cache), asked, shape])
    done = subprocess.run(
        [sys.executable, "-c", PROBE, arguments], env=environment(cache), capture_output=True, check=True
    )
    answer: list[float] = json.loads(done.stdout)
    return answer


def milliseconds(command: list[str], cache: Path) -> float:
    """The median time of a whole process."""
    times = []
    for _ in range(ROUNDS):
        begun = perf_counter()
        subprocess.run(command, env=environment(cache), capture_output=True, check=False)
        times.append(perf_counter() - begun)
    return statistics.median(times) * 1000


def measure(name: str, folders: list[Path], shape: Shape | None, work: Path) -> tuple[str, ...]:
    """A line of the table."""
    cache = work / f"cache-{name}"
    built = probe(folders, cache, 0, shape)
    kept = sum(path.stat().st_size for path in cache.iterdir())
    sizes = [sum(path.stat().st_size for path in folder.rglob("*")) for folder in folders]
    probe(folders, cache, 0, shape)  # the files are old enough now for their times to be trusted
    opened = [probe(folders, cache, 0, shape) for _ in range(ROUNDS)]
    asked = probe(folders, cache, 100_000, shape)
    arguments = json.dumps([[str(folder) for folder in folders], str(cache), 0, shape])
    idle = milliseconds([sys.executable, "-c", "pass"], cache)
    cold = milliseconds([sys.executable, "-c", PROBE, arguments], cache) - idle
    packs = [part for folder in folders for part in ("--reference", str(folder))]
    check = milliseconds([sys.executable, "-m", "factcheck", "check", str(ARTICLE), *packs], cache)
    figures = (
        built[0], built[3], sum(sizes) / 1e6, kept / 1e6, cold, check,
        statistics.median(one[0] for one in opened) * 1000, statistics.median(one[1] for one in opened) * 1000,
        asked[2], opened[0][3], asked[4],
    )  # fmt: skip
    return (name, *(f"{figure:,.2f}" if figure < 100 else f"{figure:,.0f}" for figure in figures))


def main(argv: list[str] | None = None) -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reference", description="A reference by its size.")
    parser.add_argument("--sizes", type=int, nargs="*", default=[10_000, 1_000_000], choices=list(SHAPES))
    parser.add_argument("--keep", type=Path, help="Where the invented packs lie, or are written to stay.")
    options: Any = parser.parse_args(argv)
    from factcheck.reference.shipped import shipped_packs

    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        rows = [HEAD, measure("shipping", list(shipped_packs()), None, work)]
        for size in options.sizes:
            folder = (options.keep or work) / str(size)
            if not folder.exists():
                write_pack(folder, SHAPES[size])
            rows.append(measure(f"{size:,}", [folder], SHAPES[size], work))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)))


if __name__ == "__main__":
    main()
