"""The word lists of a language, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.errors import FactcheckError

FOLDER = Path(__file__).parent


class Language(NamedTuple):
    """What one language's folder holds: plain dicts, as the TOML files say it (`numbers.toml` …)."""

    code: str
    numbers: dict[str, Any]
    dates: dict[str, Any]
    words: dict[str, Any]
    changes: dict[str, Any]
    people: dict[str, Any]

    def __hash__(self) -> int:
        return hash(self.code)


@cache
def load(code: str) -> Language:
    """The language `code` (`id`, `en`): a folder beside this module.

    Raises FactcheckError when there is no such language, or when one of its files cannot be read.
    """
    if not (FOLDER / code / "numbers.toml").is_file():
        known = ", ".join(sorted(path.parent.name for path in FOLDER.glob("*/numbers.toml")))
        raise FactcheckError(f"there is no language {code!r}; the languages are {known}")
    return Language(
        code,
        _table(code, "numbers"),
        _table(code, "dates"),
        _table(code, "words"),
        _table(code, "changes"),
        _table(code, "people"),
    )


def _table(code: str, name: str) -> dict[str, Any]:
    import tomllib

    path = FOLDER / code / f"{name}.toml"
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as slip:
        raise FactcheckError(f"the word list is not valid TOML ({slip})", path.name) from slip
