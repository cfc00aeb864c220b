"""From the paths a user gives to the files that are checked."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from pathlib import Path

from factcheck.document.load import is_address
from factcheck.document.read_document import NAMED_ONLY, READERS
from factcheck.messages import message
from factcheck.model import Problem

STDIN = "-"
LONGEST = 1_000_000
"""Bytes of a .gitignore that are read."""
_WALKED = tuple(ending for ending in READERS if ending not in NAMED_ONLY)
_NO_ARTICLES = (".", "~$")
"""How hidden files begin, and those that Word lays beside an open one."""
NOWHERE = message("This link leads nowhere.")
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
    if path == STDIN or is_address(path) or os.path.isfile(path):  # noqa: PTH113 - says no to a name that none can have
        return [path], []
    if not os.path.isdir(path):  # noqa: PTH112
        kind = (
            message("This is neither a file nor a folder.")
            if os.path.lexists(path)
            else message("There is no such file or folder.")
        )
        return [], [Problem(kind, path)]
    problems: list[Problem] = []
    found = list(_walk(place, (*_ignored_above(place), *_patterns(place, exclude)), problems))
    if not found and not problems:
        endings = ", ".join(_WALKED)
        problems.append(Problem(message("This folder holds no articles ({endings}).", endings=endings), path))
    return found, problems


def kept(folder: Path, files: Iterable[Path], exclude: Sequence[str]) -> Iterator[Path]:
    """Of files below a folder those that a walk of it would not leave out, were they there."""
    tests = (*_ignored_above(folder), *_patterns(folder, exclude))
    for file in files:
        names = file.relative_to(folder).parts
        if not any(name.startswith(_NO_ARTICLES) for name in names) and not any(test(file) for test in tests):
            yield file


def _walk(folder: Path, ignored: tuple[Ignored, ...], problems: list[Problem]) -> Iterator[str]:
    """The articles below `folder`: its own files by name, then its folders by name."""
    waiting = [(folder, ignored)]
    while waiting:
        here, left_out = waiting.pop()
        below, left_out = yield from _articles_in(here, left_out, problems)
        waiting.extend((one, left_out) for one in reversed(below))


def _articles_in(
    folder: Path, ignored: tuple[Ignored, ...], problems: list[Problem]
) -> Generator[str, None, tuple[list[Path], tuple[Ignored, ...]]]:
    """The articles of a folder; returns its folders, and what is left out in them."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as slip:
        from factcheck.system_words import reason_of

        problems.append(Problem(message("This folder cannot be read: {reason}.", reason=reason_of(slip)), str(folder)))
        return [], ignored
    ignored = (*ignored, *_gitignore(folder, entries))
    folders = []
    for entry in entries:
        if entry.name.startswith(_NO_ARTICLES) or any(test(folder / entry.name) for test in ignored):
            continue
        if entry.is_dir(follow_symlinks=False):
            folders.append(folder / entry.name)
        elif Path(entry.name).suffix.lower() in _WALKED:
            if entry.is_file():
                yield str(folder / entry.name)
            elif entry.is_symlink() and not (folder / entry.name).exists():
                problems.append(Problem(NOWHERE, str(folder / entry.name)))
    return folders, ignored


def _gitignore(folder: Path, entries: Sequence[os.DirEntry[str]]) -> tuple[Ignored, ...]:
    """What the .gitignore of `folder` itself leaves out."""
    if not any(entry.name == ".gitignore" for entry in entries):
        return ()
    return _ignoring(folder)


def _ignoring(folder: Path) -> tuple[Ignored, ...]:
    """What a .gitignore that is a plain file leaves out; git too takes anything else for none."""
    path = folder / ".gitignore"
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return ()
        with path.open("rb") as file:
            data = file.read(LONGEST)
    except OSError:
        return ()
    return _patterns(folder, data.decode("utf-8", "replace").splitlines())


def _ignored_above(folder: Path) -> tuple[Ignored, ...]:
    """What the .gitignore files above `folder` leave out, up to the root of its repository."""
    above: list[Ignored] = []
    inside = Path(os.path.abspath(folder))  # noqa: PTH100
    if (inside / ".git").exists():
        return ()
    for parent in inside.parents:
        above.extend(_ignoring(parent))
        if (parent / ".git").exists():
            return tuple(above)
    return ()


def _patterns(base: Path, lines: Sequence[str]) -> tuple[Ignored, ...]:
    """A test for paths below `base` by patterns like those of .gitignore; none without patterns."""
    wanted = [line for line in lines if line.strip() and not line.startswith("#")]
    if not wanted:
        return ()
    from factcheck.document.ignore_patterns import ignore_spec

    spec = ignore_spec(wanted)
    root = os.path.abspath(base)  # noqa: PTH100

    def ignored(path: Path) -> bool:
        inside = os.path.relpath(os.path.abspath(path), root)  # noqa: PTH100
        return spec.match_file(inside) or spec.match_file(f"{inside}/")

    return (ignored,)
