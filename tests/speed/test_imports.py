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
import builtins, sys
before, importers, load = set(sys.modules), {}, builtins.__import__
def noted(name, globals=None, *where, **more):
    known = set(sys.modules)
    module = load(name, globals, *where, **more)
    for new in set(sys.modules) - known:
        importers.setdefault(new, (globals or {}).get("__name__", ""))
    return module
builtins.__import__ = noted
from factcheck.__main__ import main
try:
    main(sys.argv[1:])
finally:
    new = set(sys.modules) - before
    print(*sorted(f"{module} {importers.get(module, '')}" for module in new), sep="\\n", file=sys.stderr)
"""
RECORD = """
import sys
from factcheck.typed import NamedTuple
class Record(NamedTuple):
    field: int
print(*sys.modules)
"""
INTERPRETERS = frozenset(subprocess.check_output([sys.executable, "-c", RECORD], text=True, cwd=ROOT).split())
"""What comes with a record, whoever makes it: with 3.14 `typing`, the module that reads annotations, and so `ast`."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a clean article and a wrong one; the reference has been read before."""
    desk = tmp_path_factory.mktemp("desk")
    shutil.copy(ROOT / "articles/01-kota-jambi-zona-hijau.md", desk / "clean.md")
    shutil.copy(ROOT / "articles/02-mukomuko-naik-kelas.md", desk / "wrong.md")
    imported({"arguments": ["check"]}, desk)
    return desk


def imported(run: dict[str, Any], desk: Path) -> dict[str, str]:
    """The modules that a run imports, each with the one that imported it first, empty where that is not known."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "FACTCHECK_CACHE_DIR": str(desk / ".cache"),
        **run.get("environment", {}),
    }
    command = [sys.executable, "-c", PROBE, *run.get("arguments", ())]
    done = subprocess.run(command, cwd=desk, env=environment, capture_output=True, text=True, check=False)
    modules = dict(line.split(" ") for line in done.stderr.splitlines())
    assert "factcheck.__main__" in modules, done.stderr
    return modules


def ours(module: str, modules: dict[str, str]) -> bool:
    """Whether a module is imported for a module of ours, and not because a library wants it, whose own affair it is."""
    while module in modules and not within(module, ["factcheck"]):
        module = modules[module]
        if module and module.split(".")[0] not in {*sys.stdlib_module_names, "factcheck"}:
            return False
    return True


def within(module: str, others: list[str]) -> bool:
    """Whether the module is one of the others or below one."""
    return any(module == other or module.startswith(f"{other}.") for other in others)


@pytest.mark.parametrize("run", RUNS, ids=[run["name"] for run in RUNS])
def test_a_run_imports_nothing_heavy_and_no_more_than_it_did(run: dict[str, Any], desk: Path) -> None:
    may = [module for group in run.get("may", ()) for module in TABLE["allowed"][group]]
    modules = imported(run, desk)
    heavy = {module for module in modules if within(module, HEAVY) and ours(module, modules)}
    assert sorted(module for module in heavy - INTERPRETERS if not within(module, may)) == []
    own = [module for module in modules if within(module, ["factcheck"])]
    assert len(own) <= run.get("most", len(own)), sorted(own)


def test_the_version_imports_next_to_nothing(desk: Path) -> None:
    assert set(imported({"arguments": ["--version"]}, desk)) <= set(TABLE["version"])


def test_a_group_is_named_by_a_run() -> None:
    assert {group for run in RUNS for group in run.get("may", ())} == set(TABLE["allowed"])
