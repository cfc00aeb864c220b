"""Packs on disk to the content of a reference, through what is kept of them between runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck.model import Problem
from factcheck.reference.content.content import Content
from factcheck.reference.content.content_names import combined
from factcheck.reference.content.folders import Folder, look
from factcheck.reference.load.compiled_file import KeptContent, read_compiled, write_compiled


def look_now(paths: Sequence[Path], cache: Path | None) -> tuple[tuple[Folder, ...], str]:
    """The packs as they lie at the paths now, and the key that their content has where nothing is wrong with them."""
    folders = look(paths, cache)
    return folders, _key(folders)


def load_content(
    folders: Sequence[Folder], key: str, cache: Path | None
) -> tuple[Content | KeptContent, str, tuple[Problem, ...]]:
    """The content of the sound packs among those in the folders, its key (empty with problems), and every error."""

    def compiled() -> tuple[Content, tuple[Problem, ...]]:
        from factcheck.reference.load.compile import compile_packs

        return compile_packs(folders, cache)

    kept = read_compiled(cache, key, lambda: compiled()[0]) if cache else None
    if kept is not None and _indexed(kept):
        return kept, key, ()
    content, problems = compiled()
    if cache and not problems:
        write_compiled(cache, key, content)
    return content, "" if problems else key, problems


def content_key(paths: Sequence[Path], cache: Path | None = None) -> str:
    """The key that the content of these packs has as they lie now, where nothing is wrong with them."""
    return look_now(paths, cache)[1]


def _key(folders: Sequence[Folder]) -> str:
    return combined([str(folder.path) + folder.name for folder in folders])


def _indexed(content: KeptContent) -> bool:
    """Whether every index that the content speaks of is there."""
    if not content.indexes:
        return True
    from factcheck.reference.index.look_up import is_index

    return all(is_index(Path(path)) for _, path in content.indexes)
