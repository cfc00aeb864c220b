"""Packs on disk to the content of a reference, through what is kept of them between runs.

Packs whose tables come to more than `LARGE` bytes are not held in memory: their facts, ranks and counts go
into an index of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.model import Problem
from factcheck.reference.compiled import KeptContent, read_compiled, write_compiled
from factcheck.reference.content import Content
from factcheck.reference.fingerprint import File, combined, content_names, files_of

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


def load_content(paths: Sequence[Path], cache: Path | None) -> tuple[Content | KeptContent, str, tuple[Problem, ...]]:
    """The content of the sound packs among `paths`, its key (empty with problems), and every error."""
    folders = look(paths, cache)
    key = combined([str(folder.path) + folder.name for folder in folders])
    compiled = read_compiled(cache, key) if cache else None
    if compiled is not None and _indexed(compiled):
        return compiled, key, ()
    from factcheck.reference.compiling import compile_packs

    content, problems = compile_packs(folders, cache)
    if cache and not problems:
        write_compiled(cache, key, content)
    return content, "" if problems else key, problems


def look(paths: Sequence[Path], cache: Path | None) -> tuple[Folder, ...]:
    """What lies in the folders now."""
    files = [files_of(path) for path in paths]
    names = content_names(files, cache)
    return tuple(Folder(*parts) for parts in zip(paths, files, names, strict=True))


def _indexed(content: KeptContent) -> bool:
    """Whether every index that the content speaks of is there."""
    if not content.indexes:
        return True
    from factcheck.reference.index.read import is_index

    return all(is_index(Path(path)) for _, path in content.indexes)
