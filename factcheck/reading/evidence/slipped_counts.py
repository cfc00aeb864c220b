"""A count that nothing explains, one slip away from the one that a right count of its sentence leads to.

"Yang hijau menjadi 394 dari 587", "dari 487 instansi, 272 hijau": the whole or the part beside it is right, and so says
of which region, year and group it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from factcheck.language.written import Number
from factcheck.model import Claim, Fact, number_of
from factcheck.reading.evidence.explained_counts import ASSESSED, conditions_at, counts, group_beside, whole
from factcheck.reading.evidence.one_slip import one_slip
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reference.ask.computed import groups_of

LEAST = 10
"""A smaller number is a slip away from any other."""
NEAR = 4
"""Mentions between a number and the word of a scale that it counts."""


def slipped_counts(
    frame: Frame, told: Mapping[int, Claim], taken: Collection[int], setting: Setting
) -> Iterator[tuple[Number, Fact]]:
    """The numbers of a sentence with the counts that they miss by one slip; `told` are its counts by their place."""
    partners = [claim for claim in told.values() if _is_right(claim, setting)]
    said = {claim.value for claim in partners}
    for at in frame.having(FIGURES) if partners else ():
        number = whole(frame, at)
        if number is None or number.value < LEAST or number.figure.start in taken:
            continue
        claim = told.get(number.figure.start)
        if claim is not None and (claim in partners or claim.period_span is not None):
            continue
        missed = {fact.value: fact for fact in _missed(frame, at, number, partners, setting) if fact.value not in said}
        if len(missed) == 1:
            yield number, next(iter(missed.values()))


def _is_right(claim: Claim, setting: Setting) -> bool:
    """Whether the reference has the count that is told, and it is telling."""
    if not claim.condition or not claim.period or number_of(claim) < LEAST:
        return False
    facts = counts(setting.reference, claim.subject, claim.period, claim.condition, claim.pack)
    return any(claim.states(fact.value) and claim.group in (fact.group, "") for fact in facts)


def _missed(frame: Frame, at: int, number: Number, partners: Sequence[Claim], setting: Setting) -> Iterator[Fact]:
    group, written = group_beside(frame, at), str(number.value)
    for condition in _conditions(frame, at):
        for partner in partners:
            if partner.condition == condition or (group and partner.group not in groups_of(setting.reference, group)):
                continue
            for fact in counts(setting.reference, partner.subject, partner.period, condition, partner.pack):
                near = abs(number_of(fact) - number.value) <= 1
                if fact.group == partner.group and not fact.trust and not near and one_slip(written, str(fact.value)):
                    yield fact


def _conditions(frame: Frame, at: int) -> list[str]:
    """What a number counts: all that were assessed behind "dari", else what the nearest word of a scale says."""
    if frame.before(at, Tag.RANK_AMONG, 1):
        return [ASSESSED]
    first = next((place for place in range(at - 1, -1, -1) if frame.ends_at(place)), -1)
    last = next((place for place in range(at, len(frame.mentions)) if frame.ends_at(place)), len(frame.mentions))
    near = [place for place in frame.having(SCALED, first + 1, last) if abs(place - at) <= NEAR]
    near.sort(key=lambda place: (abs(place - at), place < at))
    return list(conditions_at(frame, near[0])) if near else []
