"""The elements of a page, and the stretches of its text with the elements that they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.cache.patterns import compiled
from factcheck.document.html.page_words import PageWords
from factcheck.document.html.tags import Attribute, Token, attributes, tokens
from factcheck.typed import NamedTuple

DEEPEST = 200
"""Elements nested deeper belong to the one at this depth: no page is written so, and a hostile one is."""

_HIDDEN = compiled(
    r"display\s?:\s?none|visibility\s?:\s?hidden|text-decoration(?:-line)?\s?:[^;]{0,60}line-through", re.IGNORECASE
)
_NOTE_MARKS = ("#cmnt", "#ftnt")
_REMARK = "#cmnt_ref"
"""How Google Docs exports notes: links in brackets ("[a]", "[1]") there and back; remarks of colleagues among them."""
_HINT = compiled(r"[a-z0-9]+")


class Element(NamedTuple):
    """`parent` is an index, -1 above the first. `block` is the nearest block around it, itself included.

    `mark` is article:N where it is marked as the article (0 the surest), other where it is marked as something
    else, silent where nothing in it is text of the page, else empty. `link` says whether it is a link.
    """

    name: str
    parent: int
    block: int
    depth: int
    mark: str = ""
    link: bool = False
    number: int = 0


class Text(NamedTuple):
    """A stretch of text in the element with index `element`; `line` counts the ends of paragraphs before it."""

    start: int
    end: int
    element: int
    line: int


class Tag(NamedTuple):
    """An opening tag whose attributes say something about the page: meta, time, html; or a raw element."""

    name: str
    attributes: dict[str, Attribute]
    content: tuple[int, int]


class Page(NamedTuple):
    """What a page consists of."""

    elements: list[Element]
    texts: list[Text]
    tags: list[Tag]


ROOT = Element("", -1, 0, 0)
_TELLING = frozenset(("meta", "time", "html", "script", "title"))


def read_page(text: str, words: PageWords) -> Page:
    """The elements and texts of a page, in the order of the file."""
    builder = _Builder(text, words)
    for token in tokens(text):
        builder.take(token)
    return Page(builder.elements, builder.texts, builder.tags)


def ancestors(elements: list[Element], index: int) -> Iterator[int]:
    """The element with this index and those around it, from the inside out."""
    while index >= 0:
        yield index
        index = elements[index].parent


class _Builder:
    """Keeps the elements that are open while the tokens come by."""

    def __init__(self, text: str, words: PageWords) -> None:
        self.elements = [ROOT]
        self.texts: list[Text] = []
        self.tags: list[Tag] = []
        self._text = text
        self._words = words
        self._open = [0]
        self._names: dict[str, int] = {}
        self._line = 0
        self._items: dict[int, int] = {}

    def take(self, token: Token) -> None:
        if token.kind == "text":
            self.texts.append(Text(token.start, token.end, self._open[-1], self._line))
        elif token.kind == "open":
            self._begin(token)
        elif token.kind == "close":
            self._end(token.name)
        elif token.kind == "raw":
            self._content(token)
            self._end(token.name)

    def _begin(self, token: Token) -> None:
        attrs = attributes(self._text[token.start : token.end], token.start)
        if token.name in _TELLING:
            self.tags.append(Tag(token.name, attrs, (token.end, token.end)))
        if token.name in self._words.blocks or token.name == "br":
            self._line += 1
        if token.name in self._words.blocks:
            self._end_implied(token.name)
        if token.name not in self._words.void and self.elements[self._open[-1]].depth < DEEPEST:
            self._push(token.name, attrs)

    def _push(self, name: str, attrs: dict[str, Attribute]) -> None:
        parent = self._open[-1]
        index = len(self.elements)
        block = index if name in self._words.blocks else self.elements[parent].block
        mark = _mark(name, attrs, self._words)
        if _value(attrs, "href").startswith(_REMARK):
            self.elements[block] = self.elements[block]._replace(mark="silent")
        link = name == "a" or self.elements[parent].link
        depth = self.elements[parent].depth + 1
        number = self._number(name, parent, attrs)
        self.elements.append(Element(name, parent, block, depth, mark, link, number))
        self._open.append(index)
        self._names[name] = self._names.get(name, 0) + 1

    def _number(self, name: str, parent: int, attrs: dict[str, Attribute]) -> int:
        """The number that a browser prints before an item of a numbered list, 0 for others."""
        if name == "ol":
            self._items[len(self.elements)] = _integer(attrs.get("start"), 1) - 1
        if name != "li" or self.elements[parent].name != "ol":
            return 0
        self._items[parent] = _integer(attrs.get("value"), self._items[parent] + 1)
        return max(self._items[parent], 0)

    def _end_implied(self, name: str) -> None:
        """Ends what the opening of a block ends though nothing says so: a paragraph, a list item, a cell."""
        ended = self._words.closes.get(name, frozenset(("p",)))
        while self.elements[self._open[-1]].name in ended:
            self._pop()

    def _end(self, name: str) -> None:
        if name in self._words.blocks:
            self._line += 1
        if self._names.get(name):
            while self._pop() != name:
                pass

    def _pop(self) -> str:
        name = self.elements[self._open.pop()].name
        self._names[name] -= 1
        return name

    def _content(self, token: Token) -> None:
        if self.tags and self.tags[-1].name == token.name:
            self.tags[-1] = self.tags[-1]._replace(content=(token.start, token.end))


def _integer(attribute: Attribute | None, default: int) -> int:
    written = attribute.value.strip() if attribute else ""
    return int(written) if re.fullmatch("[0-9]{1,4}", written) else default


def _mark(name: str, attrs: dict[str, Attribute], words: PageWords) -> str:
    if name in words.silent or _is_hidden(attrs) or _value(attrs, "href").startswith(_NOTE_MARKS):
        return "silent"
    if name in ("html", "body"):
        return ""
    labels = _labels(attrs)
    if _value(attrs, "itemprop") in words.itemprops:
        return "article:0"
    if not words.classes.isdisjoint(labels):
        return "article:1"
    if name in words.elements or _value(attrs, "role") in words.elements:
        return f"article:{2 + words.elements.index(name if name in words.elements else _value(attrs, 'role'))}"
    hints = {hint for label in labels for hint in _HINT.findall(label)}
    return "other" if not words.other.isdisjoint(hints | set(labels)) else ""


def _labels(attrs: dict[str, Attribute]) -> list[str]:
    return f"{_value(attrs, 'class')} {_value(attrs, 'id')}".split()


def _value(attrs: dict[str, Attribute], name: str) -> str:
    return attrs[name].value.strip().lower()[:500] if name in attrs else ""


def _is_hidden(attrs: dict[str, Attribute]) -> bool:
    hidden = "hidden" in attrs or _value(attrs, "aria-hidden") == "true"
    return hidden or bool(_HIDDEN.search(_value(attrs, "style")))
