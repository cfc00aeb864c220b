"""Word lists: TOML files that ship with the product, parsed once and kept parsed.

They are found again by the product's version and by the sizes and times of the files, as what code makes is: to read
them all, and make a name of what they say, would cost every start a hundredth.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from factcheck.cache.kept import kept_under
from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.typed import Any
from factcheck.version import __version__

SUFFIX = ".words"

Table = dict[str, Any]
Check = Callable[[Table, str, Path], None]
"""Holds the table of a file, given its text too, to what it must be; raises FactcheckError where it is not."""


def word_lists(*paths: Path, check: Check | None = None, checked_by: str = "") -> list[Table]:
    """The tables in TOML files, an empty one for a file that is not there, kept between runs.

    What is kept has been through `check` when it was parsed; `checked_by` is the file of code that says what is right.
    Raises FactcheckError naming a file that is no TOML.
    """

    def parsed(_: object) -> list[Table]:
        return [_table(path, check) if state else {} for path, state in zip(paths, states, strict=True)]

    states = [_state(str(path)) for path in paths]
    made_from = __version__, [*zip(map(str, paths), states, strict=True)]
    return kept_under(made_from, SUFFIX, parsed, *filter(None, [checked_by]))


def _state(path: str) -> tuple[int, int] | None:
    """What tells one state of a file from the next; None where there is none."""
    try:
        stat = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns


def _table(path: Path, check: Check | None) -> Table:
    import tomllib

    text = path.read_text("utf-8")
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as slip:
        raise FactcheckError(message("The word list is not valid TOML ({reason}).", reason=slip), str(path)) from slip
    if check is not None:
        check(table, text, path)
    return table
