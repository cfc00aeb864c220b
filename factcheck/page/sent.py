"""A draft as the page sends it: one line of JSON that says what it is, then its bytes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from factcheck.page.edits import Edit
from factcheck.page.gate import RefusedError
from factcheck.page.utf16 import units_of
from factcheck.typed import Any, NamedTuple

LONGEST_NAME = 200
MOST_EDITS = 10_000


class Sent(NamedTuple):
    """A draft: `name` decides how its `data` is read, `edits` are (start, end, new text) in UTF-16 units of its view.

    `published` and `language` say what the draft does not; `speak` is the language of the page.
    """

    name: str
    data: bytes
    edits: tuple[tuple[int, int, str], ...] = ()
    published: date | None = None
    language: str | None = None
    speak: str = ""


def sent(body: bytes) -> Sent:
    """The draft in the body of a request. Raises RefusedError for what is none."""
    head, _, data = body.partition(b"\n")
    try:
        said = json.loads(head)
        edits = tuple(_edit(each) for each in said.get("edits", ())[:MOST_EDITS])
        day = date.fromisoformat(said["published"]) if said.get("published") else None
        name, speak = str(said["name"])[-LONGEST_NAME:], str(said.get("speak", ""))[:2]
        language = str(said["language"])[:2] if said.get("language") else None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as slip:
        raise RefusedError(400, "this is no draft") from slip
    return Sent(name.replace("/", "_").replace("\\", "_"), data, edits, day, language, speak)


def _edit(said: Any) -> tuple[int, int, str]:
    start, end, text = said
    if type(start) is not int or type(end) is not int or type(text) is not str:
        raise TypeError
    return start, end, text


def in_code_points(edits: Sequence[tuple[int, int, str]], text: str) -> list[Edit]:
    """Edits of the view `text` in code points, as the rest of the program counts."""
    units = units_of(text)
    return [Edit(units.back(start), units.back(end), new) for start, end, new in edits]
