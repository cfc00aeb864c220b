"""The pre-commit hooks in a repository of articles that the test makes: stopped, passed, stopped for another reason.

`pre-commit try-repo` installs this very project from its files, so it needs the network; without it, or without
pre-commit, nothing is tested here.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from test_command import ENVIRONMENT

PROJECT = Path(__file__).parents[2]
WRONG = "Piagam diserahkan Selasa (2/12/2024) di balai kota.\n"
RIGHT = "Piagam diserahkan Senin (2/12/2024) di balai kota.\n"
PARTS = ("factcheck", "reference", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "action.yml")
OFFLINE = ("No matching distribution", "Could not find a version", "ConnectionError", "Network is unreachable")


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project as a repository of its own: what a user's pre-commit clones."""
    folder = tmp_path_factory.mktemp("product")
    for part in PARTS:
        source = PROJECT / part
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, folder / part)
    for cache in folder.rglob("__pycache__"):
        shutil.rmtree(cache)
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "the product")
    return folder


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a wrong draft, a right one, one that is no text, and a pack."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "wrong.md").write_text(WRONG, "utf-8")
    (folder / "right.md").write_text(RIGHT, "utf-8")
    (folder / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (folder / "README.md").write_text(WRONG, "utf-8")
    (folder / "factcheck.toml").write_text('exclude = ["README*"]\nreference = ["packs"]\n', "utf-8")
    made = [sys.executable, "-m", "factcheck", "reference", "new", "packs/contoh"]
    subprocess.run(made, cwd=folder, check=True, env=ENVIRONMENT, capture_output=True)
    git(folder, "init", "-q")
    git(folder, "add", ".")
    return folder


@pytest.fixture(scope="module")
def all_hooks(product: Path, desk: Path) -> str:
    """What all hooks of the product say of all files at once: installed once, for it is the installing that takes."""
    pytest.importorskip("pre_commit")
    everything = sorted(
        str(path.relative_to(desk)) for path in desk.rglob("*") if path.is_file() and ".git" not in path.parts
    )
    environment = {**os.environ, "PRE_COMMIT_HOME": str(product.parent / "pre-commit-home"), "PYTHONPATH": ""}
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(product), "--verbose", "--files", *everything]
    done = subprocess.run(command, cwd=desk, env=environment, capture_output=True, text=True, timeout=600, check=False)
    if any(sign in done.stdout + done.stderr for sign in OFFLINE):
        pytest.skip("the packages that the hooks need cannot be installed here")
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


def section(said: str, hook: str) -> list[str]:
    """The lines of one hook: its status, then what it printed."""
    lines = said.splitlines()
    start = next(place for place, line in enumerate(lines) if line == f"- hook id: {hook}")
    end = next((place for place in range(start + 1, len(lines)) if lines[place].startswith("- hook id: ")), len(lines))
    return [lines[start - 1], *lines[start + 1 : end]]


@pytest.mark.parametrize("hook", ["factcheck", "factcheck-staged"])
def test_a_wrong_draft_is_stopped_and_an_unreadable_one_for_another_reason(all_hooks: str, hook: str) -> None:
    said = section(all_hooks, hook)
    assert said[0].endswith("Failed")
    assert "- exit code: 2" in said
    assert any(line.startswith("wrong.md:1:19: error wrong-weekday ") for line in said)
    assert any(line.startswith("photo.txt: This is a binary file") for line in said)
    assert not any(line.startswith(("right.md", "README.md")) for line in said)


def test_a_sound_pack_passes(all_hooks: str) -> None:
    said = section(all_hooks, "factcheck-packs")
    assert said[0].endswith("Passed")
