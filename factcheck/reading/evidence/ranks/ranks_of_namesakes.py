"""A name is that of one region: "| 1 | Magelang | 98,17 |" tells the rank of the city whose figure it has."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.model import Claim, How
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.scan.setting import Setting


def ranks_of_namesakes(claims: Sequence[Claim], setting: Setting) -> list[Claim]:
    """The claims; a rank that its subject has not is of the one whom a figure that the reference explains takes the
    same name for."""
    owners = {(claim.subject_span, claim.period, claim.pack): claim.subject for claim in claims if _is_explained(claim)}
    return [
        _moved(claim, owners.get((claim.subject_span, claim.period, claim.pack), ""), setting)
        if claim.kind == "rank" and claim.subject_span is not None
        else claim
        for claim in claims
    ]


def _is_explained(claim: Claim) -> bool:
    explained = How.YEAR_EXPLAINED in claim.how
    return explained and isinstance(claim.value, Decimal) and kind_of(claim.kind) is VALUE


def _moved(claim: Claim, owner: str, setting: Setting) -> Claim:
    """A rank as that of whom a figure takes its name for, where the reference has it not for the one it was read of."""
    if not owner or owner == claim.subject:
        return claim
    own = setting.reference.ranks(claim.subject, claim.period, claim.pack)
    return claim if any(fact.value == claim.value for fact in own) else claim._replace(subject=owner, readings=())
