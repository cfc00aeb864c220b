"""The passage of an article around a finding, cut to lines of a width with the place marked under them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from factcheck.language.language import load
from factcheck.model import Document, Span
from factcheck.reading.scan.sentences import split
from factcheck.report.safe import printable
from factcheck.report.visible import visible
from factcheck.typed import NamedTuple

LONGEST = 320
"""Characters of a passage: five lines of a terminal."""


WINDOW = 5_000
"""Characters of a file on each side that are looked at for a passage: a line may be as long as a file."""


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
    whole = Span(min(left, start), max(right, end))
    near = Span(max(whole.start, start - WINDOW), min(whole.end, end + WINDOW, start + 2 * WINDOW))
    seen, mark = _seen(document, near, start, end)
    left, right = _cut(seen, Span(0, len(seen)), *mark)
    before = "… " if left > 0 or near.start > whole.start else ""
    after = " …" if right < len(seen) or near.end < whole.end else ""
    shift = len(before) - left
    return Passage(before + printable(seen[left:right]) + after, Span(mark.start + shift, mark.end + shift))


def _seen(document: Document, near: Span, start: int, end: int) -> tuple[str, Span]:
    """What is seen of `near`, and of `start`..`end` in it; the bare place where nothing of it is seen: a comment."""
    seen = visible(document, *near)
    mark = Span(seen.at(start), seen.at(end))
    if mark.start < mark.end:
        return seen.text, mark
    return document.text[start:end], Span(0, end - start)


def rows(passage: Passage, width: int) -> list[Row]:
    """The passage in lines of at most `width` columns, broken at blanks where there are any."""
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
    """Where the lines of at most `width` columns begin and end, at blanks where there are any."""
    columns = _columns(text)
    spans, at = [], 0
    while columns[-1] - columns[at] > width:
        room = max(bisect_right(columns, columns[at] + width) - 1, at + 1)
        blank = text.rfind(" ", at + 1, room + 1)
        end = blank if blank > at else room
        spans.append((at, end))
        at = end + (blank > at)
    return [*spans, (at, len(text))]


def _columns(text: str) -> Sequence[int]:
    """The column at which each character begins, and at the end that behind the last: wide ones take two."""
    if text.isascii():
        return range(len(text) + 1)
    from unicodedata import combining, east_asian_width

    widths = (0 if combining(char) else 1 + (east_asian_width(char) in "WF") for char in text)
    return list(accumulate(widths, initial=0))
