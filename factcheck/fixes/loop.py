"""The loop closed: a repair counts when its finding is gone afterwards and nothing new is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from factcheck.fixes.settled import mended, settled
from factcheck.model import DocumentReport, Finding
from factcheck.typed import NamedTuple

Recheck = Callable[[str], DocumentReport]
"""The report of the same file with another text."""


class Fixing(NamedTuple):
    """What a file becomes: its new text, the findings mended, and the report of the new text."""

    text: str
    done: tuple[Finding, ...]
    report: DocumentReport


def fix(report: DocumentReport, recheck: Recheck) -> Fixing:
    """Mends all that is settled in a report; what a re-reading does not bear out is left alone."""
    wanted = settled(report)
    whole = _try(report, wanted, recheck) if wanted else None
    if whole is not None or not wanted:
        return whole or Fixing(report.document.text, (), report)
    return _one_by_one(report, recheck)


def _one_by_one(report: DocumentReport, recheck: Recheck) -> Fixing:
    """Each repair alone, from the end of the text so that the places before it stay."""
    so_far = Fixing(report.document.text, (), report)
    for finding in reversed(settled(report)):
        tried = _try(so_far.report, (finding,), recheck)
        if tried is not None:
            so_far = tried._replace(done=(*tried.done, *so_far.done))
    return so_far


def _try(report: DocumentReport, findings: Sequence[Finding], recheck: Recheck) -> Fixing | None:
    text = mended(report.document, findings)
    after = recheck(text)
    before, left = _said(report.findings), _said(after.findings)
    if left - (before - _said(findings)):
        return None
    return Fixing(text, tuple(findings), after)


def _said(findings: Sequence[Finding]) -> Counter[tuple[str, str, str]]:
    """Findings by what they say, without their places: a repair may be longer than the slip."""
    return Counter((finding.rule, finding.severity, finding.message) for finding in findings)
