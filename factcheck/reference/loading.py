"""Packs on disk to the content of a reference, through the compiled one where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.model import Problem
from factcheck.reference.compiled import content_key, read_compiled, write_compiled
from factcheck.reference.content import Content

if TYPE_CHECKING:
    from factcheck.reference.pack import Pack


def load_content(paths: Sequence[Path], cache: Path | None) -> tuple[Content, str, tuple[Problem, ...]]:
    """The content of the sound packs among `paths`, its key (empty with problems), and every error."""
    key = content_key(paths)
    compiled = read_compiled(cache, key) if cache else None
    if compiled is not None:
        return compiled, key, ()
    content, problems = _compile(paths)
    if cache and not problems:
        write_compiled(cache, key, content)
    return content, "" if problems else key, problems


def _compile(paths: Sequence[Path]) -> tuple[Content, tuple[Problem, ...]]:
    from factcheck.reference.build import build
    from factcheck.reference.pack import read_pack

    packs: list[Pack] = []
    problems: list[Problem] = []
    for path in paths:
        pack, found = read_pack(path)
        problems.extend(found)
        if pack is not None and not found:
            packs.append(pack)
    if not problems:
        problems.extend(_contradictions(packs))
    sound = [pack for pack in packs if not any(_within(problem, pack) for problem in problems)]
    return build(sound), tuple(problems)


def _within(problem: Problem, pack: Pack) -> bool:
    return Path(pack.info.folder) in Path(problem.path).parents


def _contradictions(packs: Sequence[Pack]) -> tuple[Problem, ...]:
    """What does not hang together in packs that do not ship: those that ship are held to it by the tests."""
    from factcheck.reference.shipped import shipped_packs
    from factcheck.reference.validation.run import validate

    shipped = {str(path) for path in shipped_packs()}
    own = [pack for pack in packs if pack.info.folder not in shipped]
    beside = [pack for pack in packs if pack.info.folder in shipped]
    return validate(own, beside).errors if own else ()
