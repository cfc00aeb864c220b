"""What was changed in the view, put into the file that it is the view of: only those places, all else byte for byte."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import takewhile
from pathlib import PurePath

from factcheck.document.read_document import BINARY, read_document
from factcheck.errors import FactcheckError
from factcheck.fixes.encoding import encoded
from factcheck.messages import message
from factcheck.page.view import PAGES, WORD, View, in_file, view_of
from factcheck.page.word_edits import edited_word
from factcheck.typed import NamedTuple

MARKUP = frozenset("<>&")
ELSEWHERE = message("Here the words and the file do not go together; download the text instead.")


class Edit(NamedTuple):
    """`start`..`end` of a view, in code points, becomes `text`."""

    start: int
    end: int
    text: str


def edited(path: str, data: bytes, edits: Sequence[Edit]) -> bytes:
    """The file `data` with `edits`, which follow each other in the order of its view, put in.

    Raises FactcheckError where an edit cannot be written into a file of this kind: what is read of the new file must be
    what the editor sees.
    """
    if not edits:
        return data
    before = shown(path, data)
    wanted = applied(before.text, edits)
    after = _written(path, data, before, [_trimmed(before.text, edit) for edit in edits])
    if shown(path, after).text != wanted:
        raise FactcheckError(ELSEWHERE, path)
    return after


def shown(path: str, data: bytes) -> View:
    """The view of a file."""
    return view_of(in_file(read_document(path, data)))


def applied(text: str, edits: Sequence[Edit]) -> str:
    """A view with its edits. Raises FactcheckError where they are no edits of it."""
    pieces, at = [], 0
    for start, end, new in edits:
        if not at <= start <= end <= len(text):
            raise FactcheckError(ELSEWHERE)
        pieces += [text[at:start], new]
        at = end
    return "".join((*pieces, text[at:]))


def _trimmed(text: str, edit: Edit) -> Edit:
    """The edit without what it leaves as it is at both ends: "93,86" to "93,68" changes two letters."""
    start, end, new = edit
    kept = _alike(text[start:end], new)
    start, new = start + kept, new[kept:]
    kept = _alike(text[start:end][::-1], new[::-1])
    return Edit(start, end - kept, new[: len(new) - kept])


def _alike(one: str, other: str) -> int:
    """How many letters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _written(path: str, data: bytes, view: View, edits: Sequence[Edit]) -> bytes:
    ending = PurePath(path).suffix.lower()
    if ending == WORD:
        return edited_word(path, data, view.text, edits)
    if ending in BINARY:
        raise FactcheckError(ELSEWHERE, path)
    document = in_file(read_document(path, data))
    put = _in_page if ending in PAGES else _in_text
    made = [put(path, document.text, view, edit) for edit in edits]
    return encoded(applied(document.text, made), data, document.text, path)


def _in_text(path: str, text: str, view: View, edit: Edit) -> Edit:
    end_of_line = "\r\n" if "\r\n" in text else "\n"
    return Edit(*view.within(edit.start, edit.end), edit.text.replace("\n", end_of_line))


def _in_page(path: str, text: str, view: View, edit: Edit) -> Edit:
    """The edit in the source of a page; no markup is taken away and none is put in."""
    start, end = view.within(edit.start, edit.end)
    if MARKUP & set(text[start:end]) or "\n" in edit.text or "\n" in view.text[edit.start : edit.end]:
        raise FactcheckError(ELSEWHERE, path)
    return Edit(start, end, escape(edit.text, quote=False))
