"""A time that is told as changed from a later one, or from itself: one of the two is another.

"Pada September 2023 8,57 persen, turun 0,46 poin dari Maret 2024", "iuran 2023 naik Rp80.815 dari iuran 2023".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import Span
from factcheck.reading.period.year_marks import Mark, month_of
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import CUE_OF, Tag

LEADS = (Tag.BIND_FROM, Tag.BIND_COMPARE)
"""In front of what a change began with."""
PARTED = (Tag.SEMICOLON, Tag.STOP, Tag.BIND_CLAUSE, Tag.CELL)
"""Behind these somebody else may be told of."""
BETWEEN = (Tag.YEAR, Tag.SUBJECT, Tag.ENTITY, Tag.ENTITY_PLACES, Tag.UNIT)
"""What may stand between the word for a base and its year: "dari iuran 2023", "dari 9,36 persen pada Maret 2023"."""
REACH = 5
"""So many mentions at most."""


def backwards(frame: Frame, marks: Sequence[Mark]) -> Iterator[tuple[Span, Span]]:
    """The pairs of times of a sentence of which the first is told as changed from the second, which is no earlier."""
    if not frame.has(Tag.CHANGE):
        return
    for place, base in enumerate(marks):
        lead = _lead(frame, base)
        if lead < 0:
            continue
        own = next((one for one in marks[:place][::-1] if _lead(frame, one) < 0), None)
        if own is not None and _is_changed(frame, own, lead) and _is_late(frame, own, base):
            yield own.span, base.span


def _lead(frame: Frame, base: Mark) -> int:
    """Where the word stands that makes a time what a change began with; -1 where none does."""
    for at in range(base.at - 1, max(-1, base.at - 1 - REACH), -1):
        tags = frame.mentions[at].tags
        if tags.keys() & set(LEADS):
            return at
        if Tag.BIND_TO in tags and frame.mentions[at + 1].number is not None:
            return -1  # "naik dari Rp3,5 juta ke Rp5,2 juta pada 2026": what it came to
        if (
            frame.mentions[at].number is None
            and not tags.keys() & set(BETWEEN)
            and not any(tag.startswith(CUE_OF) for tag in tags)
        ):
            return -1
    return -1


def _is_changed(frame: Frame, own: Mark, lead: int) -> bool:
    """Whether a change is told between a time and the word for what it began with, of nobody else and of no time that
    is told in words ("kini"); a comparison of two levels ("lebih tinggi daripada 2024") is none."""
    if own.at >= lead or frame.has_any(PARTED, own.at, lead):
        return False
    if any(frame.mentions[at].tags[Tag.YEAR] != "word" for at in frame.having(Tag.YEAR, own.at + 1, lead)):
        return False
    changes = (frame.mentions[at] for at in frame.having(Tag.CHANGE, own.at + 1, lead))
    return any(" " not in frame.plain[one.start : one.end] for one in changes)


def _is_late(frame: Frame, own: Mark, base: Mark) -> bool:
    """Whether a base is later than what changed from it; or the same, month or year of what is measured ("Pada 2024
    iuran naik 6,5 persen dari iuran 2024" tells when it was done)."""
    months = month_of(frame, own.at), month_of(frame, base.at)
    if all(months):
        return (own.year, months[0]) <= (base.year, months[1])
    if own.year == base.year:
        return own.tight and not any(months) and not frame.has(Tag.YEAR_PART)
    return own.year < base.year
