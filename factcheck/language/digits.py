"""Where digits stand: found once, for all that reads figures, days and citations."""

from __future__ import annotations

from functools import lru_cache

_MARKED = bytes(0x30 if 0x30 <= code <= 0x39 else 0x20 for code in range(0x100))
"""Noughts for digits and blanks for all else, for `bytes.translate`: plain search leaps from one to the next."""


@lru_cache(maxsize=2)
def digits_in(low: str) -> tuple[tuple[int, int], ...]:
    """Where digits stand in folded text, each run with its end, left to right. As folding leaves digits where they
    are, they stand so in the text too."""
    marked = low.encode("ascii", "replace").translate(_MARKED) + b" "
    found: list[tuple[int, int]] = []
    start = marked.find(b"0")
    while start >= 0:
        end = marked.find(b" ", start)
        found.append((start, end))
        start = marked.find(b"0", end)
    return tuple(found)
