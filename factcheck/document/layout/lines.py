"""The lines of a document, each with what it is, and which goes on in the next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.cache.patterns import compiled
from factcheck.document.layout.boilerplate import Words, line_kind
from factcheck.model import Span
from factcheck.typed import Record

WIDEST = 140
"""Characters: what is broken wider than this was not broken by a page or a mail program."""
SHARE = 0.3
"""Of the line ends between two lines of text, how many a small letter must follow in wrapped text."""

_CLOSED = compiled(r"[.!?…][\"')\]]{0,3}$")
_LIST_ROW = compiled(r"[0-9](?:[.,][0-9]{1,3})?[ ]?(?:%|persen|poin)?[ ]?(?:\([^()]{1,30}\))?[;,)]?$")
_FIRST_WORD = compiled(r"\S{1,80}")


def wrap_width(plain: str, lines: list[Line]) -> int:
    """The width at which the text is wrapped, in characters; 0 for text that is not."""
    pairs = [(a, b) for a, b in pairwise(lines) if a.kind == b.kind == "text"]
    lengths = sorted(a.end - a.start for a, b in pairs if _goes_on_small(plain, a, b))
    if not lengths or len(lengths) < SHARE * len(pairs):
        return 0
    width = lengths[9 * len(lengths) // 10]
    return width if width <= WIDEST else 0


def goes_on(plain: str, a: Line, b: Line, width: int) -> bool:
    """Whether the text line `b` goes on what `a`, a text line or an item, began."""
    if b.kind != "text" or a.kind not in ("text", "item"):
        return False
    if plain[b.start].islower():
        return _goes_on_small(plain, a, b)
    if not width or _rows(plain, a, b, width):
        return False
    if not has_room(plain, a, b, width):
        return a.end - a.start <= width * 5 // 4
    return a.kind == "text" and not (closed(plain, a) or plain[a.end - 1] == ":")


def has_room(plain: str, a: Line, b: Line, width: int) -> bool:
    """Whether the first word of `b` would have fitted on the line of `a`."""
    word = _FIRST_WORD.match(plain, b.start, b.end)
    return a.end - a.start + 1 + (word.end() - b.start if word else 0) <= width


def closed(plain: str, line: Line) -> bool:
    """Whether the line ends a sentence."""
    return _CLOSED.search(plain, max(line.start, line.end - 4), line.end) is not None


def list_row(plain: str, line: Line) -> bool:
    """Whether the line looks like a row of a list without marks: "Maluku Utara 71,35"."""
    return line.end - line.start <= WIDEST and (
        _LIST_ROW.search(plain, max(line.start, line.end - 40), line.end) is not None
    )


def _goes_on_small(plain: str, a: Line, b: Line) -> bool:
    return plain[b.start].islower() and not closed(plain, a) and plain[a.end - 1] != ":"


def _rows(plain: str, a: Line, b: Line, width: int) -> bool:
    """Whether a row of a list begins at `b`: under an announcement, or under a row that left room enough."""
    under_row = list_row(plain, a) and a.end - a.start < width * 4 // 5
    return list_row(plain, b) and (plain[a.end - 1] == ":" or under_row)


class Line(Record):
    """A line without its blanks and marks, at `start`..`end` of the plain text.

    `kind` is one of: blank, text, heading, item, header, row, and from the boilerplate link, links, credit,
    tail, caption. `number` is the printed number of an item, 0 for a bullet.
    """

    start: int
    end: int
    kind: str
    number: int = 0
    cells: tuple[Span, ...] = ()


BLANK = Line(0, 0, "blank")
"""Any line with nothing on it: nobody asks where it stands, and a file as long as a book has many."""

PORTION = 100_000
"""Characters of a text whose lines are looked at together."""

# "1. Kota Solok", "1). Pemkab Lahat", "1) Agam", "(1) Agam", "- Solok", "* Lingga", "• Lingga", "a. Lingga"
_ITEM = compiled(r"(?:\(?([0-9]{1,3})(?:\)\.?|\.)|[-*+•●▪◦‣·–]|[a-z][.)])[ \t]+(?=\S)")
_HEADING = compiled(r"(#{1,6})(?:[ \t]+|$)")
_CLOSING = compiled(r"[ \t]#{1,9}$")


def trimmed(plain: str, start: int, end: int) -> tuple[int, int]:
    """`start`..`end` without the blanks at both ends; an empty span at `start` when there is nothing else."""
    piece = plain[start:end]
    left = start + len(piece) - len(piece.lstrip())
    return (left, left + len(piece.strip())) if left < end else (start, start)


def physical_lines(plain: str, start: int = 0) -> list[Span]:
    """The spans of the lines from `start` on, without blanks at their ends."""
    return [span for spans in portions_of_lines(plain, start) for span in spans]


def portions_of_lines(plain: str, start: int = 0) -> Iterator[list[Span]]:
    """The same, some hundred kilobytes at a time: of a file as long as a book never all lines are at hand."""
    while start <= len(plain):
        end = plain.find("\n", start + PORTION)
        end = len(plain) if end < 0 else end
        yield _spans(plain[start:end], start)
        start = end + 1


def _spans(plain: str, at: int) -> list[Span]:
    """The spans of the lines of a stretch that begins at a place of the text."""
    spans = []
    for line in plain.split("\n"):
        end = at + len(line)
        if line.strip() == line:
            spans.append(Span(at, end))
        else:
            left, right = trimmed(line, 0, len(line))
            spans.append(Span(at + left, at + right))
        at = end + 1
    return spans


def read_line(plain: str, span: Span, words: Words, markdown: bool) -> Line:
    """What the line at `span` is, its marks taken off."""
    start, end = span
    if start == end:
        return BLANK
    if markdown and (heading := _HEADING.match(plain, start, end)):
        return _heading(plain, heading.end(), end)
    if kind := line_kind(plain[start:end], words):
        return Line(start, end, kind)
    return _item_or_text(plain, start, end)


def _heading(plain: str, start: int, end: int) -> Line:
    closing = _CLOSING.search(plain, start, end)
    start, end = trimmed(plain, start, closing.start() if closing else end)
    return Line(start, end, "heading") if start < end else BLANK


def _item_or_text(plain: str, start: int, end: int) -> Line:
    mark = _ITEM.match(plain, start, end)
    if mark is None:
        return Line(start, end, "text")
    return Line(mark.end(), end, "item", int(mark[1] or 0))
