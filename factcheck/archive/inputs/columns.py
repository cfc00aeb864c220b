"""Which column holds which part of an article: as the user says, else by its name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from factcheck.archive.inputs.record import Columns
from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.typed import Any

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
    if not names:
        raise FactcheckError(message("This file holds no text."), path)
    shown = ", ".join(names[:20])
    for name in given.values():
        if name not in names:
            raise FactcheckError(
                message("There is no column “{name}”; there are: {names}.", name=name, names=shown), path
            )
    guessed = _guessed(names)
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


def _guessed(names: Sequence[str]) -> dict[str, str]:
    """The columns by their names: as they stand, else by the words that tell what of an article they hold."""
    words = _words()
    plain = {name.lower(): name for name in reversed(names)}
    bare = {_bare(name, words["of_an_article"]): name for name in reversed(names)}
    by_name = {**bare, **plain}
    return {
        role: next((by_name[word] for word in known if word in by_name), "") for role, known in words["names"].items()
    }


def _bare(name: str, of_an_article: Sequence[str]) -> str:
    """ "Isi Berita" is isi, "publishedAt" published_at; a name of nothing but such words stays as it is."""
    words = re.sub(r"([a-z])([A-Z])", r"\1_\2", name).lower()
    parted = [word for word in re.split(r"[\W_]+", words) if word]
    return "_".join([word for word in parted if word not in of_an_article] or parted)


@cache
def _words() -> dict[str, Any]:
    import tomllib

    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
