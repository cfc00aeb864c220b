"""Which language a text is in, where it does not say so, and which one it names where it does."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from factcheck.cache.wordlists import word_lists
from factcheck.language.language import FOLDER, codes
from factcheck.language.tables import About, made

WORDS = 1000
"""How many words of a text are looked at."""
DEFAULT = "id"
"""The language of a text that no language knows, and of the names of offices in packs."""


def detect(plain: str) -> str:
    """The code of the language whose commonest words a text has most of; Indonesian where none has more."""
    beginning = plain[: WORDS * 12].lower().split()[:WORDS]
    common = [*filter(_any_common().__contains__, beginning)]  # a quarter of them
    counts = {code: sum(map(words.__contains__, common)) for code, words in _common().items()}
    return max(counts, key=lambda code: (counts[code], code == DEFAULT))


def named(written: str) -> str:
    """The code of a language as an article writes it: "Indonesian", "id", "en-US"; as it is where nobody knows it."""
    low = written.lower()
    code = low.split("-")[0].split("_")[0]
    return next((code for code, about in _all().items() if low in about.names), code)


@cache
def _common() -> Mapping[str, frozenset[str]]:
    return {code: frozenset(about.common) for code, about in _all().items()}


@cache
def _any_common() -> frozenset[str]:
    return frozenset().union(*_common().values())


@cache
def _all() -> Mapping[str, About]:
    tables = word_lists(*(FOLDER / code / "about.toml" for code in codes()))
    return {code: made(About, table) for code, table in zip(codes(), tables, strict=True)}
