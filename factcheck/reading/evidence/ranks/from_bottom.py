"""Ranks told from the other end: "posisi ketujuh terbawah" of 98 is the 92nd, and so is the second that is told behind
who is last: "Iuran terendah milik Banjarnegara. Wonogiri di urutan kedua, lalu Sragen di posisi ketiga"."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.model import FROM_BOTTOM, Claim, Fact, number_of
from factcheck.reading.claim_kinds import kind_of
from factcheck.reading.scan.setting import Setting
from factcheck.reference.ask.computed import computed_ranks

LOWEST = "lowest"
BACK = 1
"""Sentences from who is last, or from a rank, to the next one."""


def behind_the_last(claims: Sequence[Claim], setting: Setting) -> list[Claim]:
    """The claims; the ranks that go on from who is last, the second, the third, are told from the bottom, but for one
    that somebody has from the top."""
    told = sorted((one for one in claims if kind_of(one.kind).ordered), key=lambda one: one.start)
    turned: dict[int, Claim] = {}
    last: Claim | None = None
    for claim in told:
        if last is not None and _goes_on(claim, last) and not _is_right(claim, setting):
            turned[claim.start] = claim._replace(condition=FROM_BOTTOM)
            last = claim
        else:
            last = claim if claim.value == LOWEST else None
    return [turned.get(one.start, one) if isinstance(one.value, Decimal) else one for one in claims]


def _goes_on(claim: Claim, last: Claim) -> bool:
    """Whether a rank is the next one behind who is last, or behind one told from the bottom."""
    place = 1 if last.value == LOWEST else int(number_of(last))
    near = claim.sentence - last.sentence <= BACK and claim.pack == last.pack
    return isinstance(claim.value, Decimal) and number_of(claim) == place + 1 and not claim.condition and near


def _is_right(claim: Claim, setting: Setting) -> bool:
    return any(fact.value == claim.value for fact in _ranks(claim, setting))


def _ranks(claim: Claim, setting: Setting) -> Sequence[Fact]:
    """The ranks of the subject of a claim in its year, as stated and as complete tables give them."""
    if not claim.subject or not claim.period:
        return ()
    pack = setting.packs.get(claim.pack)
    measure = pack.rank_measure if pack is not None else ""
    slot = claim.subject, claim.period, claim.pack
    stated = setting.reference.ranks(*slot)
    return (*stated, *(computed_ranks(setting.reference, measure, *slot) if measure else ()))


def from_bottom(claims: Sequence[Claim], setting: Setting) -> list[Claim]:
    """The claims, ranks from the bottom told from the top of their group; without those whose group nobody sized."""
    return [one for claim in claims for one in _from_top(claim, setting)]


def _from_top(claim: Claim, setting: Setting) -> Iterator[Claim]:
    if claim.kind != "rank" or claim.condition != FROM_BOTTOM:
        yield claim
        return
    if _is_right(
        claim, setting
    ):  # "dihitung dari titik terendah … Pemprov di urutan kedua": told from the top after all
        yield claim._replace(condition="")
        return
    size = claim.of or _size(claim, setting)
    if size >= number_of(claim):
        yield claim._replace(value=Decimal(size) + 1 - number_of(claim), of=size)


def _size(claim: Claim, setting: Setting) -> int:
    """The size of the group that a rank is told in: where the subject has that very place, else the largest it is
    ranked in; 0 where the reference ranks it in none."""
    own = [fact for fact in _ranks(claim, setting) if fact.of and claim.group in (fact.group, "")]
    right = [fact.of for fact in own if fact.value == fact.of + 1 - number_of(claim)]
    return max(right or [fact.of for fact in own], default=0)
