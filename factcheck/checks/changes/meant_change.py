"""Which change a contradicted difference is likeliest meant to be: of the draft's figures, or of the reference's."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.judging.answers.as_printed import decimals_printed
from factcheck.judging.case import Case
from factcheck.judging.vouching import digits_of, spoken_months, spoken_years
from factcheck.judging.years.year_slips import explained
from factcheck.model import Claim, number_of, year_of
from factcheck.reading.bind.claim_index import Claims
from factcheck.reading.bind.which_change import known_changes, stated_changes
from factcheck.reading.evidence.explained.one_slip import one_slip
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.sums.changes import Change, Changes

LONG = 5
"""So many digits of a change miss no other by chance."""
NEARLY = Decimal("0.05")
"""A change so much too large or too small, told of its size, is hardly that of anybody else."""
FEW = 12
"""Of so many figures of one subject any two may be meant."""
TWO = 2
THOUSAND, LARGE = 1000, 10_000
"""Numbers told in thousands or millions are rounded."""
BESIDE = 1
"""Sentences in front of a change in which its two figures may stand."""


def meant(case: Case, claim: Claim, sound: Claims, changes: tuple[Changes, Changes]) -> Change | None:
    """The change that is likeliest meant, by the `sound` claims of the draft and by the `changes` of the draft and of
    the reference; None where nothing shows which.

    A change is told of somebody whom the grammar may have mistaken, over years that it may not know. So it is held
    only against one that it misses by one slip of the finger or by a hair, or whose two figures stand beside it.
    """
    if doubtful(case, claim):
        return _missed(case, claim)
    stated = stated_changes(claim, sound).nearest(claim.period)
    headed = stated is not None and claim.voice == "headline" and claim.subject_span is not None
    nearest = stated or min(_near(case, claim), key=lambda change: change.years, default=None)
    if nearest is not None and (headed or misses_change(claim, nearest.size)):
        return nearest
    slipped = next(_slipped(case, claim, changes), None)
    return slipped or (nearest if nearest is not None and _is_shown(case, claim, nearest) else None)


def _near(case: Case, claim: Claim) -> Iterator[Change]:
    """The changes of the reference to the year of a claim, from the year before or from one that is spoken of."""
    spoken = {other.period for other in case.claims.of(claim.subject)}
    for change in known_changes(claim, case.reference, spoken_months(case)):
        if change.second_period == claim.period and (change.first_period in spoken or change.years == 1):
            yield change


def _slipped(case: Case, claim: Claim, changes: tuple[Changes, Changes]) -> Iterator[Change]:
    """The changes of the draft, and those of the reference between years that are spoken of, which a claim misses by
    one slip of the finger; the later first, and of these the shortest."""
    spoken = spoken_years(case)
    stated, known = changes
    of_years = [one for one in known if {year_of(one.first_period), year_of(one.second_period)} <= spoken]
    shortest = sorted([*stated.of_few(FEW), *of_years], key=lambda one: one.years)
    digits = case.text(claim)[-1:].isdigit()  # "sepuluh" is not typed one digit wrong
    for change in sorted(shortest, key=lambda one: one.second_period, reverse=True) if digits else ():
        if misses_change(claim, change.size):
            yield change


def _is_shown(case: Case, claim: Claim, change: Change) -> bool:
    """Whether a change is near enough to what is told to be meant, or stands with both its figures beside it, and
    none is told from another year ("jika dibandingkan dengan 2020")."""
    if abs(number_of(claim) - change.size) <= NEARLY * change.size:
        return True
    if years_beside(case, claim) - {year_of(change.first_period), year_of(change.second_period)}:
        return False
    near = (one for place in range(claim.sentence - BESIDE, claim.sentence + 1) for one in case.claims.inside(place))
    told = {one.value for one in near if one.subject == claim.subject and one.kind != "difference"}
    return claim.subject_span is not None and {change.first, change.second} <= told


def years_beside(case: Case, claim: Claim) -> set[str]:
    """The years written in the sentence of a change."""
    from factcheck.judging.case import frame_of

    frame = frame_of(case, claim)
    return {frame.mentions[at].tags[Tag.YEAR_DIGITS] for at in frame.having(Tag.YEAR_DIGITS)} if frame else set()


def misses_change(claim: Claim, size: Decimal) -> bool:
    """Whether a difference is told one slip of the finger from a size, as it is printed or as its terms may be cut; one
    digit is a slip of any other."""
    if digits_of(claim) < TWO:
        return False
    decimals = decimals_printed(claim)
    right = f"{size:.{decimals}f}"
    rounded = _rounded_like(claim, size)
    return size > 0 and any(
        one_slip(f"{told:.{decimals}f}", one)
        for told in (claim.value, claim.low, claim.high)
        for one in (right, *rounded)
        if told is not None
    )


def _rounded_like(claim: Claim, size: Decimal) -> list[str]:
    """ "naik Rp84.000" of 94.088: a size cut off or rounded to the thousands that a change is told in, where it is
    farther from that than whoever rounds it otherwise."""
    value = number_of(claim)
    if size < LARGE or value % THOUSAND or not size % THOUSAND or abs(value - size) <= 2 * THOUSAND:
        return []
    cut = size // THOUSAND * THOUSAND
    return [f"{one:.0f}" for one in (cut, cut + THOUSAND)]


def is_of_rounded(case: Case, claim: Claim, change: Change) -> bool:
    """ "23,85 juta orang, berkurang 0,20 juta dari 24,06 juta", "7,28 juta orang, bertambah 83.450 orang dari 7,20
    juta": whether a change of two numbers that are rounded themselves, to what its own last digit counts or coarser, is
    off by one of what they are rounded to."""
    step = claim.high - claim.low if claim.low is not None and claim.high is not None else Decimal(0)
    if _counts(case, claim):
        step = max(step, _grain(change))
    if step < THOUSAND or change.first % step or change.second % step:
        return False
    return abs(change.size - number_of(claim)) <= step


def _counts(case: Case, claim: Claim) -> bool:
    """Whether what changes is a number of people or things, no amount that somebody set to full thousands."""
    measures = (info.measures for info in case.reference.packs if info.name == claim.pack)
    return any(bool(one[claim.measure].counted_in) for one in measures if claim.measure in one)


def _grain(change: Change) -> Decimal:
    """The largest power of ten that two numbers are full of."""
    grain = Decimal(1)
    while change.first and change.second and not change.first % (grain * 10) and not change.second % (grain * 10):
        grain *= 10
    return grain


def _missed(case: Case, claim: Claim) -> Change | None:
    """The change of the reference from the year before that a claim misses by one slip of the finger."""
    known = known_changes(claim, case.reference, spoken_months(case)) if digits_of(claim) >= LONG else ()
    near = (one for one in known if one.years == 1 and one.second_period == claim.period)
    return next((one for one in near if one_slip(str(claim.value), str(one.size))), None)


def doubtful(case: Case, claim: Claim) -> bool:
    """Whether a figure of the subject nearby is contradicted: then that one may be the slip."""
    moved = explained(case)
    near = (other for place in range(claim.sentence - 2, claim.sentence + 3) for other in case.claims.inside(place))
    return any(
        other.measure == claim.measure
        and isinstance(other.value, Decimal)
        and other.subject == claim.subject
        and other.id not in moved
        and case.answer(other).verdict == "contradicted"
        for other in near
    )
