"""Files of pieces with one byte changed: does whoever reads that byte notice it?"""

from __future__ import annotations

import os
from bisect import bisect_right
from pathlib import Path

from factcheck.cache.pieces import KeptParts, Parts, open_parts
from factcheck.typed import Any, NamedTuple


class Stretch(NamedTuple):
    """Some bytes of a file, and what is asked for where they are read: a piece of a part, the list of a part, or
    nothing more than that the file is opened."""

    start: int
    end: int
    part: str | None = None
    piece: Any = None


class Anew:
    """Is called where damage was noticed: nothing is made."""

    called = False

    def __call__(self) -> Parts:
        self.called = True
        return {}


class Pieces:
    """A file of pieces on a disk, whose bytes are changed one after the other."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stretches = _stretches(path)
        self._starts = [stretch.start for stretch in self._stretches]

    def noticed(self, at: int) -> bool:
        """Whether a reader that opens the file anew, and asks for what the byte is of, notices that it is another.
        A byte that nobody reads would be none that is noticed."""
        stretch = self._stretches[bisect_right(self._starts, at) - 1]
        if at >= stretch.end:
            return False
        number = os.open(self._path, os.O_RDWR)
        try:
            before = os.pread(number, 1, at)
            os.pwrite(number, bytes((before[0] ^ 0xFF,)), at)
            try:
                return not _is_read(self._path, stretch)
            finally:
                os.pwrite(number, before, at)
        finally:
            os.close(number)


def is_whole(path: Path) -> bool:
    """Whether a file of pieces is as it was written, to the last byte."""
    anew = Anew()
    parts = open_parts(path, anew)
    try:
        read = None if parts is None else [part[name] for part in parts.values() for name in part]
    except KeyError:  # of what was made anew there is nothing
        return False
    return read is not None and not anew.called


def _is_read(path: Path, stretch: Stretch) -> bool:
    anew = Anew()
    parts = open_parts(path, anew)
    if parts is None:
        return False
    try:
        part = None if stretch.part is None else parts[stretch.part]
        _ = None if part is None or stretch.piece is None else part[stretch.piece]
    except KeyError:
        return False
    return not anew.called


def _stretches(path: Path) -> list[Stretch]:
    """All of a file that is whole."""
    parts = open_parts(path, Anew())
    assert parts is not None, path
    file = parts._file
    found = [Stretch(0, file._start)]
    for name in parts:
        found.append(_stretch(parts, file.lists.of(name), name))
        part = parts[name]
        found += [_stretch(parts, part._places.of(piece), name, piece) for piece in part]  # type: ignore[attr-defined]
    return sorted(stretch for stretch in found if stretch.start < stretch.end)


def _stretch(parts: KeptParts, place: tuple[int, int, int], name: str, piece: Any = None) -> Stretch:
    start = parts._file._start + place[0]
    return Stretch(start, start + place[1], name, piece)
