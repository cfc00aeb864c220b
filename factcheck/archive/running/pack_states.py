"""Which packs a run holds articles against, by version and content: the same on every machine that has the same."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

from factcheck.archive.rows.tables_written import Made
from factcheck.reference.content.content_names import READ
from factcheck.typed import TYPE_CHECKING, NamedTuple
from factcheck.version import __version__

if TYPE_CHECKING:
    from factcheck.desk.desk import Desk

DIGEST = 8
"""Bytes of a key."""


class PackState(NamedTuple):
    """A pack as it was: `content` is a key of its tables and descriptor, wherever they lie."""

    name: str
    version: str
    content: str


def pack_states(desk: Desk) -> tuple[PackState, ...]:
    """The packs of a desk in their order."""
    packs = desk.standards().packs.reference.packs
    return tuple(PackState(pack.name, pack.version, _content(Path(pack.folder))) for pack in packs)


def made_by(desk: Desk) -> Made:
    """By what a desk checks: the version of the program, and one key for all its packs."""
    whole = repr(pack_states(desk)).encode()
    return Made(__version__, blake2b(whole, digest_size=DIGEST).hexdigest())


def _content(folder: Path) -> str:
    digest = blake2b(digest_size=DIGEST)
    for file in sorted(path for path in folder.rglob("*") if path.suffix in READ and path.is_file()):
        digest.update(f"\0{file.relative_to(folder).as_posix()}\0{file.stat().st_size}\0".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()
