"""Which places spans cover, and which of many pieces share a letter with a stretch of text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from factcheck.model import Block, Document
from factcheck.typed import Generic, NamedTuple, Protocol, TypeVar

SILENT = ("boilerplate", "field")
"""Kinds of blocks whose text is not the article's own."""
HEADS = ("title", "heading")
"""Kinds of blocks and sentences that stand over a text."""

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

    def meets(self, start: int, end: int) -> bool:
        """Whether any of the spans shares a letter with the stretch."""
        place = bisect_left(self.starts, end) - 1
        return place >= 0 and start < self.ends[place]


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
    last = _last_own[0] if _last_own else None
    if last is None or last[0] is not document.blocks:  # told by identity: to compare blocks takes as long as this
        own = [block for block in document.blocks if block.kind not in SILENT]
        spans = [(block.start - _lead(document.text, block), block.end) for block in own]
        last = (document.blocks, inside(spans))
        _last_own[:] = [last]
    return last[1]


_last_own: list[tuple[tuple[Block, ...], Inside]] = []
"""The blocks of the document that was asked about last, with where its own text stands."""


def _lead(text: str, block: Block) -> int:
    """How far (code points) before an item its printed number begins: "12). "."""
    if not block.number:
        return 0
    line = text[max(0, block.start - LEAD) : block.start]
    return len(line) - line.rfind("\n") - 1


class Piece(Protocol):
    """Anything with a beginning and an end."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_Piece = TypeVar("_Piece", bound=Piece)


class Overlap(Generic[_Piece]):
    """Pieces in order of their beginnings, each with how far those up to it reach."""

    def __init__(self, pieces: Iterable[_Piece]) -> None:
        self._pieces = sorted(pieces, key=lambda piece: piece.start)
        self._starts = [piece.start for piece in self._pieces]
        self._reach = list(accumulate((piece.end for piece in self._pieces), max))

    def over(self, start: int, end: int) -> Iterator[_Piece]:
        """The pieces that begin before `end` and end behind `start`, the last first."""
        at = bisect_left(self._starts, end) - 1
        while at >= 0 and self._reach[at] > start:
            if self._pieces[at].end > start:
                yield self._pieces[at]
            at -= 1

    def meets(self, start: int, end: int) -> bool:
        """Whether any piece begins before `end` and ends behind `start`."""
        at = bisect_left(self._starts, end) - 1
        return at >= 0 and self._reach[at] > start
