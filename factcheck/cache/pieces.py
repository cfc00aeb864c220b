"""Plain data kept between runs in pieces, each read when it is asked for: a file opens as fast however much it holds.

A file is a head, the pieces of each part, and a list of these for each part. The checksum of the head is of the file's
name and length too; the head has the place and checksum of each list, a list those of its pieces, and whatever is read
is held against its own. Where it does not match, all is made anew, and what was asked for is taken from that.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from functools import cache
from itertools import accumulate, count
from pathlib import Path

from factcheck.cache.kept import path_under, write_file
from factcheck.typed import Any

Part = Mapping[Any, bytes]
"""Pieces by what they are called."""
Parts = Mapping[str, Part]
Place = tuple[int, int, int]
"""Where something begins behind the head, its bytes, and their checksum."""
OPENING = (4, 8, 4)
"""Bytes that a file begins with: the checksum of the head, the length of the file, that of the head."""
FRONT = sum(OPENING)


def parts_under(made_from: Any, suffix: str, make: Callable[[], Parts], *code: str) -> Parts:
    """The parts that `make` gives, found again by what they are made from, and by the files of `code` that make them,
    where a folder is in use."""
    path = path_under(made_from, suffix, *code)
    if path is None:
        return make()

    def made() -> Parts:
        parts = make()
        write_parts(path, parts)
        return parts

    return open_parts(path, made) or made()


def open_parts(path: Path, anew: Callable[[], Parts]) -> KeptParts | None:
    """The parts kept at a path, None where nothing can be read; `anew` gives them where one is damaged."""
    try:
        return KeptParts(_File(path), anew)
    except (OSError, ValueError):
        return None


def write_parts(path: Path, parts: Parts) -> None:
    """Keeps parts at `path`, where that can be written."""
    lists: dict[Any, bytes] = {}
    length = 0
    for name, part in parts.items():
        lists[name], length = _listed(part, length)
    head, _ = _listed(lists, length)
    body = b"".join((*(piece for part in parts.values() for piece in part.values()), *lists.values()))
    length = FRONT + len(head) + len(body)
    numbers = (_checksum(head, path.name), length, len(head))
    front = b"".join(number.to_bytes(size, "big") for number, size in zip(numbers, OPENING, strict=True))
    write_file(path, front + head + body)


def _listed(pieces: Part, start: int) -> tuple[bytes, int]:
    """What `Places` reads the places of pieces from, that stand one behind the other from `start` on; and their end."""
    import marshal
    from array import array
    from zlib import crc32

    begins = [*accumulate(map(len, pieces.values()), initial=start)]
    places = zip(begins, pieces.values(), strict=False)
    numbers = [number for at, piece in places for number in (at, len(piece), crc32(piece))]
    return marshal.dumps((tuple(pieces), array("I", numbers).tobytes())), begins[-1]


def _checksum(head: bytes, name: str) -> int:
    """Of the head of a file under its name: another file's pieces are none of this one."""
    from zlib import crc32

    return crc32(head, crc32(name.encode()))


class Places:
    """Where each of the pieces of a list stands. Raises ValueError where the list was damaged."""

    def __init__(self, listed: bytes | None) -> None:
        import marshal

        if listed is None:
            raise ValueError
        names, numbers = marshal.loads(listed)
        self.names: dict[Any, int] = dict(zip(names, count(), strict=False))
        self._numbers = memoryview(numbers).cast("I")

    def of(self, name: Any) -> Place:
        """The place of a piece. Raises KeyError where there is none of that name."""
        at, size, check = self._numbers[self.names[name] * 3 : self.names[name] * 3 + 3]
        return at, size, check


@cache
def _alone() -> AbstractContextManager[Any]:
    """Held by the one thread that reads, where a system cannot read at a place without going there first."""
    from threading import Lock

    return Lock()


class _File:
    """An open file of pieces. Raises ValueError where its head is not what was written."""

    def __init__(self, path: Path) -> None:
        self._number = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        front = memoryview(self._read(0, FRONT))
        check, length, size = (
            int.from_bytes(front[end - each : end], "big")
            for each, end in zip(OPENING, accumulate(OPENING), strict=True)
        )
        if length != os.fstat(self._number).st_size or size > length:
            raise ValueError
        head = self._read(FRONT, size)
        self.lists = Places(head if _checksum(head, path.name) == check else None)
        self._start = FRONT + size

    def __del__(self, close: Callable[[int], None] = os.close) -> None:
        try:  # noqa: SIM105 - at the end of a process nothing else of a module may be left
            close(self._number)
        except (AttributeError, OSError):
            pass

    def read(self, place: Place) -> bytes | None:
        """What stands at a place, None where it is not what was written."""
        from zlib import crc32

        at, size, check = place
        try:
            piece = self._read(self._start + at, size)
        except OSError:
            return None
        return piece if len(piece) == size and crc32(piece) == check else None

    def _read(self, at: int, size: int) -> bytes:
        if hasattr(os, "pread"):
            return os.pread(self._number, size, at)
        with _alone():
            os.lseek(self._number, at, os.SEEK_SET)
            return os.read(self._number, size)


class KeptParts(Mapping[str, Part]):
    """The parts of a file; of one that was damaged, from then on what was made anew."""

    def __init__(self, file: _File, anew: Callable[[], Parts]) -> None:
        self._file = file
        self._anew = anew
        self._made: Parts | None = None

    def __getitem__(self, name: str) -> Part:
        listed = self._file.read(self._file.lists.of(name)) if self._made is None else None
        return self._instead()[name] if listed is None else KeptPart(self, name, Places(listed))

    def __contains__(self, name: object) -> bool:
        return name in self._file.lists.names

    def __iter__(self) -> Iterator[str]:
        return iter(self._file.lists.names)

    def __len__(self) -> int:
        return len(self._file.lists.names)

    def piece(self, part: str, name: Any, place: Place) -> bytes:
        """A piece of a part, which stands at a place."""
        found = self._file.read(place) if self._made is None else None
        return self._instead()[part][name] if found is None else found

    def _instead(self) -> Parts:
        if self._made is None:
            self._made = self._anew()
        return self._made


class KeptPart(Mapping[Any, bytes]):
    """A part of a file: its pieces, each read when it is asked for."""

    def __init__(self, parts: KeptParts, name: str, places: Places) -> None:
        self._parts = parts
        self._name = name
        self._places = places

    def __getitem__(self, name: Any) -> bytes:
        return self._parts.piece(self._name, name, self._places.of(name))

    def __contains__(self, name: object) -> bool:
        return name in self._places.names

    def __iter__(self) -> Iterator[Any]:
        return iter(self._places.names)

    def __len__(self) -> int:
        return len(self._places.names)
