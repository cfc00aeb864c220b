"""From a text that was read out of markup back into the file: every offset of a report is one of the file."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from factcheck.document.layout.normalise import blank
from factcheck.model import (
    Block,
    Claim,
    Document,
    DocumentReport,
    Finding,
    Judged,
    Landmark,
    Source,
    Span,
    Suggestion,
)

Back = Callable[[int, int], Span]


def in_source(report: DocumentReport) -> DocumentReport:
    """The report with the file for a text and all spans in it; as it is where the text is the file."""
    source = report.document.source
    if source is None:
        return report
    back = _back(source, len(report.document.text))
    return said_in_source(report)._replace(document=_document(report.document, source, back))


def said_in_source(report: DocumentReport) -> DocumentReport:
    """The same for all but the document itself, which is as it was."""
    source = report.document.source
    if source is None:
        return report
    back = _back(source, len(report.document.text))
    return report._replace(
        claims=tuple(Judged(_claim(judged.claim, back), *judged[1:]) for judged in report.claims),
        findings=tuple(_finding(finding, back) for finding in report.findings),
    )


def _back(source: Source, length: int) -> Back:
    """What turns a span of the text read into a span of the file; empty spans stay empty."""
    runs = source.runs
    starts = [run.at for run in runs]
    widths = [after - at for at, after in zip(starts, [*starts[1:], length], strict=True)]

    def place(offset: int, index: int, end: bool) -> int:
        run = runs[index]
        if run.end - run.start == widths[index]:
            return run.start + offset - run.at
        return run.end if end else run.start

    def back(start: int, end: int) -> Span:
        if not runs:
            return Span(0, 0)
        first = place(start, bisect_right(starts, start) - 1, False)
        last = place(end, max(bisect_left(starts, end) - 1, 0), True)
        return Span(first, max(first, last) if end > start else first)

    return back


def _document(document: Document, source: Source, back: Back) -> Document:
    marks = tuple(Landmark(back(mark.start, mark.start + 1).start, mark.parts) for mark in document.landmarks)
    plain = _plain(document.plain, source)
    blocks = tuple(_block(block, back) for block in document.blocks)
    return document._replace(text=source.text, plain=plain, blocks=blocks, landmarks=marks, source=None)


def _plain(plain: str, source: Source) -> str:
    """The plain text at its places in the file, all else blank."""
    pieces, at = [], 0
    ends = [*(run.at for run in source.runs[1:]), len(plain)]
    for run, end in zip(source.runs, ends, strict=True):
        if run.start < at or run.start == run.end:
            continue
        pieces.append(blank(source.text[at : run.start]))
        pieces.append(plain[run.at : end][: run.end - run.start].ljust(run.end - run.start))
        at = run.end
    return "".join((*pieces, blank(source.text[at:])))


def _block(block: Block, back: Back) -> Block:
    start, end = back(block.start, block.end)
    return block._replace(start=start, end=end, cells=tuple(back(*cell) for cell in block.cells))


def _claim(claim: Claim, back: Back) -> Claim:
    start, end = back(claim.start, claim.end)
    return claim._replace(
        start=start,
        end=end,
        of_span=_maybe(claim.of_span, back),
        subject_span=_maybe(claim.subject_span, back),
        period_span=_maybe(claim.period_span, back),
        period_origin=_maybe(claim.period_origin, back),
    )


def _maybe(span: Span | None, back: Back) -> Span | None:
    return back(*span) if span is not None else None


def _finding(finding: Finding, back: Back) -> Finding:
    start, end = back(finding.start, finding.end)
    ways = tuple(Suggestion(*back(way.start, way.end), way.replacement) for way in finding.suggestions)
    return finding._replace(start=start, end=end, suggestions=ways)
