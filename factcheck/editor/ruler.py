"""From offsets into a draft to the lines and columns of the editor's protocol, and back.

A line ends at LF, CRLF or CR and nowhere else: what Word and Google Docs leave in a text (U+2028, vertical tabs) ends
none. A column counts the units that editor and server agreed on: bytes of UTF-8, units of UTF-16, or code points.
"""

from __future__ import annotations

from bisect import bisect_right

from factcheck.document.offsets.line_table import LineTable, line_table
from factcheck.typed import NamedTuple

BYTES_PER_UNIT = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
"""Position encoding -> codec, and how many bytes of it are one unit."""
MARK = "\ufeff"
"""A byte order mark: the editor counts it, the article has none."""


class Position(NamedTuple):
    """A line and a column, both from 0, in the units agreed on."""

    line: int
    character: int


class Ruler(NamedTuple):
    """The lines of a draft as its editor has it."""

    text: str
    unit: str
    lines: LineTable
    shift: int

    def position(self, offset: int) -> Position:
        """Where an offset of the article lies in the editor; beyond the text at its end."""
        at = min(max(offset + self.shift, 0), len(self.text))
        line = bisect_right(self.lines.starts, at) - 1
        return Position(line, self._units(self.text[self.lines.starts[line] : at]))

    def offset(self, line: int, character: int) -> int:
        """The offset into the article of a place in the editor; a column beyond the line is its end, one within a
        character its beginning."""
        if line >= len(self.lines.starts):
            return len(self.text) - self.shift
        if line < 0:
            return 0
        at = self.lines.starts[line] + _code_points(self._line(line), character, self.unit)
        return max(at - self.shift, 0)

    def _line(self, line: int) -> str:
        """The words of a line, without what ends it."""
        starts = self.lines.starts
        end = starts[line + 1] if line + 1 < len(starts) else len(self.text)
        return self.text[starts[line] : end].rstrip("\r\n")

    def _units(self, piece: str) -> int:
        if self.unit == "utf-32" or piece.isascii():
            return len(piece)
        codec, size = BYTES_PER_UNIT[self.unit]
        return len(piece.encode(codec, "surrogatepass")) // size


def ruler(text: str, unit: str) -> Ruler:
    """The ruler of a draft; `unit` is `utf-8`, `utf-16` or `utf-32`."""
    return Ruler(text, unit, line_table(text), 1 if text.startswith(MARK) else 0)


def _code_points(line: str, units: int, unit: str) -> int:
    """How many code points of a line fit into so many units."""
    if unit == "utf-32" or line.isascii():
        return min(max(units, 0), len(line))
    codec, size = BYTES_PER_UNIT[unit]
    left = max(units, 0) * size
    for place, char in enumerate(line):
        left -= len(char.encode(codec, "surrogatepass"))
        if left < 0:
            return place
    return len(line)
