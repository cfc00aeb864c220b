"""The bytes of a web archive for the library that reads it: it may go on behind a record that is damaged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.archive.inputs.chunks import Chunk

KEPT = 1 << 20
"""Bytes that are kept of what was given: the library reads far less ahead."""
HEAD = re.compile(rb"WARC/1\.[0-9]\r?\n")
"""The first line of a record."""
LINE = 12
"""Bytes of that line."""


class WarcStream:
    """The chunks of a file as something to read from; keeps what was said of damage."""

    def __init__(self, chunks: Iterator[Chunk]) -> None:
        self._chunks = chunks
        self._held = b""
        self._given = b""
        self._place = 0
        self.at = 0
        self.damage: list[str] = []

    def read(self, size: int) -> bytes:
        """At most `size` bytes, none at the end."""
        while not self._held:
            chunk = next(self._chunks, None)
            if chunk is None:
                return b""
            self._held, self.at = chunk.data, chunk.at
            if chunk.damage:
                self.damage.append(chunk.damage)
        found, self._held = self._held[:size], self._held[size:]
        self._place += len(found)
        self._given = (self._given + found)[-KEPT:]
        return found

    def tell(self) -> int:
        """How many bytes were read from this."""
        return self._place

    def ended(self) -> bool:
        """Whether everything was read."""
        self._held = self.read(1) + self._held
        self._back(min(len(self._held), 1))
        return not self._held

    def go_on(self, behind: int) -> bool:
        """Goes to the first record that begins behind a place, back or forth; whether there is one."""
        while (found := HEAD.search(self._given, max(behind - self._first, 0))) is None:
            behind = max(behind, self._place - LINE)
            if not self.read(KEPT // 2):
                return False
        self._held = self._given[found.start() :] + self._held
        self._back(len(self._given) - found.start())
        return True

    @property
    def _first(self) -> int:
        """The place of the first byte that is kept."""
        return self._place - len(self._given)

    def _back(self, size: int) -> None:
        """The last `size` bytes were not given."""
        self._given = self._given[: len(self._given) - size]
        self._place -= size
