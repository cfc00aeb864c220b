"""Which of many pieces share a letter with a stretch of text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Generic, Protocol, TypeVar


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
