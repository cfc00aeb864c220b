"""What of a draft is shown and edited as text: the words of a page or a Word file, each with its place in the file."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factcheck.document.offsets.source import in_source
from factcheck.model import Document, DocumentReport, Span
from factcheck.report.visible import visible
from factcheck.typed import NamedTuple

PAGES = (".html", ".htm", ".zip")
WORD = ".docx"


class View(NamedTuple):
    """`text`, and for each of its characters the offset into the document that it comes from.

    Lines end in "\n" alone, as in the browser.
    """

    text: str
    places: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """Where `start`..`end` of the document is seen; empty where nothing of it is."""
        first = bisect_left(self.places, start)
        last = bisect_left(self.places, end)
        joint = last > 1 and self.places[last - 1] == self.places[last - 2]  # the line end put between two blocks
        return Span(first, max(first, last - joint))

    def within(self, start: int, end: int) -> Span:
        """`start`..`end` of the view in the document: from its first character to its last."""
        if start == end:
            return Span(*(self._gap(start),) * 2)
        return Span(self.places[start], self.places[end - 1] + 1)

    def _gap(self, at: int) -> int:
        """Where in the document something is put in before `at` of the view."""
        if at < len(self.places) and (at == 0 or self.text[at - 1] == "\n"):
            return self.places[at]
        return self.places[at - 1] + 1 if at else 0


def view_of(document: Document) -> View:
    """The view of a document as it stands in a report: its text, or of a page the words of its blocks, a line each."""
    if document.path.lower().endswith(PAGES):
        return _page(document)
    text = document.text
    if "\r" not in text:
        return View(text, range(len(text)))
    places = [at for at, char in enumerate(text) if not (char == "\r" and text[at + 1 : at + 2] == "\n")]
    return View("".join(text[at] for at in places).replace("\r", "\n"), places)


def _page(document: Document) -> View:
    pieces: list[str] = []
    places: list[int] = []
    for block in document.blocks:
        seen = visible(document, block.start, block.end)
        if not seen.text or (places and seen.places[0] <= places[-1]):
            continue
        if pieces:
            pieces.append("\n")
            places.append(places[-1])
        pieces.append(seen.text)
        places += seen.places
    return View("".join(pieces), places)


def in_file(document: Document) -> Document:
    """A document as it was read, with its file for a text: what a report would hold."""
    return in_source(DocumentReport(document, (), ())).document
