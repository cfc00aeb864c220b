"""HTML: the article of a page, found among what stands around it, every character with its place in the file."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.document.composed import Part, document_of
from factcheck.document.html.article import article_of
from factcheck.document.html.elements import read_page
from factcheck.document.html.metadata import Metadata, read_metadata
from factcheck.document.html.page_parts import PagePart, page_parts, pieces
from factcheck.document.html.page_words import page_words
from factcheck.document.html.trafilatura_choice import extracted
from factcheck.document.offsets.landmarks import numbered
from factcheck.errors import FactcheckError
from factcheck.language.detect import detect
from factcheck.messages import message
from factcheck.model import Document, Source, Span


def read_html(path: str, text: str) -> Document:
    """The document of an HTML file: its text is the article alone, `source` the file.

    Raises FactcheckError when the page shows no text.
    """
    words = page_words()
    page = read_page(text, words)
    found = article_of(page, page_parts(text, page))
    if not found:
        raise FactcheckError(message("This page shows no text."), path)
    metadata = read_metadata(text, page, words)
    kept = numbered([_plainly(part) for part in extracted(text, found)])
    parts = (*_head(text, metadata, kept), *kept)
    document, made = document_of(path, parts, detect(" ".join(part.part.text for part in found)))
    return document._replace(
        published=metadata.published,
        published_from="metadata" if metadata.published else "",
        source=Source(text, made.runs),
    )


def _plainly(part: PagePart) -> Part:
    """The part; a paragraph that is one link leads to another article."""
    linked = part.linked and part.part.kind == "" and part.size > 25
    return part.part._replace(kind="link") if linked else part.part


def _head(text: str, metadata: Metadata, parts: Sequence[Part]) -> list[Part]:
    """The title that the page's head gives, where the article does not begin with one."""
    title = metadata.title
    if title is None or (parts and parts[0].kind == "heading"):
        return []
    if parts and title.start > parts[0].cells[0][0].start:
        return []
    return [_field(text, title)]


def _field(text: str, span: Span) -> Part:
    return Part("heading", (tuple(piece for piece in pieces(text, *span) if piece.text),))
