"""The years of a draft that may be those of figures, where what they govern ends, and what weighs for another year."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from factcheck.judging.case import Case
from factcheck.judging.years.right_year import is_distinctive
from factcheck.judging.years.told_years import years_told
from factcheck.model import Claim, Span
from factcheck.reading.evidence.written_years import CLOSE
from factcheck.reading.period.year_marks import Mark, year_marks
from factcheck.reading.scan.frame import Frame, with_tag
from factcheck.reading.scan.mentions import Tag

ENOUGH = 3
"""So many figures must be right in the year that is not named, and three in four of all that is known of it."""
LONG = 100_000
"""An amount from here on is no other year's by chance: two of them show a year."""
REACH = 24
"""How far (code points) before the year a word may stand that makes it a beginning."""


@lru_cache(maxsize=2)
def year_marks_of(case: Case) -> Sequence[tuple[Frame, Mark]]:
    """The years of a draft that may be those of figures, each with its sentence."""
    return [(frame, mark) for frame in with_tag(case.frames, Tag.YEAR_DIGITS) for mark in year_marks(frame)]


def may_be_another(case: Case) -> Collection[str]:
    """The years beside those that anything told is of, in the reference or as read: no other as written is a slip of
    one of them."""
    right = {claim.period for claim in case.claims if case.answer(claim).verdict == "supported"}
    right.update(fact.period for answer in case.answers.values() for fact in answer.periods)
    return {str(int(year) + step) for year in right if year.isdigit() for step in (-1, 1)}


def ends_of(case: Case, marks: Sequence[tuple[Frame, Mark]]) -> Sequence[int]:
    """Where what a year governs may end: at each other year, written or told in words, but one that is of the figure in
    front of it alone ("dari 50,12 pada 2017"); and at the end of the draft."""
    owned = {mark.span for frame, mark in marks if is_owned(frame, mark)}
    dated = {mark.span for _, mark in marks}
    told = (span for _, span in years_told(case) if span in dated or not _is_digits(case, span))
    return [*(span.start for span in told if span not in owned), len(case.document.plain)]


def is_owned(frame: Frame, mark: Mark) -> bool:
    """Whether a year stands right behind a figure: "62,43 (2022)", "naik 1,3 poin pada 2022"."""
    for at in range(mark.at - 1, max(-1, mark.at - CLOSE), -1):
        if frame.mentions[at].number is not None:
            return True
        if not frame.mentions[at].tags.keys() & {Tag.YEAR, Tag.OPEN, Tag.UNIT}:
            return False
    return False


def _is_digits(case: Case, span: Span) -> bool:
    return case.document.plain[span.start : span.end].isdigit()


def since(case: Case, span: Span) -> bool:
    """ "sejak 2022": the year from which on something is done, which need not be that of the figures."""
    words = case.document.plain[max(0, span.start - REACH) : span.start].lower().split()
    return bool({"", *words[-2:]} & set(case.language.words.bind.since))


def is_dated_apart(claim: Claim, mark: Mark) -> bool:
    """Whether the year of a claim is told by another one, behind that."""
    origin = claim.period_span or claim.period_origin
    return origin is not None and origin.start > mark.span.start


def weigh(told: Sequence[Claim]) -> int:
    """How much claims weigh: a telling figure two, another value one, what is said of a subject at a place once."""
    said = {(claim.start, claim.subject): claim for claim in told}
    return sum(2 if is_distinctive(claim) else 1 for claim in said.values())


def right_claims(case: Case, claims: Iterable[Claim]) -> list[Claim]:
    return [claim for claim in claims if case.answer(claim).verdict == "supported"]
