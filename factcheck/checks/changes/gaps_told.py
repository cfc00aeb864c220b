"""Gaps: how far somebody is told to be from another, and what the right figures of both in the draft make of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from factcheck.judging.answers.as_printed import decimals_printed
from factcheck.judging.case import Case
from factcheck.model import GAP, Claim, number_of
from factcheck.reading.evidence.explained.one_slip import one_slip
from factcheck.reading.scan.mentions import Tag

NEAR = 3
"""Mentions behind a gap within which the other stands: "poin", "dari", the name."""
NO_SCORE = ("step", "entity")
"""Places are gained by a smaller number, and entities are counted: their direction is not held."""


def is_gap(case: Case, claim: Claim) -> bool:
    """ "terpaut 0,95 dari Banten": how far somebody is from another, whom the sentence names behind the figure."""
    if claim.condition.startswith(GAP):
        return True
    from factcheck.judging.case import frame_of

    frame = frame_of(case, claim)
    if frame is None:
        return False
    at = max(0, frame.ending(claim.end, Tag.NUMBER))
    told = frame.having(Tag.CHANGE, 0, at)
    if not told or frame.mentions[told[-1]].tags[Tag.CHANGE] != "any":
        return False
    between = [place for place, _ in frame.bearers if told[-1] < place < at]
    if len(between) == 2 and frame.has(Tag.BIND_AND, between[0], between[1]):  # "Jarak Kepri dan Riau 0,96 tahun"
        return True
    if between:  # "Selisih kita dengan Banten cuma 0,05 poin"
        before = frame.plain[frame.mentions[told[-1]].end : frame.mentions[between[0]].start].lower().split()[-1:]
        return before in ([word] for word in frame.words.apart)
    return any(claim.subject not in ids for place, ids in frame.bearers if at < place <= at + NEAR)


def others_behind(case: Case, claim: Claim) -> list[str]:
    """Whom the sentence names right behind a gap, but for its subject."""
    from factcheck.judging.case import frame_of

    frame = frame_of(case, claim)
    at = max(0, frame.ending(claim.end, Tag.NUMBER)) if frame is not None else 0
    bearers = frame.bearers if frame is not None else ()
    return [ids[0] for place, ids in bearers if at < place <= at + NEAR and claim.subject not in ids]


def right_pair(case: Case, claim: Claim, other: str) -> tuple[Decimal, ...] | None:
    """The figures of two in the year of a gap, where the draft gives one for each and the reference bears both out."""
    slots = [(subject, claim.measure, claim.period) for subject in (claim.subject, other)]
    one, its = (_right_figures(case).get(slot, frozenset()) for slot in slots)
    return (*one, *its) if len(one) == len(its) == 1 else None


@lru_cache(maxsize=2)
def _right_figures(case: Case) -> Mapping[tuple[str, str, str], frozenset[Decimal]]:
    """The figures of a draft that the reference bears out, by subject, measure and year."""
    found: dict[tuple[str, str, str], set[Decimal]] = defaultdict(set)
    for claim in case.claims:
        told = isinstance(claim.value, Decimal) and claim.kind != "difference"
        if told and case.answer(claim).verdict == "supported":
            found[claim.subject, claim.measure, claim.period].add(number_of(claim))
    return {slot: frozenset(values) for slot, values in found.items()}


def wrong_gaps(case: Case) -> Iterator[tuple[Claim, str, Decimal]]:
    """Gaps to another that the right figures of both in the draft do not make, but for a slip of the finger: with that
    other, and the gap."""
    for claim in case.claims:
        if claim.kind != "difference" or not claim.subject or claim.measure in NO_SCORE or not is_gap(case, claim):
            continue
        for other in others_behind(case, claim)[:1]:
            pair = right_pair(case, claim, other)
            gap = abs(pair[0] - pair[1]) if pair is not None else Decimal(0)
            if gap and not claim.states(gap) and one_slip(str(claim.value), f"{gap:.{decimals_printed(claim)}f}"):
                yield claim, other, gap
