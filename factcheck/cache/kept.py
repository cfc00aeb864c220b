"""Plain data kept between runs, in one file under a name made from what it was made of.

A file is written by `marshal` with a checksum in front, which is of its name too: what does not match or cannot be read
is as good as not there. It is written beside its place and then moved, so that two processes at once do no harm. The
folder is the user's alone, so the checksum is held against damage only, and costs a fifth of a digest at every start.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from factcheck.cache.folder import used
from factcheck.typed import Any, TypeVar

Made = TypeVar("Made")
Plain = TypeVar("Plain")

KEPT = 16
"""So many files of one suffix stay in the folder, the newest."""

DIGEST = 20
"""Bytes of the digest that a thing is found again by."""
CHECKSUM = 12
"""Bytes of the checksum in front of a file: of its content and name, and how long it is."""


def read_kept(path: Path) -> Any:
    """What is kept at `path`, None where there is nothing that can be read."""
    data = _bytes_at(path)
    return None if data is None else opened(data, path.name)


def _bytes_at(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (OSError, ValueError):
        return None


def opened(data: bytes | bytearray, name: str) -> Any:
    """What the bytes of a file of that name keep, None where they are not those that were written."""
    import marshal

    payload = _sound(data, name)
    if payload is None:
        return None
    try:
        with no_collection():
            return marshal.loads(payload)
    except (ValueError, TypeError, EOFError):
        return None


def _sound(data: bytes | bytearray, name: str) -> memoryview | None:
    """What stands behind the checksum of a file of that name, None where it is not what was written."""
    payload = memoryview(data)[CHECKSUM:]
    return payload if _checksum(payload, name) == data[:CHECKSUM] else None


def _checksum(payload: bytes | memoryview, name: str) -> bytes:
    """Of the content of a file under its name: another file's content is none of this one."""
    from zlib import crc32

    return crc32(payload, crc32(name.encode())).to_bytes(4, "big") + len(payload).to_bytes(CHECKSUM - 4, "big")


@contextmanager
def no_collection() -> Iterator[None]:
    """No search for reference cycles meanwhile: many small things are made, none of them in a cycle."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def kept_under(made_from: Made, suffix: str, make: Callable[[Made], Plain], *code: str) -> Plain:
    """What `make` makes of plain data, found again by that very data where a folder is in use.

    `make` gives plain data too, always the same for the same; what it raises is raised. `code` are the files of the
    modules that make it, so that nothing is found that they would make otherwise by now.
    """
    path = path_under(made_from, suffix, *code)
    if path is None:
        return make(made_from)
    kept: Plain | None = read_kept(path)
    if kept is None:
        kept = make(made_from)
        write_kept(path, kept)
    return kept


def path_under(made_from: Any, suffix: str, *code: str) -> Path | None:
    """Where that is kept which is made from plain data by the modules in the files `code`; None where nothing is."""
    from factcheck.cache.digest import blake2b

    folder = used()
    if folder is None:
        return None
    key = repr((made_from, [written(path) for path in code])).encode()
    return folder / f"{blake2b(key, digest_size=DIGEST).hexdigest()}{suffix}"


@cache
def written(path: str) -> tuple[int, int]:
    """What tells one state of a module's file from the next: its size in bytes, and when it was written."""
    stat = os.stat(path)  # noqa: PTH116
    return stat.st_size, stat.st_mtime_ns


def write_kept(path: Path, plain: Any) -> None:
    """Keeps tuples, lists, dictionaries, strings and numbers at `path`, where that can be written."""
    import marshal

    payload = marshal.dumps(plain)
    write_file(path, _checksum(payload, path.name) + payload)


def write_file(path: Path, data: bytes) -> None:
    """Puts a file of these bytes at `path`, where that can be written."""
    from factcheck.files import OWN, clear, own_name

    beside = own_name(path.parent)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        clear(path.parent, OWN)
        with beside.open("xb") as file:
            file.write(data)
        beside.replace(path)
        sweep(path)
    except OSError:
        pass
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def sweep(path: Path) -> None:
    """Removes the oldest files of this suffix beyond `KEPT`."""
    found = sorted(path.parent.glob(f"*{path.suffix}"), key=lambda one: one.stat().st_mtime, reverse=True)
    for old in found[KEPT:]:
        old.unlink(missing_ok=True)
