"""`python tools/matrix.py`: the suite with the lowest and the newest dependencies allowed, on every CPython to be had.

    python tools/matrix.py                                  all of it: some minutes a row
    python tools/matrix.py --python 3.13 --bounds lowest    one row
    python tools/matrix.py -- tests/cli -q                  with these words for pytest, not those of the README

Each row is a virtual environment of its own in a folder for the time being. The lowest versions are those that
pyproject.toml names behind `>=` for the interpreter, of what the command needs, of the extras and of the tools alike;
what these need in turn is the newest. The exit status is 1 where a row fails, 2 where an interpreter asked for is not
on the path.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
BOUNDS = ("lowest", "newest")
WORDS = ("-q", "-n", "auto", "--dist", "loadscope")


class Row(NamedTuple):
    """One environment: the interpreter, the bound, and what pytest said last; `passed` only with exit status 0."""

    python: str
    bound: str
    passed: bool
    said: str


def main(arguments: Sequence[str]) -> int:
    """Runs the rows that are asked for and prints one line each at the end."""
    asked = _asked(arguments)
    found = {python: command for python in asked.python if (command := interpreter(python))}
    lacking = [python for python in asked.python if python not in found]
    rows = [run(command, bound, asked.pytest) for command in found.values() for bound in asked.bounds]
    print(f"\nhad: {', '.join(found) or 'none'}; not had: {', '.join(lacking) or 'none'}")
    for row in rows:
        print(f"{row.python:<10} {row.bound:<7} {'passed' if row.passed else 'FAILED'}  {row.said}")
    return 1 if not all(row.passed for row in rows) else 2 if lacking else 0


def interpreter(python: str) -> str | None:
    """The command of a CPython that works, with a venv module; a shim of pyenv may be there without what it runs."""
    command = shutil.which(f"python{python}")
    probe = "import ensurepip, platform, venv; assert platform.python_implementation() == 'CPython'"
    if command is None or subprocess.run([command, "-c", probe], capture_output=True, check=False).returncode:
        return None
    return command


def run(command: str, bound: str, words: Sequence[str]) -> Row:
    """One row: the environment made, the suite run in it."""
    with tempfile.TemporaryDirectory(prefix="factcheck-matrix-") as folder:
        python = _environment(command, bound, Path(folder))
        version = _output([python, "-c", "import platform; print(platform.python_version())"])
        print(f"\n# {version}, {bound}: {', '.join(_versions(python))}", flush=True)
        last = ""
        with subprocess.Popen([python, "-m", "pytest", *words], cwd=ROOT, stdout=subprocess.PIPE, text=True) as suite:
            for line in suite.stdout or ():
                print(line, end="", flush=True)
                last = line.strip() or last
    return Row(version, bound, suite.returncode == 0, last.strip("= "))


def lowest() -> Iterator[str]:
    """What holds pip to the lowest version that pyproject.toml allows of each dependency."""
    for need in _needs():
        where = f"; {need.marker}" if need.marker else ""
        yield from (f"{need.name}=={bound.version}{where}" for bound in need.specifier if bound.operator == ">=")


def _needs() -> list[Requirement]:
    project = _project()
    extras = project["optional-dependencies"].values()
    return [Requirement(line) for lines in (project["dependencies"], *extras) for line in lines]


def _project() -> dict[str, Any]:
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return project


def _environment(command: str, bound: str, folder: Path) -> str:
    """The interpreter of a new environment with the package and its extras in it."""
    subprocess.run([command, "-m", "venv", folder / "venv"], check=True)
    python = str(folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python")
    held = folder / "held.txt"
    held.write_text("\n".join(lowest()) if bound == "lowest" else "", "utf-8")
    extras = ",".join(_project()["optional-dependencies"])
    words = ("install", "--quiet", "--constraint", held, "--editable", f"{ROOT}[{extras}]")
    subprocess.run([python, "-m", "pip", *words], check=True)
    return python


def _versions(python: str) -> list[str]:
    names = {need.name.lower().replace("_", "-") for need in _needs()}
    lines = _output([python, "-m", "pip", "freeze"]).splitlines()
    return [line for line in lines if line.split("==")[0].lower().replace("_", "-") in names]


def _output(command: Sequence[str]) -> str:
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.strip()


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tools/matrix.py", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--python", nargs="+", default=PYTHONS, choices=PYTHONS, help="default: all")
    parser.add_argument("--bounds", nargs="+", default=BOUNDS, choices=BOUNDS, help="default: both")
    parser.add_argument("pytest", nargs="*", help=f"words for pytest, behind --; default: {' '.join(WORDS)}")
    asked = parser.parse_args(arguments)
    asked.pytest = asked.pytest or WORDS
    return asked


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
