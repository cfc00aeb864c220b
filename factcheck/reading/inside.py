"""Whether an offset lies in one of many spans."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from factcheck.model import Block, Document

SILENT = ("boilerplate", "field")
"""Kinds of blocks whose text is not the article's own."""


LEAD = 10
"""A printed number takes up so many code points at most."""


class Inside(NamedTuple):
    """The places that many spans cover: pieces that do not touch, in order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def holds(self, at: int) -> bool:
        """Whether the offset lies in one of the spans."""
        place = bisect_right(self.starts, at) - 1
        return place >= 0 and at < self.ends[place]


def inside(spans: Iterable[tuple[int, int]]) -> Inside:
    """The places that the spans cover."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(spans):
        if ends and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        elif start < end:
            starts.append(start)
            ends.append(end)
    return Inside(tuple(starts), tuple(ends))


def own_text(document: Document) -> Inside:
    """Where the article's own text stands, the printed number of a list item included."""
    return inside(
        [(block.start - _lead(document, block), block.end) for block in document.blocks if block.kind not in SILENT]
    )


def _lead(document: Document, block: Block) -> int:
    """How far (code points) before an item its printed number begins: "12). "."""
    if not block.number:
        return 0
    line = document.text[max(0, block.start - LEAD) : block.start]
    return len(line) - line.rfind("\n") - 1
