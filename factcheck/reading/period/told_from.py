"""From when a change is told, by the words of its sentence: "berkurang 0,68 juta orang dari Maret 2023", "Dibanding
Maret 2023 angka itu turun 0,33 poin", "turun 0,33 poin dari periode yang sama tahun lalu"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.reading.scan.frame import ENDS, FIGURES, Frame
from factcheck.reading.scan.mentions import Tag

BASES = (Tag.BIND_FROM, Tag.BIND_COMPARE, Tag.BIND_SINCE)
REACH = 5
"""Mentions behind a figure within which its base stands: "persen", "poin", "dibandingkan", "tahun", "2022"."""
AGAIN = 4
"""So many more where the change is told once more between: "0,33 poin atau berkurang 0,68 juta orang dari"."""
YEAR_BEFORE = "-1"
"""The base of a change since the same part of the year before."""


def named_bases(frame: Frame, at: int) -> Iterator[str]:
    """The periods that a sentence tells the change at a place from: "2022", "2022-09", the year before."""
    behind, before = next(_behind(frame, at), ""), next(_before(frame, at), "")
    found = before if before and _goes_on(frame, at) else behind or before
    if found:
        yield found


def base_of(base: str, period: str, part: str) -> str:
    """The period from which a change to a year, or a part of one, is told."""
    if base != YEAR_BEFORE:
        return base
    return f"{int(period) - 1}-{part}".rstrip("-") if period.isdigit() else ""


def _behind(frame: Frame, at: int) -> Iterator[str]:
    reach = at + REACH + (AGAIN if _told_again(frame, at) else 0)
    led = next((one for one in range(at + 1, min(reach, len(frame.mentions))) if _leads(frame, one)), None)
    if led is not None and not frame.has_any((Tag.SEMICOLON, Tag.STOP), at, led):
        yield from _period(frame, led, min(led + REACH, len(frame.mentions)))


def _goes_on(frame: Frame, at: int) -> bool:
    """ "Dibanding Maret 2023 turun 0,22 persen poin, dan dibanding September 2022 turun 0,32": whether what leads to a
    base behind a figure goes on with another change."""
    led = next(one for one in (*range(at + 1, len(frame.mentions)), at) if one == at or _leads(frame, one))
    joined = led > at and frame.has_any((Tag.BIND_AND, Tag.COMMA), at, led)
    return joined and frame.has(Tag.CHANGE, led) and _figured(frame, led + 1, len(frame.mentions))


def _told_again(frame: Frame, at: int) -> bool:
    """ "0,33 persen poin atau berkurang 0,68 juta orang": whether a change is told in another way right behind it."""
    after = next(iter(frame.having(FIGURES, at + 1, at + REACH)), None)
    if after is None:
        return False
    between = frame.plain[frame.mentions[at].end : frame.mentions[after].start].lower().replace(",", " , ").split()
    return not {*between}.isdisjoint((*frame.words.alternative, ","))


def _before(frame: Frame, at: int) -> Iterator[str]:
    """ "Dari Februari 2023 angka itu turun 0,63 persen poin": what the last such word in front of a figure leads to,
    where no other figure stands between."""
    led = next((one for one in range(at - 1, -1, -1) if _leads(frame, one)), None)
    if led is None or frame.has_any(ENDS, led, at) or _figured(frame, led + 1, at):
        return
    if frame.has(Tag.CHANGE, led, at):
        yield from _period(frame, led, at)


def _figured(frame: Frame, first: int, last: int) -> bool:
    """Whether a figure stands between two places that is no year."""
    return any(Tag.YEAR_DIGITS not in frame.mentions[place].tags for place in frame.having(FIGURES, first, last))


def _period(frame: Frame, led: int, last: int) -> Iterator[str]:
    """The period that stands behind a word for a base."""
    for place in range(led + 1, last):
        mention = frame.mentions[place]
        if Tag.YEAR_DIGITS in mention.tags:
            yield period_at(frame, place)
            return
        if mention.tags.get(Tag.YEAR) == YEAR_BEFORE:
            yield YEAR_BEFORE
            return
        if mention.number is not None or frame.has_any(ENDS, place, place + 1):
            return


def _leads(frame: Frame, at: int) -> bool:
    return frame.has_any(BASES, at, at + 1)


def period_at(frame: Frame, at: int) -> str:
    """The year at a place of a sentence, with its month where that stands right in front."""
    mention = frame.mentions[at]
    words = frame.plain[frame.sentence.start : mention.start].lower().split()
    month = frame.language.dates.months.get(words[-1].strip("(,|")) if words else None
    year = mention.tags[Tag.YEAR_DIGITS]
    return f"{year}-{month:02}" if month else year
