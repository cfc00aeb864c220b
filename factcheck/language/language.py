"""The word lists of a language, read once."""

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.cache.wordlists import word_lists
from factcheck.errors import FactcheckError

FOLDER = Path(__file__).parent
TABLES = ("numbers", "dates", "words", "changes", "people", "names")


class Language(NamedTuple):
    """What one language's folder holds: plain dicts, as the TOML files say it (`numbers.toml` …)."""

    code: str
    numbers: dict[str, Any]
    dates: dict[str, Any]
    words: dict[str, Any]
    changes: dict[str, Any]
    people: dict[str, Any]
    names: dict[str, Any]

    def __hash__(self) -> int:
        return hash(self.code)


@cache
def known() -> tuple[str, ...]:
    """The codes of the languages that there are."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob("*/numbers.toml")))


@cache
def load(code: str) -> Language:
    """The language `code` (`id`, `en`): a folder beside this module.

    Raises FactcheckError when there is no such language, or when one of its files cannot be read.
    """
    if code not in known():  # an article may say any code: none becomes a path
        raise FactcheckError(f"there is no language {code[:40]!r}; the languages are {', '.join(known())}")
    return Language(code, *word_lists(*(FOLDER / code / f"{name}.toml" for name in TABLES)))
