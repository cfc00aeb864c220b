"""A figure that two or more bear, who are told together: "Agam dan Dharmasraya kembar, 24,6 persen", "di Maluku turun
menjadi 26,1 persen, persis sama dengan Maluku Utara"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.model import Claim, Fact
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.evidence.explained.explained_figures import Figure
from factcheck.reading.evidence.explained.next_name import is_run, name_in_step
from factcheck.reading.evidence.explained.slots import Known
from factcheck.reading.evidence.figures.made_claims import EXPLAINED, made_claim
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import Tag


def twin_figures(claims: Sequence[Claim], known: Known) -> list[Claim]:
    """The claims, and of each right figure those of the others who are told with its owner and have it in that year."""
    told: dict[int, set[str]] = defaultdict(set)
    for claim in claims:
        told[claim.start].add(claim.subject)
    made: list[Claim] = []
    for claim in claims:
        figure = known.evidence.figures.get(claim.start)
        if figure is None or not isinstance(claim.value, Decimal) or kind_of(claim.kind) is not VALUE:
            continue
        for fact in _shared(claim, figure, known):
            if fact.entity not in told[claim.start]:
                told[claim.start].add(fact.entity)
                made.append(made_claim(figure, fact, known, EXPLAINED))
    return [*claims, *made]


def _shared(claim: Claim, figure: Figure, known: Known) -> Iterator[Fact]:
    """The facts of others that a right figure states too."""
    names = told_together(figure.frame, figure.at)
    named = {one for ids in names for one in ids}
    if len(names) < 2 or claim.subject not in named or not _has(claim, claim.subject, known):
        return
    for ids in names:
        found = [fact for one in ids if one != claim.subject for fact in _has(claim, one, known)]
        if claim.subject not in ids and len(found) == 1:
            yield found[0]


def _has(claim: Claim, entity: str, known: Known) -> list[Fact]:
    """The facts of somebody that a claim would state of them."""
    facts = known.setting.reference.facts(claim.measure, entity, claim.period, claim.pack)
    return [fact for fact in facts if isinstance(fact.value, Decimal) and not fact.trust and claim.states(fact.value)]


def told_together(frame: Frame, at: int) -> list[tuple[str, ...]]:
    """Those of whom a figure at a place is told together: the run of names in front of it, and the one right behind it
    that has no figure of its own."""
    before = [(place, ids) for place, ids in frame.bearers if place < at]
    if not before or name_in_step(frame, at) or _others(frame, before[-1][0], at):
        return []
    first = len(before) - 1
    while first > 0 and is_run(frame, [place for place, _ in before[first - 1 : first + 1]]):
        first -= 1
    return [ids for _, ids in (*before[first:], *_behind(frame, at))]


def _behind(frame: Frame, at: int) -> list[tuple[int, tuple[str, ...]]]:
    """The name behind a figure, where no other figure and no stop stands in front or behind it."""
    behind = [(place, ids) for place, ids in frame.bearers if place > at][:1]
    ends = frame.has_any((Tag.SEMICOLON, Tag.STOP), at, behind[0][0]) if behind else True
    return [] if ends or _others(frame, at, len(frame.mentions)) else behind


def _others(frame: Frame, start: int, stop: int) -> bool:
    """Whether another figure than a year stands between two places."""
    return any(Tag.YEAR_DIGITS not in frame.mentions[one].tags for one in frame.having(FIGURES, start + 1, stop))
