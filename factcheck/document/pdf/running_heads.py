"""Letterheads, footers and page numbers: what stands at one height on most pages, in the same words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from factcheck.document.pdf.reading_order import Line

EDGE = 0.15
"""Of the height of a page, at its top and at its bottom."""
_COARSE = 4.0
"""Points: heights that differ by less are the same."""
_FIGURES = re.compile(r"[0-9ivxl]+\b", re.IGNORECASE)

Printed = Mapping[int, Sequence[Line]]
"""Lines by the number of their page."""


def without_running_heads(pages: Printed, heights: Mapping[int, float]) -> dict[int, list[Line]]:
    """`pages` without the lines at their edges that most of them share, and without lone page numbers there.

    They are taken off from the outermost inwards, as far as they go: a line of the text is never beyond one.
    """
    shared = Counter(mark for lines in pages.values() for mark in set(map(_mark, lines)))
    most = max(2, len(pages) // 2 + 1)
    marks = frozenset(mark for mark, count in shared.items() if count >= most)
    return {number: _inner(lines, heights[number], marks) for number, lines in pages.items()}


def _inner(lines: Sequence[Line], height: float, marks: frozenset[tuple[str, int]]) -> list[Line]:
    down = sorted(lines, key=lambda line: -line.box.top)
    outer: set[int] = set()
    for order in (down, down[::-1]):
        for line in order:
            if not (_at_edge(line, height) and (_mark(line) in marks or not _words(line))):
                break
            outer.add(id(line))
    return [line for line in lines if id(line) not in outer]


def _at_edge(line: Line, height: float) -> bool:
    middle = (line.box.top + line.box.bottom) / 2
    return middle < EDGE * height or middle > (1 - EDGE) * height


def _mark(line: Line) -> tuple[str, int]:
    return _words(line), round(line.box.bottom / _COARSE)


def _words(line: Line) -> str:
    """The words of a line without figures, page numbers of any kind, and signs."""
    return "".join(filter(str.isalpha, _FIGURES.sub("", line.text))).lower()
