"""The packs that a run is checked against."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck.reference.packs.shipped import DESCRIPTOR, shipped_packs


def pack_folders(added: Sequence[str], only_added: bool, left_out: Sequence[str] = ()) -> tuple[Path, ...]:
    """The folders of the packs that ship, unless `only_added` or among the names `left_out`, and of those `added` by
    path, each once."""
    folders = [] if only_added else [path for path in shipped_packs() if path.name not in left_out]
    for path in added:
        folders.extend(_packs_in(Path(path)))
    return tuple(dict.fromkeys(folders))


def _packs_in(path: Path) -> tuple[Path, ...]:
    """The pack at `path`, or the packs in the folder; `path` itself where there is none: missing."""
    if (path / DESCRIPTOR).is_file():
        return (path,)
    return tuple(sorted(below.parent for below in path.glob(f"*/{DESCRIPTOR}"))) or (path,)
