"""The sentences of the reports."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.model import Claim, Document, Evidence, Finding, Value
from factcheck.report.base import Names
from factcheck.report.tally import SEVERITIES, VERDICTS, Tally
from factcheck.report.visible import visible_text

_SAID = (
    ("agrees", "agree"),
    ("contradicted", "contradicted"),
    ("inconsistent", "inconsistent"),
    ("disputed", "disputed"),
    ("not in the reference", "not in the reference"),
)

VERDICT_WORDS = dict(zip(VERDICTS, _SAID, strict=True))
"""A verdict on one claim and on many, in words."""
STATED = ("front matter", "metadata", "--as-of", "")
"""Where a date of publication is stated; elsewhere it was read from the text, which is said."""
MOST_REASONS = 3
REASONED = ("arithmetic", "calendar")
"""Evidence that is no source but a sum or a look at the calendar, written in its row."""


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 claim", "2 claims"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def coverage(tally: Tally) -> str:
    """ "31 claims: 27 agree, 1 contradicted, 3 not in the reference"."""
    parts = [counted(n, *said) for n, said in zip(tally.verdicts, _SAID, strict=True) if n]
    return f"{counted(tally.claims, 'claim')}: {', '.join(parts)}" if parts else "no claims"


def findings(tally: Tally) -> str:
    """ "1 error, 2 warnings", or "nothing to mend"."""
    parts = [counted(n, word) for n, word in zip(tally.severities, SEVERITIES, strict=True) if n]
    return ", ".join(parts) or "nothing to mend"


def instead(document: Document, finding: Finding) -> list[str]:
    """What the place should read, a line to each way of mending it."""
    ways = finding.suggestions
    if len(ways) == 1 and (ways[0].start, ways[0].end) == (finding.start, finding.end):
        return [ways[0].replacement]
    if ways:
        return [f"{way.replacement}  instead of  {visible_text(document, way.start, way.end)}" for way in ways]
    return [finding.expected] if finding.expected else []


def read_as(claims: Sequence[Claim], names: Names) -> list[str]:
    """For claims with parts read elsewhere: "read as Provinsi Jambi, 2024: year from the sentence before"."""
    lines = []
    for claim in claims:
        parts = ", ".join(part for part in (names(claim.subject) if claim.subject else "", claim.period) if part)
        if claim.how:
            lines.append(f"read as {parts}: {'; '.join(claim.how)}" if parts else f"read: {'; '.join(claim.how)}")
    return list(dict.fromkeys(lines))[:3]


def reason(evidence: Evidence, language: str) -> str:
    """A piece of evidence on one line: value, row, source, or the sum."""
    if evidence.source in REASONED:
        return f"since {evidence.row}"
    parts = (shown(evidence.value, language), evidence.row, evidence.url or evidence.source)
    return "source: " + " · ".join(part for part in parts if part)


def reasons(evidence: Sequence[Evidence], language: str) -> list[tuple[str, str]]:
    """The evidence as lines, each with the address it leads to; of many the first, and how many more."""
    lines = [(reason(item, language), item.url) for item in evidence]
    if len(lines) <= MOST_REASONS:
        return lines
    return [*lines[: MOST_REASONS - 1], (f"and {len(lines) - MOST_REASONS + 1} more sources", "")]


def shown(value: Value, language: str) -> str:
    """A value as the language writes it: 90,02 in Indonesian, 90.02 in English."""
    written = str(value)
    return written if language == "en" or not isinstance(value, Decimal) else written.replace(".", ",")


def published(document: Document) -> str:
    """ "published 2024-12-03", and how that is known where it was read from the text; empty when unknown."""
    if document.published is None:
        return ""
    read = "" if document.published_from in STATED else f", by its {document.published_from}"
    return f"published {document.published.isoformat()}{read}"
