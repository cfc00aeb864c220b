"""Where the indexes of large packs are kept, and how long."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from factcheck.cache.kept import sweep
from factcheck.files import clear
from factcheck.model import Problem
from factcheck.reference.content.content_names import combined
from factcheck.reference.index.build_index import PREFIX, build_index
from factcheck.reference.index.look_up import is_index
from factcheck.reference.packs.pack import Pack
from factcheck.reference.validation.remarks import Surroundings

SUFFIX = ".index"


def index_at(cache: Path | None, name: str, head: Pack, around: Surroundings) -> tuple[Path, tuple[Problem, ...]]:
    """The index of a pack whose content is called `name`, built where there is none; what is wrong with it.

    What the pack may lean on (entities and groups of all packs) is part of its name, for it was checked
    against them. Where the cache cannot be written, the index lives as long as the process.
    """
    leaned = combined((name, repr(around.groups), *map(repr, around.entities.values())))
    if cache is not None:
        with suppress(OSError):
            return _built(cache / (leaned + SUFFIX), head, around)
    folder = tempfile.mkdtemp(prefix="factcheck-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return _built(Path(folder) / (leaned + SUFFIX), head, around)


def _built(path: Path, head: Pack, around: Surroundings) -> tuple[Path, tuple[Problem, ...]]:
    if is_index(path):
        return path, ()
    clear(path.parent, PREFIX)
    problems = build_index(head, around, path)
    if not problems:
        sweep(path)
    return path, problems
