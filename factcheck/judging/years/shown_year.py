"""The one other year that nearly all that a draft tells between two places is of."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence

from factcheck.judging.case import Case, frame_at, frame_of
from factcheck.judging.years.governed import is_dated_apart, weigh
from factcheck.judging.years.right_year import fits_too, is_distinctive
from factcheck.judging.years.told_years import years_told
from factcheck.model import Claim
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.period.year_marks import Mark, is_next_to
from factcheck.reading.scan.frame import FIGURES
from factcheck.reading.scan.mentions import Tag

BASE = 4
"""Mentions between the word for a change and what it began with, or from that to what it came to."""
FEW = 4
"""One word that fits the year as written stands in the way of less than so much."""


def shown_year(case: Case, mark: Mark, start: int, end: int) -> tuple[str, Sequence[Claim]]:
    """The one other year, next to a written one, that nearly all that is told between two places is of, and nothing
    is of that as written but what others rose from ("Rp3.775.425, naik dari Rp3.545.000"); with the claims that show
    it. Empty where there is none."""
    end = _told_again(case, mark, end)
    behind = sorted(case.claims.over(start, end), key=lambda claim: claim.start)
    dated = (one for one in behind if one.period and one.kind != "difference" and not is_dated_apart(one, mark))
    governed = [one for one in dated if not _is_risen_from(case, one)]
    fits = {claim.id: _of_years(case, claim, mark.year) for claim in governed}
    votes = Counter(year for years in fits.values() for year in years)
    right = max(votes, key=lambda year: votes[year], default="")
    told = [claim for claim in governed if right in fits[claim.id]]
    risen = {_slot(claim) for claim in told} if right > mark.year else set()
    apart = [claim for claim in governed if right not in fits[claim.id] and _slot(claim) not in risen]
    apart = [claim for claim in apart if claim.kind != "rank" or not right or not fits_too(case, claim, right)]
    known = len(told) + sum(case.answer(claim).verdict != "unverifiable" or bool(fits[claim.id]) for claim in apart)
    own = [claim for claim in apart if claim.period == mark.year and case.answer(claim).verdict != "contradicted"]
    stands = any(map(is_distinctive, own)) or FEW * len({claim.start for claim in own}) > weigh(told)
    if not right or stands or right == mark.year or 4 * len(told) < 3 * known or not is_next_to(mark.year, right):
        return "", ()
    return right, [claim._replace(period=right) for claim in told]


def _is_risen_from(case: Case, claim: Claim) -> bool:
    """ "Iuran 2025 ditetapkan kemarin, naik dari Rp2.702.616": whether a figure is what a change in its sentence began
    with, and no year is told behind it: it is of an earlier one than that in front of it, whatever that is."""
    dated = claim.period_span is not None and claim.period_span.start > claim.start
    frame = frame_of(case, claim) if kind_of(claim.kind) is VALUE and not dated else None
    if frame is None or Tag.CHANGE not in frame.tagged:
        return False
    at = frame.ending(claim.end, FIGURES)
    if at < 0 or not frame.before(at, Tag.BIND_FROM, 1):
        return False
    return frame.has(Tag.CHANGE, max(0, at - BASE), at) and not frame.has(Tag.BIND_TO, at, at + BASE)


def _told_again(case: Case, mark: Mark, end: int) -> int:
    """Where the first sentence of a later paragraph begins that tells the same year again ("… hanya 7,31 pada 2022
    dan 7,34 pada 2023. Papua Barat 10,14"), which is its own; the end where none does."""
    block = frame_at(case, mark.span.start).sentence.block
    told = years_told(case)
    first, last = (bisect_left(told, at, key=lambda one: one[1].start) for at in (mark.span.end, end))
    again = (told[at][1].start for at in range(first, last))
    plain = case.document.plain
    same = (at for at in again if plain.startswith(mark.year, at) and plain[at - 1] != "(")  # "(2023: 9,35)"
    others = (frame_at(case, at).sentence for at in same)
    return next((one.start for one in others if one.block != block), end)


def _slot(claim: Claim) -> tuple[int, str, str]:
    """Whose figure of what a claim is, and in which sentence."""
    return claim.sentence, claim.subject, claim.measure


def _of_years(case: Case, claim: Claim, written: str) -> Collection[str]:
    """The years that a claim shows: its own where it is right in that, else those that the reference has its value in,
    where it is told under a year as written in which it is not."""
    answer = case.answer(claim)
    if answer.verdict == "supported":
        return (claim.period,)
    if claim.period != written:
        return ()
    return {fact.period for fact in answer.periods if is_next_to(written, fact.period)}
