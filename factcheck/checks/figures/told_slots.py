"""Whether a draft tells of the slot that a figure would fill: its year, and another figure of the same."""

from decimal import Decimal

from factcheck.judging.case import Case
from factcheck.model import Claim
from factcheck.reading.scan.frame import places_with
from factcheck.reading.scan.mentions import Tag


def is_told_otherwise(case: Case, claim: Claim) -> bool:
    """Whether whom a claim is of has a figure of its own in the sentence: "Banyuwangi (96,75), Lumajang (92,45)"."""
    told = (one for one in case.claims.inside(claim.sentence) if isinstance(one.value, Decimal))
    return any((one.subject, one.measure) == (claim.subject, claim.measure) for one in told)


def is_of_told_year(case: Case, claim: Claim) -> bool:
    """Whether the year of a claim is one that the draft writes, or is about where it writes none."""
    marks = places_with(case.frames, Tag.YEAR_DIGITS)
    written = {frame.mentions[at].tags[Tag.YEAR_DIGITS] for frame, at in marks}
    about = case.article.about
    return claim.period in (written or ({about.period} if about is not None else set()))
