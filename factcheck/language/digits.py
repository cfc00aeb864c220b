"""Where digits stand: found once, for all that reads figures, days and citations."""

from __future__ import annotations

from functools import lru_cache

from factcheck.cache.patterns import compiled

_DIGITS = compiled("[0-9]+")


@lru_cache(maxsize=2)
def digits_in(low: str) -> tuple[tuple[int, int], ...]:
    """Where digits stand in folded text, each run with its end, left to right. As folding leaves digits where they
    are, they stand so in the text too."""
    return tuple([match.span() for match in _DIGITS.finditer(low)])
