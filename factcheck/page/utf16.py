"""Offsets as a browser counts them: UTF-16 units, two to a character beyond the first 65,536 (emoji)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from factcheck.typed import NamedTuple


class Units(NamedTuple):
    """The code points of a text that take two units, by their place."""

    wide: tuple[int, ...]

    def to(self, offset: int) -> int:
        """Units before a code point."""
        return offset + bisect_left(self.wide, offset)

    def back(self, units: int) -> int:
        """The code point that a unit belongs to."""
        ends = range(len(self.wide))
        return units - bisect_right(ends, units - 1, key=lambda number: self.wide[number] + number)


def units_of(text: str) -> Units:
    """How the code points of `text` are counted in UTF-16."""
    if text.isascii():
        return Units(())
    return Units(tuple(place for place, char in enumerate(text) if char > "\uffff"))
