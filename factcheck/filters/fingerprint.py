"""What a finding is known by from one run to the next: its rule and the words around it, never its line."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from factcheck.model import Document, Finding, Span

AROUND = 40
"""Characters on each side, within the block: enough to tell two figures of an article apart, and few enough that edits
of the next sentence change nothing."""


WIDE = 10 * AROUND
"""Characters looked at on each side to find AROUND that are no blanks."""


def fingerprints(document: Document, findings: Sequence[Finding]) -> list[str]:
    """The fingerprint of each finding: 16 hexadecimal digits, and "-2", "-3" behind those met before."""
    seen: Counter[str] = Counter()
    blocks = sorted(Span(block.start, block.end) for block in document.blocks)
    found = []
    for finding in findings:
        digest = _digest(document, finding, _block(blocks, finding))
        seen[digest] += 1
        found.append(digest if seen[digest] == 1 else f"{digest}-{seen[digest]}")
    return found


def _digest(document: Document, finding: Finding, block: Span) -> str:
    from hashlib import sha256

    before = document.plain[max(block.start, finding.start - WIDE) : finding.start]
    after = document.plain[finding.end : min(block.end, finding.end + WIDE)]
    parts = (
        _plain(before)[-AROUND:],
        _plain(document.text[finding.start : finding.end]),
        _plain(after)[:AROUND],
    )
    return sha256("\0".join((finding.rule, *parts)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _block(blocks: Sequence[Span], finding: Finding) -> Span:
    place = bisect_right(blocks, (finding.start, 2**62)) - 1
    if place >= 0 and finding.start < blocks[place].end:
        return Span(blocks[place].start, max(blocks[place].end, finding.end))
    return Span(finding.start, finding.end)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
