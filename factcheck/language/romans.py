"""Roman numerals, one to thirty-nine, as their own word: juara II, kuartal III."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.cache.patterns import compiled
from factcheck.language.fold import places_of
from factcheck.model import Span

TOKEN = compiled(r"[IVX]{1,7}(?![^\W_])")
LETTERS = "IVX"
ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
VALUES = {tens * "X" + ones: 10 * tens + value for tens in range(4) for value, ones in enumerate(ONES) if tens or ones}


def find_romans(plain: str) -> Iterator[tuple[Span, int]]:
    """The Roman numerals in capitals that are whole words, with their values."""
    for start in sorted(at for letter in LETTERS for at in places_of(plain, letter)):
        before = plain[start - 1 : start]
        if before.isalnum() or before in ("-", "_", "."):
            continue
        match = TOKEN.match(plain, start)
        if match and match[0] in VALUES:
            yield Span(*match.span()), VALUES[match[0]]
