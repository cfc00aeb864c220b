"""Where words with capitals follow each other, and which of these runs may hold a person's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.model import Document
from factcheck.reading.name_words import NameWords
from factcheck.reading.spelling import bones

SILENT = ("boilerplate", "field")
HEADLINES = ("title", "heading", "header")
LOOK_BACK = 30
_RUN = re.compile(r"[A-Z][\w'-]*(?:(?:\.[ \n]?|[ \n]{1,4})[A-Z][\w'-]*)*")
_POINT = re.compile(r"(\w+)\.[ \n]?")


class Run(NamedTuple):
    """Words with capitals, one behind the other, in one block.

    `low` is the run in lower case without points, of the same length; `bones` are its words as `spelling.bones`
    has them. `before` is the word before the run (empty: a mark stands there). `headline`: capitals there say
    nothing about names.
    """

    start: int
    end: int
    low: str
    bones: list[str]
    before: str
    headline: bool


def find_runs(document: Document, low: str, words: NameWords) -> list[Run]:
    """All runs of the article's own text, in order; `low` is its plain text in lower case."""
    spans = [
        (start, end, block.kind in HEADLINES)
        for block in document.blocks
        if block.kind not in SILENT
        for start, end in _spans(document.plain, block.start, block.end, words)
    ]
    lows = [low[start:end].replace("\n", " ").replace(".", " ") for start, end, _ in spans]
    frames = bones("\n".join(lows)).split("\n")
    return [
        Run(start, end, text, frame.split(), _before(low, start), headline)
        for (start, end, headline), text, frame in zip(spans, lows, frames, strict=True)
    ]


def candidates(runs: list[Run], words: NameWords, known: frozenset[str]) -> Iterator[Run]:
    """The runs that an office, a speech verb or a word of a known name marks."""
    cues = words.speech | words.office_ends
    for run in runs:
        if (
            run.before in cues
            or not known.isdisjoint(run.bones)
            or not words.office_words.isdisjoint(run.low.split())
        ):
            yield run


def _spans(plain: str, start: int, end: int, words: NameWords) -> Iterator[tuple[int, int]]:
    for match in _RUN.finditer(plain, start, end):
        if "." in match.group():
            yield from _parted(match, words)
        else:
            yield match.span()


def _parted(match: re.Match[str], words: NameWords) -> Iterator[tuple[int, int]]:
    """A run cut at each point that ends a sentence: not behind an initial or a title ("Moh. Najih", "T.T. Asang")."""
    start = match.start()
    for point in _POINT.finditer(match.string, match.start(), match.end()):
        if len(point[1]) > 1 and point[1].lower() not in words.points:
            yield start, point.end(1)
            start = point.end()
    if start < match.end():
        yield start, match.end()


def _before(low: str, start: int) -> str:
    """The word just before an offset with nothing but blanks between."""
    if low[start - 1 : start] not in (" ", "\n"):
        return ""
    lead = low[max(0, start - LOOK_BACK) : start].split()
    return lead[-1] if lead else ""
