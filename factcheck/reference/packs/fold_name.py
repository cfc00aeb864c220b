"""Names as the look-up has them."""

from __future__ import annotations


def fold(name: str) -> str:
    """A name as the look-up has it: case folded, single blanks."""
    return " ".join(name.casefold().split())
