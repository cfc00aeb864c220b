"""One article of 200 MB among small ones, in every kind of table: how much memory driver and worker need."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from tools.archive_shows.made_articles import made_articles
from tools.archive_shows.scale import run_engine

SIZE = 200_000_000


def large(folder: Path) -> int:
    """Prints the peaks; the exit status is 1 where a driver that reads a stream needs more than it does without."""
    rows = list(made_articles(200, 1))
    rows.insert(100, {**rows[0], "id": "large", "isi": "Kata demi kata. " * (SIZE // 16)})
    small = run_engine(_lines(rows[:100], folder / "small.jsonl"), folder / "out-small", 1)
    print(f"without: driver {small.driver:.0f} MB, worker {small.workers:.0f} MB")
    high = 0.0
    for write, name in ((_lines, "large.jsonl"), (_table, "large.csv"), (_parquet, "large.parquet")):
        cost = run_engine(write(rows, folder / name), folder / f"out-{name}", 1, status=2)
        print(f"{name}: driver {cost.driver:.0f} MB, worker {cost.workers:.0f} MB")
        high = max(high, cost.driver)
    return int(high > small.driver + 150)


def _lines(rows: list[dict[str, Any]], path: Path) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def _table(rows: list[dict[str, Any]], path: Path) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def _parquet(rows: list[dict[str, Any]], path: Path) -> Path:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.Table.from_pylist(rows), path)
    return path
