"""Findings held against the suppressions of their article, and against `[sic]` behind the place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

from factcheck.model import DocumentReport, Finding
from factcheck.quiet import unexplained_suppression, unused_suppression
from factcheck.quiet.comments import Suppression

SIC = re.compile(r"[\s)\]\"'”’%,.;]{0,6}(?:[^\W\d_]{1,12}[\s)\"'”’,.;]{0,3})?[\[(]sic!?[\])]", re.IGNORECASE)
"""`[sic]` behind a figure, its unit and its closing marks: "93,86 poin [sic]", "Selasa (2/12/2024) [sic]"."""

Use = tuple[int, str]
"""The offset of a suppression, and the rule it names that was of use (empty where it names none)."""


def suppressed(report: DocumentReport, suppressions: Sequence[Suppression]) -> DocumentReport:
    """`report` without what its article silences, with a finding for each suppression that is idle or
    bare."""
    text = report.document.text
    used: set[Use] = set()
    kept = []
    for finding in report.findings:
        uses = list(_uses(finding, suppressions))
        used.update(uses)
        if not uses and not SIC.match(text, finding.end):
            kept.append(finding)
    if not suppressions:
        return report._replace(findings=tuple(kept)) if len(kept) < len(report.findings) else report
    idle = unused_suppression.find(suppressions, frozenset(used))
    findings = (*kept, *idle, *unexplained_suppression.find(suppressions))
    return report._replace(findings=tuple(sorted(findings, key=lambda finding: (finding.start, finding.end))))


def _uses(finding: Finding, suppressions: Sequence[Suppression]) -> Iterator[Use]:
    for said in suppressions:
        if not said.broken and said.scope.start <= finding.start < said.scope.end:
            yield from ((said.start, rule) for rule in said.rules if fnmatchcase(finding.rule, rule))
            if not said.rules:
                yield said.start, ""
