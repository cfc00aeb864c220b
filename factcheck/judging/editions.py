"""What the editions that a draft goes by answer to its claims: what is told there to the last digit is right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.judging.case import Answer
from factcheck.model import Claim, Fact, Span
from factcheck.reading.bind.claim_index import Claims
from factcheck.reading.editions.told import Told


def with_editions(claims: Claims, answers: Mapping[str, Answer], told: Sequence[Told]) -> dict[str, Answer]:
    """The answers, with those to claims that tell a figure of an edition."""
    return {**answers, **{claim.id: _answer(one) for claim, one in claimed(claims, told)}}


def claimed(claims: Claims, told: Sequence[Told]) -> Iterator[tuple[Claim, Told]]:
    """The claims that are read of figures of editions, each with its figure."""
    own = {one.number.figure: one for one in told}
    for claim in claims:
        one = own.get(Span(claim.start, claim.end))
        if one is not None and (claim.pack, claim.measure) == (one.given.entry.pack, one.given.measure):
            yield claim, one


def _answer(one: Told) -> Answer:
    given = one.given
    entry = given.entry
    fact = Fact(
        entry.pack, given.measure, entry.entity, entry.day[:4], given.value, entry.source, entry.row, note=entry.day
    )
    return Answer("unverifiable" if one.slipped else "supported", () if one.slipped else (fact,), note=given.made)
