"""The passage of an article around a finding, cut to lines of a width with the place marked under them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.language.load import load
from factcheck.model import Document, Span
from factcheck.reading.sentences import split
from factcheck.report.safe import printable
from factcheck.report.visible import Visible, visible

LONGEST = 320
"""Characters of a passage: five lines of a terminal."""


class Passage(NamedTuple):
    """`text` is harmless and on one line; `mark` is the place in it, `cut` whether something was left out."""

    text: str
    mark: Span


class Row(NamedTuple):
    """One line of a passage, and the part of it that is marked (empty where nothing is)."""

    text: str
    mark: Span


def sentences_of(document: Document) -> tuple[Span, ...]:
    """All sentences of a document in order; each block that is no running text is one."""
    words = load(document.language).words
    return tuple(span for block in document.blocks for span in split(document.plain, block, words))


def passage(document: Document, sentences: Sequence[Span], start: int, end: int) -> Passage:
    """The sentence or sentences that `start`..`end` stands in; a long one is cut at both sides, at blanks.

    What is not seen in the finished article (tags, marks of emphasis) is left out of it.
    """
    left, right = _around(sentences, start, end)
    seen = visible(document, min(left, start), max(right, end))
    first, last = seen.at(start), seen.at(end)
    if first == last:  # nothing of the place is seen: a comment, a tag
        seen = Visible(document.text[start:end], tuple(range(start, end)))
        first, last = 0, end - start
    left, right = _cut(seen.text, Span(0, len(seen.text)), first, last)
    before = "… " if left > 0 else ""
    after = " …" if right < len(seen.text) else ""
    shift = len(before) - left
    return Passage(before + printable(seen.text[left:right]) + after, Span(first + shift, last + shift))


def rows(passage: Passage, width: int) -> list[Row]:
    """The passage in lines of at most `width` characters, broken at blanks where there are any."""
    found = []
    for left, right in _breaks(passage.text, width):
        start, end = max(passage.mark.start, left), min(passage.mark.end, right)
        mark = Span(start - left, end - left) if start < end else Span(0, 0)
        found.append(Row(passage.text[left:right], mark))
    return found


def _around(sentences: Sequence[Span], start: int, end: int) -> tuple[int, int]:
    """From the beginning of the first sentence touched to the end of the last."""
    first = bisect_right(sentences, start, key=lambda span: span.end)
    last = bisect_left(sentences, end, key=lambda span: span.start) - 1
    return (sentences[first].start, sentences[last].end) if first <= last else (start, end)


def _cut(text: str, whole: Span, start: int, end: int) -> Span:
    """`whole` cut down to LONGEST characters around `start`..`end`, at blanks."""
    if whole.end - whole.start <= LONGEST or end - start >= LONGEST:
        return whole
    room = LONGEST - (end - start)
    left = max(whole.start, min(start - room // 2, whole.end - LONGEST))
    right = min(whole.end, left + LONGEST)
    if left > whole.start:
        left = text.find(" ", left, start) + 1 or left
    if right < whole.end:
        at = text.rfind(" ", end, right)
        right = at if at > 0 else right
    return Span(left, right)


def _breaks(text: str, width: int) -> list[tuple[int, int]]:
    spans, at = [], 0
    while len(text) - at > width:
        blank = text.rfind(" ", at + 1, at + width + 1)
        end = blank if blank > at else at + width
        spans.append((at, end))
        at = end + (blank > at)
    return [*spans, (at, len(text))]
