"""The report on an archive as one page that needs nothing else: no script, and no word of an article as markup."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from factcheck.archive.asking.archive_tables import COUNTS, HEADS, PLACES, Table
from factcheck.archive.asking.shown_value import is_number, shown_value
from factcheck.messages import language_in_use, translate, translated
from factcheck.report.safe import printable
from factcheck.typed import Any
from factcheck.version import __version__

FOLDER = Path(__file__).parent
SHORT = 22
"""Characters of a cell that stays on one line."""


def archive_page(title: str, counts: str, packs: str, tables: Sequence[Table]) -> str:
    """The page of these tables."""
    from string import Template

    style = (FOLDER / "archive_page.css").read_text("utf-8")
    gaps = {
        "language": language_in_use(),
        "style": style,
        "style_hash": _hash(style),
        "version": __version__,
        "title": _safe(title),
        "counts": _safe(counts),
        "packs": _safe(packs),
        "contents": _safe(translate("Contents")),
        "links": "".join(f'<li><a href="#{each.name}">{_safe(translated(each.title))}</a></li>' for each in tables),
        "tables": "\n".join(map(_table, tables)),
    }
    return Template((FOLDER / "archive_page.html").read_text("utf-8")).substitute(gaps)


def _table(table: Table) -> str:
    columns, lines = table.for_people
    numbers = [all(is_number(row[place]) for row in lines) for place in range(len(columns))]
    heads = "".join(
        f'<th scope="col"{_class(number)}>{_safe(translated(HEADS.get(name, name)))}</th>'
        for name, number in zip(columns, numbers, strict=True)
    )
    rows = "".join(f"<tr>{_cells(columns, row, numbers)}</tr>\n" for row in lines)
    rest = f"<p>{_safe(table.rest)}</p>" if table.rest else ""
    title = _safe(translated(table.title))
    return (
        f'<section aria-labelledby="{table.name}"><h2 id="{table.name}">{title}</h2><div class="wide" tabindex="0" '
        f'role="region" aria-labelledby="{table.name}"><table><thead><tr>{heads}</tr></thead>\n<tbody>{rows}</tbody>'
        f"</table></div>{rest}</section>"
    )


def _cells(columns: Sequence[str], row: Sequence[Any], numbers: Sequence[bool]) -> str:
    shown = (_safe(shown_value(value, name in COUNTS)) for name, value in zip(columns, row, strict=True))
    cells = zip(shown, numbers, columns, strict=True)
    return "".join(f"<td{_class(number, text, name in PLACES)}>{text}</td>" for text, number, name in cells)


def _class(number: bool, text: str = "", place: bool = False) -> str:
    """A number stands to the right; a short cell is never parted (a day, a rule, an outlet), a place anywhere."""
    if number or place:
        return ' class="number"' if number else ' class="place"'
    return ' class="short"' if 0 < len(text) <= SHORT else ""


def _safe(text: str) -> str:
    return escape(printable(text))


def _hash(text: str) -> str:
    from base64 import b64encode
    from hashlib import sha256

    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
