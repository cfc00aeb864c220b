"""Suppressions as an editor writes them into an article.

    <!-- factcheck: ignore wrong-value: the region's own figure, see its letter -->
    # factcheck: ignore wrong-value, wrong-rank: the region's own figures
    % factcheck: ignore all: a translation, checked by hand
    .. factcheck: ignore-file wrong-weekday: dates as in the chronicle

The first form is for Markdown and HTML, the others are a line of their own in any other text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.document.remarks import REMARK
from factcheck.model import Block, Document, Span

_ORDER = re.compile(r"(?P<verb>[\w-]+)[ \t]*(?P<rules>[^:]*)(?P<colon>:?)(?P<reason>.*)", re.DOTALL)
_RULE = re.compile(r"[\w*?-]+")
VERBS = ("ignore", "ignore-file")
LIST_KINDS = ("item", "row", "header")
FILE = Span(0, 2**62)


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
    """The suppressions of a document in order."""
    if "factcheck:" not in document.text:
        return ()
    return tuple(_read(document, comment) for comment in REMARK.finditer(document.text))


def without_comments(document: Document, suppressions: tuple[Suppression, ...]) -> Document:
    """`document` with its suppressions blanked, so that nothing in them is read as the article's words."""
    blocks, plain = document.blocks, document.plain
    for said in suppressions:
        plain = plain[: said.start] + " " * (said.end - said.start) + plain[said.end :]
        blocks = tuple(_outside(blocks, plain, said)) if plain != document.plain else blocks
    return document._replace(plain=plain, blocks=blocks)


def _outside(blocks: tuple[Block, ...], plain: str, said: Suppression) -> Iterator[Block]:
    """The blocks, one that the comment begins or ends cut back to its own words, an empty one left out."""
    for block in blocks:
        if block.end <= said.start or said.end <= block.start:
            yield block
        elif body := plain[block.start : block.end].strip():
            start = plain.index(body, block.start)
            yield block._replace(start=start, end=start + len(body))


def _read(document: Document, comment: re.Match[str]) -> Suppression:
    start = comment.start() + len(comment.group()) - len(comment.group().lstrip())
    said = Suppression(start, comment.end(), Span(start, start))
    order = _ORDER.match((comment["markup"] or comment["line"] or "").strip())
    if order is None or order["verb"] not in VERBS:
        return said._replace(broken="it should read `factcheck: ignore RULE: reason`")
    rules = tuple(_RULE.findall(order["rules"]))
    scope = FILE if order["verb"] == "ignore-file" else _scope(document, said)
    return said._replace(scope=scope, rules=() if rules == ("all",) else rules, reason=order["reason"].strip())


def _scope(document: Document, said: Suppression) -> Span:
    """The comment's own line where words stand on it, else the block (or whole list or table) that
    follows."""
    text = document.text
    start = max(text.rfind("\n", 0, said.start), text.rfind("\r", 0, said.start)) + 1
    end = min(at for at in (text.find("\n", said.end), len(text)) if at >= 0)
    if (text[start : said.start] + text[said.end : end]).strip():
        return Span(start, end)
    after = [place for place, block in enumerate(document.blocks) if block.end > said.end]
    scope = _together(document.blocks, after[0]) if after else Span(said.end, said.end)
    return Span(max(scope.start, said.end), scope.end)


def _together(blocks: tuple[Block, ...], first: int) -> Span:
    last = first
    while blocks[first].kind in LIST_KINDS and last + 1 < len(blocks) and blocks[last + 1].kind in LIST_KINDS:
        last += 1
    return Span(blocks[first].start, blocks[last].end)
