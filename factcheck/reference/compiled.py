"""The content of a reference kept between runs: each part is read when it is first asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from factcheck.cache.kept import no_collection, read_kept, write_kept
from factcheck.reference.content import Content, Shelf

SUFFIX = ".reference"
SHELVES = ("facts", "ranks", "counts")


class KeptContent:
    """The content as kept: has the attributes of `Content`, thawed when they are first asked for."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self._parts = parts

    def __getattr__(self, name: str) -> Any:
        import marshal

        if name not in self._parts:
            raise AttributeError(name)
        with no_collection():
            part = marshal.loads(self._parts[name])
        found = Shelf(*part) if name in SHELVES else part
        setattr(self, name, found)
        return found


def read_compiled(cache: Path, key: str) -> KeptContent | None:
    """The content kept under `key`, None where there is none that can be read."""
    parts = read_kept(cache / (key + SUFFIX))
    return None if parts is None else KeptContent(parts)


def write_compiled(cache: Path, key: str, content: Content) -> None:
    """Keeps `content` under `key`."""
    import marshal

    plain = {name: tuple(part) if isinstance(part, Shelf) else part for name, part in content._asdict().items()}
    parts = {name: marshal.dumps(_shared(part)) for name, part in plain.items()}
    write_kept(cache / (key + SUFFIX), parts)


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
