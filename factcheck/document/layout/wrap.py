"""Hard-wrapped text: which line goes on in the next.

Some newsrooms' pages come with paragraphs broken at 80 characters or so, sometimes in the middle of a name,
and with no blank line between paragraphs. Others put one paragraph on each line, or a list without marks.
What tells them apart: where lines often go on in a small letter, the text is wrapped, and a paragraph ends
where the next word had room.
"""

from __future__ import annotations

from itertools import pairwise

from factcheck.cache.patterns import compiled
from factcheck.document.layout.lines import Line

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
