"""Where a finding stands, in the words of somebody who has the article open and no line numbers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from factcheck.messages import Message, message
from factcheck.model import Document, Span

_PARTS = {
    "paragraph": message("paragraph {number}", number=0),
    "table": message("table {number}", number=0),
    "row": message("row {number}", number=0),
    "page": message("page {number}", number=0),
    "line": message("line {number}", number=0),
    "footnote": message("footnote {number}", number=0),
    "endnote": message("endnote {number}", number=0),
    "sentence": message("sentence {number}", number=0),
}

_EXACT = ("row", "line")
"""Places that hold no more than a reader sees at a glance: which sentence of it need not be said."""


def place_words(document: Document, sentences: Sequence[Span], offset: int) -> str:
    """ "paragraph 3, sentence 2", "table 1, row 4", "page 2, line 9", to be said; empty for files read by line."""
    index = bisect_right(document.landmarks, offset, key=lambda mark: mark.start) - 1
    if index < 0:
        return ""
    mark = document.landmarks[index]
    exact = mark.parts[-1][0] in _EXACT
    parts = mark.parts if exact else (*mark.parts, *_sentence(sentences, mark.start, offset))
    words = [Message(_PARTS[kind].template, {"number": number}) for kind, number in parts]
    return words[0] if len(words) == 1 else message("{place}, {within}", place=words[0], within=words[1])


def _sentence(sentences: Sequence[Span], start: int, offset: int) -> tuple[tuple[str, int], ...]:
    """The number of the sentence, where it is not the first."""
    first = bisect_right(sentences, start, key=lambda span: span.end)
    here = bisect_right(sentences, offset, key=lambda span: span.start)
    return (("sentence", here - first),) if here - first > 1 else ()
