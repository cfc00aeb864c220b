"""What lies in the folders of packs now, as short names.

A name is made from every byte of the tables and descriptors. Files that were read before and have kept their
sizes and times since are not read again: a *stamp* of those leads to the names that were found then. A file
changed within the last two seconds is always read, for its times may not tell one change from the next.
"""

import os
import time
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from factcheck.cache import branches
from factcheck.cache.kept import DIGEST, read_kept, write_kept, written
from factcheck.typed import NamedTuple

SUFFIX = ".stamp"
READ = (".csv", ".json")
UNSURE = 2_000_000_000
"""Nanoseconds: the coarsest times that file systems in use keep."""
BLOCK = 1 << 20
CODE = ("packs", "content", "load", "ask", "index", "validation")
"""The folders of modules that make the content."""


class File(NamedTuple):
    """A file of a pack: its size in bytes, its times in nanoseconds."""

    path: str
    size: int
    written: int
    changed: int


def files_of(folder: Path) -> tuple[File, ...]:
    """Every table and descriptor in a folder and below, without hidden folders, by path."""
    return tuple(_files(str(folder)))


def _files(folder: str) -> Iterator[File]:
    try:
        with os.scandir(folder) as listed:
            entries = sorted(listed, key=lambda entry: entry.name)
    except OSError:
        return
    below = []
    for entry in entries:
        if entry.is_dir():
            below += [entry.path] if not entry.is_symlink() and not entry.name.startswith(".") else []
        elif entry.name.endswith(READ) and entry.is_file():
            stat = os.stat(entry.path)  # noqa: PTH116
            yield File(entry.path, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)
    for each in below:
        yield from _files(each)


def content_names(folders: Sequence[tuple[File, ...]], cache: Path | None) -> tuple[str, ...]:
    """A name for the content of each folder, given its files, made by this very code."""
    plain = [[tuple(file) for file in files] for files in folders]  # which the interpreter writes out by itself
    stamp = _named(repr((_code(), plain)).encode())
    kept = read_kept(cache / (stamp + SUFFIX)) if cache else None
    if kept is not None:
        return tuple(kept)
    code = _code()
    names = tuple(_content_name(code, files) for files in folders)
    if cache and _settled(folders):
        write_kept(cache / (stamp + SUFFIX), names)
    return names


def combined(names: Sequence[str]) -> str:
    """One name for several."""
    return _named("\0".join(names).encode())


def _named(data: bytes) -> str:
    from factcheck.cache.digest import blake2b

    return blake2b(data, digest_size=DIGEST).hexdigest()


def _content_name(code: str, files: Sequence[File]) -> str:
    from factcheck.cache.digest import blake2b

    digest = blake2b(code.encode(), digest_size=DIGEST)
    for file in files:
        digest.update(f"\0{file.path}\0{file.size}\0".encode())
        with open(file.path, "rb") as stream:  # noqa: PTH123
            while block := stream.read(BLOCK):
                digest.update(block)
    return digest.hexdigest()


@cache
def _code() -> str:
    """The interpreter and the modules that make the content, so that neither reads what another wrote; as this process
    found them, for it goes on with what it has loaded."""
    import sys

    reference = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120
    parts = [repr(sys.version_info), repr(written(branches.__file__))]
    for folder in (reference, *(os.path.join(reference, name) for name in CODE)):  # noqa: PTH118
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda one: one.name):
                if entry.name.endswith(".py"):
                    stat = entry.stat()
                    parts.append(f"{entry.name}:{stat.st_size}:{stat.st_mtime_ns}")
    return ";".join(parts)


def _settled(folders: Sequence[tuple[File, ...]]) -> bool:
    newest = max((max(file.written, file.changed) for files in folders for file in files), default=0)
    return newest + UNSURE < time.time_ns()
