"""Patterns like those of .gitignore, whoever wrote them: what is none leaves nothing out, and none takes long.

A pattern of many stars (`*a*a*a*b`) tries all ways to share a name out among them. Between two stars the first place
that fits is as good as any later one, which an atomic group says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from pathspec import GitIgnoreSpec

from factcheck.typed import Any

_STAR = "[^/]*"
_FOLDERS = ".+"
MOST_FOLDERS = 4
"""`**` in one pattern; one of more leaves nothing out."""


def ignore_spec(lines: Iterable[str]) -> GitIgnoreSpec:
    """What patterns leave out, those that git would not take left aside."""
    return GitIgnoreSpec([pattern for line in lines for pattern in _pattern(line)])


def _pattern(line: str) -> list[Any]:
    try:
        pattern = _kind()(line)
    except (ValueError, re.error, IndexError, RecursionError, OverflowError):
        return []
    few = pattern.regex is None or pattern.regex.pattern.count(_FOLDERS) <= MOST_FOLDERS
    return [pattern] if few else []


@cache
def _kind() -> Any:
    """The library's own kind of pattern, its expressions made to take no long time."""
    plain: Any = type(GitIgnoreSpec.from_lines(["x"]).patterns[0])

    class Quick(plain):  # type: ignore[misc]
        @classmethod
        def pattern_to_regex(cls, pattern: Any) -> tuple[Any, Any]:
            source, include = plain.pattern_to_regex(pattern)
            return (quick(source) if isinstance(source, str) else source), include

    return Quick


def quick(source: str) -> str:
    """The expression of a pattern with each star but the last taking the first place that fits."""
    first, *pieces = source.split(_STAR)
    if not pieces:
        return source
    *between, last = pieces
    stars = "".join(f"(?>[^/]*?{piece})" if _FOLDERS not in piece else f"{_STAR}{piece}" for piece in between if piece)
    return f"{first}{stars}{_STAR}{last}"
