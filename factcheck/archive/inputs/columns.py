"""Which column holds which part of an article: as the user says, else by its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from factcheck.archive.inputs.record import Columns
from factcheck.errors import FactcheckError
from factcheck.messages import message

ROLES = Columns._fields


def read_columns(written: str) -> dict[str, str]:
    """`--columns` as pairs: "text=isi, date=tanggal". Raises FactcheckError for a part that articles do not have."""
    pairs = [part.partition("=") for part in written.split(",") if part.strip()]
    given = {role.strip(): name.strip() for role, _, name in pairs}
    unknown = [role for role, name in given.items() if role not in ROLES or not name]
    if unknown:
        parts = ", ".join(ROLES)
        sentence = message(
            "“{written}” names no column: write --columns text=NAME,title=NAME; the parts are {parts}.",
            written=unknown[0],
            parts=parts,
        )
        raise FactcheckError(sentence)
    return given


def find_columns(names: Sequence[str], given: Mapping[str, str], path: str) -> Columns:
    """The columns among `names` that hold the parts of an article.

    Raises FactcheckError where one that was given is not there, and where none holds the text.
    """
    shown = ", ".join(names[:20])
    for name in given.values():
        if name not in names:
            raise FactcheckError(
                message("There is no column “{name}”; there are: {names}.", name=name, names=shown), path
            )
    by_name = {name.lower(): name for name in reversed(names)}
    guessed = {role: _first(words, by_name) for role, words in _words().items()}
    if "text" in given or (guessed["text"] and "html" not in given):
        guessed["html"] = ""
    if "html" in given:
        guessed["text"] = ""
    found = Columns(**{**guessed, **given})
    if not found.text and not found.html:
        raise FactcheckError(
            message("No column is known to hold the text: say --columns text=NAME; there are: {names}.", names=shown),
            path,
        )
    return found


def _first(words: Sequence[str], by_name: Mapping[str, str]) -> str:
    return next((by_name[word] for word in words if word in by_name), "")


@cache
def _words() -> dict[str, list[str]]:
    import tomllib

    found: dict[str, list[str]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return found
