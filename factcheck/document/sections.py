"""A file as long as a book in sections that are read one after the other, each as an article of its own.

What is known of an article while it is read takes a hundred times its text in memory, and a book has no use for it:
nobody holds the first chapter against the last. What is short enough to be an article is one section.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from factcheck.model import Block, Claim, Document, DocumentReport, Run, Source, Span
from factcheck.spans import HEADS

WHOLE = 200_000
"""Characters that are read as one article: a hundred times those of a long one."""
SECTION = 50_000
"""Characters of a section at least, where more than WHOLE are read."""
NEAR = 20_000
"""Characters within which a heading is waited for."""
_at = attrgetter("at")
_TOGETHER = ("item", "row")
"""Kinds of blocks before which no section ends unless it must: what they belong to stands above them."""


def sections(document: Document) -> Iterator[Document]:
    """The sections of a document in order; a short one as it is.

    A section ends before a heading, else before a paragraph, else wherever a block ends; a single block that is longer
    is cut between two words. Its `source` leads back into the file.
    """
    if len(document.plain) <= WHOLE:
        yield document
        return
    blocks = list(_short(document.blocks, document.plain))
    starts = [block.start for block in blocks]
    first = 0
    while first < len(blocks):
        after = _end(blocks, starts, first)
        end = starts[after] if after < len(blocks) else len(document.plain)
        yield section_of(document, blocks[first:after], Span(starts[first] if first else 0, end))
        first = after


def section_at(parts: Sequence[Document], place: int) -> Document:
    """The one of a document's sections that holds a place of its file, the first where it stands before all."""
    return next((part for part in reversed(parts) if _begin(part) <= place), parts[0])


def _begin(part: Document) -> int:
    """Where a section begins in its file."""
    return part.source.runs[0].start if part.source and part.source.runs else 0


def numbered_from(report: DocumentReport, claims: int, sentences: int) -> DocumentReport:
    """The report of a section before which so many claims and sentences stand: no name is given twice in a document."""
    ids = (judged.claim.id for judged in report.claims)
    names = {name: f"{name[0]}{number}" for number, name in enumerate(ids, claims + 1)}
    return report._replace(
        claims=tuple(judged._replace(claim=_renamed(judged.claim, names, sentences)) for judged in report.claims),
        findings=tuple(
            finding._replace(claims=tuple(names.get(name, name) for name in finding.claims))
            for finding in report.findings
        ),
    )


def _renamed(claim: Claim, names: Mapping[str, str], sentences: int) -> Claim:
    return claim._replace(id=names[claim.id], sentence=claim.sentence + sentences if claim.sentence >= 0 else -1)


def _short(blocks: Sequence[Block], plain: str) -> Iterator[Block]:
    """The blocks, those that are too long for a section in pieces."""
    for block in blocks:
        start = block.start
        while block.end - start > SECTION:
            end = plain.rfind(" ", start + SECTION // 2, start + SECTION) + 1 or start + SECTION
            yield Block(block.kind, start, end, tuple(cell for cell in block.cells if start <= cell.start < end))
            start = end
        rest = tuple(cell for cell in block.cells if cell.start >= start)
        yield block if start == block.start else block._replace(start=start, cells=rest)


def _end(blocks: Sequence[Block], starts: Sequence[int], first: int) -> int:
    """The number of the first block that the section from the block `first` on does not hold."""
    least = bisect_left(starts, starts[first] + SECTION, first + 1)
    most = bisect_left(starts, starts[first] + SECTION + NEAR, least)
    near = range(least, most)
    heading = (at for at in near if blocks[at].kind in HEADS)
    apart = (at for at in near if blocks[at].kind not in _TOGETHER)
    return next(heading, next(apart, least))


def section_of(document: Document, blocks: Sequence[Block], span: Span) -> Document:
    """The stretch of a document that holds some of its blocks."""
    start, end = span
    return document._replace(
        text=document.text[start:end],
        plain=document.plain[start:end],
        blocks=tuple(moved(block, -start) for block in blocks),
        source=_source(document, span),
        landmarks=(),
    )


def moved(block: Block, by: int) -> Block:
    """A block as it stands in a text with so many more characters in front."""
    cells = tuple(Span(cell.start + by, cell.end + by) for cell in block.cells)
    return block._replace(start=block.start + by, end=block.end + by, cells=cells)


def _source(document: Document, span: Span) -> Source:
    """The file behind a section, which is the text of the document where that is the file."""
    start, end = span
    source = document.source
    if source is None:
        return Source(document.text, (Run(0, start, end),))
    runs = source.runs
    first, last = max(bisect_right(runs, start, key=_at) - 1, 0), bisect_left(runs, end, key=_at)
    return Source(source.text, tuple(_cut(run, after, span) for run, after in _followed(document, first, last)))


def _followed(document: Document, first: int, last: int) -> Iterator[tuple[Run, int]]:
    """Runs, each with where the one behind it begins."""
    assert document.source is not None
    runs = document.source.runs
    for at in range(first, last):
        yield runs[at], runs[at + 1].at if at + 1 < len(runs) else len(document.text)


def _cut(run: Run, after: int, span: Span) -> Run:
    """The part of a run in a section, its `at` counted from there."""
    at = max(run.at, span.start)
    if run.end - run.start != after - run.at:
        return Run(at - span.start, run.start, run.end)
    return Run(at - span.start, run.start + at - run.at, run.start + min(after, span.end) - run.at)
