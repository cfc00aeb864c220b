"""A wheel with compiled modules says what its own sources say, to the byte, of all articles of this repository and of
the kinds whose cost is watched.

It is made by `HATCH_BUILD_HOOK_ENABLE_MYPYC=1 python -m build` (docs/developers.md) and has both: the modules as they
are written, and some of them compiled. Here it is run as it is, and again without what is compiled.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from zipfile import ZipFile

import pytest

from benchmarks.articles import write
from benchmarks.kinds import KINDS

EACH = 5
"""Articles of each kind."""
ROOT = Path(__file__).parents[2]
OURS = EXTENSION_SUFFIXES[0]
"""How a module ends that was compiled for this very interpreter."""
PROBE = "from factcheck import spans; from factcheck.reading.bind import bind; print(spans.__file__, bind.__file__)"


def compiled_wheel() -> Path | None:
    """The newest wheel in dist/ with modules compiled for this interpreter."""
    wheels = sorted((ROOT / "dist").glob("factcheck_newsroom-*.whl"), key=lambda wheel: wheel.stat().st_mtime)
    return next((wheel for wheel in reversed(wheels) if any(name.endswith(OURS) for name in names(wheel))), None)


def names(wheel: Path) -> list[str]:
    with ZipFile(wheel) as archive:
        return archive.namelist()


def unpacked(wheel: Path, folder: Path, *, compiled: bool) -> Path:
    with ZipFile(wheel) as archive:
        archive.extractall(folder, [name for name in archive.namelist() if compiled or not name.endswith(OURS)])
    return folder


def said(folder: Path, *arguments: str) -> str:
    """What a Python process says that has the unpacked wheel, and a cache of its own."""
    environment = {"PYTHONPATH": str(folder), "FACTCHECK_CACHE_DIR": str(folder / "cache"), "PATH": ""}
    run = subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, cwd=folder, env=environment, check=False
    )
    assert run.returncode in (0, 1), run.stderr
    return run.stdout


def test_what_is_compiled_says_the_same(tmp_path: Path) -> None:
    wheel = compiled_wheel()
    if wheel is None:
        pytest.skip("no compiled wheel in dist/: HATCH_BUILD_HOOK_ENABLE_MYPYC=1 python -m build")
    fast = unpacked(wheel, tmp_path / "compiled", compiled=True)
    pure = unpacked(wheel, tmp_path / "pure", compiled=False)
    assert said(fast, "-c", PROBE).count(OURS) == 2
    assert OURS not in said(pure, "-c", PROBE)
    kinds = [write(tmp_path / "kinds" / kind, map(make, range(EACH))) for kind, make in KINDS.items()]
    check = ("-m", "factcheck", "check", "--format", "json", str(ROOT / "articles"), *map(str, kinds))
    assert said(fast, *check) == said(pure, *check)
