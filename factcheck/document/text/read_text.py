"""Plain text."""

from __future__ import annotations

from factcheck.document.layout.blocks import blocks_of
from factcheck.document.layout.boilerplate import Words, words
from factcheck.document.layout.lines import BLANK, Line, physical_lines, portions_of_lines, read_line
from factcheck.document.layout.normalise import blank, mask_addresses, normalise
from factcheck.document.text.mask_remarks import mask_remarks
from factcheck.language.detect import detect
from factcheck.model import Block, Document, Span


def read_text(path: str, text: str) -> Document:
    """The document of a plain text file; raises nothing."""
    plain = mask_addresses(mask_remarks(normalise(text)))
    return lay_out(Document(path, text, plain, (), language=detect(plain)))


def lay_out(
    document: Document, start: int = 0, markdown: bool = False, headings: frozenset[int] = frozenset()
) -> Document:
    """`document` with the blocks of `plain` from `start` on added, and what is in no block blanked.

    `headings` are where lines begin that the format itself marks as headings.
    """
    plain = document.plain
    titled = any(block.kind == "title" for block in document.blocks)
    lines = _lines(plain, start, words(document.language), markdown, headings)
    blocks = (*document.blocks, *blocks_of(plain, lines, titled))
    del lines  # a file as long as a book has many
    return document._replace(plain=only_blocks(plain, blocks), blocks=blocks)


def _lines(plain: str, start: int, lists: Words, markdown: bool, headings: frozenset[int]) -> list[Line]:
    lines = [
        read_line(plain, span, lists, markdown) if span[0] < span[1] else BLANK
        for spans in portions_of_lines(plain, start)
        for span in spans
    ]
    if headings:
        spans = physical_lines(plain, start)
        lines = [_headed(line, span, headings) for line, span in zip(lines, spans, strict=True)]
    if "|" not in plain and "\t" not in plain:
        return lines
    from factcheck.document.layout.table_lines import mark_tables

    return mark_tables(plain, lines, physical_lines(plain, start))


def _headed(line: Line, span: Span, headings: frozenset[int]) -> Line:
    return line._replace(kind="heading") if span.start in headings and line.kind == "text" else line


def only_blocks(plain: str, blocks: tuple[Block, ...]) -> str:
    """`plain` with all that is in no block or cell blanked, and each block on one line."""
    pieces = []
    at = 0
    for start, end in _kept(blocks):
        pieces.append(blank(plain[at:start]))
        pieces.append(plain[start:end].replace("\n", " ").replace("\t", " "))
        at = end
    return "".join((*pieces, blank(plain[at:])))


def _kept(blocks: tuple[Block, ...]) -> list[tuple[int, int]]:
    return [span for block in blocks for span in (block.cells or ((block.start, block.end),))]
