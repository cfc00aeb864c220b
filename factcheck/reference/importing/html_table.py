"""The tables of a page, with cells that reach over rows and columns filled in."""

from __future__ import annotations

from html.parser import HTMLParser

from factcheck.messages import message
from factcheck.reference.importing.sheet import Cell, Sheet, even

WIDEST = 1000
"""Rows or columns that a cell may reach over."""
MOST = 500_000
"""Cells of a page."""
UNSEEN = {"script", "style", "template"}


def read_html(text: str, file: str) -> tuple[Sheet, ...]:
    """Every table of a page that has more than one row and column; a table within another is its own."""
    parser = _Tables()
    parser.feed(text)
    parser.close()
    found = [spread(table) for table in parser.done]
    wide = [rows for rows in found if len(rows) > 1 and len(rows[0]) > 1]
    how = message("a table of a web page")
    names = [f"{number}" for number in range(1, len(wide) + 1)] if len(wide) > 1 else [""]
    return tuple(Sheet(file, name, rows, how, merged=True) for name, rows in zip(names, wide, strict=False))


class _Cell:
    """A cell as the page has it: its text and how far it reaches."""

    def __init__(self, attributes: dict[str, str | None]) -> None:
        self.text: list[str] = []
        self.down = _span(attributes.get("rowspan"))
        self.across = _span(attributes.get("colspan"))


_Rows = list[list[_Cell]]


class _Tables(HTMLParser):
    """`done` are the tables that are closed; those still open lie on a pile."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[_Rows] = []
        self.done: list[_Rows] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNSEEN:
            self.hidden += 1
        elif tag == "table":
            self.open.append([])
        elif self.open and tag == "tr":
            self.open[-1].append([])
        elif self.open and tag in ("td", "th"):
            if not self.open[-1]:
                self.open[-1].append([])
            self.open[-1][-1].append(_Cell(dict(attrs)))
        elif tag == "br":
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN and self.hidden:
            self.hidden -= 1
        if tag == "table" and self.open:
            self.done.append(self.open.pop())

    def handle_data(self, data: str) -> None:
        if not self.hidden and self.open and self.open[-1] and self.open[-1][-1]:
            self.open[-1][-1][-1].text.append(data)

    def close(self) -> None:
        super().close()
        self.done += self.open


def _span(stated: str | None) -> int:
    return min(max(int(stated), 1), WIDEST) if stated and stated.isdecimal() and len(stated) < 6 else 1


def spread(rows: _Rows) -> tuple[tuple[Cell, ...], ...]:
    """The cells in their places, each in all that it reaches over."""
    placed: dict[tuple[int, int], str] = {}
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            while (at, column) in placed:
                column += 1
            _place(placed, cell, at, column, len(rows))
            column += cell.across
    width = max((column for _, column in placed), default=-1) + 1
    return even([[placed.get((at, column), "") for column in range(width)] for at in range(len(rows))])


def _place(placed: dict[tuple[int, int], str], cell: _Cell, at: int, column: int, height: int) -> None:
    text = " ".join("".join(cell.text).split())
    for down in range(min(cell.down, height - at)):
        for across in range(cell.across):
            if len(placed) < MOST:
                placed.setdefault((at + down, column + across), text)
