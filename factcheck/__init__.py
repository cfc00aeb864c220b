"""Checks the figures, dates and names of a draft article against a reference, the calendar and itself."""

from factcheck.version import __version__

TYPE_CHECKING = False  # type checkers take it for true; `typing` itself takes longer to import than --version to answer
if TYPE_CHECKING:
    from typing import Any

    from factcheck.api import check_text, extract

__all__ = ["__version__", "check_text", "extract"]


def __getattr__(name: str) -> "Any":
    """`factcheck.check_text` and `factcheck.extract`, imported when asked for: `--version` needs neither."""
    if name in ("check_text", "extract"):
        from factcheck import api

        return getattr(api, name)
    raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
