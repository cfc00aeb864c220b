"""What is written of an article whole or not at all: a run may be stopped while it is put together."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.typed import TextIO

MOST = 4_000_000
"""Characters that are held in memory; of what is longer the rest waits in a file of the system's own."""


class Spool:
    """Takes pieces of text, and gives them to a report when all are there."""

    def __init__(self, pieces: Iterable[str] = ()) -> None:
        self._held: list[str] = []
        self._size = 0
        self._file: TextIO | None = None
        for piece in pieces:
            self.add(piece)

    def add(self, piece: str) -> None:
        """Takes one more piece."""
        self._held.append(piece)
        self._size += len(piece)
        if self._size > MOST:
            self._put_away()

    def write_to(self, out: TextIO) -> None:
        """Writes all of it; the spool is empty after it."""
        if self._file is None:
            out.write("".join(self._held))
            return
        from shutil import copyfileobj

        self._put_away()
        self._file.seek(0)
        copyfileobj(self._file, out)
        self._file.close()

    def _put_away(self) -> None:
        if self._file is None:
            from tempfile import TemporaryFile

            self._file = TemporaryFile("w+", encoding="utf-8", errors="surrogatepass", newline="")  # noqa: SIM115
        self._file.write("".join(self._held))
        self._held, self._size = [], 0
