"""A seal on an index: that it is, byte for byte, the one that was built.

An index is too large to be read whole at every start. While its size, time and number are those of the seal it is the
same file; when they are not, all of it is read and held against the seal.
"""

from __future__ import annotations

from pathlib import Path

from factcheck.cache.digest import blake2b
from factcheck.cache.kept import DIGEST, read_kept, write_kept

SUFFIX = ".seal"
BLOCK = 1 << 20


def seal(index: Path) -> None:
    """Seals the index that lies at a path now."""
    write_kept(_beside(index), (_state(index), _digest(index)))


def is_sealed(index: Path) -> bool:
    """Whether the index at a path is the one that was sealed."""
    kept = read_kept(_beside(index))
    if not isinstance(kept, tuple) or len(kept) != 2:
        return False
    try:
        state = _state(index)
        if kept[0] == state:
            return True
        whole = bool(kept[1] == _digest(index))
    except OSError:
        return False
    if whole:
        write_kept(_beside(index), (state, kept[1]))
    return whole


def _beside(index: Path) -> Path:
    return index.with_suffix(SUFFIX)


def _state(index: Path) -> tuple[int, int, int, int]:
    found = index.stat()
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def _digest(index: Path) -> bytes:
    digest = blake2b(digest_size=DIGEST)
    with index.open("rb") as stream:
        while block := stream.read(BLOCK):
            digest.update(block)
    return digest.digest()
