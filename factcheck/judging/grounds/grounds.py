"""On what ground a contradicted claim may be flagged: one of six, or none and it is only listed.

A reading can be wrong however sure the grammar is of it. So a contradiction alone is no alarm: something beside the
claim has to say that its slot was meant (docs/reading.md, "Grounds").
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from factcheck.judging.aside import is_aside
from factcheck.judging.case import Case, frame_of
from factcheck.judging.grounds.ground import Ground
from factcheck.judging.means import is_difference, is_mean
from factcheck.judging.something_else import (
    is_elsewhere,
    is_mostly_right,
    is_of_longer_name,
    strange_figures,
    times_right,
)
from factcheck.judging.vouching import is_exact, is_spoken_of_rightly, is_told_apart, is_told_rightly, right_beside
from factcheck.judging.years.told_years import ends_series
from factcheck.model import Claim
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.period.year_marks import month_marks
from factcheck.reading.scan.mentions import Tag

VOUCHED = 2
"""So many right places in its year vouch for a claim; so many strange figures speak against it."""

WITHOUT_SLIP = (Ground.PARALLEL, Ground.CLAUSE, Ground.WRITTEN)
"""What a figure that is only worked out gives no ground for."""


def is_flagged(case: Case, claim: Claim) -> bool:
    """Whether a claim is contradicted on a ground to flag it, and not only read as something that is."""
    return case.answer(claim).verdict == "contradicted" and ground(case, claim) is not None


def ground(case: Case, claim: Claim) -> Ground | None:
    """The surest ground on which a contradicted claim may be flagged; None where it may only be listed."""
    from factcheck.judging.years.foreseen import is_foreseen, is_of_another_time, reckoned_years

    if (kind_of(claim.kind) is VALUE and is_elsewhere(case, claim)) or is_foreseen(case, claim):
        return None
    if is_of_longer_name(case, claim) or is_of_another_time(case, claim) or is_aside(case, claim):
        return None
    if is_told_apart(case, claim):
        return None
    found = _by_kind(claim)(case, claim)
    if found is not None and (_is_told_in_row(case, claim) or is_mean(case, claim) or is_difference(case, claim)):
        return None
    if found is Ground.SLIP and case.answer(claim).periods and _is_filled_beside(case, claim):
        return None  # "Cianjur 829 kasus (sebelumnya 819)", as it was the year before
    beside = found is Ground.SUM and isinstance(claim.value, Decimal) and kind_of(claim.kind) is VALUE
    if (found in WITHOUT_SLIP or beside) and claim.period in reckoned_years(case):
        return None  # nor does the amount that it is said to rise from
    loose = found is Ground.WRITTEN and (_parted(case, claim) or _is_filled_beside(case, claim))
    if loose or (found is Ground.WRITTEN and not _vouched_for(case, claim)):
        return None
    return found


def _vouched_for(case: Case, claim: Claim) -> bool:
    """Whether nothing shows that a draft tells of something else than the reference: it is right, in the claim's pack
    and year, at two other places, or has hardly a figure like a score that nothing explains; or, for a word, it is
    right about the same one beside it, or in that year. Of thirteen words and short figures that were flagged on real
    pages for nothing but what is written in their clause none was a slip: offices' results, demands, averages
    (docs/reading.md). An amount printed to its last rupiah is one."""
    if kind_of(claim.kind) is not VALUE or is_exact(claim):
        return True
    if times_right(case, claim) >= VOUCHED or strange_figures(case) < VOUCHED:
        return True
    if not isinstance(claim.value, str):
        return False
    told = is_spoken_of_rightly(case, claim) or is_told_rightly(case, claim)
    return told or (claim.period_span is not None and is_mostly_right(case, claim))


def _is_filled_beside(case: Case, claim: Claim) -> bool:
    """ "Bangka Selatan 82,60, 92,33, lalu 94 pada 2024": whether the right figure of the slot of another stands in the
    sentence: then that is of another year."""
    slot = claim.kind, claim.measure, claim.period
    of_figures = isinstance(claim.value, Decimal) and kind_of(claim.kind) is VALUE
    return of_figures and any((one.kind, one.measure, one.period) == slot for one in right_beside(case, claim))


def _is_told_in_row(case: Case, claim: Claim) -> bool:
    """ "| NTB | 12,91 | 11,91 |" under "Maret 2024" and "Sept. 2024": whether the right figure of its slot stands in
    another column of the row of a table that has months above: then this one is of another part of the year."""
    frame = frame_of(case, claim)
    if frame is None or frame.sentence.kind != "row" or not _is_filled_beside(case, claim):
        return False
    above = (case.frames[at] for at in range(claim.sentence - 1, -1, -1))
    header = next((one for one in above if one.sentence.kind != "row"), None)
    return header is not None and header.sentence.kind == "header" and bool(month_marks(header))


def _by_kind(claim: Claim) -> Callable[[Case, Claim], Ground | None]:
    """What looks for the ground of such a claim; imported where there is one."""
    if claim.kind == "rank":
        from factcheck.judging.grounds.rank_grounds import of_rank

        return of_rank
    if claim.kind == "count":
        from factcheck.judging.grounds.group_grounds import of_count

        return of_count
    if isinstance(claim.value, Decimal):
        from factcheck.judging.grounds.number_grounds import of_number

        return of_number
    from factcheck.judging.grounds.word_grounds import of_word

    return of_word


def _parted(case: Case, claim: Claim) -> bool:
    """ "naik ke peringkat 12 dari 98 kota, sementara tahun 2023 posisinya 32", "Gowa 82,60, 92,33, lalu 94 pada 2024":
    whether the year that is written stands in another clause, or behind other figures of nobody else."""
    frame, year = frame_of(case, claim), claim.period_span
    if frame is None or year is None:
        return False
    first, last = min(claim.end, year.end), max(claim.start, year.start)
    if any(first <= frame.mentions[at].start < last for at in frame.having(Tag.BIND_CLAUSE)):
        return True
    return kind_of(claim.kind) is VALUE and ends_series(frame, claim.end, year)
