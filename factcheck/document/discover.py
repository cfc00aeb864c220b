"""From the paths a user gives to the files that are checked."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from factcheck.document.load import is_address
from factcheck.document.read_document import READERS
from factcheck.model import Problem

STDIN = "-"
_NO_ARTICLES = (".", "~$")
"""How hidden files begin, and those that Word lays beside an open one."""
Ignored = Callable[[Path], bool]


def discover(paths: Sequence[str], exclude: Sequence[str] = ()) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The files to check, each once, as `paths` give them and by name within a folder, and what is missing.

    A file is taken as it is given; a folder is walked for articles, hidden folders, what its .gitignore files
    name and what `exclude` (patterns like those of .gitignore) names left out; `-` stands for standard input, and
    web addresses stay what they are.
    """
    files: dict[str, None] = {}
    problems: list[Problem] = []
    for path in paths:
        found, problem = _files_of(path, exclude)
        files.update(dict.fromkeys(found))
        problems.extend(problem)
    return tuple(files), tuple(problems)


def _files_of(path: str, exclude: Sequence[str]) -> tuple[list[str], list[Problem]]:
    place = Path(path)
    if path == STDIN or is_address(path) or place.is_file():
        return [path], []
    if not place.is_dir():
        kind = "This is neither a file nor a folder." if os.path.lexists(path) else "There is no such file or folder."
        return [], [Problem(kind, path)]
    problems: list[Problem] = []
    found = list(_walk(place, (*_ignored_above(place), *_patterns(place, exclude)), problems))
    if not found and not problems:
        endings = ", ".join(READERS)
        problems.append(Problem(f"This folder holds no articles ({endings}).", path))
    return found, problems


def _walk(folder: Path, ignored: tuple[Ignored, ...], problems: list[Problem]) -> Iterator[str]:
    """The articles below `folder`: its own files by name, then its folders by name."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as slip:
        problems.append(Problem(f"This folder cannot be read: {slip.strerror}.", str(folder)))
        return
    ignored = (*ignored, *_gitignore(folder, entries))
    folders = []
    for entry in entries:
        if entry.name.startswith(_NO_ARTICLES) or any(test(folder / entry.name) for test in ignored):
            continue
        if entry.is_dir(follow_symlinks=False):
            folders.append(folder / entry.name)
        elif Path(entry.name).suffix.lower() in READERS and entry.is_file():
            yield str(folder / entry.name)
    for below in folders:
        yield from _walk(below, ignored, problems)


def _gitignore(folder: Path, entries: Sequence[os.DirEntry[str]]) -> tuple[Ignored, ...]:
    """What the .gitignore of `folder` itself leaves out."""
    if not any(entry.name == ".gitignore" for entry in entries):
        return ()
    return _ignoring(folder)


def _ignoring(folder: Path) -> tuple[Ignored, ...]:
    lines = (folder / ".gitignore").read_text("utf-8", "replace").splitlines()
    return _patterns(folder, lines)


def _ignored_above(folder: Path) -> tuple[Ignored, ...]:
    """What the .gitignore files above `folder` leave out, up to the root of its repository."""
    above: list[Ignored] = []
    inside = Path(os.path.abspath(folder))  # noqa: PTH100
    if (inside / ".git").exists():
        return ()
    for parent in inside.parents:
        if (parent / ".gitignore").is_file():
            above.extend(_ignoring(parent))
        if (parent / ".git").exists():
            return tuple(above)
    return ()


def _patterns(base: Path, lines: Sequence[str]) -> tuple[Ignored, ...]:
    """A test for paths below `base` by patterns like those of .gitignore; none without patterns."""
    wanted = [line for line in lines if line.strip() and not line.startswith("#")]
    if not wanted:
        return ()
    from pathspec import GitIgnoreSpec

    spec = GitIgnoreSpec.from_lines(wanted)
    root = os.path.abspath(base)  # noqa: PTH100

    def ignored(path: Path) -> bool:
        inside = os.path.relpath(os.path.abspath(path), root)  # noqa: PTH100
        return spec.match_file(inside) or spec.match_file(f"{inside}/")

    return (ignored,)
