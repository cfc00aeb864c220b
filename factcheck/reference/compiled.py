"""The content of a reference kept between runs: reading it costs a tenth of reading the tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from factcheck.reference.content import Content, Shelf
from factcheck.reference.kept import read_kept, write_kept

SUFFIX = ".reference"


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
