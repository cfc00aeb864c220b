"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from glob import escape
from pathlib import Path

from factcheck.errors import FactcheckError

DAY = 24 * 60 * 60
"""Seconds: what was left half done this long ago is nobody's any more."""


def write_whole(path: str, data: bytes) -> None:
    """Puts `data` in the place of the file `path`, or leaves that as it is: a reader never sees half of it.

    A link is followed and the file's permissions are kept. Raises FactcheckError when it cannot be written.
    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    clear(target.parent, f".{escape(target.name)}.*.tmp")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
        beside.replace(target)
    except OSError as slip:
        raise FactcheckError(f"This file cannot be written: {slip.strerror}.", path) from slip
    finally:
        beside.unlink(missing_ok=True)


def clear(folder: Path, pattern: str) -> None:
    """Removes what processes that were killed left behind a day ago or more."""
    import shutil
    import time

    for left in folder.glob(pattern):
        with suppress(OSError):
            if left.stat().st_mtime < time.time() - DAY:
                shutil.rmtree(left) if left.is_dir() else left.unlink()
