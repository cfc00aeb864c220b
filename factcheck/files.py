"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from factcheck.errors import FactcheckError


def write_whole(path: str, data: bytes) -> None:
    """Puts `data` in the place of the file `path`, or leaves that as it is: a reader never sees half of it.

    A link is followed and the file's permissions are kept. Raises FactcheckError when it cannot be written.
    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
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
