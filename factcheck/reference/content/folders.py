"""Packs as they lie on disk, before anything in them is read.

Packs whose tables come to more than `LARGE` bytes are not held in memory: their facts, ranks and counts go
into an index of their own.
"""

from collections.abc import Sequence
from pathlib import Path

from factcheck.reference.content.content_names import File, content_names, files_of
from factcheck.typed import NamedTuple

LARGE = 4_000_000
"""Bytes of tables: some 20,000 to 50,000 facts."""


class Folder(NamedTuple):
    """A pack as it lies: its folder, its files, a name for their content."""

    path: Path
    files: tuple[File, ...]
    name: str

    @property
    def large(self) -> bool:
        return sum(file.size for file in self.files if file.path.endswith(".csv")) > LARGE


def look(paths: Sequence[Path], cache: Path | None) -> tuple[Folder, ...]:
    """What lies in the folders now."""
    files = [files_of(path) for path in paths]
    names = content_names(files, cache)
    return tuple(Folder(*parts) for parts in zip(paths, files, names, strict=True))
