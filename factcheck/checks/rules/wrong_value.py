"""A value that the reference has otherwise.

Wrong: Pemkot Jambi meraih nilai 93,86 pada 2024, zona kuning.
Right: Pemkot Jambi meraih nilai 93,68 pada 2024, zona hijau.
Why: every row the reference has for this subject and year differs from what is printed, at the precision printed
    (85,6 agrees with 85.62). A value that is right for another year is left to wrong-period, one that belongs to a
    namesake to wrong-subject. A figure of a draft that tells the figures of a dated, provisional table is held against
    that table: what is one slip off one of its figures, or off a share, sum or gap of them, is flagged.
Silence: `wrong-value` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.checks.declare import rule
from factcheck.checks.subject_needs import contradicted, edition_slips
from factcheck.checks.wording import as_written, called, replacing, spelled, with_unit, written
from factcheck.judging.answers.as_printed import misses
from factcheck.judging.case import Case, evidence
from factcheck.judging.grounds.ground import Ground, severity
from factcheck.judging.grounds.grounds import ground
from factcheck.judging.other_owner import kin_owner, misbound, odd_name, owner
from factcheck.judging.years.charity import forgiven
from factcheck.judging.years.right_year import or_year
from factcheck.judging.years.year_slips import explained
from factcheck.messages import message
from factcheck.model import Claim, Finding, Span, Suggestion
from factcheck.reading.claim_kinds import VALUE, kind_of

RULE = "wrong-value"


@rule(RULE, "error", after="wrong-subject", needs=contradicted)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each value of a measure that is contradicted."""
    told: set[tuple[int, int, str]] = set()
    for claim, found in _contradicted(case):
        finding = _finding(case, claim, found)
        key = (claim.start, claim.end, finding.expected or "")
        if key not in told:  # "Ketiganya kuning" is one word, wrong for all three
            told.add(key)
            yield finding


@rule(RULE, "error", after="wrong-subject", needs=edition_slips)
def check_editions(case: Case) -> Iterator[Finding]:
    """A finding at each figure that is one slip off that of the dated table which the draft goes by."""
    from factcheck.checks.figures import edition_values

    yield from edition_values.edition_slips(case, RULE)


def _contradicted(case: Case) -> Iterator[tuple[Claim, Ground]]:
    moved = explained(case)
    for claim in case.claims:
        answer = case.answer(claim)
        if answer.verdict != "contradicted" or kind_of(claim.kind) is not VALUE or claim.id in moved:
            continue
        if (answer.namesakes and isinstance(claim.value, Decimal)) or forgiven(case, claim) or misbound(case, claim):
            continue
        found = ground(case, claim)
        if found is Ground.WRITTEN and owner(case, claim):  # what explains it elsewhere in the draft is no slip
            continue
        if found is not None and not _is_misnamed(case, claim):
            yield claim, found


def _is_misnamed(case: Case, claim: Claim) -> bool:
    """Whether a value, or a figure of the same name in its sentence, shows that another was meant by the name."""
    same = (one for one in case.claims.inside(claim.sentence) if one.subject == claim.subject and one is not claim)
    return any(kin_owner(case, one) for one in (claim, *same))


def _place(case: Case, claim: Claim) -> Span:
    """Where a value is wrong: a word up to its year where that may be the slip."""
    return or_year(case, claim) if isinstance(claim.value, str) else Span(claim.start, claim.end)


def _finding(case: Case, claim: Claim, found: Ground) -> Finding:
    facts = case.answer(claim).facts
    meant = next((fact for fact in facts if misses(claim, fact)), facts[0])  # of two halves of a year
    right = meant.value
    other = owner(case, claim)
    whose = message("; {text} is of {other}", text=written(case, claim), other=case.name(other)) if other else ""
    name = odd_name(case, claim)
    repairs = [] if name else [replacing(case, claim, right)]
    years = sorted({fact.period for fact in case.answer(claim).periods})
    if years and claim.period_span is not None and not name:
        repairs.append(Suggestion(*claim.period_span, years[-1]))
    return Finding(
        RULE,
        severity(found),
        message(
            "{what} of {who} in {year}: {right}, not {text}{whose}.",
            what=called(case, claim).at_the_head(),
            who=case.name(claim.subject),
            year=claim.period,
            right=with_unit(case, meant, spelled(case, meant)),
            text=written(case, claim),
            whose=whose,
        ),
        *(name or _place(case, claim)),
        (claim.id,),
        expected=None if name else as_written(case, claim, right),
        suggestions=tuple(repairs),
        evidence=evidence(facts),
        ground=found,
    )
