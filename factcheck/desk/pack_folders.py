"""The packs that a run is checked against."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from factcheck.reference.packs.shipped import DESCRIPTOR, gazetteers, shipped_packs


def pack_folders(added: Sequence[str], only_added: bool, left_out: Sequence[str] = ()) -> tuple[Path, ...]:
    """The folders of the packs that ship (with `only_added` only of those that say who there is) without the names
    `left_out`, and of those `added` by path, each once."""
    shipped = gazetteers() if only_added else shipped_packs()
    folders = [*(path for path in shipped if path.name not in left_out), *packs_at(added)]
    if not added:
        return tuple(folders)
    return tuple({path.resolve(): path for path in reversed(folders)}.values())[::-1]


def packs_at(paths: Sequence[str]) -> tuple[Path, ...]:
    """The packs at these paths, each a pack or a folder of packs, each once."""
    return tuple(dict.fromkeys(folder for path in paths for folder in _packs_in(Path(path))))


def _packs_in(path: Path) -> tuple[Path, ...]:
    """The pack at `path`, or the packs in the folder; `path` itself where there is none: missing."""
    if os.path.isfile(path / DESCRIPTOR):  # noqa: PTH113 - says no to a name that none can have
        return (path,)
    try:
        return tuple(sorted(below.parent for below in path.glob(f"*/{DESCRIPTOR}"))) or (path,)
    except OSError:
        return (path,)
