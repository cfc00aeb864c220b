"""What a run imports: nothing heavy that it does not need, and not more modules than it did."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
TABLE = tomllib.loads(Path(__file__).with_name("imports.toml").read_text("utf-8"))
HEAVY = [module for group in TABLE["heavy"].values() for module in group]
RUNS = TABLE["run"]
PROBE = """
import sys
before = set(sys.modules)
from factcheck.__main__ import main
try:
    main(sys.argv[1:])
finally:
    print(*sorted(set(sys.modules) - before), sep="\\n", file=sys.stderr)
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a clean article and a wrong one; the reference has been read before."""
    desk = tmp_path_factory.mktemp("desk")
    shutil.copy(ROOT / "articles/01-kota-jambi-zona-hijau.md", desk / "clean.md")
    shutil.copy(ROOT / "articles/02-mukomuko-naik-kelas.md", desk / "wrong.md")
    imported({"arguments": ["check"]}, desk)
    return desk


def imported(run: dict[str, Any], desk: Path) -> set[str]:
    """The modules that a run imports."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "FACTCHECK_CACHE_DIR": str(desk / ".cache"),
        **run.get("environment", {}),
    }
    command = [sys.executable, "-c", PROBE, *run.get("arguments", ())]
    done = subprocess.run(command, cwd=desk, env=environment, capture_output=True, text=True, check=False)
    modules = set(done.stderr.split("\n")) - {""}
    assert "factcheck.__main__" in modules
    assert all(name.replace(".", "").replace("-", "_").isidentifier() for name in modules), done.stderr
    return modules


def within(module: str, others: list[str]) -> bool:
    """Whether the module is one of the others or below one."""
    return any(module == other or module.startswith(f"{other}.") for other in others)


@pytest.mark.parametrize("run", RUNS, ids=[run["name"] for run in RUNS])
def test_a_run_imports_nothing_heavy_and_no_more_than_it_did(run: dict[str, Any], desk: Path) -> None:
    may = [module for group in run.get("may", ()) for module in TABLE["allowed"][group]]
    modules = imported(run, desk)
    assert sorted(module for module in modules if within(module, HEAVY) and not within(module, may)) == []
    assert len(modules) <= run.get("most", len(modules)), sorted(modules)


def test_the_version_imports_two_modules_of_its_own(desk: Path) -> None:
    modules = imported({"arguments": ["--version"]}, desk)
    assert sorted(module for module in modules if within(module, ["factcheck"])) == TABLE["version"]


def test_a_group_is_named_by_a_run() -> None:
    assert {group for run in RUNS for group in run.get("may", ())} == set(TABLE["allowed"])


def test_records_that_a_check_imports_have_real_annotations(desk: Path) -> None:
    """`typing` compiles each annotation of a named tuple that is a string: a twelfth of a start, when all were."""
    modules = imported({"arguments": ["check", "--format", "plain", "wrong.md"]}, desk)
    ours = {name: ROOT / f"{name.replace('.', '/')}.py" for name in modules if within(name, ["factcheck"])}
    written = {name: path.read_text("utf-8") for name, path in ours.items() if path.is_file()}
    slow = {name for name, text in written.items() if "(NamedTuple)" in text and "import annotations" in text}
    assert sorted(slow) == TABLE["named_for_types_only"]
