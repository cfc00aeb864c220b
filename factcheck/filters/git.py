"""What git says of a repository, asked with fixed arguments."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.filters.changed_lines import WHOLE, changes
from factcheck.messages import message
from factcheck.typed import NamedTuple

Lines = tuple[tuple[int, int], ...]
DIFF = (
    *("diff", "--unified=0", "--inter-hunk-context=0", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames"),
    *("--ignore-submodules=all", "--src-prefix=a/", "--dst-prefix=b/"),
)
NAMES = ("diff", "--name-only", "--no-ext-diff", "--no-textconv", "--no-renames", "--ignore-submodules=all", "-z")
OURS = {
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.pager": "cat",
    "core.quotePath": "true",
    "core.sshCommand": "false",
    "diff.relative": "false",
    "protocol.allow": "never",
}
"""What git is told whatever the repository says: that is a stranger's, and may name commands to be run."""
RUN_BY_GIT = ("clean", "smudge", "process", "required")
"""Settings of a filter that a repository may lay over its files; none of its own is run."""


class Touched(NamedTuple):
    """The changed lines of each changed file, by real path, and for files staged otherwise than they lie on disk their
    content as staged. `root` is the folder of the repository; `unmerged` are its files in conflict."""

    lines: Mapping[str, Lines]
    staged: Mapping[str, bytes] = {}
    root: str = ""
    unmerged: frozenset[str] = frozenset()


def touched_since(revision: str, folder: Path) -> Touched:
    """What changed in the repository of `folder` since `revision`, new files that git does not know yet included.

    Raises FactcheckError outside a repository and for a revision that it does not have.
    """
    if revision.startswith("-") or not revision:
        raise FactcheckError(
            message(
                "'{revision}' is no revision; give a branch, a tag or a commit, such as main or HEAD~1.",
                revision=revision,
            )
        )
    root = _root(folder)
    git = _Git(root)
    diff = git(
        *DIFF, revision, "--", asked=message("There is no revision '{revision}' in this repository.", revision=revision)
    )
    unknown = _names(git("ls-files", "--others", "--exclude-standard", "-z"))
    new = {_real(root, name): WHOLE for name in (*unknown, *_unmerged(git))}
    return Touched({**_by_path(git, diff, revision), **new}, root=str(root))


def touched_staged(folder: Path) -> Touched:
    """What is staged for the next commit in the repository of `folder`. Raises FactcheckError outside of one."""
    root = _root(folder)
    git = _Git(root)
    lines = _by_path(git, git(*DIFF, "--cached", "--"), "--cached")
    differing = {_real(root, name): name for name in _names(git(*NAMES, "--"))}
    unmerged = frozenset(_real(root, name) for name in _unmerged(git))
    staged = {
        path: git("cat-file", "blob", f":{name}")
        for path, name in differing.items()
        if path in lines and path not in unmerged
    }
    return Touched({**lines, **dict.fromkeys(unmerged, WHOLE)}, staged, str(root), unmerged)


def _by_path(git: _Git, diff: bytes, against: str) -> dict[str, Lines]:
    """The lines by real path; a file that git takes for binary is new as a whole."""
    text = diff.decode("utf-8", "surrogateescape")
    found = {_real(git.root, change.path): change.lines for change in changes(text) if change.lines}
    if "\nBinary files " in text:
        counted = git(*NAMES[:1], "--numstat", *NAMES[2:], against, "--")
        binary = (name.removeprefix("-\t-\t") for name in _names(counted) if name.startswith("-\t-\t"))
        found.update((_real(git.root, name), WHOLE) for name in binary)
    return found


def _unmerged(git: _Git) -> list[str]:
    return _names(git(*NAMES, "--diff-filter=U", "--"))


def _real(root: Path, name: str) -> str:
    return os.path.realpath(root / name)


def _names(listed: bytes) -> list[str]:
    return [os.fsdecode(name) for name in listed.split(b"\0") if name]


def _root(folder: Path) -> Path:
    root = _run(folder, {}, "rev-parse", "--show-toplevel", asked=message("This folder is in no git repository."))
    return Path(os.fsdecode(root.rstrip(b"\r\n")))


class _Git:
    """git in one repository, which runs nothing that the repository names."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._settings = {**OURS, **_without_filters(root)}

    def __call__(self, *arguments: str, asked: str = "") -> bytes:
        return _run(self.root, self._settings, *arguments, asked=asked)


def _without_filters(root: Path) -> dict[str, str]:
    """Settings that put out the filters that the repository itself defines; those of the user stay."""
    listed = _names(_run(root, {}, "config", "--list", "--show-scope", "-z"))
    names = {
        entry.partition("\n")[0].rpartition(".")[0]
        for scope, entry in zip(listed[::2], listed[1::2], strict=False)
        if scope in ("local", "worktree") and entry.startswith("filter.")
    }
    empty = {f"{name}.{setting}": "" for name in names for setting in RUN_BY_GIT[:3]}
    return {**empty, **{f"{name}.required": "false" for name in names}}


def _run(folder: Path, settings: Mapping[str, str], *arguments: str, asked: str = "") -> bytes:
    """What git prints. Raises FactcheckError, saying `asked` where that is given, when it fails or is not there."""
    import subprocess

    environment = {**_environment(settings or OURS), "LC_ALL": "C"}
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, env=environment, check=False)
    except FileNotFoundError as slip:
        raise FactcheckError(message("git is not installed; --diff and --staged need it.")) from slip
    if done.returncode:
        cause = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise FactcheckError(asked or message("git could not be asked ({cause}).", cause=cause), str(folder))
    return done.stdout


def _environment(settings: Mapping[str, str]) -> dict[str, str]:
    """The user's environment without what turns git elsewhere, and our settings over all others."""
    count = int(os.environ.get("GIT_CONFIG_COUNT", "0") or 0)
    numbered = {
        f"GIT_CONFIG_{part}_{number}": text
        for number, pair in enumerate(settings.items(), count)
        for part, text in zip(("KEY", "VALUE"), pair, strict=True)
    }
    fixed = {
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_CONFIG_COUNT": str(count + len(settings)),
    }
    return {name: text for name, text in os.environ.items() if name != "GIT_EXTERNAL_DIFF"} | fixed | numbered
