"""Figures that take their subject from those in front of them: "Papua Barat memutuskan besarannya naik 6,25 persen
menjadi Rp3,76 juta", behind a sentence about somebody else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from factcheck.model import Claim
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.evidence.slots import Known


def of_their_sentence(claims: Sequence[Claim], known: Known) -> list[Claim]:
    """The claims, each unexplained figure whose subject was carried to it from another sentence under the only one whom
    its own sentence names with a figure in front of it."""
    named: dict[tuple[int, str], dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        if _is_figure(claim) and claim.subject_span is not None:
            named[claim.sentence, claim.pack].setdefault(claim.subject, claim)
    models = {place: next(iter(owners.values())) for place, owners in named.items() if len(owners) == 1}
    return [_moved(claim, models.get((claim.sentence, claim.pack)), known) for claim in claims]


def _is_figure(claim: Claim) -> bool:
    return isinstance(claim.value, Decimal) and (kind_of(claim.kind) is VALUE or claim.kind == "difference")


def _moved(claim: Claim, model: Claim | None, known: Known) -> Claim:
    if model is None or claim.subject == model.subject or claim.subject_span is not None or not _is_figure(claim):
        return claim
    if claim.start in known.choices or model.start > claim.start:
        return claim
    how = tuple(part for part in claim.how if not part.is_subject)
    return claim._replace(subject=model.subject, subject_span=model.subject_span, how=how, readings=())
