"""What the page is told of a draft: its findings and claims, each with its place in the view, in words to be shown.

Offsets are UTF-16 units of the view, `end` exclusive. All words are plain text: the page never takes them for markup.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck.messages import translated
from factcheck.model import Document, DocumentReport, Evidence, Finding, Judged, Span
from factcheck.page.utf16 import Units, units_of
from factcheck.page.view import View
from factcheck.report.located import located
from factcheck.report.safe import printable
from factcheck.report.sources_shown import sources_shown
from factcheck.report.tally import Tally
from factcheck.report.visible import visible_text
from factcheck.report.words import STATED, VERDICT_WORDS, coverage, findings, instead, read_as
from factcheck.spans import HEADS
from factcheck.typed import Any

Names = Callable[[str], str]
MOST = 2_000
"""Findings and claims that are shown: nobody works through more, and the page stays quick."""


def answer(report: DocumentReport, view: View, names: Names) -> dict[str, Any]:
    """The answer about a draft whose view is `view`; `names` gives the name of an entity."""
    tally = Tally().plus(report)
    document = report.document
    units = units_of(view.text)
    judged = {each.claim.id: each for each in report.claims}
    return {
        "text": view.text,
        "language": document.language,
        "published": document.published.isoformat() if document.published else "",
        "published_from": "" if document.published_from in STATED else translated(document.published_from),
        "counts": findings(tally),
        "coverage": coverage(tally),
        "findings": [
            _finding(report, item.finding, translated(item.where), judged, _Places(view, units), names)
            for item in list(located(report))[:MOST]
        ],
        "claims": [_claim(each, _Places(view, units), names) for each in report.claims[:MOST]],
        "headings": [_Places(view, units).of(*each) for each in _headings(document)],
        "failures": [translated(each) for each in report.failures],
    }


def _headings(document: Document) -> list[Span]:
    return [Span(block.start, block.end) for block in document.blocks if block.kind in HEADS]


class _Places:
    """Spans of the document as the page counts them."""

    def __init__(self, view: View, units: Units) -> None:
        self._view = view
        self._units = units

    def of(self, start: int, end: int) -> dict[str, int]:
        """The span in the view; empty where nothing of it is seen."""
        first, last = self._view.span(start, end)
        return {"start": self._units.to(first), "end": self._units.to(last)}


def _finding(
    report: DocumentReport,
    finding: Finding,
    where: str,
    judged: dict[str, Judged],
    places: _Places,
    names: Names,
) -> dict[str, Any]:
    document = report.document
    about = [judged[each].claim for each in finding.claims if each in judged]
    labels = instead(document, finding)
    return {
        **places.of(finding.start, finding.end),
        "rule": finding.rule,
        "severity": finding.severity,
        "word": translated(finding.severity),
        "message": printable(translated(finding.message)),
        "text": printable(visible_text(document, finding.start, finding.end)),
        "where": where,
        "known": finding.known,
        "ways": [
            {**places.of(way.start, way.end), "text": way.replacement, "label": printable(label)}
            for way, label in zip(finding.suggestions, labels, strict=False)
        ],
        "expected": translated(finding.expected or "") if not finding.suggestions else "",
        "read": [printable(line) for line in read_as(about, names)],
        "why": _why(finding.evidence, document.language, translated(finding.message)),
    }


def _why(evidence: Sequence[Evidence], language: str, message: str) -> list[dict[str, Any]]:
    shown = sources_shown(evidence, language, message)
    return [{"words": printable(line.words), "sites": [site._asdict() for site in line.sites]} for line in shown]


def _claim(judged: Judged, places: _Places, names: Names) -> dict[str, Any]:
    claim = judged.claim
    about = ", ".join(part for part in (names(claim.subject) if claim.subject else "", claim.period) if part)
    return {
        **places.of(claim.start, claim.end),
        "verdict": judged.verdict,
        "about": about,
        "word": translated(VERDICT_WORDS[judged.verdict][0]),
    }
