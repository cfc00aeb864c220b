"""Where it is measured: a throw-away environment with factcheck as a user has it, and its peers."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from benchmarks.machine import ROOT, commit

PEERS = {"codespell": ("codespell",), "proselint": ("proselint", "check")}
"""Name of a peer -> how it is called on files and folders."""
SAY_VERSION = "from importlib.metadata import version; import sys; print(version(sys.argv[1]))"
ADDRESS = re.compile(r"\S*://\S*")


class Bench(NamedTuple):
    """The environment and how much is asked of it.

    `versions` are those of what is installed, `missing` says why a peer is not. `rounds` is 0 where each part takes
    its own number.
    """

    folder: Path
    python: str
    versions: Mapping[str, str]
    missing: Mapping[str, str]
    environment: Mapping[str, str]
    rounds: int
    quick: bool

    def tool(self, name: str, *words: str) -> tuple[str, ...]:
        """The command of an installed tool."""
        return (str(Path(self.python).parent / name), *words)

    def check(self, *words: str) -> tuple[str, ...]:
        return self.tool("factcheck", "check", *words)

    def peers(self, *words: str) -> dict[str, tuple[str, ...]]:
        """The commands of the peers that there are, on these files."""
        there = {name: call for name, call in PEERS.items() if name in self.versions}
        return {name: self.tool(*call, *words) for name, call in there.items()}

    def turns(self, usual: int) -> int:
        """How many rounds to run."""
        return self.rounds or (3 if self.quick else usual)

    def missing_notes(self) -> list[str]:
        return [f"{name} could not be measured: {reason}" for name, reason in self.missing.items()]


def make_bench(folder: Path, rounds: int, quick: bool) -> Bench:
    """Installs factcheck from this checkout and the peers from the user's package index; what is there is kept."""
    python = folder / "environment" / "bin" / "python"
    environment = _environment(folder / "cache")
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder / "environment")], check=True)
    slip = _installed(python, f"{ROOT}[lsp]", environment)
    if slip:
        raise SystemExit(f"factcheck itself cannot be installed: {slip}")
    versions = {"factcheck": f"{_version(python, 'factcheck-newsroom', environment)} ({commit()})"}
    missing = {}
    for name in PEERS:
        slip = _installed(python, name, environment) or _broken(python, name, environment)
        if slip:
            missing[name] = slip
        else:
            versions[name] = _version(python, name, environment)
    return Bench(folder, str(python), versions, missing, environment, rounds, quick)


def _environment(cache: Path) -> dict[str, str]:
    """The environment of what is measured: byte code is written, the cache lies apart, nothing else is on the path."""
    away = ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
    kept = {name: value for name, value in os.environ.items() if name not in away}
    return {**kept, "FACTCHECK_CACHE_DIR": str(cache)}


def _installed(python: Path, what: str, environment: Mapping[str, str]) -> str:
    """Installs; why it could not be, in one line."""
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", what]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return ""
    errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR:")] or ["pip failed"]
    return ADDRESS.sub("…", errors[-1].removeprefix("ERROR:").strip())


def _broken(python: Path, name: str, environment: Mapping[str, str]) -> str:
    """Why a peer that is installed does not run."""
    command = [str(python.parent / name), "--help"]
    try:
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    except OSError as slip:
        return str(slip.strerror)
    return "" if done.returncode == 0 else f"`{name} --help` ends with {done.returncode}"


def _version(python: Path, name: str, environment: Mapping[str, str]) -> str:
    command = [str(python), "-c", SAY_VERSION, name]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.strip()
