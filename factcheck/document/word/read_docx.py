"""Word files: the paragraphs, lists, tables and notes of a .docx, a line to each paragraph.

The text of the document is what Word shows with all changes accepted: what was inserted stands in it, what was
deleted does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from factcheck.document.composed import Cell, Part, Piece, document_of
from factcheck.document.offsets.landmarks import numbered
from factcheck.document.published import read_date
from factcheck.document.read_document import FILE_PROPERTIES
from factcheck.document.word.letters import OFF, STRUCK
from factcheck.document.word.numbering import Counters, Styles, read_counters, read_styles
from factcheck.document.word.package import WORD, text_of, xml_parts
from factcheck.errors import FactcheckError
from factcheck.language.detect import detect
from factcheck.messages import message
from factcheck.model import Document
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DATES = ("{http://purl.org/dc/terms/}modified", "{http://purl.org/dc/terms/}created")
_GONE = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText"))
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


def read_docx(path: str, data: bytes) -> Document:
    """The document of a Word file, its text one line to a paragraph; `landmarks` number paragraphs and tables.

    Raises FactcheckError where the file is damaged, hostile (see `xml_parts`), or holds no text.
    """
    files = xml_parts(path, data, WORD)
    reader = _Reader(read_styles(files.get("word/styles.xml")), read_counters(files.get("word/numbering.xml")))
    body = files["word/document.xml"].find(f"{W}body")
    parts = numbered(list(reader.parts(body)) if body is not None else [])
    notes = [note for kind in ("footnote", "endnote") for note in _notes(reader, files.get(f"word/{kind}s.xml"), kind)]
    if not any(part.text.strip() for part in (*parts, *notes)):
        raise FactcheckError(message("This Word file holds no text."), path)
    written = [part for part in (*parts, *notes) if part.text.strip()]
    document, _ = document_of(path, written, detect(" ".join(part.text for part in written)))
    published = _published(files.get("docProps/core.xml"))
    return document._replace(published=published, published_from=FILE_PROPERTIES if published else "")


class _Reader:
    """Reads blocks one after the other, numbering lists as Word does."""

    def __init__(self, styles: Styles, counters: Counters) -> None:
        self._styles = styles
        self._counters = counters
        self._gap = False

    def parts(self, parent: Element) -> Iterator[Part]:
        """The parts below `parent`, those in controls, alternatives and tracked insertions too, however deep."""
        for block in _below(parent, f"{W}p", f"{W}tbl"):
            yield from self._paragraph(block) if block.tag == f"{W}p" else _rows(block)

    def _paragraph(self, paragraph: Element) -> Iterator[Part]:
        """A part for each line of the paragraph; an empty one sets the next apart."""
        kind, number = self._styles.kind(paragraph), 0
        if not kind and (listed := self._counters.next(paragraph, self._styles)) is not None:
            kind, number = "item", listed
        lines = [line for line in _text(paragraph).split("\n") if line.strip()]
        for at, line in enumerate(lines):
            yield Part(kind, (_cell(line),), number, self._gap and at == 0)
            kind, number = ("heading" if kind == "heading" else ""), 0
        self._gap = not lines


def _below(parent: Element, *wanted: str) -> Iterator[Element]:
    """The first elements of the kinds `wanted` on each way down from `parent`, whatever is wrapped around them."""
    stack = [*reversed(_shown(parent))]
    while stack:
        here = stack.pop()
        if here.tag in wanted:
            yield here
        else:
            stack += reversed(_shown(here))


def _shown(element: Element) -> list[Element]:
    """What of an element Word shows as the article's: not what was deleted, struck out or hidden, and of alternatives
    the first."""
    if element.tag in _GONE or (element.tag == f"{W}r" and _is_struck(element)):
        return []
    return element[:1] if element.tag == _ALTERNATIVES else list(element)


def _is_struck(run: Element) -> bool:
    """Whether the letters of a run are struck out or hidden: what the desk took out stands there still."""
    properties = run.find(f"{W}rPr")
    found = () if properties is None else (properties.find(f"{W}{name}") for name in STRUCK)
    return any(each is not None and each.get(f"{W}val", "1") not in OFF for each in found)


def _rows(table: Element) -> Iterator[Part]:
    """The rows of a table, each with all its cells and then the tables in them; the first is a header where it holds
    no figures."""
    stack = [*reversed(_places(table))]
    while stack:
        row, at, alone = stack.pop()
        cells = list(_below(row, f"{W}tc"))
        texts = [" ".join(_text(cell, inside=False).split()) for cell in cells]
        header = at == 0 and not alone and not any(char.isdigit() for text in texts for char in text)
        if any(texts):
            yield Part("header" if header else "row", tuple(map(_cell, texts)), apart=at == 0)
        nested = [each for cell in cells for each in _below(cell, f"{W}tbl")]
        stack += [place for each in reversed(nested) for place in reversed(_places(each))]


def _places(table: Element) -> list[tuple[Element, int, bool]]:
    """The rows of a table with their number (from 0), and whether there is but one."""
    rows = list(_below(table, f"{W}tr"))
    return [(row, at, len(rows) == 1) for at, row in enumerate(rows)]


def _cell(text: str) -> Cell:
    return (Piece(text),)


def _text(element: Element, *, inside: bool = True) -> str:
    """The text of a paragraph or cell as Word shows it; paragraphs in it (text boxes, cells) end with "\n". Tables
    in it are left out where they are not wanted `inside`."""

    def standing_in(here: Element) -> Iterable[Element | str]:
        if here.tag == f"{W}t":
            return (here.text or "",)
        if here.tag in _SIGNS:
            return (_SIGNS[here.tag],)
        if here.tag == f"{W}tbl" and not inside:
            return ()
        apart = ["\n"] if here.tag == f"{W}p" and here is not element else []
        return (*apart, *_shown(here), *apart)

    return text_of(element, standing_in)


def _notes(reader: _Reader, root: Element | None, kind: str) -> Iterator[Part]:
    """The notes as paragraphs of their own, numbered as they are printed."""
    shown = [note for note in (() if root is None else root) if note.get(f"{W}type") is None]
    for number, note in enumerate(shown, 1):
        for part in reader.parts(note):
            yield part._replace(place=((kind, number),), apart=True)


def _published(core: Element | None) -> date | None:
    """The day the draft was last saved, else made."""
    written = [(core.findtext(name) or "") for name in _DATES] if core is not None else []
    return next((day for each in written if (day := read_date(each))), None)
