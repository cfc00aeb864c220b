"""The one year of a title ("Daftar iuran 2022 se-Sulawesi") that no figure of the article is of, but what others rose
from, and that it never names again, where all that the article measures is of the year beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcheck.judging.case import Case
from factcheck.judging.years.governed import ENOUGH, year_marks_of
from factcheck.judging.years.right_year import is_distinctive
from factcheck.model import Claim, Span
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.period.year_marks import Mark, is_next_to, month_marks, year_marks
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import CUE_OF, Tag

BESIDE = 120
"""So many code points lie at most between what was and what it rose to."""
WORD = "word"
"""What a word in front of a year is tagged with, which tells of no other year."""


def of_title(case: Case) -> Iterator[tuple[Span, tuple[Claim, ...]]]:
    """The year of a title that the figures of what it names refute, with these, as of their year."""
    frame = next((one for one in case.frames if one.sentence.kind == "title"), None)
    mark = _only_year(frame) if frame is not None else None
    if frame is None or mark is None:
        return
    told = [one for one in case.claims if _is_told(case, one) and f"{CUE_OF}{one.measure}" in frame.tagged]
    years = Counter(one.period for one in told)
    right = max(years, key=lambda year: years[year], default="")
    shown = [one for one in told if one.period == right]
    if right <= mark.year or not is_next_to(mark.year, right) or len({one.start for one in shown}) < ENOUGH:
        return
    again = any(one.year == mark.year and one != mark for _, one in year_marks_of(case))
    if not again and all(_is_base(case, one) for one in told if one.period == mark.year):
        yield mark.span, tuple(shown)


def _only_year(frame: Frame) -> Mark | None:
    """The year of a title that speaks of no other, not even of the next, and compares with none."""
    marks = [*year_marks(frame), *(mark for _, mark in month_marks(frame))]
    others = [at for at in frame.having(Tag.YEAR) if frame.mentions[at].tags[Tag.YEAR] != WORD]
    alone = len(frame.having(Tag.YEAR_DIGITS)) == len(marks) == 1 and not others
    return marks[0] if alone and not marks[0].led and not frame.has(Tag.MOOD_IRREALIS) else None


def _is_told(case: Case, claim: Claim) -> bool:
    """Whether a claim is a telling figure that is right in a year."""
    telling = kind_of(claim.kind) is VALUE and is_distinctive(claim) and claim.period.isdigit()
    return telling and case.answer(claim).verdict == "supported"


def _is_base(case: Case, claim: Claim) -> bool:
    """ "Rp2.165.244, naik dari Rp2.036.947": whether the subject of a figure has another one beside it."""
    near = case.claims.over(claim.start - BESIDE, claim.end + BESIDE)
    slot = claim.subject, claim.measure
    return any((one.subject, one.measure) == slot and one.period != claim.period for one in near)
