"""Front matter at the head of a Markdown file: YAML between two lines `---`, or TOML between two lines `+++`.

Nearly all front matter is lines `key: value`, which are read here in a tenth of a millisecond; lists and nested
keys are passed over. PyYAML (20 ms to import) is asked only where a value we need is written in another way.
"""

from datetime import date
from itertools import pairwise

from factcheck.cache.patterns import compiled
from factcheck.document.published import read_date
from factcheck.document.text.field import Field
from factcheck.errors import FactcheckError
from factcheck.language.detect import named
from factcheck.messages import message
from factcheck.model import Block
from factcheck.typed import NamedTuple

KEYS = {
    "title": "title", "judul": "title", "headline": "title",
    "date": "date", "tanggal": "date", "published": "date", "pubdate": "date", "publishdate": "date",
    "author": "author", "penulis": "author",
    "language": "language", "bahasa": "language", "lang": "language",
}  # fmt: skip

_FENCE = compiled(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n|\Z)")
_LINE = compiled(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_FIELD = compiled(r"([A-Za-z0-9_][\w .-]{0,60}?)[ \t]*:(?:[ \t]+|$)")
_SIGNS = tuple("|>&*!{[?%@`")
"""How a YAML value begins that is not written out on its line."""
_COMMENT = compiled(r"(?:^|[ \t])#")


class FrontMatter(NamedTuple):
    """What stands before the text, which begins at `end`."""

    end: int = 0
    fields: tuple[Field, ...] = ()
    published: date | None = None
    language: str = ""


def read_front_matter(text: str, path: str = "") -> FrontMatter:
    """The front matter of a Markdown file, empty when it has none.

    Raises FactcheckError, with the line, when it is never closed, is no YAML or TOML, or gives a date that cannot
    be read.
    """
    opening = _FENCE.match(text)
    if opening is None:
        return FrontMatter()
    fields, end = _fields(text, opening.end(), opening[1], path)
    return FrontMatter(end, fields, _published(fields, path), _language(fields))


def blocks_of_front_matter(front: FrontMatter) -> tuple[Block, ...]:
    """The title and the other fields as blocks."""
    return tuple(
        Block("title" if KEYS.get(field.key) == "title" else "field", field.start, field.end)
        for field in front.fields
        if field.start < field.end
    )


def _fields(text: str, at: int, fence: str, path: str) -> tuple[tuple[Field, ...], int]:
    """The fields of the lines from `at` to the closing fence, and where that ends."""
    lines, end = _enclosed(text, at, fence, path)
    closing = lines[-1][0] + len(lines[-1][1]) if lines else at
    if fence == "+++":
        from factcheck.document.text.frontmatter_libraries import toml_fields

        return toml_fields(text, at, closing, path), end
    if any(_needs_yaml(line, following) for (_, line), (_, following) in pairwise([*lines, (0, "")])):
        from factcheck.document.text.frontmatter_libraries import yaml_fields

        fields = yaml_fields(text, at, closing)
        if fields is not None:
            return fields, end
    simple = (_field(line, start, number, path) for number, (start, line) in enumerate(lines, 2))
    return tuple(field for field in simple if field), end


def _needs_yaml(line: str, following: str) -> bool:
    """Whether a value that is needed is not plain or in quotes on its own line, or the line is none of ours."""
    if not line.strip() or line[0] in " \t#-]}":
        return False
    key = _FIELD.match(line)
    if key is None:
        return True
    value = line[key.end() :].strip()
    continued = following[:1] in (" ", "\t") and following.strip() != "" and not following.lstrip().startswith("#")
    escaped = (value[:1] == '"' and "\\" in value) or (value[:1] == "'" and "''" in value[1:])
    return key[1].lower() in KEYS and (continued or value[:1] in _SIGNS or escaped)


def _enclosed(text: str, at: int, fence: str, path: str) -> tuple[list[tuple[int, str]], int]:
    lines: list[tuple[int, str]] = []
    closing = ("+++",) if fence == "+++" else ("---", "...")
    while at < len(text) and (line := _LINE.match(text, at)):
        written = line.group().rstrip("\r\n")
        if written.rstrip() in closing:
            return lines, line.end()
        lines.append((at, written))
        at = line.end()
    raise FactcheckError(
        message("The front matter is never closed: a line with only {fence} must end it.", fence=fence), path, 1
    )


def _field(written: str, at: int, number: int, path: str) -> Field | None:
    """The field on a line; None for blank lines, comments, and what belongs to a list or a nested value."""
    if not written.strip() or written[0] in " \t#-]}":
        return None
    key = _FIELD.match(written)
    if key is None:
        raise FactcheckError(message("This line of the front matter is not 'key: value'."), path, number, 1)
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
                raise FactcheckError(
                    message("'{written}' is no date; write it as 2024-12-31.", written=field.value), path, field.line
                )
            return day
    return None


def _language(fields: tuple[Field, ...]) -> str:
    return named(next((field.value for field in fields if KEYS.get(field.key) == "language"), ""))
