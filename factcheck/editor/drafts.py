"""A draft that is open in an editor, and what came of checking it."""

from __future__ import annotations

import os
from pathlib import PurePath
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from factcheck.desk.checked import Checked
from factcheck.desk.desk import Desk
from factcheck.document.read_document import BINARY, READERS, UNREAD
from factcheck.editor.marking import Mark, marks_of
from factcheck.editor.ruler import Ruler, ruler
from factcheck.errors import FactcheckError
from factcheck.messages import message, translated
from factcheck.model import Problem
from factcheck.report.safe import printable
from factcheck.typed import NamedTuple

LONGEST = 500_000
"""Characters of a draft that is checked while it is written: a hundred long articles."""
ENDINGS = {"markdown": ".md", "html": ".html", "restructuredtext": ".rst", "plaintext": ".txt"}
"""How a draft without a file is read, by what its editor calls the language."""
UNREADABLE = "unreadable"
"""The name of a mark that no rule made: the draft could not be read."""


class Draft(NamedTuple):
    """A version of a draft; `path` is what it is called, absolute where it is a file."""

    uri: str
    path: str
    version: int
    text: str


class Answer(NamedTuple):
    """What came of a version of a draft; `checked` is None where it could not be read, and `problems` say what was not
    understood of settings and packs. `generation` counts how often these were read anew."""

    draft: Draft
    generation: int
    ruler: Ruler
    checked: Checked | None
    marks: tuple[Mark, ...]
    problems: tuple[Problem, ...] = ()


def path_of(uri: str, language: str) -> str:
    """The path of the file that a URI names; for a draft without one its name, with the ending of its language."""
    parts = urlsplit(uri)
    if parts.scheme == "file":
        host = f"//{parts.netloc}" if parts.netloc and os.name == "nt" else ""
        return url2pathname(host + parts.path) if os.name == "nt" else unquote(parts.path)
    name = PurePath(unquote(parts.path or parts.netloc)).name.replace("\0", "") or "draft"
    return name if PurePath(name).suffix.lower() in READERS else name + ENDINGS.get(language, ".txt")


def answer(desk: Desk, draft: Draft, unit: str, generation: int) -> Answer:
    """Checks a draft, in the language that is spoken. Raises nothing for a text that cannot be read: that is marked."""
    made = Answer(draft, generation, ruler(draft.text, unit), None, ())
    if not draft.text.strip().strip("\ufeff"):
        return made
    try:
        if _is_no_article(desk, draft.path):
            return made
        _bounded(draft)
        checked = desk.check(draft.text, draft.path)
    except FactcheckError as slip:
        return made._replace(marks=(_unreadable(slip, draft.path),))
    return made._replace(checked=checked, marks=marks_of(checked), problems=checked.problems)


def _bounded(draft: Draft) -> None:
    if len(draft.text) > LONGEST:
        sentence = message("This draft is too long to be checked while it is written; `factcheck check` reads it.")
        raise FactcheckError(sentence, draft.path)


def _is_no_article(desk: Desk, path: str) -> bool:
    """Whether the settings leave a file out, or nobody reads its kind as text."""
    if PurePath(path).suffix.lower() in {*BINARY, *UNREAD}:
        return True
    config = desk.standards(path).config
    if not config.exclude:
        return False
    from factcheck.document.ignore_patterns import ignore_spec

    inside = os.path.relpath(os.path.realpath(desk.folder / path), os.path.dirname(os.path.realpath(config.path)))  # noqa: PTH120
    return not inside.startswith("..") and ignore_spec(config.exclude).match_file(inside)


def _unreadable(slip: FactcheckError, path: str) -> Mark:
    place = "" if slip.path == path else f"{slip.path}{f':{slip.line}' if slip.line else ''}: "
    return Mark(0, 0, "warning", UNREADABLE, printable(place + translated(slip.message)))


def problem_words(problem: Problem) -> str:
    """A problem in a sentence with its place."""
    place = ":".join(str(part) for part in (problem.path, problem.line or "") if part)
    sentence = printable(translated(problem.message))
    return printable(f"{place}: {sentence}") if place else sentence
