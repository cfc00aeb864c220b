"""Ranks above which as many are told of as they are themselves: Banten with 12 million, Jakarta fifth with 11 million,
where five with more people are told of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.judging.case import Case
from factcheck.judging.ground import LISTED
from factcheck.model import COUNTRY, FROM_BOTTOM, Claim, number_of
from factcheck.reading.claim_kinds import kind_of
from factcheck.typed import NamedTuple

LEAST = 3
"""From this rank on it is shown by no chance from which end a list is counted."""


class Outnumbered(NamedTuple):
    """A rank, and the claims of those who are above it: as many as the rank itself."""

    rank: Claim
    above: Sequence[Claim]


def outnumbered(case: Case) -> Iterator[Outnumbered]:
    """The ranks of a draft above which just so many are told of, while another of its ranks has one fewer."""
    ranks = [claim for claim in case.claims if _is_counted_from_top(claim)]
    if len(ranks) < 2 or max(number_of(rank) for rank in ranks) < LEAST:
        return
    values = _values(case)
    placed = [(rank, own) for rank in ranks if (own := _own(values, rank)) is not None]
    for rank, own in placed:
        for alike in (False, True):
            above = _above(case, values, own, alike)
            room = number_of(rank)
            shown = any(
                (other.measure, other.period) == (own.measure, own.period)
                and number_of(one) >= LEAST
                and one.subject != rank.subject
                and len(_above(case, values, other, alike)) == number_of(one) - 1
                for one, other in placed
            )
            if shown and len(above) == room and case.answer(rank).verdict != "supported":
                yield Outnumbered(rank, above)
                break


def _is_counted_from_top(claim: Claim) -> bool:
    top = claim.kind == "rank" and claim.condition not in (FROM_BOTTOM, LISTED)
    return top and bool(claim.subject) and isinstance(claim.value, Decimal)


def _values(case: Case) -> dict[tuple[str, str], dict[str, Claim]]:
    """By measure and year, what the draft tells of each of its subjects, but the country; of two values neither."""
    told: dict[tuple[str, str], dict[str, Claim]] = defaultdict(dict)
    twice: set[tuple[str, str, str]] = set()
    for claim in case.claims:
        if not claim.measure or claim.subject in ("", COUNTRY) or not isinstance(claim.value, Decimal):
            continue
        if kind_of(claim.kind).of_measure:
            known = told[claim.measure, claim.period].setdefault(claim.subject, claim)
            if known.value != claim.value:
                twice.add((claim.measure, claim.period, claim.subject))
    for measure, period, subject in twice:
        told[measure, period].pop(subject)
    return told


def _own(values: dict[tuple[str, str], dict[str, Claim]], rank: Claim) -> Claim | None:
    """The value that stands beside a rank: of its subject and year, in its sentence."""
    own = (told[rank.subject] for (_, period), told in values.items() if period == rank.period and rank.subject in told)
    beside = [one for one in own if one.sentence == rank.sentence]
    return beside[0] if len(beside) == 1 else None


def _above(case: Case, values: dict[tuple[str, str], dict[str, Claim]], own: Claim, alike: bool) -> Sequence[Claim]:
    """Those of whom a larger value is told; `alike`: only who is of one kind with the subject."""
    told = values[own.measure, own.period].values()
    kind = case.reference.kind_of(own.subject)
    more = (one for one in told if number_of(one) > number_of(own))
    return [one for one in more if not alike or case.reference.kind_of(one.subject) == kind]
