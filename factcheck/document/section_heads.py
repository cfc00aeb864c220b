"""The head of a long file in front of each of its later sections: what it says of whom, where and when holds on there.

A section is read as an article of its own, and an article is about what its headline and lead name. What stands in the
head itself is told by the first section, and only there.
"""

from __future__ import annotations

from factcheck.document.sections import moved, section_of
from factcheck.model import Document, DocumentReport, Source, Span
from factcheck.spans import SILENT

LEAD = 4
"""Paragraphs of a head at most."""
LONGEST = 4_000
"""Characters of a head at most: of a book whose first paragraph is longer nothing is carried on."""


def head_of(document: Document) -> Document:
    """Headline and lead of a document, as a section of it; without text where it has no lead that is short."""
    blocks = document.blocks
    lead = [at for at, block in enumerate(blocks) if block.kind == "paragraph" and block.end <= LONGEST][:LEAD]
    after = lead[-1] + 1 if lead else 0
    end = blocks[after].start if 0 < after < len(blocks) else 0
    own = [block for block in blocks[:after] if block.kind not in SILENT]
    return section_of(document, own, Span(0, end))


def under_head(part: Document, head: Document) -> Document:
    """A later section of the document with its head in front."""
    by = len(head.text)
    if not by or part.source is None or head.source is None:
        return part
    runs = (*head.source.runs, *(run._replace(at=run.at + by) for run in part.source.runs))
    return part._replace(
        text=head.text + part.text,
        plain=head.plain + part.plain,
        blocks=(*head.blocks, *(moved(block, by) for block in part.blocks)),
        source=Source(part.source.text, runs),
    )


def below_head(report: DocumentReport, head: Document) -> DocumentReport:
    """The report of a section under the head without what stands in the head."""
    by = len(head.text)
    claims = tuple(judged for judged in report.claims if judged.claim.start >= by)
    own = {judged.claim.id for judged in claims}
    findings = tuple(
        finding._replace(claims=tuple(name for name in finding.claims if name in own))
        for finding in report.findings
        if finding.start >= by
    )
    return report._replace(claims=claims, findings=findings)
