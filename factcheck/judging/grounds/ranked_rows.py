"""Rows of a table or a list that are ranked one after the other: what the rows beside one say of its rank."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.judging.case import Case, frame_of
from factcheck.judging.vouching import ENOUGH, hangs, is_named
from factcheck.model import Claim, Fact, number_of
from factcheck.reading.claim_kinds import VALUE, kind_of

ROWS = ("item", "row")
STEPS = (-2, -1, 1, 2)
"""The rows beside one that are asked."""


def breaks_order(case: Case, claim: Claim) -> bool:
    """ "Peringkat 1: Kota Blitar (91,20) / Peringkat 2: Kota Kediri (90,11) / Peringkat 4: Kota Batu (88,70)": whether
    the right rank of one whose figure is right follows from those of two rows beside it, and the rank told does not;
    nobody who shares a figure shares a rank wrongly."""
    frame = frame_of(case, claim)
    if frame is None or frame.sentence.kind not in ROWS or not is_named(claim) or not hangs(case, claim, near=0):
        return False
    beside = {step: rank for step in STEPS if (rank := _right_rank(case, claim, claim.sentence + step)) is not None}
    if len(beside) < ENOUGH or _only_rank(case, claim.sentence) is None:
        return False
    shared = _figures(case, claim.sentence)
    if any(rank.value == claim.value and shared & _figures(case, rank.sentence) for rank in beside.values()):
        return False
    return any(_follows(case, fact, beside) for fact in case.answer(claim).facts)


def _follows(case: Case, fact: Fact, beside: Mapping[int, Claim]) -> bool:
    """Whether a rank goes up, or down, by one with each row, in the group of all of those beside it."""
    groups = (
        {(one.group, one.scope) for one in case.answer(rank).facts if one.value == rank.value}
        for rank in beside.values()
    )
    if any((fact.group, fact.scope) not in known for known in groups):
        return False
    steps = {(number_of(rank) - int(fact.value)) * step for step, rank in beside.items()}
    away = {(abs(number_of(rank) - int(fact.value)), abs(step)) for step, rank in beside.items()}
    return all(far == step for far, step in away) and (min(steps) > 0 or max(steps) < 0)


def _right_rank(case: Case, claim: Claim, sentence: int) -> Claim | None:
    """The only rank of a row, where it is right and of the kind and year of a claim."""
    rank = _only_rank(case, sentence)
    if rank is None or (rank.pack, rank.period) != (claim.pack, claim.period):
        return None
    return rank if case.answer(rank).verdict == "supported" else None


def _only_rank(case: Case, sentence: int) -> Claim | None:
    ranks = [one for one in case.claims.inside(sentence) if one.kind == "rank"]
    return ranks[0] if len(ranks) == 1 else None


def _figures(case: Case, sentence: int) -> set[object]:
    """The figures told in a row."""
    return {one.value for one in case.claims.inside(sentence) if kind_of(one.kind) is VALUE}
