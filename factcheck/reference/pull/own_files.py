"""What lies in the folder of a pack and never came with it: notes, a repository, tables that somebody keeps there."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Collection, Mapping
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.messages import message

State = tuple[int, int, int, int]
"""What tells one state of a file from the next: kind, size, time and number."""
Snapshot = Mapping[str, State]


def snapshot(folder: Path) -> Snapshot:
    """Everything below a folder, its own folders and links too, by its place there."""
    found: dict[str, State] = {}
    for place, folders, files in os.walk(folder, onerror=_raise):
        for name in (*folders, *files):
            path = Path(place, name)
            state = path.lstat()
            kind = stat.S_IFMT(state.st_mode)
            rest = (0, 0, 0) if stat.S_ISDIR(kind) else (state.st_size, state.st_mtime_ns, state.st_ino)
            found[path.relative_to(folder).as_posix()] = (kind, *rest)
    return found


def _raise(slip: OSError) -> None:
    raise slip


def copy_own(place: Path, made: Path, there: Snapshot, came: Collection[str]) -> None:
    """Copies into `made` what is `there` at `place` and not among the files that `came` with the pack.

    Raises FactcheckError where the new pack has a file of that name, and for what no copy can be made of.
    """
    for name, (kind, *_) in there.items():
        old, new = place / name, made / name
        if name in came or (stat.S_ISDIR(kind) and new.is_dir()):
            continue
        if os.path.lexists(new):
            raise FactcheckError(
                message("The new pack has a file of this name: move yours, or --force replaces it."), str(old)
            )
        _copy(old, new, kind)


def _copy(old: Path, new: Path, kind: int) -> None:
    new.parent.mkdir(parents=True, exist_ok=True)
    if stat.S_ISLNK(kind):
        new.symlink_to(old.readlink())
    elif stat.S_ISDIR(kind):
        new.mkdir()
        new.chmod(stat.S_IMODE(old.stat().st_mode) | stat.S_IRWXU)
    elif stat.S_ISREG(kind):
        shutil.copy2(old, new)
    else:
        raise FactcheckError(message("This is no plain file, and would be lost: move it elsewhere."), str(old))
