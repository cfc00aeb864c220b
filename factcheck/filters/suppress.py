"""Findings held against the suppressions of their article, and against `[sic]` behind the place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

from factcheck.cache.patterns import compiled
from factcheck.filters.suppressions import Suppression
from factcheck.model import DocumentReport, Finding, Span

SIC = compiled(r"[\s)\]\"'”’%,.;]{0,6}(?:[^\W\d_]{1,12}[\s)\"'”’,.;]{0,3})?[\[(]sic!?[\])]", re.IGNORECASE)
"""`[sic]` behind a figure, its unit and its closing marks: "93,86 poin [sic]", "Selasa (2/12/2024) [sic]"."""

Use = tuple[int, str]
"""The offset of a suppression, and the rule it names that was of use (empty where it names none)."""


def suppressed(report: DocumentReport, suppressions: Sequence[Suppression]) -> DocumentReport:
    """`report` without what its article silences, and with a finding for each suppression that is idle or bare."""
    text = report.document.text
    used, silent = _held(report.findings, suppressions)
    kept = [
        finding
        for place, finding in enumerate(report.findings)
        if place not in silent and not SIC.match(text, finding.end)
    ]
    if not suppressions:
        return report._replace(findings=tuple(kept)) if len(kept) < len(report.findings) else report
    from factcheck.filters import unexplained_suppression, unused_suppression

    idle = unused_suppression.find(suppressions, used, kept)
    findings = (*kept, *idle, *unexplained_suppression.find(suppressions))
    return report._replace(findings=tuple(sorted(findings, key=lambda finding: (finding.start, finding.end))))


def _held(findings: Sequence[Finding], suppressions: Sequence[Suppression]) -> tuple[frozenset[Use], frozenset[int]]:
    """The suppressions that were of use, and the places in `findings`, which stand in order, of those silenced.

    Suppressions of one scope are held against each rule once, so that ten thousand of both cost no more than both.
    """
    used: set[Use] = set()
    silent: set[int] = set()
    starts = [finding.start for finding in findings]
    for scope, orders in _by_scope(suppressions).items():
        places = range(bisect_left(starts, scope.start), bisect_left(starts, scope.end))
        for rule in {findings[place].rule for place in places}:
            uses = [use for order in orders for use in _uses(rule, order)]
            used.update(uses)
            silent.update(place for place in places if uses and findings[place].rule == rule)
    return frozenset(used), frozenset(silent)


def _by_scope(suppressions: Sequence[Suppression]) -> dict[Span, list[Suppression]]:
    grouped: dict[Span, list[Suppression]] = {}
    for order in suppressions:
        if not order.broken:
            grouped.setdefault(order.scope, []).append(order)
    return grouped


def _uses(rule: str, order: Suppression) -> Iterator[Use]:
    yield from ((order.start, name) for name in order.rules if fnmatchcase(rule, name))
    if not order.rules:
        yield order.start, ""
