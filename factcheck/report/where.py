"""Where a finding stands, in the words of somebody who has the article open and no line numbers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from factcheck.model import Document, Span


def place_words(document: Document, sentences: Sequence[Span], offset: int) -> str:
    """ "paragraph 3, sentence 2", "table 1, row 4"; empty for files that are read by line."""
    index = bisect_right(document.landmarks, offset, key=lambda mark: mark.start) - 1
    if index < 0:
        return ""
    mark = document.landmarks[index]
    words = [f"{kind} {number}" for kind, number in mark.parts]
    return ", ".join([*words, *_sentence(sentences, mark.start, offset)] if "row" not in dict(mark.parts) else words)


def _sentence(sentences: Sequence[Span], start: int, offset: int) -> list[str]:
    """The number of the sentence, where it is not the first."""
    first = bisect_right(sentences, start, key=lambda span: span.end)
    here = bisect_right(sentences, offset, key=lambda span: span.start)
    return [f"sentence {here - first}"] if here - first > 1 else []
