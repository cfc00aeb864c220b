"""An order of ranks against the order of scores.

Wrong: Kedua Kota Bima (83,90), ketiga Provinsi NTB (84,51).
Right: Kedua Provinsi NTB (84,51), ketiga Kota Bima (83,90).
Why: the higher score takes the better rank; of two neighbours in one list one stands on the other's place. Nothing
    is said where the reference already contradicts one of the scores.
Silence: `rank-order` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks.base import Case, Rule
from factcheck.model import Claim, Evidence, Finding

REACH = 2
"""Sentences between two ranks of one list."""


def check(case: Case) -> Iterator[Finding]:
    """A finding at each rank that has a lower score than the next."""
    for pairs in _lists(case).values():
        for (rank, score), (next_rank, next_score) in zip(pairs, pairs[1:], strict=False):
            if next_rank.sentence - rank.sentence <= REACH and _against(case, rank, score, next_rank, next_score):
                yield _finding(case, rank, score, next_rank, next_score)


def _lists(case: Case) -> dict[tuple[str, str, str], list[tuple[Claim, Claim]]]:
    grouped: dict[tuple[str, str, str], list[tuple[Claim, Claim]]] = defaultdict(list)
    for rank in case.claims:
        if rank.kind != "rank" or not rank.subject:
            continue
        score = _score_of(case.claims, rank)
        if score is not None:
            grouped[(rank.pack, rank.period, f"{rank.scope}{rank.of}{_kind(case, rank)}")].append((rank, score))
    return grouped


def _score_of(claims: Sequence[Claim], rank: Claim) -> Claim | None:
    return next(
        (
            claim
            for claim in claims
            if claim.sentence == rank.sentence
            and claim.subject == rank.subject
            and claim.period == rank.period
            and isinstance(claim.value, Decimal)
            and claim.kind not in ("rank", "count", "share", "difference")
        ),
        None,
    )


def _kind(case: Case, rank: Claim) -> str:
    """National ranks of cities and of regencies are two lists, ranks within a province are one."""
    return rank.group


def _against(case: Case, rank: Claim, score: Claim, next_rank: Claim, next_score: Claim) -> bool:
    settled = any(case.answer(claim).verdict == "contradicted" for claim in (score, next_score))
    if settled or rank.value == next_rank.value or rank.subject == next_rank.subject:
        return False
    return (_number(rank) < _number(next_rank)) != (_number(score) >= _number(next_score))


def _number(claim: Claim) -> Decimal:
    return claim.value if isinstance(claim.value, Decimal) else Decimal(0)


def _finding(case: Case, rank: Claim, score: Claim, next_rank: Claim, next_score: Claim) -> Finding:
    names = [case.name(claim.subject) for claim in (rank, next_rank)]
    row = f"{case.text(score)} ({names[0]}) < {case.text(next_score)} ({names[1]})"
    return Finding(
        "rank-order",
        "error",
        f"rank {rank.value} has {case.text(score)}, less than rank {next_rank.value} with {case.text(next_score)}: "
        f"{names[0]} and {names[1]} may have changed places.",
        rank.start,
        max(rank.end, score.end),
        tuple(claim.id for claim in (rank, score, next_rank, next_score)),
        expected=f"{names[1]} {case.text(next_score)} before {names[0]} {case.text(score)}",
        evidence=(Evidence("arithmetic", "", "", row),),
    )


RULE = Rule("rank-order", "error", check)
