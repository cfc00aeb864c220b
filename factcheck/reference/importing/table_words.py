"""The words of tables: `table_words.toml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from factcheck.cache.patterns import compiled
from factcheck.cache.wordlists import word_lists
from factcheck.typed import Any

_WORD = compiled(r"\w+")


@cache
def words() -> dict[str, Any]:
    """The lists of `table_words.toml`, as it says them."""
    (table,) = word_lists(Path(__file__).with_name("table_words.toml"))
    return table


def listed(text: str, name: str) -> bool:
    """Whether a cell's whole text is one of a list, capitals, a colon or star behind it left aside."""
    return text.casefold().strip(" :*") in words()[name]


def is_head_of(text: str, role: str) -> bool:
    """Whether a cell is the head of a column of a role, as its list says it; over names each of its words is one for
    them: "Provinsi/Kabupaten/Kota"."""
    low = text.casefold().replace("_", " ").strip(" :*")
    if role != "name":
        return low in words()[role]
    said = [word for word in _WORD.findall(low) if word not in words()["joining"]]
    return bool(said) and all(word in words()["name"] for word in said)


def begins(text: str, name: str) -> bool:
    """Whether a text begins with one of a list, as a word: "Sumber: BPS", "Catatan/Note: …"."""
    low = text.casefold().lstrip(" *")
    return any(low.startswith(word) and not low[len(word) : len(word) + 1].isalnum() for word in words()[name])


def contains(text: str, name: str) -> bool:
    """Whether one of a list stands anywhere in a text: "Tabel 4.2 (lanjutan)"."""
    return any(word in text.casefold() for word in words()[name])
