"""Packs on disk to the content of a reference, through what is kept of them between runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck.model import Problem
from factcheck.reference.compiled import KeptContent, read_compiled, write_compiled
from factcheck.reference.content import Content
from factcheck.reference.fingerprint import combined
from factcheck.reference.folders import look


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


def _indexed(content: KeptContent) -> bool:
    """Whether every index that the content speaks of is there."""
    if not content.indexes:
        return True
    from factcheck.reference.index.read import is_index

    return all(is_index(Path(path)) for _, path in content.indexes)
