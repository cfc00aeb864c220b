"""Suppressions as an editor writes them into an article.

    <!-- factcheck: ignore wrong-value: the region's own figure, see its letter -->
    # factcheck: ignore wrong-value, wrong-rank: the region's own figures
    % factcheck: ignore all: a translation, checked by hand
    .. factcheck: ignore-file wrong-weekday: dates as in the chronicle

The first form is for Markdown and HTML, the others are a line of their own in any other text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from factcheck.cache.patterns import compiled
from factcheck.document.offsets.line_table import LineTable, line_table
from factcheck.document.text.mask_remarks import REMARK
from factcheck.model import Block, Document, Span
from factcheck.typed import NamedTuple

_ORDER = compiled(r"(?P<verb>[\w-]+)[ \t]*(?P<rules>[^:]*)(?P<colon>:?)(?P<reason>.*)", re.DOTALL)
_NAME = r"(?:fact|fakt|cek)[ _-]?(?:check?(?:er)?|cek|chek|fakta)[ \t]{0,3}[:;=,-]?[ \t]{0,3}(?:ignore|abaikan)\b"
_ALMOST = compiled(
    rf"<!--[ \t\r\n]{{0,9}}{_NAME}(?:(?!-->)[^\x00]){{0,300}}-->"
    rf"|^[ \t]*(?:[#%]{{1,3}}|\.\.|//)[ \t]*{_NAME}[^\r\n]{{0,300}}",
    re.MULTILINE | re.IGNORECASE,
)
"""`<!-- fact-check: ignore …`, `<!-- factcheck ignore …`, `# Factcheck; abaikan …`"""
_RULE = compiled(r"[\w*?-]+")
VERBS = {"ignore": False, "ignore-file": True, "abaikan": False, "abaikan-berkas": True}
"""What an order may begin with, in English or in Indonesian, and whether it holds for the whole file."""
PAGES = (".html", ".htm")
LIST_KINDS = ("item", "row", "header")
ANY = (("all",), ("semua",))
FILE = Span(0, 2**62)
NEAR = 200
"""Characters on each side of a comment in which words of its own line are looked for."""


class Suppression(NamedTuple):
    """An order to be silent: `start`..`end` is the comment, `scope` where it holds.

    `rules` are the rules it names, none meaning all. `broken` says what of it is not understood; then it
    silences nothing.
    """

    start: int
    end: int
    scope: Span
    rules: tuple[str, ...] = ()
    reason: str = ""
    broken: str = ""


def find_suppressions(document: Document) -> tuple[Suppression, ...]:
    """The suppressions of a document in order; the work grows with its length, however many they are."""
    if "factcheck:" not in document.text:
        return _almost(document)
    page = _page(document)
    found = [_read(page, remark) for remark in REMARK.finditer(document.text)]
    found = sorted((*found, *_almost(document)))
    following = [suppression.start for suppression in found[1:]]
    return (*map(_until, found, following), *found[-1:])


def _almost(document: Document) -> tuple[Suppression, ...]:
    """Comments that were meant for this tool and are not written as it reads them."""
    if "ignore" not in document.text and "abaikan" not in document.text:
        return ()
    found = (match for match in _ALMOST.finditer(document.text) if not REMARK.match(document.text, match.start()))
    return tuple(
        Suppression(match.start(), match.end(), Span(match.start(), match.start()), broken="almost") for match in found
    )


def without_comments(document: Document, suppressions: tuple[Suppression, ...]) -> Document:
    """`document` with its suppressions blanked, so that nothing in them is read as the article's words."""
    pieces, at = [], 0
    for suppression in suppressions:
        pieces += [document.plain[at : suppression.start], " " * (suppression.end - suppression.start)]
        at = suppression.end
    plain = "".join((*pieces, document.plain[at:]))
    if plain == document.plain:
        return document
    return document._replace(plain=plain, blocks=tuple(_own_words(document, plain)))


def _own_words(document: Document, plain: str) -> Iterator[Block]:
    """The blocks, one that a comment begins or ends cut back to its own words, an empty one left out."""
    for block in document.blocks:
        words = plain[block.start : block.end]
        if words == document.plain[block.start : block.end]:
            yield block
        elif body := words.strip():
            start = block.start + words.index(body)
            yield block._replace(start=start, end=start + len(body))


class _Page(NamedTuple):
    """A document as scopes are looked up in it: where its blocks end, and where the list or table of each ends."""

    document: Document
    lines: LineTable
    ends: list[int]
    wholes: list[int]


def _page(document: Document) -> _Page:
    wholes: list[int] = []
    below = False
    for block in reversed(document.blocks):
        listed = block.kind in LIST_KINDS
        wholes.append(wholes[-1] if listed and below else block.end)
        below = listed
    return _Page(document, line_table(document.text), [block.end for block in document.blocks], wholes[::-1])


def _read(page: _Page, remark: re.Match[str]) -> Suppression:
    start = remark.start() + len(remark.group()) - len(remark.group().lstrip())
    suppression = Suppression(start, remark.end(), Span(start, start))
    order = _ORDER.match((remark["markup"] or remark["line"] or "").strip())
    if order is None or order["verb"] not in VERBS:
        return suppression._replace(broken="it should read `factcheck: ignore RULE: reason`")
    rules = tuple(_RULE.findall(order["rules"]))
    scope = FILE if VERBS[order["verb"]] else _scope(page, suppression)
    return suppression._replace(scope=scope, rules=() if rules in ANY else rules, reason=order["reason"].strip())


def _scope(page: _Page, suppression: Suppression) -> Span:
    """The comment's own line where words stand on it, else the block, or whole list or table, that follows.

    A page may be one line from end to end: there it is the block that the comment stands in.
    """
    text = page.document.text
    line = _line(page.lines, suppression.start, len(text))
    beside = (
        text[max(line.start, suppression.start - NEAR) : suppression.start]
        + text[suppression.end : min(line.end, suppression.end + NEAR)]
    )
    place = bisect_right(page.ends, suppression.end)
    if beside.strip() and not page.document.path.lower().endswith(PAGES):
        return line
    if place == len(page.ends):
        return Span(suppression.end, suppression.end)
    first = page.document.blocks[place]
    return (
        Span(first.start, first.end)
        if first.start < suppression.start
        else Span(max(first.start, suppression.end), page.wholes[place])
    )


def _until(suppression: Suppression, following: int) -> Suppression:
    """A comment in the middle of a list holds up to the next one."""
    scope = suppression.scope
    inside = scope != FILE and suppression.end < scope.start < following < scope.end
    return suppression._replace(scope=Span(scope.start, following)) if inside else suppression


def _line(lines: LineTable, offset: int, length: int) -> Span:
    place = bisect_right(lines.starts, offset)
    return Span(lines.starts[place - 1], lines.starts[place] if place < len(lines.starts) else length)
