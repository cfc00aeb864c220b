"""What git says of a repository, asked with fixed arguments."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import FactcheckError
from factcheck.filters.changed_lines import WHOLE, changes

Lines = tuple[tuple[int, int], ...]
DIFF = (
    *("diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames"),
    *("--src-prefix=a/", "--dst-prefix=b/"),
)


class Touched(NamedTuple):
    """The changed lines of each changed file, by real path, and for files staged otherwise than they lie on disk their
    content as staged."""

    lines: Mapping[str, Lines]
    staged: Mapping[str, bytes] = {}


def touched_since(revision: str, folder: Path) -> Touched:
    """What changed in the repository of `folder` since `revision`, new files that git does not know yet included.

    Raises FactcheckError outside a repository and for a revision that it does not have.
    """
    if revision.startswith("-") or not revision:
        raise FactcheckError(f"'{revision}' is no revision; give a branch, a tag or a commit, e.g. main or HEAD~1.")
    root = _root(folder)
    diff = _git(root, *DIFF, revision, "--", asked=f"There is no revision '{revision}' in this repository")
    unknown = _names(_git(root, "ls-files", "--others", "--exclude-standard", "-z"))
    return Touched({**_by_path(root, diff), **{_real(root, name): WHOLE for name in unknown}})


def touched_staged(folder: Path) -> Touched:
    """What is staged for the next commit in the repository of `folder`. Raises FactcheckError outside of one."""
    root = _root(folder)
    lines = _by_path(root, _git(root, *DIFF, "--cached", "--"))
    differing = {_real(root, name): name for name in _names(_git(root, "diff", "--name-only", "-z", "--"))}
    staged = {path: _blob(root, name) for path, name in differing.items() if path in lines}
    return Touched(lines, staged)


def _by_path(root: Path, diff: bytes) -> dict[str, Lines]:
    text = diff.decode("utf-8", "surrogateescape")
    return {_real(root, change.path): change.lines for change in changes(text) if change.lines}


def _real(root: Path, name: str) -> str:
    return os.path.realpath(root / name)


def _names(listed: bytes) -> list[str]:
    return [os.fsdecode(name) for name in listed.split(b"\0") if name]


def _blob(root: Path, name: str) -> bytes:
    return _git(root, "cat-file", "--filters", f":{name}")


def _root(folder: Path) -> Path:
    root = _git(folder, "rev-parse", "--show-toplevel", asked="This folder is in no git repository")
    return Path(os.fsdecode(root.rstrip(b"\r\n")))


def _git(folder: Path, *arguments: str, asked: str = "git could not be asked") -> bytes:
    """What git prints. Raises FactcheckError, beginning with `asked`, when it fails or is not there."""
    import subprocess

    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, env=environment, check=False)
    except FileNotFoundError as slip:
        raise FactcheckError("git is not installed; --diff and --staged need it.") from slip
    if done.returncode:
        cause = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise FactcheckError(f"{asked} ({cause}).", str(folder))
    return done.stdout
