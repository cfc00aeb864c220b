"""The bytes of a file as they come, unpacked where it is packed, and beyond a damaged place where there is a beyond."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path

from factcheck.messages import message
from factcheck.typed import BinaryIO, NamedTuple

SIZE = 1 << 18
"""Bytes that are read at a time."""
MEMBER = b"\x1f\x8b\x08"
"""How a member of a gzip file begins; an archive of pages has one for each, and others may have several."""
CUT = message("This file ends in the middle: it was cut off.")
UNPACKED = 1 << 20
"""Bytes that are unpacked at a time: what is packed may be a thousand times as large."""


class Chunk(NamedTuple):
    """Some bytes, and how many of the file on disk were read by then; `damage` says what is lost before the next."""

    data: bytes
    at: int
    damage: str = ""


def read_chunks(path: str) -> Iterator[Chunk]:
    """The content of a file, packed with gzip or not. Raises OSError where the system does not let it be read."""
    with Path(path).open("rb") as file:
        packed = file.read(2) == MEMBER[:2]
        file.seek(0)
        yield from _unpacked(file) if packed else _plain(file)


def _plain(file: BinaryIO) -> Iterator[Chunk]:
    while data := file.read(SIZE):
        yield Chunk(data, file.tell())


def _unpacked(file: BinaryIO) -> Iterator[Chunk]:
    """Member after member; behind a damaged one it goes on with the next that begins."""
    packed = file.read(SIZE)
    while packed:
        member = zlib.decompressobj(wbits=31)
        try:
            while not member.eof:
                data = member.decompress(packed, UNPACKED)
                yield Chunk(data, file.tell())
                packed = member.unconsumed_tail or (b"" if member.eof else file.read(SIZE))
                if not packed and not member.eof and not data:
                    yield Chunk(b"", file.tell(), CUT)
                    return
            packed = member.unused_data or file.read(SIZE)
        except zlib.error:
            damaged = file.tell() - len(packed)
            yield Chunk(b"", file.tell(), message("This file is damaged near byte {place}.", place=damaged))
            packed = _next_member(packed, file)


def _next_member(packed: bytes, file: BinaryIO) -> bytes:
    """What is left of a file from where the next member begins; what looks like one and is none is damage again."""
    searched = packed[1:]
    while (found := searched.find(MEMBER)) < 0:
        more = file.read(SIZE)
        if not more:
            return b""
        searched = searched[-2:] + more
    return searched[found:]
