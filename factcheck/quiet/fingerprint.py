"""What a finding is known by from one run to the next: its rule and the words around it, never its line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.model import Document, Finding, Span

AROUND = 40
"""Characters on each side, within the block: enough to tell two figures of an article apart, and few enough
that
edits of the next sentence change nothing."""


def fingerprints(document: Document, findings: Sequence[Finding]) -> list[str]:
    """The fingerprint of each finding: 16 hexadecimal digits, and "-2", "-3" behind those met before."""
    seen: Counter[str] = Counter()
    found = []
    for finding in findings:
        digest = _digest(document, finding)
        seen[digest] += 1
        found.append(digest if seen[digest] == 1 else f"{digest}-{seen[digest]}")
    return found


def _digest(document: Document, finding: Finding) -> str:
    from hashlib import sha256

    block = _block(document, finding)
    before = document.plain[block.start : finding.start]
    after = document.plain[finding.end : block.end]
    parts = (
        _plain(before)[-AROUND:],
        _plain(document.text[finding.start : finding.end]),
        _plain(after)[:AROUND],
    )
    return sha256("\0".join((finding.rule, *parts)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _block(document: Document, finding: Finding) -> Span:
    for block in document.blocks:
        if block.start <= finding.start < block.end:
            return Span(block.start, max(block.end, finding.end))
    return Span(finding.start, finding.end)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
