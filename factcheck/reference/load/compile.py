"""Packs read, checked and put together: what has to be done where nothing is kept of them yet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck.cache.kept import no_collection
from factcheck.model import Problem
from factcheck.reference.content.build import build
from factcheck.reference.content.content import Content
from factcheck.reference.content.folders import Folder, look
from factcheck.reference.holdings import Holdings, holdings
from factcheck.reference.index.schema import ROLES
from factcheck.reference.packs.pack import Pack, read_pack
from factcheck.reference.packs.shipped import shipped_packs
from factcheck.reference.validation.remarks import surroundings
from factcheck.reference.validation.validate import CHECKS, HEAD_CHECKS, Diagnosis, validate

Packs = dict[Folder, Pack]


def compile_packs(folders: Sequence[Folder], cache: Path | None) -> tuple[Content, tuple[Problem, ...]]:
    """The content of the sound packs, and every error. Packs that ship are held to their soundness by the tests."""
    shipped = set(shipped_packs())
    with no_collection():
        packs, found, indexes = _examine(folders, [one for one in folders if one.path not in shipped], cache)
        sound = [
            pack
            for folder, pack in packs.items()
            if not any(folder.path in Path(problem.path).parents for problem in found.errors)
            and (pack.info.name in indexes or not folder.large)
        ]
        return _with_indexes(build(sound), indexes), found.errors


def diagnose(asked: Sequence[Path], beside: Sequence[Path], cache: Path | None = None) -> Diagnosis:
    """Everything that is wrong with the packs in `asked`; they may lean on those `beside` them."""
    folders = look([*asked, *beside], cache)
    _, found, _ = _examine(folders, folders[: len(asked)], cache)
    return Diagnosis(_about(asked, found.errors), _about(asked, found.warnings))


def count_all(paths: Sequence[Path], cache: Path | None) -> tuple[tuple[Holdings, ...], tuple[Problem, ...]]:
    """What each pack that can be read holds, large ones counted in their index, and what hinders."""
    packs, problems = _read(look(paths, cache))
    indexes: dict[str, str] = {}
    if not problems:
        indexes, problems = _indexes(packs, cache)
    small = [holdings(pack) for folder, pack in packs.items() if not folder.large]
    large = [_counted(pack, indexes[pack.info.name]) for pack in packs.values() if pack.info.name in indexes]
    return (*small, *large), tuple(problems)


def _counted(head: Pack, path: str) -> Holdings:
    from factcheck.reference.index.index_holdings import index_holdings

    return index_holdings(head, Path(path))


def _about(asked: Sequence[Path], problems: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(one for one in problems if any(path in Path(one.path).parents for path in asked))


def _examine(
    folders: Sequence[Folder], own: Sequence[Folder], cache: Path | None
) -> tuple[Packs, Diagnosis, dict[str, str]]:
    """The packs, what is wrong with them, and the indexes of large ones. Cells first, then how it hangs together."""
    packs, problems = _read(folders)
    if problems:
        return packs, Diagnosis((*problems, *_bad_cells(packs)), ()), {}
    found = _contradictions(own, packs) if own else Diagnosis((), ())
    indexes, more = _indexes(packs, cache)
    return packs, found._replace(errors=(*found.errors, *more)), indexes


def _read(folders: Sequence[Folder]) -> tuple[Packs, list[Problem]]:
    """The packs that can be read, large ones without their large tables."""
    packs: Packs = {}
    problems: list[Problem] = []
    for folder in folders:
        pack, found = read_pack(folder.path, frozenset(ROLES) if folder.large else frozenset())
        problems.extend(found)
        if pack is not None:
            packs[folder] = pack
    return packs, problems


def _bad_cells(packs: Packs) -> list[Problem]:
    """What is wrong with the cells of large tables, where nothing will be built for other reasons."""
    if not any(folder.large for folder in packs):
        return []
    from factcheck.reference.index.stage import cell_problems

    return [problem for folder, pack in packs.items() if folder.large for problem in cell_problems(pack.info)]


def _contradictions(own: Sequence[Folder], packs: Packs) -> Diagnosis:
    errors: list[Problem] = []
    warnings: list[Problem] = []
    for large, checks in ((False, CHECKS), (True, HEAD_CHECKS)):
        some = [packs[folder] for folder in own if folder.large == large]
        beside = [pack for pack in packs.values() if not any(pack is one for one in some)]
        found = validate(some, beside, checks)
        errors += found.errors
        warnings += found.warnings
    return Diagnosis(tuple(errors), tuple(warnings))


def _indexes(packs: Packs, cache: Path | None) -> tuple[dict[str, str], list[Problem]]:
    """The index of each large pack by its name, built where there is none yet."""
    found: dict[str, str] = {}
    problems: list[Problem] = []
    if not any(folder.large for folder in packs):
        return found, problems
    from factcheck.reference.index.keep import index_at

    around = surroundings(list(packs.values()))
    for folder, pack in packs.items():
        if folder.large:
            path, more = index_at(cache, folder.name, pack, around)
            problems += more
            if not more:
                found[pack.info.name] = str(path)
    return found, problems


def _with_indexes(content: Content, indexes: dict[str, str]) -> Content:
    if not indexes:
        return content
    from factcheck.reference.index.look_up import is_dated

    more = any(is_dated(Path(path)) for path in indexes.values())
    days = () if more else content.days
    return content._replace(indexes=tuple(indexes.items()), dated=content.dated or more, days=days)
