"""The one other year that nearly all that a draft tells between two places is of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from factcheck.judging.case import Case
from factcheck.judging.governed import is_dated_apart, weigh
from factcheck.judging.right_year import fits_too, is_distinctive
from factcheck.judging.told_years import year_in_front, years_told
from factcheck.model import Claim
from factcheck.reading.period.year_marks import Mark, is_next_to

FEW = 4
"""One word that fits the year as written stands in the way of less than so much."""


def shown_year(case: Case, mark: Mark, start: int, end: int) -> tuple[str, Sequence[Claim]]:
    """The one other year, next to a written one, that nearly all that is told between two places is of, and nothing
    is of that as written but what others rose from ("Rp3.775.425, naik dari Rp3.545.000"); with the claims that show
    it. Empty where there is none."""
    behind = sorted(case.claims.over(start, end), key=lambda claim: claim.start)
    governed = [one for one in behind if one.period and one.kind != "difference" and not is_dated_apart(one, mark)]
    governed = [one for one in governed if not _is_dated_there(case, one, mark)]
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


def _is_dated_there(case: Case, claim: Claim, mark: Mark) -> bool:
    """ "Hanya 7,31 tahun pada 2022 dan 7,34 pada 2023. Papua Barat 10,14": whether the same year as a written one is
    told again behind that, last in front of a claim that is of it."""
    if claim.period != mark.year or year_in_front(case, claim.start) != mark.year:
        return False
    again = (span for _, span in years_told(case) if mark.span.end <= span.start < claim.start)
    return any(case.document.plain[slice(*span)] == mark.year for span in again)


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
