"""A slip that has been in print before: the reference keeps it as one, so that no draft repeats it.

Wrong: Pemprov Bali meraih nilai 54,01 pada 2022.
Right: Pemprov Bali meraih nilai 94,01 pada 2022.
Why: the pack lists the figure among its errata: it was printed, and something refutes it (the order of the ranks, the
    scale, a sum, the size of the group). It explains nothing and excuses nobody; the finding says where it was printed.
Silence: `known-slip` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.declare import rule
from factcheck.checks.subject_needs import asked_of_packs
from factcheck.judging.case import Case, frame_of
from factcheck.judging.grounds.ground import Ground
from factcheck.messages import Term, message
from factcheck.model import Claim, Erratum, Evidence, Finding
from factcheck.reading.claim_kinds import kind_of
from factcheck.reading.scan.mentions import Tag

RULE = "known-slip"


@rule(RULE, "error", after="wrong-weekday", needs=asked_of_packs)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each claim that repeats an erratum of its pack."""
    for claim in case.claims:
        if claim.subject and not _borne_out(case, claim):
            from factcheck.reading.evidence.explained.printed_slips import repeated

            slip = repeated(claim, case.reference)
            if slip is not None and not _is_set_right(case, claim):
                yield _finding(case, claim, slip)


def _is_set_right(case: Case, claim: Claim) -> bool:
    """ "Versi pertama menyebut 97,29. Yang benar 87,29", "yang oleh sebagian media disebut nomor satu, sebenarnya
    keenam": whether a slip is told as one, or the right value of its slot stands behind it in its sentence."""
    from factcheck.judging.corrected import is_corrected

    if is_corrected(case, claim.start):
        return True
    behind = (one for one in case.claims.inside(claim.sentence) if one.start > claim.end)
    return any(_slot(one) == _slot(claim) and case.answer(one).verdict == "supported" for one in behind)


def _slot(claim: Claim) -> tuple[str, ...]:
    group = claim.group if kind_of(claim.kind).per_group else ""
    return claim.kind, claim.subject, claim.period, claim.condition, group


def _borne_out(case: Case, claim: Claim) -> bool:
    """Whether the reference has the claim as it stands; a count of another group does not bear out one whose
    sentence names its own ("11 kabupaten/kota"), as it does "tiga hijau, sebelas kuning"."""
    answer = case.answer(claim)
    if answer.verdict != "supported" or claim.kind != "count":
        return answer.verdict == "supported"
    frame = frame_of(case, claim)
    named = frame is None or frame.has(Tag.GROUP)
    return not named or any(fact.group == claim.group for fact in answer.facts)


def _reason(slip: Erratum) -> Term:
    """What refutes the figure, in each language that the pack says it in."""
    return Term({code: said.rstrip(".") for code, said in (("*", slip.reason), *slip.reasons)})


def _finding(case: Case, claim: Claim, slip: Erratum) -> Finding:
    facts = case.answer(claim).facts
    from factcheck.checks.wording import as_written

    right = as_written(case, claim, facts[0].value) if facts else None
    from factcheck.checks.wording import called, written

    told = message(
        "{what} {text} for {who} is a slip that has been in print before: {reason}.",
        what=called(case, claim).at_the_head(),
        text=written(case, claim),
        who=case.name(claim.subject),
        reason=_reason(slip),
    )
    from factcheck.checks.wording import replacing
    from factcheck.judging.other_owner import odd_name

    name = odd_name(case, claim)
    return Finding(
        RULE,
        "error",
        told,
        *(name or (claim.start, claim.end)),
        (claim.id,),
        expected=None if name else right,
        suggestions=(replacing(case, claim, facts[0].value),) if facts and not name else (),
        evidence=(Evidence(slip.source, slip.source if slip.source.startswith("http") else "", slip.value, slip.row),),
        ground=Ground.SLIP,
    )
