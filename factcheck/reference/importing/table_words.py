"""The words of tables: `table_words.toml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from factcheck.cache.wordlists import word_lists
from factcheck.typed import Any


@cache
def words() -> dict[str, Any]:
    """The lists of `table_words.toml`, as it says them."""
    (table,) = word_lists(Path(__file__).with_name("table_words.toml"))
    return table


def listed(text: str, name: str) -> bool:
    """Whether a cell's whole text is one of a list, capitals, a colon or star behind it left aside."""
    return text.casefold().strip(" :*") in words()[name]


def begins(text: str, name: str) -> bool:
    """Whether a text begins with one of a list, as a word: "Sumber: BPS", "Catatan/Note: …"."""
    low = text.casefold().lstrip(" *")
    return any(low.startswith(word) and not low[len(word) : len(word) + 1].isalnum() for word in words()[name])


def contains(text: str, name: str) -> bool:
    """Whether one of a list stands anywhere in a text: "Tabel 4.2 (lanjutan)"."""
    return any(word in text.casefold() for word in words()[name])
