"""The word lists of a language, read once."""

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from factcheck.cache.wordlists import word_lists
from factcheck.errors import FactcheckError
from factcheck.language import tables
from factcheck.language.tables import (
    About,
    BoilerplateWords,
    ChangeWords,
    DateWords,
    NumberWords,
    PeopleWords,
    ProseWords,
    SpellingWords,
    made,
)
from factcheck.messages import message
from factcheck.typed import Any, NamedTuple

FOLDER = Path(__file__).parent


class Language(NamedTuple):  # noqa: PLW1641 - its hash is given below
    """What one language's folder holds: a record for each file (`numbers.toml` …), empty for one that is not there."""

    code: str
    about: About
    numbers: NumberWords
    dates: DateWords
    words: ProseWords
    changes: ChangeWords
    people: PeopleWords
    names: SpellingWords
    boilerplate: BoilerplateWords

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other


# Patterns are looked up by their language dozens of times an article: by what it is, and in the interpreter itself.
Language.__hash__ = object.__hash__  # type: ignore[method-assign]

FILES: Mapping[str, Any] = {name: kind for name, kind in Language.__annotations__.items() if name != "code"}


@cache
def codes() -> tuple[str, ...]:
    """The codes of the languages that there are."""
    with os.scandir(FOLDER) as entries:
        return tuple(sorted(entry.name for entry in entries if entry.name.isalpha() and entry.is_dir()))


@cache
def load(code: str) -> Language:
    """The language `code` (`id`, `en`): a folder beside this module.

    Raises FactcheckError when there is no such language, or when one of its files is not what `tables` says.
    """
    if code not in codes():
        raise FactcheckError(
            message("There is no language “{code}”; the languages are {codes}.", code=code, codes=", ".join(codes()))
        )
    lists = word_lists(*(FOLDER / code / f"{name}.toml" for name in FILES), check=_check, checked_by=tables.__file__)
    return Language(code, *(made(kind, table) for kind, table in zip(FILES.values(), lists, strict=True)))


def _check(table: dict[str, Any], text: str, path: Path) -> None:
    from factcheck.language.check_tables import check

    check(FILES[path.stem], table, text, str(path))
