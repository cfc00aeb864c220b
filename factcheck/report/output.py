"""Reports into files: which format a file is in, and how it is written whole or not at all."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import NamedTuple, TextIO

from factcheck.errors import FactcheckError
from factcheck.formats import REPORTERS

ENDINGS = {
    ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".sarif": "sarif", ".rdjson": "rdjson", ".xml": "junit",
    ".md": "markdown", ".csv": "csv", ".html": "html", ".htm": "html", ".txt": "plain",
}  # fmt: skip
"""The format of a report file by the ending of its name."""


class Output(NamedTuple):
    """A report file that is asked for."""

    format: str
    path: str


def outputs(asked: Iterable[str], format_name: str) -> tuple[tuple[Output, ...], bool]:
    """The files asked for as FILE or FORMAT:FILE, and whether one of them takes the place of standard output for
    the format asked for (`--format sarif --output x.sarif`).

    Raises FactcheckError where a file's format is not known.
    """
    found = tuple(_output(each, format_name) for each in asked)
    return found, bool(format_name) and any(output.format == format_name for output in found)


def _output(asked: str, format_name: str) -> Output:
    prefix, colon, path = asked.partition(":")
    if colon and path and prefix in REPORTERS:
        return Output(prefix, path)
    by_name = ENDINGS.get(PurePath(asked).suffix.lower(), "") or format_name
    if not by_name:
        known = ", ".join(REPORTERS)
        raise FactcheckError(f"The name '{asked}' does not say which format it is; write FORMAT:FILE ({known}).")
    return Output(by_name, asked)


@contextmanager
def whole_file(path: str) -> Iterator[TextIO]:
    """A text file in UTF-8 that stands at `path` only when all of it is written; until then the old one does.

    Raises FactcheckError when it cannot be written.
    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        file = beside.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as slip:
        raise _unwritable(path, slip) from slip
    try:
        with file:
            yield file
        _put(beside, target, path)
    finally:
        beside.unlink(missing_ok=True)


def _put(beside: Path, target: Path, path: str) -> None:
    try:
        beside.replace(target)
    except OSError as slip:
        raise _unwritable(path, slip) from slip


def _unwritable(path: str, slip: OSError) -> FactcheckError:
    return FactcheckError(f"This file cannot be written: {slip.strerror}.", path)
