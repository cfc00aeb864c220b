"""Words of a scale that nobody is named for and the reference contradicts: read wrongly, and better not at all."""

from __future__ import annotations

from factcheck.judging.case import Case
from factcheck.model import Claim
from factcheck.reading.bind.claim_index import Claims
from factcheck.reading.claim_kinds import VALUE, kind_of


def without_doubtful(case: Case) -> Case:
    """The case without the words whose subject was carried to them, which are contradicted and have no ground.

    "Penganugerahan Predikat Kepatuhan Tinggi" is the name of an event; it was taken for what is said of somebody.
    """
    doubtful = [claim for claim in case.claims if _is_doubtful(case, claim)]
    return case._replace(claims=Claims(claim for claim in case.claims if claim not in doubtful)) if doubtful else case


def _is_doubtful(case: Case, claim: Claim) -> bool:
    if not isinstance(claim.value, str) or not claim.measure or kind_of(claim.kind) is not VALUE:
        return False
    carried = claim.subject_span is None or any(part.is_subject for part in claim.how)
    if not carried or case.answer(claim).verdict != "contradicted":
        return False
    from factcheck.judging.grounds.grounds import ground

    return ground(case, claim) is None
