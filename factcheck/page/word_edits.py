"""What was changed in the words of a Word file, put into the file: the letters of its runs, and nothing else."""

from __future__ import annotations

import io
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any
from zipfile import ZipFile

from factcheck.document.word.package import WORD, xml_parts
from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.page.word_letters import Letter, Piece, pieces_of

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
        lines = _Lines(text, pieces_of(xml))
        changes = [change for edit in edits for change in _changes(lines, path, edit)]
        return _with_body(file, _patched(xml, changes))


class _Lines:
    """The pieces of a text, split at line ends and tabs, each beside the piece of the file that says the same."""

    def __init__(self, text: str, pieces: list[Piece]) -> None:
        self.text = text
        by_words: dict[str, list[Piece]] = defaultdict(list)
        for piece in pieces:
            by_words[_words("".join(letter.char for letter in piece))].append(piece)
        seen: Counter[str] = Counter()
        self._found: list[tuple[int, int, Piece]] = []
        for start, end in _spans(text):
            words = _words(text[start:end])
            same = by_words.get(words, [])
            if seen[words] < len(same):
                self._found.append((start, end, same[seen[words]]))
            seen[words] += 1

    def letters(self, start: int, end: int) -> tuple[list[Letter], Letter | None] | None:
        """The letters of `start`..`end`, and the one before them; None where the file has no such piece."""
        for first, last, piece in self._found:
            if first <= start and end <= last:
                along = _aligned(self.text[first:last], piece)
                if along is None:
                    return None
                before = along[start - first - 1] if start > first else None
                return [letter for letter in along[start - first : end - first] if letter], before
        return None


def _spans(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        for cell in line.split("\t"):
            if cell.strip():
                yield at, at + len(cell)
            at += len(cell) + 1


def _words(text: str) -> str:
    return " ".join(text.split())


def _aligned(text: str, piece: Piece) -> list[Letter | None] | None:
    """For each character the letter that stands for it; blanks may be other blanks, or fewer. None where they part."""
    along: list[Letter | None] = []
    at = 0
    for char in text:
        while at < len(piece) and piece[at].char != char and piece[at].char.isspace() and not char.isspace():
            at += 1
        if at < len(piece) and (piece[at].char == char or (char.isspace() and piece[at].char.isspace())):
            along.append(piece[at])
            at += 1
        elif char.isspace():
            along.append(None)
        else:
            return None
    return along


def _changes(lines: _Lines, path: str, edit: Any) -> Iterator[tuple[int, int, bytes]]:
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
