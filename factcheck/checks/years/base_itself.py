"""Changes told from the very time that they lead to: "Maret 2023 6,46 persen … naik 0,23 poin dari Maret 2023".

The reference has a change of that size to then, and none from then.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.judging.case import Case, frame_of
from factcheck.model import Claim, Span, year_of
from factcheck.reading.bind.which_change import known_changes
from factcheck.reading.period.told_from import named_bases
from factcheck.reading.period.year_marks import month_marks
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.sums.changes import Change

BACK = 2
"""Sentences in front of a change in which what it led to may be told."""


def from_themselves(case: Case) -> Iterator[tuple[Claim, Span, Change]]:
    """The changes that are told from what they led to, where that is written, and the change that the reference has."""
    for claim in case.claims:
        if claim.kind != "difference" or not claim.subject or case.answer(claim).verdict != "supported":
            continue
        frame = frame_of(case, claim)
        at = _place(frame, claim) if frame is not None else -1
        if frame is None or at < 0:
            continue
        base = next(named_bases(frame, at), "")
        written = _written(frame, at, base) if "-" in base and _is_reached(case, claim, base) else None
        if written is not None:
            yield from ((claim, written, change) for change in _led_to(case, claim, base))


def _place(frame: Frame, claim: Claim) -> int:
    """Where the figure of a claim stands in its sentence; -1 where it does not."""
    return next((at for at in frame.having(FIGURES) if frame.mentions[at].end >= claim.end), -1)


def _written(frame: Frame, at: int, base: str) -> Span | None:
    """Where the month and year of a base stand behind a change."""
    behind = (mark.span for _, mark in month_marks(frame) if mark.at > at and mark.year == year_of(base))
    return next(behind, None)


def _is_reached(case: Case, claim: Claim, base: str) -> bool:
    """Whether the right value of a month is told near in front of a change, and none of a later one."""
    places = range(claim.sentence - BACK, claim.sentence + 1)
    told = [one for place in places for one in case.claims.inside(place) if _is_value(case, claim, one)]
    last = max((case.answer(one).facts[0].period for one in told), default="")
    return last == base


def _is_value(case: Case, claim: Claim, one: Claim) -> bool:
    alike = (one.subject, one.pack, one.measure) == (claim.subject, claim.pack, claim.measure)
    answer = case.answer(one) if alike and one.kind != "difference" and one.start < claim.start else None
    return answer is not None and answer.verdict == "supported" and bool(answer.facts)


def _led_to(case: Case, claim: Claim, base: str) -> list[Change]:
    """The one change of that size that leads to a month from the same one of the year before; none where one of that
    size leads from there."""
    known = [change for change in known_changes(claim, case.reference) if claim.states(change.size)]
    if any(change.first_period == base for change in known):
        return []
    led = (one for one in known if one.second_period == base and one.first_period[4:] == base[4:])
    return [one for one in led if one.years == 1][:1]
