"""Packs on disk to the content of a reference, through what is kept of them between runs.

Packs whose tables come to more than `LARGE` bytes are not held in memory: their facts, ranks and counts go
into an index of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcheck.model import Problem
from factcheck.reference.compiled import read_compiled, write_compiled
from factcheck.reference.content import Content
from factcheck.reference.fingerprint import File, combined, content_names, files_of

if TYPE_CHECKING:
    from factcheck.reference.pack import Pack

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


def load_content(paths: Sequence[Path], cache: Path | None) -> tuple[Content, str, tuple[Problem, ...]]:
    """The content of the sound packs among `paths`, its key (empty with problems), and every error."""
    folders = look(paths, cache)
    key = combined([str(folder.path) + folder.name for folder in folders])
    compiled = read_compiled(cache, key) if cache else None
    if compiled is not None and _indexed(compiled):
        return compiled, key, ()
    content, problems = _compile(folders, cache)
    if cache and not problems:
        write_compiled(cache, key, content)
    return content, "" if problems else key, problems


def look(paths: Sequence[Path], cache: Path | None) -> tuple[Folder, ...]:
    """What lies in the folders now."""
    files = [files_of(path) for path in paths]
    names = content_names(files, cache)
    return tuple(Folder(*parts) for parts in zip(paths, files, names, strict=True))


def _indexed(content: Content) -> bool:
    """Whether every index that the content speaks of is there."""
    if not content.indexes:
        return True
    from factcheck.reference.index.read import is_index

    return all(is_index(Path(path)) for _, path in content.indexes)


def _compile(folders: Sequence[Folder], cache: Path | None) -> tuple[Content, tuple[Problem, ...]]:
    from factcheck.reference.build import build

    with _no_collection():
        packs, problems = _read(folders)
        indexes: dict[str, str] = {}
        if problems:
            problems += _bad_cells(packs)
        else:
            problems = _contradictions(folders, packs)
            if any(folder.large for folder in folders):
                indexes, more = _indexes(folders, packs, cache)
                problems += more
        sound = [
            pack
            for folder, pack in packs.items()
            if not any(folder.path in Path(problem.path).parents for problem in problems)
            and (pack.info.name in indexes or not folder.large)
        ]
        return _with_indexes(build(sound), indexes), tuple(problems)


def _read(folders: Sequence[Folder]) -> tuple[dict[Folder, Pack], list[Problem]]:
    """The packs that can be read, large ones without their large tables."""
    from factcheck.reference.index.schema import ROLES
    from factcheck.reference.pack import read_pack

    packs: dict[Folder, Pack] = {}
    problems: list[Problem] = []
    for folder in folders:
        pack, found = read_pack(folder.path, frozenset(ROLES) if folder.large else frozenset())
        problems.extend(found)
        if pack is not None:
            packs[folder] = pack
    return packs, problems


def _bad_cells(packs: dict[Folder, Pack]) -> list[Problem]:
    """What is wrong with the cells of large tables, where nothing will be built for other reasons."""
    if not any(folder.large for folder in packs):
        return []
    from factcheck.reference.index.stage import cell_problems

    return [problem for folder, pack in packs.items() if folder.large for problem in cell_problems(pack.info)]


def _contradictions(folders: Sequence[Folder], packs: dict[Folder, Pack]) -> list[Problem]:
    """What does not hang together in packs that do not ship: those that ship are held to it by the tests."""
    from factcheck.reference.shipped import shipped_packs

    shipped = set(shipped_packs())
    own = [folder for folder in folders if folder.path not in shipped]
    if not own:
        return []
    from factcheck.reference.validation.run import CHECKS, HEAD_CHECKS, validate

    problems: list[Problem] = []
    for large, checks in ((False, CHECKS), (True, HEAD_CHECKS)):
        some = [packs[folder] for folder in own if folder.large == large]
        beside = [pack for pack in packs.values() if pack not in some]
        problems += validate(some, beside, checks).errors
    return problems


def _indexes(
    folders: Sequence[Folder], packs: dict[Folder, Pack], cache: Path | None
) -> tuple[dict[str, str], list[Problem]]:
    """The index of each large pack by its name, built where there is none yet."""
    from factcheck.reference.index.keep import index_at
    from factcheck.reference.validation.remarks import surroundings

    around = surroundings(list(packs.values()))
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for folder in folders:
        if folder.large:
            path, more = index_at(cache, folder.name, packs[folder], around)
            problems += more
            if not more:
                found[packs[folder].info.name] = str(path)
    return found, problems


def _with_indexes(content: Content, indexes: dict[str, str]) -> Content:
    if not indexes:
        return content
    from factcheck.reference.index.read import is_dated

    dated = content.dated or any(is_dated(Path(path)) for path in indexes.values())
    return content._replace(indexes=tuple(indexes.items()), dated=dated)


@contextmanager
def _no_collection() -> Iterator[None]:
    """No search for reference cycles meanwhile: many small records are made, none of them in a cycle."""
    import gc

    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
