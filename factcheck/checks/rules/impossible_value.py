"""A value that its measure cannot have, or a rank that its group does not reach.

Wrong: Pemkot Jambi meraih nilai 893,68 pada 2024.
Right: Pemkot Jambi meraih nilai 89,36 pada 2024.
Why: a measure has a least and a greatest value, and a group no more ranks than members; no row about the subject is
    needed.
Silence: `impossible-value` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.checks.declare import rule
from factcheck.checks.subject_needs import asked_of_packs
from factcheck.judging.case import Case
from factcheck.messages import message
from factcheck.model import Claim, Evidence, Finding
from factcheck.reading.claim_kinds import kind_of

RULE = "impossible-value"


@rule(RULE, "error", after="off-scale", needs=asked_of_packs, itself=True)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each value outside its measure's range, and each rank below its group's last."""
    for claim in case.claims:
        if not isinstance(claim.value, Decimal):
            continue
        reason = _impossible(case, claim, claim.value)
        if reason:
            yield Finding(
                RULE, "error",
                message("{text} cannot be: {reason}.", text=case.text(claim), reason=reason),
                claim.start, _end(claim), (claim.id,),
                evidence=(Evidence("arithmetic", "", claim.value, reason),),
            )  # fmt: skip


def _end(claim: Claim) -> int:
    """Where the finding ends: of "posisi 254 dari 98" either may be the slip."""
    return claim.end if claim.kind != "rank" or claim.of_span is None else max(claim.end, claim.of_span.end)


def _impossible(case: Case, claim: Claim, value: Decimal) -> str:
    if claim.kind == "rank" and (value < 1 or (claim.of and value > claim.of)):
        among = message("a rank among {size} lies between 1 and {size}", size=claim.of)
        return among if claim.of else message("ranks begin at 1")
    if not kind_of(claim.kind).of_measure:
        return ""
    measures = (pack.measures.get(claim.measure) for pack in case.reference.packs if pack.name == claim.pack)
    measure = next((measure for measure in measures if measure is not None), None)
    above = measure is not None and measure.maximum is not None and value > measure.maximum
    below = measure is not None and measure.minimum is not None and value < measure.minimum
    if measure is None or not (above or below):
        return ""
    from factcheck.checks.wording import called

    if above:
        return message("{measure} ends at {bound}", measure=called(case, claim), bound=measure.maximum)
    return message("{measure} begins at {bound}", measure=called(case, claim), bound=measure.minimum)
