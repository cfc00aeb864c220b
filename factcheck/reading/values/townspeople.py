"""Figures of a part of the people: "TPT di perkotaan 5,73 persen" is no rate of whom the sentence is about."""

from __future__ import annotations

from factcheck.reading.scan.frame import ENDS, FIGURES, Frame
from factcheck.reading.scan.mentions import Tag

BEHIND = 3
"""Mentions behind a figure among which such a part stands: "5,73 persen di perkotaan"."""
APART = (*ENDS, Tag.COMMA, Tag.BIND_AND, Tag.NUMBER)


def of_a_part(frame: Frame, at: int) -> bool:
    """Whether a figure of a sentence is told of townspeople, women or the like: the word for them stands in its clause
    in front of it, and nobody who has a figure of his own between, or right behind it."""
    parts = frame.having(Tag.ENTITY_PARTS)
    if not parts:
        return False
    behind = frame.first(Tag.ENTITY_PARTS, at + 1, at + 1 + BEHIND)
    if behind > 0 and not frame.has_any(APART, at + 1, behind) and not frame.names_between(at + 1, behind):
        return True
    before = frame.having(Tag.ENTITY_PARTS, 0, at)
    if not before or frame.has_any(ENDS, before[-1], at):
        return False
    figures = frame.having(FIGURES, before[-1], at)
    return not figures or not frame.names_between(figures[0], at)
