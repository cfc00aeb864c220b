"""The language that a run speaks: `--lang`, which may stand anywhere, else what the environment says."""

from __future__ import annotations

import os
from collections.abc import Sequence

from factcheck.errors import FactcheckError
from factcheck.messages import OWN, languages, message, use_language, users_language

OPTION = "--lang"


def without_language(arguments: Sequence[str]) -> list[str]:
    """The arguments without `--lang CODE`, which may stand anywhere; the language is spoken from now on."""
    left: list[str] = []
    asked = os.environ.get(OWN, "")
    words = iter(arguments)
    for word in words:
        if word == "--":
            left += [word, *words]
        elif word == OPTION:
            asked = next(words, "")
        elif word.startswith(f"{OPTION}="):
            asked = word.partition("=")[2]
        else:
            left.append(word)
    _choose(asked)
    return left


def _choose(asked: str) -> None:
    """Speaks the language that was asked for, else the user's. Raises FactcheckError for one that is not spoken."""
    if asked and asked not in languages():
        use_language(users_language())
        raise FactcheckError(
            message(
                "'{language}' is not spoken here; the languages are {known}.",
                language=asked,
                known=", ".join(languages()),
            )
        )
    use_language(asked or users_language(), asked=bool(asked))
