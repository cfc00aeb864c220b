"""A draft that the page sends, with what was changed in it, checked as the command would check the changed file."""

from __future__ import annotations

from pathlib import PurePath

from factcheck.desk.checked import Checked
from factcheck.desk.desk import Desk
from factcheck.document.read_document import BINARY
from factcheck.errors import FactcheckError
from factcheck.messages import translated
from factcheck.page.answer import answer
from factcheck.page.edits import applied, edited, shown
from factcheck.page.sent import Sent, in_code_points
from factcheck.page.view import PAGES, View, view_of
from factcheck.typed import Any, NamedTuple


class Whole(NamedTuple):
    """A draft seen whole: what is said of it, and how it is shown."""

    checked: Checked
    view: View


def check_sent(desk: Desk, draft: Sent) -> tuple[dict[str, Any], Whole]:
    """What the page is told of a draft, and the draft seen whole.

    Where an edit cannot be written into the file, its words are checked as plain text, and `unwritten` says why.
    Raises FactcheckError for what cannot be read.
    """
    unwritten = ""
    name, data = draft.name, draft.data
    if draft.edits:
        before = shown(name, data)
        edits = in_code_points(draft.edits, before.text)
        try:
            data = edited(name, data, edits)
        except FactcheckError as slip:
            unwritten = translated(slip.message)
            name, data = f"{name}.txt", applied(before.text, edits).encode()
    checked = desk.check(data, name, draft.published, draft.language)
    whole = Whole(checked, view_of(checked.document))
    told = answer(checked.report, whole.view, checked.names)
    return {**told, "form": _form(draft.name), "unwritten": unwritten}, whole


def _form(name: str) -> str:
    """What a file is to who edits it: text that is all its own, or words that lie in a page or in another file."""
    ending = PurePath(name).suffix.lower()
    return "page" if ending in PAGES else "words" if ending in BINARY else "text"
