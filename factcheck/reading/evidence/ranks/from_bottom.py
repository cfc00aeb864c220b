"""Ranks told from the other end: "posisi ketujuh terbawah" of 98 is the 92nd."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.model import FROM_BOTTOM, Claim, number_of
from factcheck.reading.scan.setting import Setting


def from_bottom(claims: Sequence[Claim], setting: Setting) -> list[Claim]:
    """The claims, ranks from the bottom told from the top of their group; without those whose group nobody sized."""
    return [one for claim in claims for one in _from_top(claim, setting)]


def _from_top(claim: Claim, setting: Setting) -> Iterator[Claim]:
    if claim.kind != "rank" or claim.condition != FROM_BOTTOM:
        yield claim
        return
    size = claim.of or _size(claim, setting)
    if size >= number_of(claim):
        yield claim._replace(value=Decimal(size) + 1 - number_of(claim), of=size)


def _size(claim: Claim, setting: Setting) -> int:
    """The size of the group that a rank is told in: where the subject has that very place, else the largest it is
    ranked in; 0 where the reference ranks it in none."""
    ranks = setting.reference.ranks(claim.subject, claim.period, claim.pack) if claim.subject else ()
    own = [fact for fact in ranks if fact.of and claim.group in (fact.group, "")]
    right = [fact.of for fact in own if fact.value == fact.of + 1 - number_of(claim)]
    return max(right or [fact.of for fact in own], default=0)
