"""What the command imports before it works: a start must not be felt."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "click",
    "rich",
    "requests",
    "rapidfuzz",
    "sqlite3",
    "importlib.metadata",
    "pathspec",
    "csv",
    "tomllib",
    "asyncio",
}
PROBE = """
import sys
from factcheck.__main__ import main
try:
    main(sys.argv[1:])
finally:
    print(*sorted(sys.modules), sep="\\n", file=sys.stderr)
"""


def imported(*arguments: str, folder: Path) -> set[str]:
    """The modules in memory after a run of `factcheck` with these arguments."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", PROBE, *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return set(done.stderr.split("\n"))


@pytest.mark.parametrize("flag", ["--version", "-V"])
def test_version_imports_nothing_heavy(flag: str, tmp_path: Path) -> None:
    modules = imported(flag, folder=tmp_path)
    assert not modules & HEAVY
    assert {name for name in modules if name.startswith("factcheck")} == {
        "factcheck",
        "factcheck.__main__",
        "factcheck.version",
    }


def test_help_imports_no_verb(tmp_path: Path) -> None:
    modules = imported("--help", folder=tmp_path)
    assert "factcheck.cli.check" not in modules
    assert not modules & (HEAVY - {"click"})


@pytest.mark.parametrize("form", ["plain", "json"])
def test_check_without_a_terminal_imports_no_rich(form: str, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("Nilai Kota Palu 91,20.\n", "utf-8")
    modules = imported("check", "--format", form, "draft.txt", folder=tmp_path)
    assert not modules & (HEAVY - {"click", "csv", "tomllib"})
