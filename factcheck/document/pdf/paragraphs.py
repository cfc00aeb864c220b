"""Lines of pages put together to paragraphs, headings and rows, as the places of the lines tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from factcheck.document.composed import Part, Piece
from factcheck.document.pdf.reading_order import Line
from factcheck.typed import NamedTuple

LEADING = 1.5
"""Of the usual distance of two lines: more sets paragraphs apart."""
INDENT = 0.8
"""Of the height of a line."""
SHORT = 0.35
"""Of the width of its column, what a line leaves empty that does not go on."""
OTHER_SIZE = 1.12
"""Letters that much larger than those of the line before begin something else."""

_CLOSED = re.compile(r"[.!?:;…][\"'”’)\]]{0,3}$")
_YEARS = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_ITEM = re.compile(r"(?:\(?[0-9]{1,3}[.)]|[-*•●▪◦‣·–]|[a-z][.)])\s+\S")
_BROKEN = re.compile(r"([^\W\d_]+)[-\u00ad]$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Placed(NamedTuple):
    """A line with the number of its page and its own on that page, both from 1."""

    line: Line
    page: int
    number: int

    @property
    def place(self) -> tuple[tuple[str, int], ...]:
        """Where a reader finds it."""
        return (("page", self.page), ("line", self.number))


def parts_of(lines: Sequence[Placed]) -> list[Part]:
    """A part for each paragraph, heading and row of a table, the places of its lines in its pieces."""
    written = frozenset(word.lower() for placed in lines for word in _WORD.findall(placed.line.text))
    usual = _Usual.of(lines)
    parts: list[Part] = []
    for group in _groups(lines, usual):
        if len(group[0].line.cells) > 1:
            parts.extend(_table_rows(group))
        else:
            parts.append(_paragraph(group, written))
    return parts


class _Usual(NamedTuple):
    """What is usual in the file: the distance of two lines, and the right edge of lines by page and left edge."""

    leading: float
    edges: dict[tuple[int, int], float]

    @classmethod
    def of(cls, lines: Sequence[Placed]) -> _Usual:
        edges: dict[tuple[int, int], float] = {}
        for placed in lines:
            key = _column(placed)
            edges[key] = max(edges.get(key, 0), placed.line.box.right)
        steps = [a.line.box.bottom - b.line.box.bottom for a, b in pairwise(lines) if _below(a, b)]
        return cls(median(steps) if steps else 0, edges)


def _column(placed: Placed) -> tuple[int, int]:
    return placed.page, round(placed.line.box.left / 40)


def _below(a: Placed, b: Placed) -> bool:
    """Whether `b` stands below `a` and near it, in the same column."""
    step = a.line.box.bottom - b.line.box.bottom
    within = b.line.box.left < a.line.box.right and a.line.box.left < b.line.box.right
    return a.page == b.page and within and 0 < step < 3 * a.line.box.height


def _groups(lines: Sequence[Placed], usual: _Usual) -> Iterator[list[Placed]]:
    held: list[Placed] = []
    for placed in lines:
        if held and not _goes_on(held, placed, usual):
            yield held
            held = []
        held.append(placed)
    if held:
        yield held


def _goes_on(held: Sequence[Placed], after: Placed, usual: _Usual) -> bool:
    """Whether the line `after` goes on what the lines held began."""
    before = held[-1]
    if len(before.line.cells) > 1 or len(after.line.cells) > 1:
        return len(before.line.cells) == len(after.line.cells)
    a, b = before.line.box, after.line.box
    if not 1 / OTHER_SIZE < b.height / a.height < OTHER_SIZE or _ITEM.match(b.text):
        return False
    if not _below(before, after):  # the next column or page
        return b.text[:1].islower() or not (_CLOSED.search(a.text) or _indented(held[0], after))
    if a.bottom - b.bottom > LEADING * max(usual.leading, b.height):
        return False
    return not (_ends(before, b.text, usual) or (b.left - a.left > INDENT * b.height and _CLOSED.search(a.text)))


def _indented(first: Placed, after: Placed) -> bool:
    return after.line.box.left - first.line.box.left > INDENT * after.line.box.height and first.page == after.page


def _ends(before: Placed, following: str, usual: _Usual) -> bool:
    """Whether whoever wrote the line ended it there: the next word would have stood on it, and it ends like a sentence;
    or it is far too short for what goes on. Centred and ragged lines leave some room too."""
    box = before.line.box
    edge = usual.edges[_column(before)]
    room, letter = edge - box.right, (box.right - box.left) / max(len(box.text), 1)
    if following[:1].islower():
        return False
    closed = _CLOSED.search(box.text) is not None
    return (closed and room > letter * (len(following.split(" ", 1)[0]) + 2)) or room > SHORT * (edge - box.left)


def _paragraph(group: Sequence[Placed], written: frozenset[str]) -> Part:
    pieces: list[Piece] = []
    for at, placed in enumerate(group):
        following = group[at + 1].line.text if at + 1 < len(group) else ""
        text = _ended(placed.line.text, following, written) if following else placed.line.text
        pieces.append(Piece(text, place=placed.place))
    return Part("", (tuple(pieces),))


def _ended(text: str, following: str, written: frozenset[str]) -> str:
    """The text of a line, so that the next can follow: with a blank, or without the hyphen of a divided word."""
    broken = _BROKEN.search(text)
    if broken is None:
        return text if text.endswith(("-", "\u00ad")) else f"{text} "
    rest = _WORD.match(following)
    if rest is None or not rest[0][0].islower():
        return text
    return text[:-1] if _is_one_word(broken[1].lower(), rest[0], written) else text


def _is_one_word(a: str, b: str, written: frozenset[str]) -> bool:
    """Whether the parts of a word at a line end belong together: "pela-yanan", not "undang-undang", "rata-rata"."""
    if f"{a}{b}" in written or f"{a}-{b}" in written:
        return f"{a}{b}" in written
    shorter = min(a, b, key=len)
    return not (len(shorter) > 2 and (a.endswith(b) or b.startswith(a) or b.endswith(a[1:])))


def _table_rows(group: Sequence[Placed]) -> Iterator[Part]:
    """The rows of a table; the first is a header where it holds no figures but years."""
    for at, placed in enumerate(group):
        cells = tuple((Piece(cell.text if cell else ""),) for cell in placed.line.cells)
        head = at == 0 and len(group) > 1 and not re.search("[0-9]", _YEARS.sub("", placed.line.text))
        yield Part("header" if head else "row", cells, apart=at == 0, place=placed.place)
