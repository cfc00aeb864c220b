"""What a page says about itself: title, day of publication, author."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import unescape

from factcheck.cache.patterns import compiled
from factcheck.document.html.elements import Page, Tag
from factcheck.document.html.page_words import PageWords
from factcheck.document.html.tags import Attribute
from factcheck.document.published import read_date
from factcheck.model import Span
from factcheck.typed import NamedTuple

_NAMES = ("property", "name", "itemprop")
_LD_DATE = compiled(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{4,60})"')
_LD_AUTHOR = compiled(
    r'"author"\s{0,9}:\s{0,9}[\[{\s]{0,9}(?:"@type"\s{0,9}:\s{0,9}"\w{1,20}"\s{0,9},\s{0,9})?"name"\s{0,9}:\s{0,9}"([^"]{1,200})"'
)


class Metadata(NamedTuple):
    """`title` and `author` are spans of the file, None where the page does not say."""

    title: Span | None
    published: date | None
    author: Span | None


def read_metadata(text: str, page: Page, words: PageWords) -> Metadata:
    """What the head of the page says, in meta elements, JSON-LD, time elements and the title, in this order."""
    metas = {name: tag.attributes["content"] for tag in page.tags for name in _names(tag)}
    return Metadata(
        title=_first(metas, words.meta["title"]) or _title(page),
        published=_published(text, page, metas, words.meta["date"]),
        author=_first(metas, words.meta["author"]) or _linked_data(text, page, _LD_AUTHOR),
    )


def _names(tag: Tag) -> Iterator[str]:
    if tag.name == "meta" and "content" in tag.attributes:
        yield from (tag.attributes[key].value.lower() for key in _NAMES if key in tag.attributes)


def _first(metas: dict[str, Attribute], names: tuple[str, ...]) -> Span | None:
    for name in names:
        if name in metas and metas[name].value.strip():
            value, start = metas[name]
            return Span(start, start + len(value))
    return None


def _title(page: Page) -> Span | None:
    content = next((tag.content for tag in page.tags if tag.name == "title"), (0, 0))
    return Span(*content) if content[0] < content[1] else None


def _published(text: str, page: Page, metas: dict[str, Attribute], names: tuple[str, ...]) -> date | None:
    """The first day of publication that can be read; a page's printed date is left to the reading of the text."""
    contents = [metas[name].value for name in names if name in metas]
    data = _linked_data(text, page, _LD_DATE)
    times = [
        tag.attributes["datetime"].value for tag in page.tags if tag.name == "time" and "datetime" in tag.attributes
    ]
    written = (*contents, *([text[slice(*data)]] if data else []), *times[:1])
    return next((day for each in written if (day := read_date(unescape(each)))), None)


def _linked_data(text: str, page: Page, pattern: re.Pattern[str]) -> Span | None:
    """What the JSON-LD of the page says; read by pattern, for much of it in the press is no valid JSON."""
    for tag in page.tags:
        kind = tag.attributes.get("type", Attribute("", 0)).value.lower()
        if kind == "application/ld+json" and (match := pattern.search(text, *tag.content)):
            return Span(*match.span(1))
    return None
