"""The articles of a run: which they are, and how each is read."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path

from factcheck.config import Config, load_config
from factcheck.document.discover import STDIN, discover, kept
from factcheck.document.load import is_address, read_file, read_stream
from factcheck.document.read_document import READERS, read_document
from factcheck.messages import message
from factcheck.model import Document, Problem
from factcheck.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcheck.filters.git import Touched


PAGES = (".html", ".htm")
CONFLICT = message("This file is in conflict: settle it, and stage it again.")


class Source(NamedTuple):
    """An article to check; `data` is its content where that is not what lies on disk."""

    path: str
    data: bytes | None = None


def configured(path: str) -> tuple[Config, tuple[Problem, ...]]:
    """The configuration that holds for an article, and what in it is not understood."""
    return load_config(Path("." if path == STDIN or "://" in path else path))


def find_sources(
    paths: Sequence[str], exclude: Sequence[str], touched: Touched | None
) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """The articles at `paths`, only those that were `touched` where that is asked, and what is missing."""
    if touched is None:
        files, missing = discover(paths, exclude)
        return tuple(Source(file) for file in files), missing
    return _touched_sources(paths, exclude, touched)


def without_reports(sources: Sequence[Source], paths: Sequence[str], written: Sequence[str]) -> tuple[Source, ...]:
    """The articles without the reports that stand among them and are not named: those that this run has `written`, and
    the page of any run."""
    reports = {os.path.realpath(path) for path in written}
    return tuple(one for one in sources if one.path in paths or not _is_report(one, reports))


def _is_report(source: Source, reports: Collection[str]) -> bool:
    if reports and os.path.realpath(source.path) in reports:
        return True
    if not source.path.lower().endswith(PAGES):
        return False
    from factcheck.report.output import is_page

    return is_page(source.path, source.data)


def not_excluded(sources: Sequence[Source], exclude: Sequence[str]) -> tuple[Source, ...]:
    """The sources that `exclude` does not name, by their paths from this folder (pre-commit names every file)."""
    if not exclude:
        return tuple(sources)
    from factcheck.document.ignore_patterns import ignore_spec

    spec = ignore_spec(exclude)
    return tuple(source for source in sources if not spec.match_file(os.path.relpath(source.path)))


def read(source: Source, as_of: date | None, stdin_name: str) -> Document:
    """The document of a source. Raises FactcheckError where it cannot be read."""
    if source.data is not None:
        return read_document(source.path, source.data, as_of=as_of)
    if source.path == STDIN:
        return read_stream(sys.stdin.buffer, stdin_name or STDIN, as_of=as_of)
    return read_file(source.path, as_of=as_of)


def _touched_sources(
    paths: Sequence[str], exclude: Sequence[str], touched: Touched
) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """A folder without changed articles is no problem; a path that is not there is one, and a file whose changes
    nobody can tell."""
    folders = [path for path in paths if os.path.isdir(path)]  # noqa: PTH112
    named = [path for path in paths if path not in folders]
    staged_only = [path for path in named if os.path.realpath(path) in {*touched.staged, *touched.unmerged}]
    files, missing = discover([path for path in named if path not in staged_only], exclude)
    problems = [*missing, *(problem for file in named if (problem := _unanswered(file, touched)))]
    inside = (file for folder in folders for file in _changed_files(folder, exclude, touched))
    real = {file: os.path.realpath(file) for file in dict.fromkeys((*files, *staged_only, *inside))}
    problems += [Problem(CONFLICT, file) for file, place in real.items() if place in touched.unmerged]
    lines = touched.lines.keys() - touched.unmerged
    sources = (Source(file, touched.staged.get(place)) for file, place in real.items() if place in lines)
    return tuple(sources), tuple(problems)


def _unanswered(path: str, touched: Touched) -> Problem | None:
    """Why git cannot tell what is new in a file that was named."""
    if path == STDIN or is_address(path):
        return Problem(message("Only files have changed lines: leave out --diff and --staged."), path)
    place = Path(os.path.realpath(path))
    root = Path(os.path.realpath(touched.root))
    inside = place.is_relative_to(root)
    between = [folder for folder in place.parents if inside and folder != root and folder.is_relative_to(root)]
    if not inside or any((folder / ".git").exists() for folder in between):
        return Problem(message("This file is in another repository than {root}: check it by itself.", root=root), path)
    return None


def _changed_files(folder: str, exclude: Sequence[str], touched: Touched) -> tuple[str, ...]:
    """The articles below a folder, also those that are staged and lie there no more."""
    if not _changed_in(folder, touched):
        return ()
    root = os.path.realpath(folder)
    gone = (
        path
        for path in (*touched.staged, *touched.unmerged)
        if not os.path.lexists(path) and Path(path).is_relative_to(root)
    )
    articles = (Path(folder, Path(path).relative_to(root)) for path in gone if Path(path).suffix.lower() in READERS)
    return (*discover([folder], exclude)[0], *map(str, kept(Path(folder), articles, exclude)))


def _changed_in(folder: str, touched: Touched) -> bool:
    """Whether an article below a folder was changed, so that a folder of a thousand need not be walked for none."""
    root = os.path.join(os.path.realpath(folder), "")  # noqa: PTH118
    return any(path.startswith(root) and Path(path).suffix.lower() in READERS for path in touched.lines)
