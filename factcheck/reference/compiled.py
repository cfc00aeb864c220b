"""The content of a reference kept in one file, under a name made from the packs it came from.

Reading it costs a tenth of reading the tables. The file is plain data with a digest in front; what does not
match or cannot be read is as good as not there. It is written beside its place and then moved, so that two
processes at once do no harm.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from factcheck.reference.content import Content, Shelf

KEPT = 8
"""So many compiled references stay in the folder, the newest."""

SUFFIX = ".reference"
DIGEST = 20


def content_key(paths: Sequence[Path]) -> str:
    """A name for what lies in these folders now, made from every table and descriptor and from this code."""
    import sys
    from hashlib import blake2b

    key = blake2b(repr(sys.version_info).encode(), digest_size=DIGEST)
    for code in sorted(Path(__file__).parent.glob("*.py")):
        stat = code.stat()
        key.update(f"{code.name}:{stat.st_size}:{stat.st_mtime_ns};".encode())
    for folder in paths:
        key.update(f"\0{folder}\0".encode())
        for path in _files(folder):
            data = path.read_bytes()
            key.update(f"{path}\0{len(data)}\0".encode())
            key.update(data)
    return key.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    try:
        found = sorted(folder.rglob("*"))
    except OSError:
        return
    yield from (path for path in found if path.suffix in (".csv", ".json") and path.is_file())


def read_compiled(cache: Path, key: str) -> Content | None:
    """The content kept under `key`, None where there is none that can be read."""
    import marshal
    from hashlib import blake2b

    try:
        data = (cache / (key + SUFFIX)).read_bytes()
    except OSError:
        return None
    payload = memoryview(data)[DIGEST:]
    if blake2b(payload, digest_size=DIGEST).digest() != data[:DIGEST]:
        return None
    content = Content(*marshal.loads(payload))
    return content._replace(
        facts=Shelf(*content.facts), ranks=Shelf(*content.ranks), counts=Shelf(*content.counts)
    )


def write_compiled(cache: Path, key: str, content: Content) -> None:
    """Keeps `content` under `key`; a folder that cannot be written to is left alone."""
    import marshal
    import os
    from hashlib import blake2b

    plain = tuple(tuple(part) if isinstance(part, Shelf) else part for part in content)
    payload = marshal.dumps(_shared(plain))
    beside = cache / f"{key}.{os.getpid()}.part"
    try:
        cache.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside.write_bytes(blake2b(payload, digest_size=DIGEST).digest() + payload)
        beside.replace(cache / (key + SUFFIX))
        _sweep(cache)
    except OSError:
        with suppress(OSError):
            beside.unlink()


def _sweep(cache: Path) -> None:
    """Removes the oldest compiled references beyond `KEPT`."""
    found = sorted(cache.glob(f"*{SUFFIX}"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in found[KEPT:]:
        path.unlink(missing_ok=True)


def _shared(value: Any) -> Any:
    """The same value with equal strings made one, so that each is written once."""
    seen: dict[str, str] = {}

    def share(part: Any) -> Any:
        if isinstance(part, str):
            return seen.setdefault(part, part)
        if isinstance(part, tuple):
            return tuple([share(item) for item in part])
        if isinstance(part, dict):
            return {share(name): share(item) for name, item in part.items()}
        return part

    return share(value)
