"""The packs that a run is checked against."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from factcheck.reference.packs.shipped import DESCRIPTOR, shipped_packs


def pack_folders(added: Sequence[str], only_added: bool) -> tuple[Path, ...]:
    """The folders of the packs that ship, unless `only_added`, and of those `added` by path, each once."""
    folders = [] if only_added else list(shipped_packs())
    for path in added:
        folders.extend(_packs_in(Path(path)))
    return tuple(dict.fromkeys(folders))


def _packs_in(path: Path) -> tuple[Path, ...]:
    """The pack at `path`, or the packs in the folder; `path` itself where there is none: missing."""
    if os.path.isfile(path / DESCRIPTOR):  # noqa: PTH113 - says no to a name that none can have
        return (path,)
    try:
        return tuple(sorted(below.parent for below in path.glob(f"*/{DESCRIPTOR}"))) or (path,)
    except OSError:
        return (path,)
