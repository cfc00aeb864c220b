"""Look-ups in the index of a large pack: nothing is read but the pages that the answer stands on."""

from __future__ import annotations

import os
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from weakref import finalize

from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.model import Fact
from factcheck.reference.content.content import thaw_fact
from factcheck.reference.index.schema import ASK, VERSION
from factcheck.reference.index.seal import is_sealed
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

MAPPED = 1 << 40
"""Bytes of an index that may be mapped into memory: all of it."""


class Index:
    """The facts, ranks and counts of the pack `pack` in the file at `path`, opened when it is first asked.

    `db` is what to ask instead of the file, while it is being written.
    """

    def __init__(self, pack: str, path: str, db: Connection | None = None) -> None:
        self.pack = pack
        self.path = path
        self._open = (os.getpid(), db) if db else None

    def find(self, role: str, **wanted: str) -> list[Fact]:
        """The facts of a role whose fields are as wanted.

        Raises FactcheckError where the file is damaged.
        """
        import sqlite3

        ask = _ask(role, tuple(wanted))
        try:
            rows = self._connection().execute(ask, tuple(wanted.values())).fetchall()
        except sqlite3.DatabaseError as slip:
            raise FactcheckError(
                message("This index is damaged ({reason}): delete it, it is built anew.", reason=slip), self.path
            ) from slip
        return [thaw_fact((self.pack, *row)) for row in rows]

    def _connection(self) -> Connection:
        """The connection of this process: one must not be carried into another by a fork."""
        if self._open is None or self._open[0] != os.getpid():
            connection = connect(Path(self.path))
            finalize(self, connection.close).atexit = False
            self._open = (os.getpid(), connection)
        return self._open[1]


@lru_cache
def _ask(role: str, names: tuple[str, ...]) -> str:
    return ASK.format(role=role, where=" AND ".join(f't."{name}" = ?' for name in names))


def connect(path: Path) -> Connection:
    """A connection to an index that nobody will write to again."""
    import sqlite3

    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(address, uri=True, check_same_thread=False)
    connection.execute(f"PRAGMA mmap_size={MAPPED}")
    return connection


def is_index(path: Path) -> bool:
    """Whether a whole index of this version lies at `path`, as it was built: told by its head, its size and its seal.

    The head of an sqlite file has the size of a page at 16, the number of pages at 28, the version at 60
    (https://www.sqlite.org/fileformat.html).
    """
    try:
        with path.open("rb") as stream:
            head = stream.read(100)
        size = path.stat().st_size
    except OSError:
        return False
    page = int.from_bytes(head[16:18], "big")
    pages, version = (int.from_bytes(head[at : at + 4], "big") for at in (28, 60))
    return len(head) == 100 and (page if page > 1 else 65536) * pages == size and version == VERSION and is_sealed(path)


def is_dated(path: Path) -> bool:
    """Whether any fact of an index says when it became known."""
    with closing(connect(path)) as connection:
        return bool(connection.execute("SELECT dated FROM about").fetchone()[0])
