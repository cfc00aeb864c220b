"""Text as the word patterns see it, and patterns made from word lists."""

from __future__ import annotations

import re
from collections.abc import Iterable

# A keyboard has many apostrophes for Jum'at.
APOSTROPHES = "’‘`´"
NOTHING = "(?!)"
"""A pattern that matches nowhere."""


def fold(plain: str) -> str:
    """`plain` in lower case with one kind of apostrophe, code point for code point."""
    low = plain.lower()
    if len(low) != len(plain):
        low = "".join(char.lower() if len(char.lower()) == 1 else char for char in plain)
    for apostrophe in APOSTROPHES:
        low = low.replace(apostrophe, "'")
    return low


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first, as a trie: no character is read twice. Of none: nothing."""
    tree: dict[str, dict[str, object]] = {}
    for word in words:
        node: dict[str, object] = tree  # type: ignore[assignment]
        for char in word:
            node = node.setdefault(char, {})  # type: ignore[assignment]
        node[""] = {}
    return _pattern(tree) or NOTHING  # type: ignore[arg-type]


def _pattern(node: dict[str, object]) -> str:
    branches = [re.escape(char) + _pattern(rest) for char, rest in node.items() if char]  # type: ignore[arg-type]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and "" not in node else "(?:" + "|".join(branches) + ")"
    return body + "?" if "" in node else body
