"""The passage of an article around a finding, cut to lines of a width with the place marked under them."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.language.load import load
from factcheck.model import Block, Document, Span
from factcheck.reading.sentences import split
from factcheck.report.safe import printable

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


def passage(document: Document, start: int, end: int) -> Passage:
    """The sentence or sentences that `start`..`end` stands in; a long one is cut at both sides, at blanks."""
    left, right = _sentence(document, start, end)
    shortest = Span(min(left, start), max(right, end))
    left, right = _cut(document.text, shortest, start, end)
    before = "… " if left > shortest.start else ""
    after = " …" if right < shortest.end else ""
    text = printable(document.text[left:right])
    shift = len(before) - left
    return Passage(before + text + after, Span(start + shift, end + shift))


def rows(passage: Passage, width: int) -> list[Row]:
    """The passage in lines of at most `width` characters, broken at blanks where there are any."""
    found = []
    for left, right in _breaks(passage.text, width):
        start, end = max(passage.mark.start, left), min(passage.mark.end, right)
        mark = Span(start - left, end - left) if start < end else Span(0, 0)
        found.append(Row(passage.text[left:right], mark))
    return found


def _sentence(document: Document, start: int, end: int) -> tuple[int, int]:
    inside = [span for block in _blocks(document, start, end) for span in _sentences(document, block)]
    touched = [span for span in inside if span.start < end and start < span.end]
    return (touched[0].start, touched[-1].end) if touched else (start, end)


def _blocks(document: Document, start: int, end: int) -> list[Block]:
    return [block for block in document.blocks if block.start < end and start < block.end]


def _sentences(document: Document, block: Block) -> list[Span]:
    return split(document.plain, block, load(document.language).words)


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
