"""The paragraphs, headings, list items and table rows of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import unescape
from itertools import groupby

from factcheck.cache.patterns import compiled
from factcheck.document.composed import Cell, Part, Piece
from factcheck.document.html.elements import Element, Page, ancestors
from factcheck.typed import NamedTuple

LONGEST_CELL = 200
"""Characters: a table with longer cells only lays the page out."""

# An entity, or blanks that a browser shows as one.
_SPECIAL = compiled(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?|[ \t\r\n\f]{2,}|[\t\r\n\f]")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_KINDS = dict.fromkeys(_HEADINGS, "heading") | {"figcaption": "caption", "caption": "caption"}


class PagePart(NamedTuple):
    """A part of a page, the element it stands in, and whether all of it is a link."""

    part: Part
    element: int
    linked: bool

    @property
    def size(self) -> int:
        """Characters."""
        return len(self.part.text)


class _Stretch(NamedTuple):
    """Text between two ends of paragraphs."""

    cell: Cell
    element: int
    line: int
    linked: bool


def page_parts(text: str, page: Page) -> list[PagePart]:
    """All parts of a page in its order, those of silent elements left out."""
    stretches = list(_stretches(text, page))
    rows = _rows(page.elements, stretches)
    parts: list[PagePart] = []
    before: _Stretch | None = None
    for row, group in groupby(stretches, lambda stretch: rows.get(stretch.element, 0)):
        if row:
            parts.append(_row(page.elements, row, list(group)))
            before = None
            continue
        for stretch in group:
            parts.append(_part(page.elements, stretch, before))
            before = stretch
    return parts


def pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """The text between two places of the file, entities read and blanks as a browser shows them."""
    at = start
    for special in _SPECIAL.finditer(text, start, end):
        read = unescape(special[0]) if special[0][0] == "&" else " "
        if read == special[0] or len(read) > 2:
            continue  # no entity, or one that only begins like one: "&notice;"
        yield Piece(text[at : special.start()], at, special.start())
        yield Piece(read, *special.span())
        at = special.end()
    yield Piece(text[at:end], at, end)


def _stretches(text: str, page: Page) -> Iterator[_Stretch]:
    silent = _silent(page.elements)
    heard = (piece for piece in page.texts if not silent[piece.element])
    for line, group in groupby(heard, lambda piece: piece.line):
        texts = list(group)
        cell = tuple(piece for each in texts for piece in pieces(text, each.start, each.end) if piece.text)
        if any(not piece.text.isspace() for piece in cell):
            telling = [each for each in texts if not text[each.start : each.end].isspace()]
            linked = all(page.elements[each.element].link for each in telling)
            yield _Stretch(cell, page.elements[telling[0].element].block, line, linked)


def _silent(elements: list[Element]) -> list[bool]:
    """Whether each element, or one around it, is silent."""
    silent: list[bool] = []
    for element in elements:
        silent.append(element.mark == "silent" or (element.parent >= 0 and silent[element.parent]))
    return silent


def _part(elements: list[Element], stretch: _Stretch, before: _Stretch | None) -> PagePart:
    element = elements[stretch.element]
    kind, number = _KINDS.get(element.name, ""), 0
    item = _item(elements, stretch.element)
    if item and not (before and _item(elements, before.element) == item):
        kind, number = kind or "item", elements[item].number
    same = before is not None and before.element == stretch.element and stretch.line - before.line == 1
    part = Part(kind, (stretch.cell,), number, apart=not same and kind != "item")
    return PagePart(part, stretch.element, stretch.linked)


def _item(elements: list[Element], index: int) -> int:
    """The list item that a block stands in, or in whose first paragraph; 0 for none."""
    near = list(ancestors(elements, index))[:3]
    return next((each for each in near if elements[each].name == "li"), 0)


def _rows(elements: list[Element], stretches: Iterable[_Stretch]) -> dict[int, int]:
    """For each block in a table of figures the row it stands in."""
    rows: dict[int, int] = {}
    tables: dict[int, list[_Stretch]] = {}
    for stretch in stretches:
        around = list(ancestors(elements, stretch.element))
        table = [each for each in around if elements[each].name == "table"]
        row = next((each for each in around if elements[each].name == "tr"), 0)
        if table and row:
            rows[stretch.element] = row
            for each in table:
                tables.setdefault(each, []).append(stretch)
    layouts = {table for table, held in tables.items() if not _holds_data(elements, table, held)}
    return {
        block: row
        for block, row in rows.items()
        if next(each for each in ancestors(elements, block) if elements[each].name == "table") not in layouts
    }


def _holds_data(elements: list[Element], table: int, held: list[_Stretch]) -> bool:
    inner = {next(each for each in ancestors(elements, s.element) if elements[each].name == "table") for s in held}
    short = all(sum(len(piece.text) for piece in stretch.cell) <= LONGEST_CELL for stretch in held)
    return inner == {table} and short and len(held) > 2


def _row(elements: list[Element], row: int, stretches: list[_Stretch]) -> PagePart:
    """A row with all its cells, the empty ones too."""
    held: dict[int, list[Piece]] = {cell: [] for cell in _cells(elements, row)}
    for stretch in stretches:
        cell = next(each for each in ancestors(elements, stretch.element) if each in held or each == row)
        before = held.setdefault(cell, [])
        if before:  # "Rapat<br>Senin": what a break or a paragraph parts is not one word
            before.append(Piece(" ", before[-1].end, stretch.cell[0].start))
        before.extend(stretch.cell)
    heads = all(elements[cell].name == "th" for cell in held)
    part = Part("header" if heads else "row", tuple(tuple(cell) for cell in held.values()), apart=False)
    return PagePart(part, row, False)


def _cells(elements: list[Element], row: int) -> list[int]:
    found = []
    for index in range(row + 1, len(elements)):
        element = elements[index]
        if element.depth <= elements[row].depth:
            break
        if element.parent == row and element.name in ("td", "th"):
            found.append(index)
    return found
