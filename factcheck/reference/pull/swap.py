"""A folder put in the place of another in one step."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

AT_FDCWD = -100
EXCHANGE = 2
"""RENAME_EXCHANGE of renameat2(2) on Linux, RENAME_SWAP of renamex_np(2) on macOS: the same number."""


def put(made: Path, place: Path) -> Path:
    """Moves the folder `made` to `place`, and gives where the folder that was there lies now. Raises OSError.

    Where the system can exchange two names in one step there is no moment without a whole folder at `place`; else
    there is one between two renamings, and the old folder then lies beside it under the name of `made`.
    """
    if _exchange(made, place):
        return made
    aside = made.with_name(f"{made.name}.old")
    place.rename(aside)
    made.rename(place)
    return aside


def _exchange(one: Path, other: Path) -> bool:
    """Whether the two names could be exchanged."""
    names = (os.fsencode(one), os.fsencode(other))
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "linux":
            return library.renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], EXCHANGE) == 0  # type: ignore[no-any-return]
        if sys.platform == "darwin":
            return library.renamex_np(*names, EXCHANGE) == 0  # type: ignore[no-any-return]
    except (OSError, AttributeError, TypeError):
        pass
    return False
