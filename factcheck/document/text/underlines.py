"""Headings that are marked by a line of signs under them: Markdown's "====" and "----", reStructuredText's any."""

from __future__ import annotations

from itertools import pairwise

from factcheck.cache.patterns import compiled
from factcheck.model import Span

_MARKDOWN = compiled(r"={2,}|-{3,}")
_RESTRUCTURED = compiled(r"([!-/:-@\[-`{-~])\1{2,}")
LONGEST = 200


def underlined(plain: str, spans: list[Span], restructured: bool = False) -> frozenset[int]:
    """Where lines begin, of those at `spans`, that are headings: short, below a blank line, above a line of signs."""
    found = set()
    before = True
    for (start, end), under in pairwise(spans):
        signs = plain[under.start : under.end]
        if before and 0 < end - start <= LONGEST and _is_underline(signs, end - start, restructured):
            found.add(start)
        before = start == end or _is_underline(plain[start:end], 0, restructured)
    return frozenset(found)


def _is_underline(signs: str, length: int, restructured: bool) -> bool:
    """Whether `signs` is a line of signs; reStructuredText wants it about as long as the heading."""
    if not restructured:
        return _MARKDOWN.fullmatch(signs) is not None
    return _RESTRUCTURED.fullmatch(signs) is not None and len(signs) + 2 >= length
