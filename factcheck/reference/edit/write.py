"""Files set in their place when they are whole: a process killed in the middle leaves what was there."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.reference.kept import clear


def replace_file(path: Path, data: bytes) -> None:
    """Puts `data` at `path` in one step. Raises FactcheckError where that cannot be written."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    clear(path.parent, f".{path.name}.*.part")
    try:
        with beside.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o777)
        beside.replace(path)
    except OSError as slip:
        raise FactcheckError(f"This cannot be written: {slip.strerror}.", str(path)) from slip
    finally:
        with suppress(OSError):
            beside.unlink()
