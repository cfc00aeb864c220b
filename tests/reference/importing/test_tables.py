"""Tables in the ways of statistics offices: imported with one command, and an article held against what comes of it."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from workbooks import make

from factcheck.api import check_text
from factcheck.model import DocumentReport
from factcheck.reference.ask.reference import load

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
CASES = tomllib.loads((HERE / "tables.toml").read_text("utf-8"))["case"]


def run(*arguments: str, folder: Path, language: str = "en") -> subprocess.CompletedProcess[str]:
    """Runs `factcheck` in a folder as a user does."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "FACTCHECK_LANG": language}
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments], cwd=folder, capture_output=True, env=environment,
        timeout=600, check=False, encoding="utf-8", stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert "bug in factcheck" not in done.stderr
    return done


def facts(pack: Path) -> list[dict[str, str]]:
    with (pack / "facts.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def said(row: dict[str, str]) -> str:
    """A row as the cases write it: entity, period, what the measures say, the note."""
    aside = ("source", "trust", "conflict", "published")
    return " ".join(cell for name, cell in row.items() if name not in aside and cell)


def report(article: str, packs: Path) -> DocumentReport:
    reference, problems = load([ROOT / "reference/wilayah", packs / "meja"], None)
    assert problems == ()
    return check_text(article, published=date(2025, 1, 15), reference=reference)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_one_command_and_an_article(case: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    make(tmp_path, case)
    done = run("reference", "import", case["file"], "packs/meja", *case["options"], "--write", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert [line for line in case.get("shown", []) if line not in done.stdout] == [], done.stdout
    rows = facts(tmp_path / "packs/meja")
    assert len(rows) == case["rows"]
    for expected in case["facts"]:
        entity, period, *values = expected.split(" ", 3)
        here = [said(row) for row in rows if (row["entity"], row["period"]) == (entity, period)]
        assert len(here) == 1
        assert all(f" {value}" in here[0] for value in values), here
    right = report(case["right"], tmp_path / "packs")
    assert right.findings == ()
    assert [claim.verdict for claim in right.claims].count("supported") >= case["agree"]
    wrong = report(case["wrong"], tmp_path / "packs")
    assert [finding.expected for finding in wrong.findings] == [case["expected"]]
