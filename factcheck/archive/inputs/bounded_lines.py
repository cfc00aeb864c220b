"""Lines of a file that may be of any length, in little memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.archive.inputs.chunks import Chunk
from factcheck.document.decode import SIZE_LIMIT
from factcheck.typed import NamedTuple

LONGEST = 2 * SIZE_LIMIT
"""Bytes of the longest line that is kept: an article of the largest size, each of its line ends written as two."""


class Line(NamedTuple):
    """A line without its end. Of one that is too long `data` is empty, and `size` says how long it was.

    `quotes` says whether the number of quotation marks in it is odd; `at` is how much of the file was read by then;
    `damage` is what was lost in the place of lines.
    """

    data: bytes
    size: int
    quotes: bool
    at: int
    damage: str = ""


class _Begun:
    """A line of which the end is still to come: kept while it is short enough, else only measured."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self.size = 0
        self.quotes = 0

    def add(self, data: bytes) -> None:
        self.size += len(data)
        self.quotes += data.count(b'"')
        self.parts.append(data)
        if self.size > LONGEST:
            self.parts.clear()

    def ended(self, at: int) -> Line:
        data = b"".join(self.parts) if self.size <= LONGEST else b""
        return Line(data.removesuffix(b"\r"), self.size, self.quotes % 2 == 1, at)


def lines_of(chunks: Iterable[Chunk]) -> Iterator[Line]:
    """The lines in `chunks`; of one that damage cut in two only the damage is told."""
    begun = _Begun()
    at = 0
    for chunk in chunks:
        at = chunk.at
        if chunk.damage:
            yield Line(b"", 0, False, at, chunk.damage)
            begun = _Begun()
            continue
        *whole, rest = chunk.data.split(b"\n")
        for data in whole:
            begun.add(data)
            yield begun.ended(at)
            begun = _Begun()
        begun.add(rest)
    if begun.size:
        yield begun.ended(at)
