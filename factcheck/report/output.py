"""Reports into files: which format a file is in, and how it is written whole or not at all."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path, PurePath

from factcheck.errors import FactcheckError
from factcheck.formats import REPORTERS
from factcheck.messages import message
from factcheck.typed import NamedTuple, TextIO

ENDINGS = {ending: name for name, each in REPORTERS.items() for ending in each.endings}
"""The format of a report file by the ending of its name."""

HERE = ("-", "/dev/stdout")
"""Names of standard output: a report that goes there is the run's own."""
HEAD = 4096
"""Bytes by which a report is known."""
_PAGE = rb'<meta name="generator" content="factcheck '


class Output(NamedTuple):
    """A report file that is asked for."""

    format: str
    path: str


def outputs(asked: Iterable[str], format_name: str) -> tuple[tuple[Output, ...], str | None]:
    """The files asked for as FILE or FORMAT:FILE, and the format of standard output, None for the usual one.

    A file takes the place of standard output for the format asked for (`--format sarif --output x.sarif`), and
    `json:-` is standard output. Raises FactcheckError where a file's format is not known, or where the file holds
    something that no report of ours is: an article, the configuration, a pipe.
    """
    found = tuple(_output(each, format_name) for each in asked)
    printed = next((output.format for output in found if output.path in HERE), None)
    files = tuple(output for output in found if output.path not in HERE)
    for file in files:
        _replaceable(file.path)
    taken = bool(format_name) and any(output.format == format_name for output in files)
    return files, printed or (None if taken else format_name or None)


def is_page(path: str, data: bytes | None = None) -> bool:
    """Whether a file, or the `data` of it that are meant, is the page of a run; what cannot be read is none."""
    if data is not None:
        return _PAGE in data[:HEAD]
    try:
        with Path(path).open("rb") as file:
            return _PAGE in file.read(HEAD)
    except (OSError, ValueError):
        return False


def _replaceable(path: str) -> None:
    """Raises FactcheckError where writing a report would lose what stands at `path`."""
    place = Path(path)
    try:
        if not place.is_file():  # what is no file at all is refused when it is opened
            return
        with place.open("rb") as file:
            head = file.read(HEAD)
    except (OSError, ValueError):
        return  # said when it is opened
    report = b"|".join(each.begins for each in REPORTERS.values() if each.begins)
    if head and not re.match(report, head, re.VERBOSE | re.DOTALL):
        raise FactcheckError(
            message("This file is no report of factcheck: it is not written over; choose another name."), path
        )


def _output(asked: str, format_name: str) -> Output:
    prefix, colon, path = asked.partition(":")
    if colon and path and prefix in REPORTERS:
        return Output(prefix, path)
    by_name = ENDINGS.get(PurePath(asked).suffix.lower(), "") or format_name
    if not by_name:
        known = ", ".join(REPORTERS)
        raise FactcheckError(
            message(
                "The name '{name}' does not say which format it is; write FORMAT:FILE ({known}).",
                name=asked,
                known=known,
            )
        )
    return Output(by_name, asked)


@contextmanager
def whole_file(path: str) -> Iterator[TextIO]:
    """A text file in UTF-8 that stands at `path` only when all of it is written; until then the old one does.

    Raises FactcheckError when it cannot be written.
    """
    from factcheck.files import replacing

    with replacing(path) as file:
        text = TextIOWrapper(file, encoding="utf-8", errors="backslashreplace", newline="\n")
        yield text
        text.flush()
        text.detach()
