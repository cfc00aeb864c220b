"""What a part of the benchmark gives: tables to show, notes, and the figures that targets ask for."""

from __future__ import annotations

import json
import subprocess
from typing import NamedTuple

from benchmarks.bench import Bench


class Table(NamedTuple):
    """A row of names above rows of figures as they are shown."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Result(NamedTuple):
    """`figures` go by names that benchmarks/targets.py knows."""

    tables: tuple[Table, ...]
    notes: tuple[str, ...]
    figures: dict[str, float]


def claims_in(bench: Bench, path: str, limit: float | None = None) -> tuple[int, int]:
    """The claims in the articles and how many of the articles have findings, as `factcheck` counts them; 0 where it
    takes more than `limit` seconds."""
    command = bench.check("--format", "jsonl", "--jobs", "1", path)
    try:
        done = subprocess.run(
            command, env=bench.environment, capture_output=True, text=True, check=False, timeout=limit
        )
    except subprocess.TimeoutExpired:
        return 0, 0
    documents = [one for one in map(json.loads, done.stdout.splitlines()) if "claims" in one]
    return sum(len(one["claims"]) for one in documents), sum(bool(one["findings"]) for one in documents)


def ms(seconds: float) -> str:
    return f"{seconds * 1000:,.0f}" if seconds >= 0.1 else f"{seconds * 1000:.1f}"
