"""Marks taken out of a text that was only blanked before: "menjadi **85,50** atau [6,50](https://…) poin".

The reading goes by what stands beside what, so that the address of a link must not lie between a figure and its unit.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import accumulate

from factcheck.cache.patterns import compiled
from factcheck.model import Block, Document, Run, Source, Span
from factcheck.typed import NamedTuple

_MARKS = compiled(r"[*_\[\]<>&`~\\|:]")
_REST = compiled(r"#?[0-9A-Za-z]{1,31};")
_BLANKS = compiled(" +")


class Edit(NamedTuple):
    """`start`..`end` of the file is read as `seen`: nothing, a blank, or the character of an entity."""

    start: int
    end: int
    seen: str


def compacted(document: Document) -> Document:
    """`document` without what is blanked in its blocks, `source` the file; as it is where nothing is."""
    edits = [edit for block in document.blocks for edit in _edits(document, block)]
    if not edits:
        return document
    shifts = list(accumulate((len(edit.seen) - (edit.end - edit.start) for edit in edits), initial=0))
    starts = [edit.start for edit in edits]

    def moved(offset: int) -> int:
        index = bisect_left(starts, offset)
        if index and offset < edits[index - 1].end:
            return edits[index - 1].end + shifts[index]
        return offset + shifts[index]

    return document._replace(
        text=_edited(document.text, edits),
        plain=_edited(document.plain, edits),
        blocks=tuple(_left(document.blocks, moved)),
        source=Source(document.text, tuple(_runs(edits, len(document.text)))),
    )


def _edits(document: Document, block: Block) -> Iterator[Edit]:
    """The runs of blanks of a block under which there is more than blanks."""
    text, plain = document.text, document.plain
    if _same_blanks(text, plain, block) or _MARKS.search(text, block.start, block.end) is None:
        return
    for blanks in _BLANKS.finditer(plain, block.start, block.end):
        start, end = blanks.span()
        if (written := text[start:end]).isspace():
            continue
        if _is_entity(text, plain, start):
            close = text.find(";", start, end) + 1
            yield Edit(start - 1, close, plain[start - 1])
            start, written = close, text[close:end]
        if written and not written.isspace():
            yield Edit(start, end, " " if _sets_apart(written) else "")


def _same_blanks(text: str, plain: str, block: Block) -> bool:
    """Whether a block has as many blanks as the file has there, so that nothing in it was blanked."""
    place = block.start, block.end
    return plain.count(" ", *place) == text.count(" ", *place) + text.count("\n", *place)


def _is_entity(text: str, plain: str, start: int) -> bool:
    """Whether the blanks from `start` on stand for the rest of an entity, read as the character before them."""
    return text[start - 1] == "&" and not plain[start - 1].isspace() and _REST.match(text, start) is not None


def _sets_apart(written: str) -> bool:
    """Whether a reader sees a blank there: one is written, or a tag that ends a line."""
    return any(map(str.isspace, re.sub(r"<[^>]*>|\([^)]*\)", "", written))) or "<br" in written.lower()


def _edited(text: str, edits: list[Edit]) -> str:
    pieces, at = [], 0
    for start, end, seen in edits:
        pieces += [text[at:start], seen]
        at = end
    return "".join((*pieces, text[at:]))


def _runs(edits: list[Edit], length: int) -> Iterator[Run]:
    """Where each stretch of the compact text comes from."""
    at = place = 0
    for start, end, seen in edits:
        if start > place:
            yield Run(at, place, start)
            at += start - place
        if seen:
            yield Run(at, start, end)
            at += 1
        place = end
    yield Run(at, place, length)


def _left(blocks: tuple[Block, ...], moved: Callable[[int], int]) -> Iterator[Block]:
    """The blocks at their new places; a row of bars alone ("|") is none, for nothing of it is left."""
    return (block for block in (_moved(block, moved) for block in blocks) if block.start < block.end)


def _moved(block: Block, moved: Callable[[int], int]) -> Block:
    cells = tuple(Span(moved(start), moved(end)) for start, end in block.cells)
    return block._replace(start=moved(block.start), end=moved(block.end), cells=cells)
