"""The content of a reference kept between runs: reading it costs a tenth of reading the tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from factcheck.reference.content import Content, Shelf
from factcheck.reference.kept import DIGEST, read_kept, write_kept

SUFFIX = ".reference"


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
    plain = read_kept(cache / (key + SUFFIX))
    if plain is None:
        return None
    content = Content(*plain)
    return content._replace(
        facts=Shelf(*content.facts), ranks=Shelf(*content.ranks), counts=Shelf(*content.counts)
    )


def write_compiled(cache: Path, key: str, content: Content) -> None:
    """Keeps `content` under `key`."""
    plain = tuple(tuple(part) if isinstance(part, Shelf) else part for part in content)
    write_kept(cache / (key + SUFFIX), _shared(plain))


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
