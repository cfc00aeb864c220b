"""The articles of a run: which they are, and how each is read."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcheck.document.discover import STDIN, discover
from factcheck.document.load import read_file, read_stream
from factcheck.document.read_document import READERS, read_document
from factcheck.model import Document, Problem

if TYPE_CHECKING:
    from factcheck.filters.git import Touched


class Source(NamedTuple):
    """An article to check; `data` is its content where that is not what lies on disk."""

    path: str
    data: bytes | None = None


def find_sources(
    paths: Sequence[str], exclude: Sequence[str], touched: Touched | None
) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """The articles at `paths`, only those that were `touched` where that is asked, and what is missing."""
    if touched is None:
        files, missing = discover(paths, exclude)
        return tuple(Source(file) for file in files), missing
    return _touched_sources(paths, exclude, touched)


def not_excluded(sources: Sequence[Source], exclude: Sequence[str]) -> tuple[Source, ...]:
    """The sources that `exclude` does not name, by their paths from this folder (pre-commit names every file)."""
    if not exclude:
        return tuple(sources)
    from pathspec import GitIgnoreSpec

    spec = GitIgnoreSpec.from_lines(exclude)
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
    """A folder without changed articles is no problem; a path that is not there is one."""
    there = [path for path in paths if Path(path).is_dir()]
    files, missing = discover([path for path in paths if path not in there], exclude)
    files = (
        *files,
        *(file for folder in there if _changed_in(folder, touched) for file in discover([folder], exclude)[0]),
    )
    real = {file: os.path.realpath(file) for file in dict.fromkeys(files)}
    sources = (Source(file, touched.staged.get(place)) for file, place in real.items() if place in touched.lines)
    return tuple(sources), missing


def _changed_in(folder: str, touched: Touched) -> bool:
    """Whether an article below a folder was changed, so that a folder of a thousand need not be walked for none."""
    root = os.path.join(os.path.realpath(folder), "")  # noqa: PTH118
    return any(path.startswith(root) and Path(path).suffix.lower() in READERS for path in touched.lines)
