"""A count that nothing explains, one slip away from the one that a right count of its sentence leads to.

"Yang hijau menjadi 394 dari 587", "dari 487 instansi, 272 hijau": the whole or the part beside it is right, and so says
of which region, year and group it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from factcheck.language.figures import Number
from factcheck.model import Claim, Fact, number_of
from factcheck.reading.evidence.counts.explained_counts import ASSESSED, conditions_at, counts, group_beside, whole
from factcheck.reading.evidence.explained.one_slip import one_slip
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reference.ask.computed import groups_of
from factcheck.typed import NamedTuple

LEAST = 10
"""A smaller number is a slip away from any other."""
BESIDE = 3
"""So many right counts on either side are looked at."""
PARTED = (Tag.COMMA, Tag.BIND_AND)
"""What parts a number from a word of a scale that is another's."""
NEAR = 4
"""Mentions between a number and the word of a scale that it counts."""


def slipped_counts(
    frame: Frame, told: Mapping[int, Claim], taken: Collection[int], setting: Setting
) -> Iterator[tuple[Number, Fact]]:
    """The numbers of a sentence with the counts that they miss by one slip; `told` are its counts by their place."""
    partners = sorted((claim for claim in told.values() if _is_right(claim, setting)), key=lambda claim: claim.start)
    said, alike = {claim.value for claim in partners}, Counter(map(_told_alike, partners))
    for at in frame.having(FIGURES) if partners else ():
        number = whole(frame, at)
        if number is None or number.value < LEAST or number.figure.start in taken:
            continue
        claim = told.get(number.figure.start)
        if claim in partners or (claim is not None and claim.period_span is not None and not _year_beside(frame, at)):
            continue
        slot = _slot_of(frame, at, number, setting)
        for partner in _nearest(partners, number.figure.start):
            found = _missed(slot, partner, alike, setting)
            missed = {fact.value: fact for fact in found if fact.value not in said}
            if missed:
                if len(missed) == 1:
                    yield number, next(iter(missed.values()))
                break


def _nearest(partners: Sequence[Claim], start: int) -> list[Claim]:
    """Those of the claims, in order of place, that stand next to a place, the nearest first; of those that lead to the
    same the nearest alone."""
    at = bisect_left(partners, start, key=lambda claim: claim.start)
    near = partners[max(0, at - BESIDE) : at + BESIDE]
    first: dict[tuple[str, ...], Claim] = {}
    for claim in sorted(near, key=lambda claim: abs(claim.start - start)):
        first.setdefault((*_told_alike(claim), claim.group, claim.pack), claim)
    return list(first.values())


def _is_right(claim: Claim, setting: Setting) -> bool:
    """Whether the reference has the count that is told, and it is telling."""
    if not claim.condition or not claim.period or number_of(claim) < LEAST:
        return False
    facts = counts(setting.reference, claim.subject, claim.period, claim.condition, claim.pack)
    return any(claim.states(fact.value) and claim.group in (fact.group, "") for fact in facts)


class Slot(NamedTuple):
    """A number with what stands beside it: what it may count, of which group and groups within, in which year."""

    number: Number
    conditions: Sequence[str]
    beside: str
    groups: Collection[str]
    year: str


def _slot_of(frame: Frame, at: int, number: Number, setting: Setting) -> Slot:
    beside = group_beside(frame, at)
    groups = groups_of(setting.reference, beside) if beside else ()
    return Slot(number, _conditions(frame, at), beside, groups, _year_beside(frame, at))


def _missed(slot: Slot, partner: Claim, alike: Mapping[tuple[str, str, str], int], setting: Setting) -> Iterator[Fact]:
    """The counts that a number misses by one slip: of the part or the whole beside a right one, of the same in the year
    that is written beside it, of the group behind it where two of the others are counted alike."""
    number, conditions, beside, groups, year = slot
    others = [condition for condition in conditions if condition != partner.condition]
    slots = {(partner.period, one, partner.group) for one in others if not beside or partner.group in groups}
    if year and year != partner.period:
        slots = {(year, partner.condition, partner.group)}
    elif alike[_told_alike(partner)] > 1:
        slots |= {(partner.period, partner.condition, group) for group in groups if group != partner.group}
    for period, condition, group in sorted(slots):
        for fact in counts(setting.reference, partner.subject, period, condition, partner.pack):
            if fact.group != group or fact.trust or abs(number_of(fact) - number.value) <= 1:
                continue
            if one_slip(str(number.value), str(fact.value)):
                yield fact


def _told_alike(claim: Claim) -> tuple[str, str, str]:
    return claim.subject, claim.period, claim.condition


def _year_beside(frame: Frame, at: int) -> str:
    """The year that a number stands right in front of or right behind: "414 in 2023", "272 (2022)", "2023 ada 414"."""
    mentions = frame.mentions
    for step, glue in ((1, {Tag.YEAR, Tag.OPEN}), (-1, {Tag.BIND_TO, Tag.COUNT_EXISTS, Tag.STATE_BEFORE})):
        place = at + step
        while 0 <= place < len(mentions) and abs(place - at) < NEAR and mentions[place].tags.keys() & glue:
            place += step
        if 0 <= place < len(mentions) and Tag.YEAR_DIGITS in mentions[place].tags:
            return mentions[place].tags[Tag.YEAR_DIGITS]
    return ""


def _conditions(frame: Frame, at: int) -> list[str]:
    """What a number counts: all that were assessed behind "dari", but for "berkurang dari", else what the nearest word
    of a scale says."""
    if frame.before(at, Tag.RANK_AMONG, 1) and not frame.before(at - 1, Tag.CHANGE):
        return [ASSESSED]
    around = range(max(0, at - NEAR), min(at + NEAR + 1, len(frame.mentions)))
    first = next((place + 1 for place in reversed(around[: at - around.start]) if frame.ends_at(place)), around.start)
    last = next((place for place in around[at - around.start :] if frame.ends_at(place)), around.stop)
    near = list(frame.having(SCALED, first, last))
    near.sort(key=lambda place: (frame.has_any(PARTED, *sorted((at, place))), abs(place - at), place < at))
    return list(conditions_at(frame, near[0])) if near else []
