"""Figures of a part of a year of which no open pack has any: "pada triwulan IV-2024 ekonomi tumbuh 4,06 persen" is no
growth of 2024."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.figures import PERCENT
from factcheck.model import COUNTRY, part_of
from factcheck.reading.scan.frame import ENDS, FIGURES, Frame
from factcheck.reading.scan.mentions import CUE_OF, Tag
from factcheck.reading.scan.setting import Setting

YEAR_BEHIND = 8
"""Letters between a part of a year and its year: "triwulan III/2024"."""
BEHIND = 24
"""Letters between a figure and the part of the year behind it: "4,94 persen (yoy) pada triwulan IV"."""


def quarterly(frames: Sequence[Frame], setting: Setting) -> frozenset[int]:
    """Where the figures begin that are told of a quarter; none where a rate of the open packs has parts of a year."""
    if not any(frame.has(Tag.YEAR_PART) for frame in frames) or _has_parts(setting):
        return frozenset()
    found: set[int] = set()
    block, open_ = -1, False
    for frame in frames:
        open_ = open_ and frame.sentence.block == block
        block = frame.sentence.block
        starts, open_ = _of_sentence(frame, open_)
        found |= starts
    return frozenset(found)


def _has_parts(setting: Setting) -> bool:
    """Whether any rate of the open packs is of parts of a year, as it is of the country is told."""
    rates = [
        (pack.name, one.name)
        for pack in setting.packs.values()
        for one in pack.measures.values()
        if one.unit == PERCENT
    ]
    return any(
        part_of(fact.period) for pack, name in rates for fact in setting.reference.facts(name, COUNTRY, "", pack)
    )


def _of_sentence(frame: Frame, told: bool) -> tuple[set[int], bool]:
    """The figures of a sentence that are told of a quarter, and whether its end is; `told`: whether its begin is. A
    year without one in front of it, or a word for a measure in a sentence of no quarter, ends that."""
    if told and not frame.has(Tag.YEAR_PART) and any(tag.startswith(CUE_OF) for tag in frame.tagged):
        told = False
    found: set[int] = set()
    for at in sorted({*frame.having(FIGURES), *frame.having(Tag.YEAR_PART), *frame.having(Tag.YEAR)}):
        mention = frame.mentions[at]
        if Tag.YEAR_PART in mention.tags:
            told = True
        elif Tag.YEAR_DIGITS in mention.tags or mention.tags.get(Tag.YEAR, "word") != "word":
            told = _is_behind_part(frame, at) or (told and Tag.YEAR in mention.tags)
        elif mention.number is not None and (told or _is_before_part(frame, at)):
            found.add(mention.number.figure.start)
    return found, told


def _is_behind_part(frame: Frame, at: int) -> bool:
    """Whether a year is that of a quarter in front of it: "triwulan IV-2024"."""
    parts = frame.having(Tag.YEAR_PART, 0, at)
    return bool(parts) and frame.mentions[at].start - frame.mentions[parts[-1]].end <= YEAR_BEHIND


def _is_before_part(frame: Frame, at: int) -> bool:
    """Whether a quarter is told right behind a figure."""
    part = frame.first(Tag.YEAR_PART, at + 1)
    if part < 0 or frame.mentions[part].start - frame.mentions[at].end > BEHIND:
        return False
    between = frame.mentions[at + 1 : part]
    return not any(one.number is not None for one in between) and not frame.has_any((*ENDS, Tag.COMMA), at + 1, part)
