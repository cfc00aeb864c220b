"""The blocks of an article as the page shows them: headings, paragraphs, lists and tables, with what is marked."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from factcheck.model import Block, Document, Span
from factcheck.report.page.marked import Marks, marked_text
from factcheck.typed import NamedTuple

_GROUPED = {"item": "item", "row": "row", "header": "row"}


class Group(NamedTuple):
    """Blocks shown as one: a paragraph, or all items of a list, or all rows of a table."""

    kind: str
    blocks: tuple[Block, ...]

    @property
    def span(self) -> Span:
        """From the first block to the last."""
        return Span(self.blocks[0].start, self.blocks[-1].end)


def groups(document: Document) -> Iterator[Group]:
    """The blocks of a document, those of one list or table together."""
    held: list[Block] = []
    for block in document.blocks:
        kind = _GROUPED.get(block.kind)
        if held and (kind is None or kind != _GROUPED.get(held[0].kind)):
            yield Group(held[0].kind, tuple(held))
            held = []
        held.append(block)
    if held:
        yield Group(held[0].kind, tuple(held))


def text_of(document: Document, group: Group, marks: Marks) -> str:
    """The HTML of a group of blocks."""
    language = f'lang="{escape(document.language)}"'
    if group.kind in ("row", "header"):
        rows = "".join(f"<tr>{_cells(document, block, marks)}</tr>" for block in group.blocks)
        return f"<table {language}>{rows}</table>"
    if group.kind == "item":
        tag = "ol" if group.blocks[0].number else "ul"
        return f"<{tag} {language}>{''.join(_item(document, block, marks) for block in group.blocks)}</{tag}>"
    tag = {"title": "h2", "heading": "h3"}.get(group.kind, "p")
    start, end = group.span
    return f'<{tag} {language} class="{escape(group.kind)}">{marked_text(document, start, end, marks)}</{tag}>'


def _item(document: Document, block: Block, marks: Marks) -> str:
    value = f' value="{block.number}"' if block.number else ""
    return f"<li{value}>{marked_text(document, block.start, block.end, marks)}</li>"


def _cells(document: Document, block: Block, marks: Marks) -> str:
    tag = "th" if block.kind == "header" else "td"
    return "".join(f"<{tag}>{marked_text(document, *cell, marks)}</{tag}>" for cell in block.cells)
