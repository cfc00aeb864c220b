"""What was changed in the words of a Word file, put into the file: the letters of its runs, and nothing else."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from html import escape
from zipfile import ZipFile

from factcheck.document.word.letters import pieces_of
from factcheck.document.word.package import WORD, xml_parts
from factcheck.document.word.word_lines import WordLines
from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.typed import Any

BODY = "word/document.xml"
NOT_THERE = message("This change cannot be written into the Word file; download the text instead.")
UTF8 = (b"encoding='utf-8'", b'encoding="utf-8"')


def edited_word(path: str, data: bytes, text: str, edits: Sequence[Any]) -> bytes:
    """The Word file `data`, whose text is `text`, with its `edits`. The letters that an edit takes away leave the runs
    that they stand in; what it puts in is set as the first of them, or as what stands before it.

    Raises FactcheckError for edits that make or join paragraphs, or that lie in notes.
    """
    xml_parts(path, data, WORD)
    with ZipFile(io.BytesIO(data)) as file:
        xml = file.read(BODY)
        head = xml[:100].lower()
        if b"encoding=" in head and not any(known in head for known in UTF8):
            raise FactcheckError(NOT_THERE, path)
        lines = WordLines(text, pieces_of(xml))
        changes = [change for edit in edits for change in _changes(lines, path, edit)]
        return _with_body(file, _patched(xml, changes))


def _changes(lines: WordLines, path: str, edit: Any) -> Iterator[tuple[int, int, bytes]]:
    """An edit as bytes of the part that become others."""
    found = lines.letters(edit.start, edit.end) if "\n" not in edit.text and "\t" not in edit.text else None
    if found is None:
        raise FactcheckError(NOT_THERE, path)
    letters, before = found
    new = escape(edit.text, quote=False).encode()
    written = [letter for letter in letters if letter.end]
    if len(written) != edit.end - edit.start or not (written or (before and before.end)):
        raise FactcheckError(NOT_THERE, path)
    if not written and before:
        yield before.end, before.end, new
    for number, letter in enumerate(written):
        yield letter.start, letter.end, new if number == 0 else b""


def _patched(xml: bytes, changes: Sequence[tuple[int, int, bytes]]) -> bytes:
    pieces, at = [], 0
    for start, end, new in sorted(changes):
        pieces += [xml[at:start], new]
        at = end
    return b"".join((*pieces, xml[at:]))


def _with_body(file: ZipFile, body: bytes) -> bytes:
    """The package again, every part as it is but the body."""
    out = io.BytesIO()
    with ZipFile(out, "w") as copy:
        for entry in file.infolist():
            copy.writestr(entry, body if entry.filename == BODY else file.read(entry))
    return out.getvalue()
