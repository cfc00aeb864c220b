"""From what the user names to the inputs of a run: tables, web archives, folders of articles."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.document.discover import discover
from factcheck.document.read_document import READERS
from factcheck.messages import message
from factcheck.model import Problem
from factcheck.typed import NamedTuple

KINDS = {
    ".parquet": "parquet", ".jsonl": "json", ".ndjson": "json", ".jsonl.gz": "json", ".ndjson.gz": "json",
    ".csv": "csv", ".tsv": "csv", ".csv.gz": "csv", ".tsv.gz": "csv", ".warc": "warc", ".warc.gz": "warc",
}  # fmt: skip
"""What a file is by the ending of its name."""
FILES = "files"
"""The kind of an input that is a folder: each file of it is an article."""


class Input(NamedTuple):
    """An input: `size` is its bytes on disk, `files` the articles of a folder. One with a `problem` is not read."""

    path: str
    kind: str
    size: int
    files: tuple[str, ...] = ()
    problem: str = ""


def find_inputs(paths: Sequence[str]) -> tuple[Input, ...]:
    """The inputs at `paths`, in the order in which they are named, by name within a folder, each once."""
    found = [each for path in paths for each in (_in_folder(path) if os.path.isdir(path) else [_file(path)])]  # noqa: PTH112
    return tuple({os.path.realpath(each.path): each for each in reversed(found)}.values())[::-1]


def kind_of_file(path: str) -> str:
    """The kind of a table by its name; empty for a file that is none."""
    name = Path(path).name.lower()
    return next((kind for ending, kind in KINDS.items() if name.endswith(ending)), "")


def _file(path: str) -> Input:
    kind = kind_of_file(path)
    try:
        size = os.stat(path).st_size  # noqa: PTH116
    except (OSError, ValueError):
        return Input(path, kind or FILES, 0, problem=message("There is no such file or folder."))
    if kind:
        return Input(path, kind, size, problem="" if size else message("This file holds no text."))
    if Path(path).suffix.lower() in READERS:
        return Input(path, FILES, size, (path,))
    kinds = ", ".join((*KINDS, *READERS))
    return Input(path, FILES, size, problem=message("This is no kind of file that is read: {kinds}.", kinds=kinds))


def _in_folder(path: str) -> list[Input]:
    """The tables in a folder and below it, and the articles there as one more input."""
    tables = sorted(_tables(path))
    articles, problems = discover([path])
    found = [_file(table) for table in tables]
    if articles:
        found.append(Input(path, FILES, sum(map(_size, articles)), articles))
    return found or [Input(path, FILES, 0, problem=_why(problems))]


def _tables(path: str) -> Iterator[str]:
    """Not those in hidden folders, nor the rows that a run wrote into a folder below."""
    for place, below, names in os.walk(path):
        below[:] = [name for name in below if not name.startswith(".") and not _is_checked(Path(place, name))]
        yield from (str(Path(place, name)) for name in names if kind_of_file(name) and not name.startswith("."))


def _is_checked(folder: Path) -> bool:
    return (folder / "run.json").is_file() and (folder / "documents").is_dir()


def _why(problems: Sequence[Problem]) -> str:
    return problems[0].message if problems else message("This folder holds no articles.")


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116
    except OSError:
        return 0
