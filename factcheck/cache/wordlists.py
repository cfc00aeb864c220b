"""Word lists: TOML files that ship with the product, parsed once and kept parsed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from factcheck.cache.kept import kept_under
from factcheck.errors import FactcheckError

SUFFIX = ".words"

Table = dict[str, Any]


def word_lists(*paths: Path) -> list[Table]:
    """The tables in TOML files, an empty one for a file that is not there; kept under what the files say.

    Raises FactcheckError naming a file that is no TOML.
    """
    texts = [(path.name, path.read_text("utf-8") if path.is_file() else "") for path in paths]
    return kept_under(texts, SUFFIX, _parsed)


def _parsed(texts: list[tuple[str, str]]) -> list[Table]:
    import tomllib

    tables = []
    for name, text in texts:
        try:
            tables.append(tomllib.loads(text))
        except tomllib.TOMLDecodeError as slip:
            raise FactcheckError(f"the word list is not valid TOML ({slip})", name) from slip
    return tables
