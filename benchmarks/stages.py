"""Stages

What the stages take in one process over articles of 4.7 KB, the median in microseconds an article, each stage called by
hand. *read* is the file to a document with its blocks, *scan* dates, numbers and sums, *bind* sentences, names and
figures to claims, *check* the reference's answers and the rules.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from benchmarks.articles import Article, dense, published, write
from benchmarks.bench import Bench
from benchmarks.result import Result, Table

SIZE = 4700
COUNT = 200
PROBE = Path(__file__).with_name("inside.py")


def measure(bench: Bench) -> Result:
    """A column for articles as published, one for dense ones; --quick: a tenth of them."""
    count = COUNT // 10 if bench.quick else COUNT
    usual = write(bench.folder / f"stages-{count}", (published(number, SIZE) for number in range(count)))
    thick = write(bench.folder / f"stages-dense-{count}", (_dense(number) for number in range(count)))
    columns = [_times(bench, usual), _times(bench, thick)]
    rows = [(stage, *(f"{column[stage]:,.0f}" for column in columns)) for stage in columns[0]]
    table = Table(("µs an article", "as published", "dense"), tuple(rows))
    figures = {f"stage: {stage}": value for stage, value in columns[0].items()}
    return Result((table,), (f"{count} articles of each kind.",), figures)


def _times(bench: Bench, folder: Path) -> dict[str, float]:
    command = [bench.python, "-P", str(PROBE), str(folder)]
    done = subprocess.run(command, env=bench.environment, capture_output=True, text=True, check=True)
    times: dict[str, float] = json.loads(done.stdout)
    return times


def _dense(number: int) -> Article:
    return Article(f"{number:05}.md", dense(SIZE, number * 4).text)
