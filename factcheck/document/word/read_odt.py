"""OpenDocument text: the paragraphs, lists, tables and notes of an .odt, a line to each paragraph.

What was deleted while changes are tracked, and what colleagues wrote beside the text, does not stand in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from factcheck.document.composed import Part, Piece, document_of
from factcheck.document.offsets.landmarks import numbered
from factcheck.document.published import read_date
from factcheck.document.read_document import FILE_PROPERTIES
from factcheck.document.word.package import OPEN_DOCUMENT, text_of, xml_parts
from factcheck.errors import FactcheckError
from factcheck.language.detect import detect
from factcheck.messages import message
from factcheck.model import Document
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SPACE = "{urn:oasis:names:tc:opendocument:xmlns:"
T, TABLE, OFFICE, STYLE = (f"{_SPACE}{name}:1.0}}" for name in ("text", "table", "office", "style"))
_DATES = ("{http://purl.org/dc/elements/1.1/}date", "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}creation-date")
_ASIDE = frozenset((f"{T}tracked-changes", f"{OFFICE}annotation", f"{T}note", f"{OFFICE}forms", f"{T}ruby-text"))
"""What is no text of the article; notes are read by themselves."""
_PARAGRAPHS = (f"{T}p", f"{T}h")
_MOST = 200
"""Blanks and cells that one element stands for: more are none of an article's."""
_LEVELS = 10


def read_odt(path: str, data: bytes) -> Document:
    """The document of an OpenDocument text, its text one line to a paragraph; `landmarks` number paragraphs and tables.

    Raises FactcheckError where the file is damaged, hostile (see `xml_parts`), locked, or holds no text.
    """
    files = xml_parts(path, data, OPEN_DOCUMENT)
    if _locked(files.get("META-INF/manifest.xml")):
        raise FactcheckError(message("This OpenDocument file is locked by a password; save it without one."), path)
    content = files["content.xml"]
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    _silence(content)
    numbered_lists = _numbered_lists(content) | _numbered_lists(files.get("styles.xml"))
    written = [] if body is None else [*numbered(list(_parts(body, numbered_lists))), *_notes(body)]
    written = [part for part in written if part.text.strip()]
    if not written:
        raise FactcheckError(message("This OpenDocument file holds no text."), path)
    document, _ = document_of(path, written, detect(" ".join(part.text for part in written)))
    published = _published(files.get("meta.xml"))
    return document._replace(published=published, published_from=FILE_PROPERTIES if published else "")


def _silence(content: Element) -> None:
    """Takes out the words that are struck out or hidden: what the desk took out stands there still."""
    silent = {style.get(f"{STYLE}name") for style in content.iter(f"{STYLE}style") if _is_silent(style)}
    for span in content.iter(f"{T}span") if silent else ():
        if span.get(f"{T}style-name") in silent:
            tail = span.tail
            span.clear()
            span.tail = tail


def _is_silent(style: Element) -> bool:
    looks = style.find(f"{STYLE}text-properties")
    if looks is None:
        return False
    struck = (looks.get(f"{STYLE}text-line-through-{part}", "none") for part in ("style", "type"))
    return looks.get(f"{T}display") == "none" or any(each != "none" for each in struck)


def _locked(manifest: Element | None) -> bool:
    return manifest is not None and any(each.tag.endswith("}encryption-data") for each in manifest.iter())


def _numbered_lists(root: Element | None) -> frozenset[tuple[str, int]]:
    """The lists, by style and level, before whose items numbers are printed."""
    styles = () if root is None else root.iter(f"{T}list-style")
    return frozenset(
        (style.get(f"{STYLE}name", ""), _integer(level.get(f"{T}level")))
        for style in styles
        for level in style.findall(f"{T}list-level-style-number")
        if level.get(f"{STYLE}num-format") == "1"
    )


def _parts(body: Element, numbered_lists: frozenset[tuple[str, int]]) -> Iterator[Part]:
    """The paragraphs, items and rows below `body` in their order."""
    gap = False
    counts: dict[tuple[str, int], int] = {}
    for block, style, level in _blocks(body):
        if block.tag == f"{TABLE}table":
            yield from _rows(block)
            continue
        number = _next(counts, numbered_lists, style, level) if level else 0
        kind = "heading" if block.tag == f"{T}h" else "item" if level else ""
        lines = [line for line in _text(block).split("\n") if line.strip()]
        for at, line in enumerate(lines):
            yield Part(kind, ((Piece(line),),), number, gap and at == 0)
            kind, number = ("heading" if kind == "heading" else ""), 0
        gap = not lines


def _next(
    counts: dict[tuple[str, int], int], numbered_lists: frozenset[tuple[str, int]], style: str, level: int
) -> int:
    """The number printed before the next item of a list, 0 before a bullet."""
    if (style, level) not in numbered_lists:
        return 0
    for deeper in range(level + 1, _LEVELS + 1):
        counts.pop((style, deeper), None)
    counts[style, level] = counts.get((style, level), 0) + 1
    return counts[style, level]


def _blocks(body: Element) -> Iterator[tuple[Element, str, int]]:
    """Paragraphs and tables, however deep, with the style and the depth of the list whose item they begin (else 0)."""
    stack: list[tuple[Element, str, int]] = [(body, "", 0)]
    while stack:
        here, style, level = stack.pop()
        if here.tag in _PARAGRAPHS or here.tag == f"{TABLE}table":
            yield here, style, level
        elif here.tag in (f"{T}list-item", f"{T}list-header"):
            stack += [(child, style, level if at == 0 or child.tag == f"{T}list" else 0)
                      for at, child in reversed(list(enumerate(here)))]  # fmt: skip
        elif here.tag not in _ASIDE:
            inner = here.tag == f"{T}list"
            named = here.get(f"{T}style-name", style) if inner else style
            stack += [(child, named, level + inner) for child in reversed(here)]


def _rows(table: Element) -> Iterator[Part]:
    """The rows of a table with all their cells; the first is a header where it holds no figures."""
    rows = list(table.iter(f"{TABLE}table-row"))
    for at, row in enumerate(rows):
        texts = list(_cells(row))
        header = at == 0 and len(rows) > 1 and not any(char.isdigit() for text in texts for char in text)
        if any(texts):
            yield Part("header" if header else "row", tuple((Piece(text),) for text in texts), apart=at == 0)


def _cells(row: Element) -> Iterator[str]:
    for cell in row:
        if cell.tag in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            text = " ".join(_text(cell).split())
            repeated = _integer(cell.get(f"{TABLE}number-columns-repeated"), 1)
            yield from [text] * min(repeated, _MOST)


def _text(element: Element) -> str:
    """The text of a paragraph or cell; paragraphs in it (text boxes, cells) end with "\\n"."""

    def standing_in(here: Element) -> Iterable[Element | str]:
        after = [here.tail] if here.tail and here is not element else []
        if here.tag in _ASIDE:
            return after
        apart = ["\n"] if here.tag in _PARAGRAPHS and here is not element else []
        return (*apart, _sign(here), here.text or "", *here, *apart, *after)

    return text_of(element, standing_in)


def _sign(element: Element) -> str:
    signs: Mapping[str, str] = {f"{T}tab": "\t", f"{T}line-break": "\n"}
    if element.tag == f"{T}s":
        return " " * min(_integer(element.get(f"{T}c"), 1), _MOST)
    return signs.get(element.tag, "")


def _notes(body: Element) -> Iterator[Part]:
    """The notes as paragraphs of their own, numbered as they are printed."""
    counts = {"footnote": 0, "endnote": 0}
    for note in body.iter(f"{T}note"):
        kind = "endnote" if note.get(f"{T}note-class") == "endnote" else "footnote"
        counts[kind] += 1
        inner = note.find(f"{T}note-body")
        text = "" if inner is None else " ".join(_text(inner).split())
        yield Part("", ((Piece(text),),), place=((kind, counts[kind]),))


def _published(meta: Element | None) -> date | None:
    """The day the draft was last saved, else made."""
    written = [] if meta is None else [(each.text or "") for name in _DATES for each in meta.iter(name)]
    return next((day for each in written if (day := read_date(each))), None)


def _integer(written: str | None, default: int = 0) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 5 else default
