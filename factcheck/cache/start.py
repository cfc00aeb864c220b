"""What a process of the command does first, so that it finds what runs before it have kept."""

from __future__ import annotations

from factcheck.cache.folder import cache_folder, use
from factcheck.cache.patterns import open_kept


def open_cache() -> None:
    """Keeps things in the user's folder from now on. Best called before the modules that hold patterns are imported."""
    use(cache_folder())
    open_kept()
