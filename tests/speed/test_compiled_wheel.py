"""A wheel with compiled modules says what its own sources say, to the byte, of all articles of this repository and of
the kinds whose cost is watched.

It is made by `HATCH_BUILD_HOOK_ENABLE_MYPYC=1 python -m build` (docs/developers.md) and has both: the modules as they
are written, and some of them compiled. Here it is run as it is, and again without what is compiled.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterable
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


def compiled_sources() -> list[Path]:
    """The modules that the wheel has compiled, by `pyproject.toml`."""
    hook = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    mypyc = hook["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["mypyc"]
    taken, left = ({file for one in mypyc[key] for file in matching(one)} for key in ("include", "exclude"))
    return sorted(taken - left)


def matching(pattern: str) -> Iterable[Path]:
    return ROOT.glob(pattern.removeprefix("/")) if "/" in pattern else (ROOT / "factcheck").rglob(pattern)


def cannot_be_compiled(node: ast.AST) -> bool:
    """A class within a class, `x in (a, *b)`, or a function within a method of a tuple that takes a name of that
    method: mypyc breaks at each."""
    if isinstance(node, ast.ClassDef):
        tuples = any(isinstance(base, ast.Name) and base.id in ("NamedTuple", "Record") for base in node.bases)
        methods = [inner for inner in node.body if isinstance(inner, ast.FunctionDef) and tuples]
        return any(isinstance(inner, ast.ClassDef) for inner in node.body) or any(map(takes_of_its_names, methods))
    held = node.comparators if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn) else []
    starred = (one.elts for one in held if isinstance(one, ast.Tuple | ast.List | ast.Set))
    return any(isinstance(element, ast.Starred) for elements in starred for element in elements)


def takes_of_its_names(method: ast.FunctionDef) -> bool:
    """Whether a lambda in a method asks for what the method itself has."""
    stored = {one.id for one in ast.walk(method) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
    own = stored | {one.arg for one in method.args.args}
    inner = (one for one in ast.walk(method) if isinstance(one, ast.Lambda))
    return any(asked.id in own - {one.arg for one in each.args.args} for each in inner for asked in names_in(each))


def names_in(node: ast.Lambda) -> list[ast.Name]:
    return [one for one in ast.walk(node.body) if isinstance(one, ast.Name)]


def test_what_is_to_be_compiled_can_be() -> None:
    sources = compiled_sources()
    assert len(sources) > 100
    trees = {source: ast.walk(ast.parse(source.read_text("utf-8"))) for source in sources}
    broken = [
        (source.name, ast.unparse(node)) for source, tree in trees.items() for node in tree if cannot_be_compiled(node)
    ]
    assert broken == []


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
