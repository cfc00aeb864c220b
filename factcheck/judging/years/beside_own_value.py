"""A series tells one value of each year: "Lalu 91,57, lalu 93,54 pada 2022", where 91,57 is that of 2022."""

from __future__ import annotations

from factcheck.judging.case import Case, frame_of
from factcheck.judging.years.told_years import GLUED
from factcheck.model import Claim
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.scan.frame import FIGURES
from factcheck.reading.scan.mentions import Tag

ENDS = (Tag.BIND_FROM, Tag.BIND_TO, Tag.BIND_COMPARE)
"""What makes of two figures the ends of one move: "pada 2022 dari 85,97 menjadi 64,68"."""
LEAD = 2
"""So many mentions stand between that and the figure."""


def stands_beside(case: Case, shown: Claim, right: Claim) -> bool:
    """Whether a figure of another year has the written one glued to it, and the right one of that year, of the same
    subject and measure, stands further off: nobody has two values in one year, and the year is not of that one."""
    frame, year = frame_of(case, shown), shown.period_span
    if frame is None or year is None or kind_of(shown.kind) is not VALUE:
        return False
    slot = (shown.sentence, shown.kind, shown.measure, shown.subject)
    if slot != (right.sentence, right.kind, right.measure, right.subject) or shown.value == right.value:
        return False
    start, end = min(year.start, shown.start, right.start), max(year.end, shown.end, right.end)
    middle = min(year.end, shown.end) <= right.start < max(year.start, shown.start)
    if middle or max(year.start - shown.end, shown.start - year.end) > GLUED:
        return False
    if any(start <= frame.mentions[at].start < end for at in frame.having(Tag.CHANGE)):
        return False
    figures = (frame.ending(one.end, FIGURES) for one in (shown, right))
    return not any(at < 0 or frame.has_any(ENDS, max(0, at - LEAD), at) for at in figures)
