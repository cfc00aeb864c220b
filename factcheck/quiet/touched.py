"""Findings that touch what was changed."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.document.lines import line_table
from factcheck.model import Claim, DocumentReport, Finding, Span
from factcheck.quiet.hunks import touches


def on_lines(report: DocumentReport, lines: tuple[tuple[int, int], ...]) -> DocumentReport:
    """`report` with the findings of which any part lies on the changed `lines` (first and last, from 1).

    The parts are the place itself, what would mend it, and of its claims the value, the subject, and the year
    wherever it was read: changing the year in the first sentence makes the value in the third wrong.
    """
    table = line_table(report.document.text)
    claims = {judged.claim.id: judged.claim for judged in report.claims}

    def touched(finding: Finding) -> bool:
        spans = _parts(finding, [claims[key] for key in finding.claims if key in claims])
        return any(touches(lines, table.place(start).line, table.place(end).line) for start, end in spans)

    return report._replace(findings=tuple(filter(touched, report.findings)))


def _parts(finding: Finding, claims: list[Claim]) -> Iterator[Span]:
    yield Span(finding.start, finding.end)
    yield from (Span(way.start, way.end) for way in finding.suggestions)
    for claim in claims:
        yield Span(claim.start, claim.end)
        yield from (
            span for span in (claim.subject_span, claim.period_span, claim.period_origin, claim.of_span) if span
        )
