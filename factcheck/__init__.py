"""Checks the figures, dates and names of a draft article against a reference, the calendar and itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.api import check_text, extract

__version__ = "0.1.0"
__all__ = ["__version__", "check_text", "extract"]


def __getattr__(name: str) -> Any:
    """`factcheck.check_text` and `factcheck.extract`, imported when asked for: `--version` needs neither."""
    if name in ("check_text", "extract"):
        from factcheck import api

        return getattr(api, name)
    raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
