"""Tables: lines of cells between bars or tabs."""

from __future__ import annotations

import re

from factcheck.cache.patterns import compiled
from factcheck.document.layout.lines import BLANK, Line, trimmed
from factcheck.model import Span

_RULE = compiled(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:-]*)*")
_FIGURE = compiled("[0-9]")
WIDEST_ROW = 200
FEWEST_ROWS = 3
"""So many lines with as many bars each, figures in all but the first, are a table that no rule is drawn in."""
_BARE_YEAR = compiled(r"(?:19|20)[0-9]{2}")


def mark_tables(plain: str, lines: list[Line], spans: list[Span]) -> list[Line]:
    """`lines` with those of tables turned into header and row lines, and the rule under a header blank."""
    marked = list(lines)
    at = 0
    while at < len(spans):
        length = _table_length(plain, spans, at)
        if length:
            _mark(plain, marked, spans, at, length)
        at += length or 1
    return marked


def _table_length(plain: str, spans: list[Span], at: int) -> int:
    """How many lines the table has that begins at line `at`; 0 when none does."""
    separator = _separator(plain, spans[at])
    if not separator:
        return 0
    end = at + 1
    while end < len(spans) and separator in plain[spans[end].start : spans[end].end]:
        end += 1
    if end - at < 2:
        return 0
    ruled = _is_rule(plain, spans[at + 1])
    return end - at if ruled or _is_even(plain, spans[at:end], separator) else 0


def _is_even(plain: str, rows: list[Span], separator: str) -> bool:
    """Whether lines without a rule are a table: every one begins with a bar, or has as many short cells."""
    lines = [plain[start:end] for start, end in rows]
    even = len({line.count(separator) for line in lines}) == 1 and all(len(line) <= WIDEST_ROW for line in lines)
    if separator == "\t":
        return even
    return all(line.startswith("|") for line in lines) or (even and len(lines) >= FEWEST_ROWS and _are_figures(lines))


def _are_figures(lines: list[str]) -> bool:
    """Whether the last cell of every line but the first is a figure."""
    return all(_FIGURE.search(line.rpartition("|")[2]) for line in lines[1:])


def _separator(plain: str, span: Span) -> str:
    line = plain[span.start : span.end]
    return "|" if "|" in line else "\t" if "\t" in line else ""


def _mark(plain: str, marked: list[Line], spans: list[Span], at: int, length: int) -> None:
    separator = _separator(plain, spans[at])
    rows = [row for row in range(at, at + length) if not _is_rule(plain, spans[row])]
    for row in range(at, at + length):
        marked[row] = BLANK
    for row in rows:
        start, end = spans[row]
        kind = "header" if row == rows[0] and _is_header(plain, spans, rows, separator) else "row"
        marked[row] = Line(start, end, kind, 0, cells(plain, start, end, separator))


def _is_header(plain: str, spans: list[Span], rows: list[int], separator: str) -> bool:
    """A first row without figures other than years, over a row with figures; or one with a rule under it."""
    if rows[0] + 1 not in rows[1:2]:
        return len(rows) > 1
    first, second = (_BARE_YEAR.sub("", plain[spans[row].start : spans[row].end]) for row in rows[:2])
    return not re.search("[0-9]", first) and re.search("[0-9]", second) is not None


def cells(plain: str, start: int, end: int, separator: str) -> tuple[Span, ...]:
    """The trimmed spans of the cells of a row; those between bars may be empty."""
    inner = plain[start:end]
    if separator == "|":
        start += inner.startswith("|")
        end -= len(inner) > 1 and inner.endswith("|")
    found, at = [], start
    for cell in plain[start:end].split(separator):
        found.append(Span(*trimmed(plain, at, at + len(cell))))
        at += len(cell) + 1
    return tuple(found)


def _is_rule(plain: str, span: Span) -> bool:
    line = plain[span.start : span.end]
    return "|" in line and "-" in line and _RULE.fullmatch(line) is not None
