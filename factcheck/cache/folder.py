"""Where things that can be made again are kept between runs."""

from __future__ import annotations

import os
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
    """`$FACTCHECK_CACHE_DIR`, else `factcheck` in the user's cache folder; None where there is no home.

    An empty `$FACTCHECK_CACHE_DIR` means: keep nothing. The folder need not exist.
    """
    stated = os.environ.get("FACTCHECK_CACHE_DIR")
    if stated is not None:
        return Path(stated) if stated else None
    home = os.environ.get(_variable()) or _fallback()
    return Path(home) / "factcheck" if home else None


def _variable() -> str:
    return "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"


def _fallback() -> str:
    below = "Library/Caches" if sys.platform == "darwin" else ".cache"
    try:
        return str(Path.home() / below)
    except RuntimeError:
        return ""
