"""Figures of another year that are the slip themselves, copied, cut off or told to be wrong: their year is right."""

from factcheck.judging.case import Case
from factcheck.judging.years.held_year import Held
from factcheck.model import Claim, number_of

EXACT = 1000
"""A change of so many rupiah is no other year's by chance."""
LISTED = 3
"""So many right amounts of one year make a draft one about that year."""


def are_cut_short(case: Case, held: Held) -> bool:
    """Whether all that another year has is what that as written has, cut off."""
    from factcheck.judging.vouching import is_cut_short

    return all(is_cut_short(case, claim) for claim in held.shown)


def is_risen_to(case: Case, held: Held) -> bool:
    """ "pada 2026 naik Rp140.895 menjadi Rp2.305.985": whether the one figure that fits another year stands beside a
    change that is right in the year as written: then the figure is the slip."""
    if len(held.shown) != 1:
        return False
    one = held.shown[0]
    return not _has_its_own(case, one) and any(
        (other.kind, other.subject, other.period) == ("difference", one.subject, one.period)
        and number_of(other) > EXACT
        and case.answer(other).verdict == "supported"
        for other in case.claims.inside(one.sentence)
    )


def is_old_amount(case: Case, held: Held) -> bool:
    """ "Daftar 2026: …, Jawa Timur 2026 Rp2.305.985": whether one amount of last year stands under the year in which
    the draft has most amounts right: then the amount is the slip, copied from the old list."""
    from factcheck.judging.something_else import times_right
    from factcheck.judging.vouching import is_exact

    if len(held.shown) != 1 or not is_exact(held.shown[0]) or held.right > held.shown[0].period:
        return False
    if _has_its_own(case, held.shown[0]):
        return False
    here = times_right(case, held.shown[0])
    return here >= LISTED and here > times_right(case, held.shown[0]._replace(period=held.right))


def _has_its_own(case: Case, claim: Claim) -> bool:
    """ "Iuran 2023 naik menjadi Rp2.943.000 dari iuran 2023 yang Rp2.698.940": whether the draft tells, of the subject
    of a claim, the right figure of the year as written elsewhere: then the claim is of another one."""
    same = (claim.measure, claim.kind, claim.period)
    return any(
        (one.measure, one.kind, one.period) == same and one.id != claim.id and case.answer(one).verdict == "supported"
        for one in case.claims.of(claim.subject)
    )


def is_told_otherwise(case: Case, held: Held) -> bool:
    """ "Media menulis nilai 2023 sebagai 57,22. Itu keliru": whether all that fits another year is told to be wrong, or
    is the mean of those told beside it."""
    from factcheck.judging.corrected import is_corrected
    from factcheck.judging.means import is_mean

    return all(is_corrected(case, claim.start) or is_mean(case, claim) for claim in held.shown)
