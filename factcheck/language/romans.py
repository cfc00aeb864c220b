"""Roman numerals, one to thirty-nine, as their own word: juara II, kuartal III."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.cache.patterns import compiled
from factcheck.model import Span

TOKEN = compiled(r"[IVX][IVX]{0,6}(?![^\W_])")
ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
VALUES = {tens * "X" + ones: 10 * tens + value for tens in range(4) for value, ones in enumerate(ONES) if tens or ones}


def find_romans(plain: str) -> Iterator[tuple[Span, int]]:
    """The Roman numerals in capitals that are whole words, with their values."""
    for match in TOKEN.finditer(plain):
        before = plain[match.start() - 1 : match.start()]
        if match[0] in VALUES and not before.isalnum() and before not in ("-", "_", "."):
            yield Span(*match.span()), VALUES[match[0]]
