"""Front matter: the lines `key: value` between two lines `---` at the head of a Markdown file.

A small reader of our own: of YAML it knows plain and quoted values on one line. Lists, nested keys and texts
over several lines are passed over.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from factcheck.document.dates import read_date
from factcheck.errors import FactcheckError
from factcheck.model import Block

KEYS = {
    "title": "title", "judul": "title", "headline": "title",
    "date": "date", "tanggal": "date", "published": "date", "pubdate": "date", "publishdate": "date",
    "author": "author", "penulis": "author",
    "language": "language", "bahasa": "language", "lang": "language",
}  # fmt: skip
LANGUAGES = {"indonesia": "id", "indonesian": "id", "inggris": "en", "english": "en"}

_FENCE = re.compile(r"---[ \t]*(?:\r\n|\r|\n|\Z)")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_FIELD = re.compile(r"([A-Za-z0-9_][\w .-]{0,60}?)[ \t]*:(?:[ \t]+|$)")
_COMMENT = re.compile(r"[ \t]#")


class Field(NamedTuple):
    """`key: value` on line `line` (from 1); `start`..`end` spans the value without its quotes."""

    key: str
    value: str
    start: int
    end: int
    line: int


class FrontMatter(NamedTuple):
    """What stands before the text, which begins at `end`."""

    end: int = 0
    fields: tuple[Field, ...] = ()
    published: date | None = None
    language: str = ""


def read_front_matter(text: str, path: str = "") -> FrontMatter:
    """The front matter of a Markdown file, empty when it has none.

    Raises FactcheckError, with the line, when it is never closed, holds a line that is no `key: value`, or
    gives a date that cannot be read.
    """
    opening = _FENCE.match(text)
    if opening is None:
        return FrontMatter()
    fields, end = _fields(text, opening.end(), path)
    return FrontMatter(end, fields, _published(fields, path), _language(fields))


def blocks_of_front_matter(front: FrontMatter) -> tuple[Block, ...]:
    """The title and the other fields as blocks."""
    return tuple(
        Block("title" if KEYS.get(field.key) == "title" else "field", field.start, field.end)
        for field in front.fields
        if field.start < field.end
    )


def _fields(text: str, at: int, path: str) -> tuple[tuple[Field, ...], int]:
    """The fields of the lines from `at` to the closing fence, and where that ends."""
    lines, end = _enclosed(text, at, path)
    fields = (_field(line, start, number, path) for number, (start, line) in enumerate(lines, 2))
    return tuple(field for field in fields if field), end


def _enclosed(text: str, at: int, path: str) -> tuple[list[tuple[int, str]], int]:
    lines: list[tuple[int, str]] = []
    while at < len(text) and (line := _LINE.match(text, at)):
        written = line.group().rstrip("\r\n")
        if written.rstrip() in ("---", "..."):
            return lines, line.end()
        lines.append((at, written))
        at = line.end()
    raise FactcheckError("The front matter is never closed: a line with only --- must end it.", path, 1)


def _field(written: str, at: int, number: int, path: str) -> Field | None:
    """The field on a line; None for blank lines, comments, and what belongs to a list or a nested value."""
    if not written.strip() or written[0] in " \t#-]}":
        return None
    key = _FIELD.match(written)
    if key is None:
        raise FactcheckError("This line of the front matter is not 'key: value'.", path, number, 1)
    start, end = _value(written, key.end())
    return Field(key[1].lower(), written[start:end], at + start, at + end, number)


def _value(written: str, start: int) -> tuple[int, int]:
    """The span of the value that begins at `start` of a line, without quotes, blanks and a comment."""
    rest = written[start:].rstrip()
    quote = rest[:1]
    if quote in ('"', "'") and quote in rest[1:]:
        return start + 1, start + rest.rindex(quote)
    comment = _COMMENT.search(rest)
    return start, start + len(rest[: comment.start()].rstrip() if comment else rest)


def _published(fields: tuple[Field, ...], path: str) -> date | None:
    for field in fields:
        if KEYS.get(field.key) == "date" and field.value:
            day = read_date(field.value)
            if day is None:
                raise FactcheckError(f"'{field.value}' is no date; write it as 2024-12-31.", path, field.line)
            return day
    return None


def _language(fields: tuple[Field, ...]) -> str:
    written = next((field.value for field in fields if KEYS.get(field.key) == "language"), "").lower()
    return LANGUAGES.get(written, written.split("-")[0].split("_")[0])
