"""The rows that a checked archive consists of. docs/archive.md says of each column what it holds."""

from __future__ import annotations

from datetime import date

from factcheck.typed import NamedTuple

CHECKED = "checked"
PARTLY = "partly"
"""A rule broke on it."""
UNREAD = "unread"
"""It could not be read, or ended the process that read it."""


class DocumentRow(NamedTuple):
    """An article, checked or not: there is exactly one row for every article of the inputs."""

    document: str
    source: str
    row: int
    id: str
    address: str
    outlet: str
    title: str
    published: date | None
    published_from: str
    language: str
    characters: int
    status: str
    reason: str
    remark: str
    claims: int
    findings: int
    errors: int
    warnings: int
    infos: int


class ClaimRow(NamedTuple):
    """A claim of an article, with what the reference says of it."""

    document: str
    claim: str
    kind: str
    pack: str
    measure: str
    subject: str
    subject_name: str
    period: str
    group: str
    scope: str
    of: int
    condition: str
    quote: str
    value: str
    number: float | None
    low: float | None
    high: float | None
    field: str
    start: int
    end: int
    voice: str
    how: list[str]
    strength: int
    verdict: str
    comparable: bool
    reference_value: str
    reference_source: str


class FindingRow(NamedTuple):
    """A finding in an article. `slip` is one for the same slip in other articles."""

    document: str
    finding: int
    rule: str
    severity: str
    ground: str
    message: str
    quote: str
    expected: str
    repairs: list[str]
    field: str
    start: int
    end: int
    sentence: str
    claims: list[str]
    kind: str
    pack: str
    measure: str
    subject: str
    subject_name: str
    period: str
    value: str
    evidence: list[str]
    known: str
    slip: str


class Rows(NamedTuple):
    """The rows of some articles, in the order of the articles."""

    documents: list[DocumentRow]
    claims: list[ClaimRow]
    findings: list[FindingRow]

    def add(self, other: Rows) -> None:
        """Takes the rows of `other` in, behind its own."""
        self.documents.extend(other.documents)
        self.claims.extend(other.claims)
        self.findings.extend(other.findings)


def no_rows() -> Rows:
    """Rows to add to."""
    return Rows([], [], [])
