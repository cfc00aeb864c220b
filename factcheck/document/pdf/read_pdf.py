"""PDF: the paragraphs and tables of a press release, a line to each, with the page and line that they stand on."""

from __future__ import annotations

from factcheck.document.composed import document_of
from factcheck.document.pdf.paragraphs import Placed, parts_of
from factcheck.document.pdf.printed_pages import Page, read_pages
from factcheck.document.pdf.reading_order import lines_of
from factcheck.document.pdf.running_heads import without_running_heads
from factcheck.document.read_document import FILE_PROPERTIES
from factcheck.errors import FactcheckError
from factcheck.language.detect import detect
from factcheck.messages import message
from factcheck.model import Document


def read_pdf(path: str, data: bytes) -> Document:
    """The document of a PDF, its text one line to a paragraph; `landmarks` say page and line.

    Raises FactcheckError where the file is damaged or locked, holds no text, or a page of it is a picture of one.
    """
    pages, made = read_pages(path, data)
    _refuse_scans(path, pages)
    parts = parts_of(_placed(pages))
    if not any(part.text.strip() for part in parts):
        raise FactcheckError(message("This PDF holds no text."), path)
    document, _ = document_of(path, parts, detect(" ".join(part.text for part in parts)))
    return document._replace(published=made, published_from=FILE_PROPERTIES if made else "")


def _refuse_scans(path: str, pages: list[Page]) -> None:
    """A page that nobody can read must not look like one without findings."""
    scanned = [page.number for page in pages if page.scanned]
    if scanned:
        numbers = ", ".join(map(str, scanned[:5])) + (" …" if len(scanned) > 5 else "")
        sentence = message(
            "This PDF is a scan: pictures without text on page {pages}. Read it with text recognition first.",
            pages=numbers,
        )
        raise FactcheckError(sentence, path)


def _placed(pages: list[Page]) -> list[Placed]:
    """The lines of all pages as they are read. A line bears the number that it has on its page, letterhead counted."""
    read = {page.number: lines_of(page.stretches) for page in pages}
    kept = without_running_heads(read, {page.number: page.height for page in pages})
    numbers = {number: {id(line): at for at, line in enumerate(lines, 1)} for number, lines in read.items()}
    return [Placed(line, page, numbers[page][id(line)]) for page, lines in kept.items() for line in lines]
