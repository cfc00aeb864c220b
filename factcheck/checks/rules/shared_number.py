"""Two pairs of candidates under one number of the ballot, or one candidate in two pairs.

Wrong: Paslon nomor urut 1 Rahmat-Siti meraih 58 persen, paslon nomor urut 1 Budi-Agus 32, nomor urut 2 Tono-Umar.
Right: Paslon nomor urut 1 Rahmat-Siti meraih 58 persen, paslon nomor urut 3 Budi-Agus 32, nomor urut 2 Tono-Umar.
Why: a number stands on a ballot once. Which of the two pairs has another the draft alone does not say, so both places
    are marked; a number that no pair of the paragraph has is offered for either. Two pairs with no name in common are
    told in one paragraph, with another number beside them. Nothing is said where an office or a region is named between
    them, for that is another ballot.
    One who stands under two numbers is marked at the second: nobody is on a ballot twice.
Silence: `shared-number` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.declare import rule
from factcheck.checks.names.ballots import Ballot, shared_numbers
from factcheck.checks.needs import balloted
from factcheck.judging.case import Case
from factcheck.messages import message
from factcheck.model import Finding, Suggestion

RULE = "shared-number"


@rule(RULE, "warning", after="repeated-year", needs=balloted, itself=True)
def check(case: Case) -> Iterator[Finding]:
    """A finding over both places of each number that two pairs have, and at each pair with one of another."""
    for first, second, free in shared_numbers(case):
        yield _finding(case, first, second, free)
    yield from _mates(case)


def _mates(case: Case) -> Iterator[Finding]:
    """A finding at each candidate who stands in a second pair, under another number."""
    from factcheck.checks.names.shared_mates import shared_mates

    text = case.document.text
    for first, second, at in shared_mates(case):
        pairs = [" ".join(text[slice(*ticket.span)].split()) for ticket in (first, second)]
        name = " ".join(text[slice(*second.places[at])].split())
        told = message("{name} stands in two pairs: {one} and {other}.", name=name, one=pairs[0], other=pairs[1])
        yield Finding(RULE, "warning", told, *second.span)


def _finding(case: Case, first: Ballot, second: Ballot, free: str) -> Finding:
    text = case.document.text
    one, other = (" ".join(text[slice(*ballot.names)].split()) for ballot in (first, second))
    return Finding(
        RULE,
        "warning",
        message("Number {number} is that of {one} and of {other}.", number=second.number, one=one, other=other),
        first.place.start,
        second.names.end,
        suggestions=tuple(Suggestion(*ballot.place, free) for ballot in (second, first)) if free else (),
    )
