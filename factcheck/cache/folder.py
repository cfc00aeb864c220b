"""Where things that can be made again are kept between runs."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

_used: list[Path] = []


def use(folder: Path | None) -> None:
    """Keeps things in `folder` from now on. Whoever uses the product as a library keeps nothing unless it says so."""
    _used[:] = [] if folder is None else [folder]


def used() -> Path | None:
    """The folder that this process keeps things in, None where it keeps nothing."""
    return _used[0] if _used else None


def cache_folder() -> Path | None:
    """`$FACTCHECK_CACHE_DIR`, else `factcheck` in the user's cache folder; None where there is no home, and where the
    folder is not the user's alone.

    An empty `$FACTCHECK_CACHE_DIR` means: keep nothing. The folder need not exist.
    """
    stated = os.environ.get("FACTCHECK_CACHE_DIR")
    if stated is not None:
        folder = Path(stated) if stated else None
    else:
        home = os.environ.get(_variable()) or _fallback()
        folder = Path(home) / "factcheck" if home else None
    return folder if folder is not None and _is_own(folder) else None


def _is_own(folder: Path) -> bool:
    """Whether nobody else can put anything into a folder: it is no link, it is the user's, and closed to others."""
    try:
        found = folder.lstat()
    except FileNotFoundError:
        return True  # it is made with these permissions
    except (OSError, ValueError):
        return False
    if not stat.S_ISDIR(found.st_mode):
        return False
    if not hasattr(os, "geteuid"):
        return True
    if found.st_uid != os.geteuid():
        return False
    if found.st_mode & 0o077:
        try:
            folder.chmod(0o700)
        except OSError:
            return False
    return True


def _variable() -> str:
    return "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"


def _fallback() -> str:
    below = "Library/Caches" if sys.platform == "darwin" else ".cache"
    try:
        return str(Path.home() / below)
    except RuntimeError:
        return ""
