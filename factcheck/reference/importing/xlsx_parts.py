"""The parts of an .xlsx as they lie in it: what its reader does not tell, and how far each sheet reaches."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from html import unescape

from factcheck.cache.patterns import compiled
from factcheck.messages import message
from factcheck.reference.importing.sheet import Sheet, letters
from factcheck.typed import NamedTuple

SHEETS = compiled(r"xl/worksheets/[^/]+\.xml")
BOOK, LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"

_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_LINK = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_TAG = re.compile(rb"<(?:\w+:)?(row|c|col)\b([^>]*)>")
_PLACE = re.compile(rb'\br="([A-Z]{0,3})([0-9]{1,7})"')
_SPAN = re.compile(rb'\bm(?:in|ax)="([0-9]{1,5})"')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_FAILED = re.compile(rb'\bt="e"')
_FORMULA = re.compile(
    rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"[^>]*>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)'
    rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)


class Seen(NamedTuple):
    """Hidden rows and columns, and cells whose formula failed ("#DIV/0!"), as a spreadsheet calls them."""

    rows: list[str]
    columns: list[str]
    failed: list[str]


def sheet_names(archive: zipfile.ZipFile) -> Mapping[str, str]:
    """Part of the archive -> name of the sheet; empty for an archive without a book."""
    if not {BOOK, LINKS} <= set(archive.namelist()):
        return {}
    parts = {}
    for tag in _LINK.findall(archive.read(LINKS)):
        target = _attribute(tag, "Target")
        parts[_attribute(tag, "Id")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    sheets = _SHEET.findall(archive.read(BOOK))
    return {parts.get(_attribute(tag, r"\w+:id"), ""): _attribute(tag, "name") for tag in sheets}


def _attribute(tag: bytes, name: str) -> str:
    found = re.compile(rf'\s{name}="([^"]*)"').search(tag.decode("utf-8", "replace"))
    return unescape(found[1]) if found else ""


def see(text: bytes, check: Callable[[int, int], None]) -> Seen:
    """Goes through a sheet's cells; `check` is told the row and column that it reaches to and raises for too many.

    A row or cell that says no place of its own stands behind the one before.
    """
    seen = Seen([], [], [])
    row = column = widest = 0
    for tag in _TAG.finditer(text):
        kind, said = tag[1], tag[2]
        if kind == b"col":
            _hidden_columns(said, seen)
            continue
        place = _PLACE.search(said)
        if kind == b"row":
            row, column = int(place[2]) if place else row + 1, 0
            check(row, widest)
            seen.rows.extend([str(row)] if _HIDDEN.search(said) else [])
            continue
        column = number_of(place[1]) if place and place[1] else column + 1
        if column > widest:
            widest = column
            check(max(row, 1), widest)
        if _FAILED.search(said):
            seen.failed.append(f"{letters(column)}{row}")
    return seen


def _hidden_columns(said: bytes, seen: Seen) -> None:
    if _HIDDEN.search(said):
        ends = [int(end) for end in _SPAN.findall(said)]
        seen.columns.extend(letters(one) for one in range(min(ends), min(max(ends), min(ends) + 100) + 1))


def check_calculated(text: bytes, file: str, name: str) -> None:
    """Raises FactcheckError for a formula without its result."""
    unknown = _FORMULA.search(text)
    if unknown:
        what = message("a formula that was never calculated: open the file in a spreadsheet and save it")
        raise Sheet(file, name, ()).error(what, int(unknown[2]) - 1, number_of(unknown[1]) - 1)


def number_of(column: bytes) -> int:
    """The number of a column (from 1) by its letters."""
    number = 0
    for letter in column:
        number = number * 26 + letter - ord("A") + 1
    return number
