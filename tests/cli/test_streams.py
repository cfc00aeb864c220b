"""Standard streams that are closed, full or read by nobody: the exit status and the report are as they would be."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
WRONG = "Piagam diserahkan Selasa (2/12/2024) di balai kota.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "wrong.md").write_text(WRONG, "utf-8")
    return tmp_path


def shell(command: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs a command of bash in which `factcheck` is ours."""
    ours = f'factcheck() {{ "{sys.executable}" -m factcheck "$@"; }}; set -o pipefail; {command}'
    environment = {**ENVIRONMENT, **variables}
    return subprocess.run(
        ["bash", "-c", ours], cwd=folder, env=environment, capture_output=True, text=True, timeout=600, check=False
    )


@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("factcheck --version > /dev/full", 2),
        ("factcheck --version >&-", 2),
        ("factcheck check wrong.md >&-", 2),
        ("factcheck check wrong.md >&- 2>&-", 2),
        ("factcheck check wrong.md <&-", 1),
        ("factcheck check - <&-", 2),
        ("factcheck check wrong.md gone.md 2>&-", 2),
        ("factcheck check wrong.md gone.md 2> /dev/full", 2),
        ("factcheck check -v wrong.md 2> /dev/full", 1),
        ("factcheck rules >&-", 2),
    ],
)
def test_streams_that_are_closed_or_full(desk: Path, command: str, status: int) -> None:
    done = shell(command, desk)
    assert done.returncode == status
    assert "Traceback" not in done.stderr
    assert "bug" not in done.stderr


@pytest.mark.parametrize("closed", ["2>&-", "2> /dev/full"])
def test_json_stands_alone_whatever_happens_to_standard_error(desk: Path, closed: str) -> None:
    done = shell(f"factcheck check --format json wrong.md gone.md {closed}", desk)
    assert done.returncode == 2
    assert len(json.loads(done.stdout)["problems"]) == 1


@pytest.mark.parametrize("form", ["plain", "rich", "html", "json", "csv"])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_report_that_is_not_read_to_its_end_was_not_given(desk: Path, form: str, unbuffered: str) -> None:
    (desk / "wrong.md").write_text(WRONG * 1200, "utf-8")
    command = f"factcheck check --format {form} wrong.md | (sleep 0.2; head -c 10 > /dev/null)"
    done = shell(command, desk, PYTHONUNBUFFERED=unbuffered)
    assert (done.returncode, done.stderr) == (2, "")


def test_a_machine_with_little_memory_is_said(desk: Path) -> None:
    (desk / "wrong.md").write_text(WRONG * 20_000, "utf-8")
    done = shell("ulimit -v 60000; factcheck check wrong.md", desk, FACTCHECK_CACHE_DIR="")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "not enough memory" in done.stderr
