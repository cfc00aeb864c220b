"""Which language a text is in, where it does not say so."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from factcheck.cache.wordlists import word_lists

WORDS = 1000
"""How many words of a text are looked at."""
DEFAULT = "id"


def detect(plain: str) -> str:
    """The code of the language whose commonest words a text has most of; Indonesian where none has more."""
    beginning = plain[: WORDS * 12].lower().split()[:WORDS]
    counts = {code: sum(map(words.__contains__, beginning)) for code, words in _common().items()}
    return max(counts, key=lambda code: (counts[code], code == DEFAULT))


@cache
def _common() -> Mapping[str, frozenset[str]]:
    (lists,) = word_lists(Path(__file__).with_name("common.toml"))
    return {code: frozenset(words) for code, words in lists.items()}
