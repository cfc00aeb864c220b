"""Which findings are settled without doubt."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.judging.grounds.ground import Ground
from factcheck.model import SURE, Claim, Document, DocumentReport, Finding
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.scan.scan import quoted

BY_THE_REFERENCE = frozenset(
    {"wrong-value", "wrong-rank", "wrong-group-size", "wrong-count", "wrong-law", "wrong-name"}
)
"""Rules that hold one place of the text against a row of the reference. Where either of two places may be the
slip (a weekday or its date, a year or its value, two figures of a sum, two values of one draft) a person decides."""
NO_SOURCES = ("arithmetic", "calendar", "this draft", "the article")
MARKUP = frozenset("<>*_`[]&")
TELLING = 4
OWN_WORDS = ("article", "headline", "caption")


def settled(report: DocumentReport) -> tuple[Finding, ...]:
    """The findings of a report that may be mended unasked, in the order of the text.

    An error of a rule that holds one place against the reference, on the ground of one slip of the finger; one way
    to mend it; one value in all the sources shown; read with certainty; not somebody's own words; no markup within
    ("9<b>3</b>,86"), which the repair would take away.
    """
    quotations = quoted(report.document)
    claims = report.flagged()
    return tuple(
        finding
        for finding in report.findings
        if _is_settled(finding)
        and _tells(report.document, finding)
        and not _marked_up(report.document, finding)
        and all(_is_sure(claims[key]) for key in finding.claims if key in claims)
        and not any(start <= finding.start < end for start, end in quotations)
    )


def _tells(document: Document, finding: Finding) -> bool:
    """Whether a value has so many digits that it is no other's by chance: "5,87" per cent may be of another rate."""
    printed = document.text[finding.start : finding.end]
    return finding.rule != "wrong-value" or sum(map(str.isdigit, printed)) >= TELLING


def _is_sure(claim: Claim) -> bool:
    """Whether a claim is the article's own, firmly bound, and about somebody written beside it."""
    nameless = kind_of(claim.kind) is not VALUE and not kind_of(claim.kind).ordered
    named = nameless or not any(part.is_subject for part in claim.how)
    return claim.strength >= SURE and claim.voice in OWN_WORDS and named


def _is_settled(finding: Finding) -> bool:
    sources = [item for item in finding.evidence if item.source not in NO_SOURCES]
    return (
        finding.rule in BY_THE_REFERENCE
        and finding.severity == "error"
        and finding.ground == Ground.SLIP
        and not finding.known
        and len(finding.suggestions) == 1
        and len(sources) == len(finding.evidence) > 0
        and len({item.value for item in sources}) == 1
    )


def _marked_up(document: Document, finding: Finding) -> bool:
    start, end, _ = finding.suggestions[0]
    return bool(MARKUP & set(document.text[start:end]))


def mended(document: Document, findings: Iterable[Finding]) -> str:
    """The text with the one suggestion of each finding put in; of two that overlap the first."""
    pieces, at = [], 0
    for start, end, replacement in sorted(finding.suggestions[0] for finding in findings):
        if start >= at:
            pieces += [document.text[at:start], replacement]
            at = end
    return "".join((*pieces, document.text[at:]))
