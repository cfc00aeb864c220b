"""All that an article claims, for a person who checks it by hand: a document and a reference in, a report out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks.register import RULES
from factcheck.checks.run import AGAINST_ITSELF, run_rules, verdicts
from factcheck.judging.case import Case
from factcheck.model import Document, DocumentReport, Finding, Judged
from factcheck.pipeline import Lexicons, by_sections, read_case
from factcheck.reading.bind.leftover_figures import unread_figures
from factcheck.reading.scan.lexicon import lexicon_of
from factcheck.reference.ask.reference import Reference
from factcheck.spans import inside


def list_claims(
    document: Document, reference: Reference, lexicons: Lexicons = lexicon_of, *, figures: bool = True
) -> DocumentReport:
    """The report of a document with every claim in it in the order of the text.

    With `figures` those of the kind `figure` too (see `factcheck.reading.bind.leftover_figures`): they need no
    reference. A figure is unverifiable, or inconsistent where a rule spoke about it.
    """
    return by_sections(document, lambda part: claims_of(read_case(part, reference, lexicons), figures=figures))


def claims_of(case: Case, *, figures: bool = True) -> DocumentReport:
    """The same of a document that was read, as said of its text."""
    findings, failures = run_rules(case, RULES)
    found = [*verdicts(case, findings), *(_figures(case, findings) if figures else ())]
    ordered = tuple(sorted(found, key=lambda judged: (judged.claim.start, judged.claim.end)))
    return DocumentReport(case.document, ordered, findings, failures)


def _figures(case: Case, findings: Sequence[Finding]) -> Iterator[Judged]:
    spoken = (finding for finding in findings if finding.rule in AGAINST_ITSELF and finding.severity != "info")
    against = inside((finding.start, finding.end) for finding in spoken)
    read = (case.document, case.language, case.numbers, case.dates, case.claims, case.sums)
    for claim in unread_figures(*read):
        yield Judged(claim, "inconsistent" if against.meets(claim.start, claim.end) else "unverifiable")
