"""The right value under the wrong name: that of the city under the regency of that name, or that of a neighbour.

Wrong: Kabupaten Bogor meraih nilai 87,05 pada 2022.
Right: Kota Bogor meraih nilai 87,05 pada 2022.
Why: the reference has another value, or none, for the name as written, and this very value for its namesake in the
    same year; or for one other region alone whose name begins as the written one does (Papua Barat, Papua Barat Daya;
    Banggai Laut, Banggai Kepulauan), which the sentence does not name. A word of a scale is taken for such a one's
    where the draft has the right word elsewhere and names the other nowhere.
Silence: `wrong-subject` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.checks.declare import rule
from factcheck.checks.subject_needs import borne_elsewhere
from factcheck.checks.wording import called, replacing, written
from factcheck.judging.case import Case, evidence, frame_of
from factcheck.judging.grounds.ground import Ground
from factcheck.judging.other_owner import bearers, kin_owner
from factcheck.judging.vouching import digits_printed
from factcheck.judging.years.year_slips import explained
from factcheck.messages import message
from factcheck.model import Claim, Finding, Span, Suggestion
from factcheck.reading.scan.frame import FIGURES
from factcheck.reading.scan.mentions import Tag

RULE = "wrong-subject"
TELLING = 3
"""A figure of fewer digits ("naik 6,5 persen") is that of many."""


@rule(RULE, "error", after="wrong-period", needs=borne_elsewhere, ground=Ground.CLAUSE)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each value that is a namesake's."""
    moved = explained(case)
    said: set[Span] = set()
    for claim in case.claims:
        answer = case.answer(claim)
        other = "" if claim.id in moved or answer.namesakes else kin_owner(case, claim)
        if other and claim.subject_span is not None and claim.subject_span not in said:
            said.add(claim.subject_span)
            yield _of_kin(case, claim, claim.subject_span, other)
        told = isinstance(claim.value, Decimal) and claim.id not in moved and claim.subject_span is not None
        if not told or digits_printed(claim) < TELLING:
            continue
        if answer.namesakes and not _is_told(case, claim, answer.namesakes[0].entity):
            yield _finding(case, claim)


def _is_told(case: Case, claim: Claim, owner: str) -> bool:
    """ "tetangga Kota Malang itu, si kabupaten, 44,82": whether the kind of its owner stands between the two."""
    frame = frame_of(case, claim)
    at = frame.subject_at(claim.subject_span) if frame is not None else -1
    if frame is None or at < 0:
        return False
    groups = frame.having(Tag.GROUP, at + 1, max(at + 1, frame.ending(claim.end, FIGURES)))
    return any(case.reference.is_of(owner, frame.mentions[place].tags[Tag.GROUP]) for place in groups)


def _place(case: Case, claim: Claim) -> tuple[int, int]:
    """Where the slip is: at the name; at the figure, where the namesake's stands in its place (they were exchanged)."""
    other = case.answer(claim).namesakes[0].entity
    exchanged = any(
        one.measure == claim.measure and any(fact.entity == claim.subject for fact in case.answer(one).namesakes)
        for one in case.claims.about(other, claim.period)
    )
    return (claim.start, claim.end) if exchanged or claim.subject_span is None else claim.subject_span


def _of_kin(case: Case, claim: Claim, name: Span, other: str) -> Finding:
    fact = next(fact for fact in bearers(case, claim) if fact.entity == other)
    right = case.name(other)
    return Finding(
        RULE,
        "error",
        message(
            "{what} {text} in {year} is that of {right}, not of {who}.",
            what=called(case, claim).at_the_head(),
            text=written(case, claim),
            right=right,
            year=claim.period,
            who=case.name(claim.subject),
        ),
        *name,
        (claim.id,),
        expected=right,
        suggestions=(Suggestion(*name, right), replacing(case, claim, case.answer(claim).facts[0].value)),
        evidence=evidence([fact, *case.answer(claim).facts]),
    )


def _finding(case: Case, claim: Claim) -> Finding:
    answer = case.answer(claim)
    right = answer.namesakes[0]
    repairs = [Suggestion(*claim.subject_span, case.name(right.entity))] if claim.subject_span else []
    repairs += [replacing(case, claim, fact.value) for fact in answer.facts[:1]]
    return Finding(
        RULE,
        "error" if answer.facts else "warning",
        message(
            "{what} {text} in {year} is that of {right}, not of {who}.",
            what=called(case, claim).at_the_head(),
            text=written(case, claim),
            right=case.name(right.entity),
            year=claim.period,
            who=case.name(claim.subject),
        ),
        *_place(case, claim),
        (claim.id,),
        expected=case.name(right.entity),
        suggestions=tuple(repairs),
        evidence=evidence([right, *answer.facts]),
    )
