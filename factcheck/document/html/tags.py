"""HTML cut into tags and text, each with its place in the file.

Python's own html.parser needs a minute for 40 KB of `<a <a <a`, and lxml and the extractors give no offsets. Here
each character is looked at once or twice, whatever the file: a mark that is never closed is searched for once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.cache.patterns import compiled
from factcheck.typed import NamedTuple

RAW = frozenset(("script", "style", "textarea", "noscript", "iframe", "xmp", "template", "svg", "title"))
"""Elements whose content is no markup, or none of the page's text."""

_NAME = compiled(r"/?([A-Za-z][A-Za-z0-9:-]{0,40})")
_STOP = compiled(r"[>\"']")
_BARE_HIDDEN = compiled(r"\shidden(?=[\s/>])")
_ATTRIBUTE = compiled(
    r"([A-Za-z:][\w:.-]{0,60})[ \t\r\n\f]{0,20}=[ \t\r\n\f]{0,20}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]{1,2000}))"
)


class Token(NamedTuple):
    """A stretch of the file: `kind` is text, open, close, raw (the content of a RAW element) or note.

    `name` is that of the element, in small letters; empty for text and notes (comments, declarations).
    """

    kind: str
    start: int
    end: int
    name: str = ""


class Attribute(NamedTuple):
    """A value as it stands in the file, entities and all."""

    value: str
    start: int


def tokens(text: str) -> Iterator[Token]:
    """The tokens of `text` in order; together they cover it."""
    at = opened = 0
    quotes = _Quotes(text)
    while (start := text.find("<", at)) >= 0:
        token = _token(text, start, quotes)
        if token is None:
            at = start + 1
            continue
        if opened < start:
            yield Token("text", opened, start)
        yield token
        at = opened = token.end
        if token.kind == "open" and token.name in RAW and not text.endswith("/>", token.start, token.end):
            at = opened = _raw_end(text, token)
            yield Token("raw", token.end, at, token.name)
    if opened < len(text):
        yield Token("text", opened, len(text))


def attributes(tag: str, offset: int) -> dict[str, Attribute]:
    """The attributes with values of an opening tag that begins at `offset`, the first of each name; `hidden` without
    one too."""
    found: dict[str, Attribute] = {}
    for match in _ATTRIBUTE.finditer(tag):
        group = next(group for group in (2, 3, 4) if match[group] is not None)
        found.setdefault(match[1].lower(), Attribute(match[group], offset + match.start(group)))
    if "hidden" in tag and _BARE_HIDDEN.search(_ATTRIBUTE.sub(" ", tag)):
        found.setdefault("hidden", Attribute("", offset))
    return found


class _Quotes:
    """Where a tag ends; what a search has not found is not searched for again."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._last = {mark: text.rfind(mark) for mark in (">", '"', "'", "-->")}
        self._trusted = True

    def tag_end(self, at: int) -> int:
        """The end of the tag that begins before `at`; 0 when it has none."""
        if at > self._last[">"]:
            return 0
        end = self._quoted_end(at) if self._trusted else 0
        if not end:
            self._trusted = False  # a quotation mark without its fellow: from here on a tag ends at the first ">"
            end = self._text.index(">", at) + 1
        return end

    def note_end(self, start: int) -> int:
        """The end of a comment or declaration; a comment that is never closed reaches to the end."""
        if self._text.startswith("<!--", start):
            closed = start + 2 <= self._last["-->"]
            return self._text.index("-->", start + 2) + 3 if closed else len(self._text)
        return self._text.index(">", start) + 1 if start < self._last[">"] else 0

    def _quoted_end(self, at: int) -> int:
        while stop := _STOP.search(self._text, at):
            mark, at = stop[0], stop.end()
            if mark == ">":
                return at
            if self._text[max(at - 20, 0) : at - 1].rstrip().endswith("="):
                if at > self._last[mark]:
                    return 0
                at = self._text.index(mark, at) + 1
        return 0


def _token(text: str, start: int, quotes: _Quotes) -> Token | None:
    """The tag or note that begins at `start`; None where "<" is only a sign."""
    if text[start + 1 : start + 2] in ("!", "?"):
        end = quotes.note_end(start)
        return Token("note", start, end) if end else None
    name = _NAME.match(text, start + 1)
    if name is None or not (end := quotes.tag_end(name.end())):
        return None
    kind = "close" if text[start + 1] == "/" else "open"
    return Token(kind, start, end, name[1].lower())


def _raw_end(text: str, token: Token) -> int:
    closing = _closing(token.name).search(text, token.end)
    return closing.start() if closing else len(text)


def _closing(name: str) -> re.Pattern[str]:
    return compiled(f"</{name}(?=[\\s/>])", re.IGNORECASE)
