"""Word lists: TOML files that ship with the product, parsed once and kept parsed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from factcheck.cache.kept import kept_under
from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.typed import Any

SUFFIX = ".words"

Table = dict[str, Any]
Check = Callable[[Table, str, Path], None]
"""Holds the table of a file, given its text too, to what it must be; raises FactcheckError where it is not."""


def word_lists(*paths: Path, check: Check | None = None, checked_by: str = "") -> list[Table]:
    """The tables in TOML files, an empty one for a file that is not there; kept under what the files say.

    What is kept has been through `check` when it was parsed; `checked_by` is the file of code that says what is right.
    Raises FactcheckError naming a file that is no TOML.
    """
    texts = [(path.name, path.read_text("utf-8") if path.is_file() else "") for path in paths]

    def parsed(_: object) -> list[Table]:
        return [_table(path, text, check) for path, (_, text) in zip(paths, texts, strict=True)]

    return kept_under(texts, SUFFIX, parsed, *filter(None, [checked_by]))


def _table(path: Path, text: str, check: Check | None) -> Table:
    import tomllib

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as slip:
        raise FactcheckError(message("The word list is not valid TOML ({reason}).", reason=slip), str(path)) from slip
    if check is not None:
        check(table, text, path)
    return table
