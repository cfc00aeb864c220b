"""What a check imports is kept in one file, and is imported from there only while its source is as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COUNTED = """
import sys
from factcheck.__main__ import main
sys.argv = ["factcheck", "check", "draft.txt"]
status = main()
kinds = [type(module.__spec__.loader).__name__ for name, module in sys.modules.items() if name.startswith("factcheck.")]
print("kept:", kinds.count("Loader"), "others:", len(kinds) - kinds.count("Loader"))
sys.exit(status)
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package of its own, with a draft."""
    shutil.copytree(ROOT / "factcheck", tmp_path / "factcheck", ignore=shutil.ignore_patterns("*.so", "__pycache__"))
    (tmp_path / "reference").symlink_to(ROOT / "reference")
    (tmp_path / "draft.txt").write_text("Rapat itu digelar Selasa (12/11/2025).\n", encoding="utf-8")
    return tmp_path


def checked(copy: Path) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    environment |= {"PYTHONPATH": str(copy), "FACTCHECK_CACHE_DIR": str(copy / "kept")}
    return subprocess.run(
        [sys.executable, "-c", COUNTED], capture_output=True, text=True, cwd=copy, env=environment, check=False
    )


def counted(run: subprocess.CompletedProcess[str]) -> tuple[int, int]:
    words = run.stdout.splitlines()[-1].split()
    return int(words[1]), int(words[3])


def test_the_second_run_imports_what_the_first_kept_and_says_the_same(copy: Path) -> None:
    first = checked(copy)
    assert (first.returncode, first.stderr, counted(first)[0]) == (1, "", 0)
    again = checked(copy)
    assert (again.returncode, again.stderr) == (1, "")
    assert again.stdout.splitlines()[:-1] == first.stdout.splitlines()[:-1]
    kept, others = counted(again)
    assert kept > 100
    assert others < 20  # what is imported before the file is read

    # A source that was changed is read anew, and kept as it is now.
    source = copy / "factcheck/pipeline.py"
    source.write_text(f"{source.read_text('utf-8')}\nSEEN = True\n", encoding="utf-8")
    assert counted(checked(copy))[1] == others + 1
    assert counted(checked(copy))[1] == others
    source.write_text("raise SystemExit(7)\n", encoding="utf-8")
    assert checked(copy).returncode == 2  # no check was made


def test_a_file_that_is_damaged_is_as_good_as_none(copy: Path) -> None:
    said = checked(copy).stdout.splitlines()[:-1]
    (kept,) = (copy / "kept").glob("*.modules")
    data = bytearray(kept.read_bytes())
    data[len(data) // 2] ^= 1
    kept.write_bytes(data)
    run = checked(copy)
    assert (run.returncode, counted(run)[0]) == (1, 0)
    assert run.stdout.splitlines()[:-1] == said
    assert counted(checked(copy))[0] > 100
