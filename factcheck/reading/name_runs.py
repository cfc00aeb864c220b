"""Where words with capitals follow each other, and which of these runs may hold a person's name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.model import Document
from factcheck.reading.name_words import NameWords
from factcheck.reading.spelling import bones

SILENT = ("boilerplate", "field")
HEADLINES = ("title", "heading", "header")
LOOK_BACK = 40


class Run(NamedTuple):
    """Words with capitals, one behind the other, in one block.

    `bones` are its words as `spelling.bones` has them. `headline`: capitals there say nothing about names.
    """

    start: int
    end: int
    low: str
    bones: frozenset[str]
    block: int
    headline: bool


def find_runs(document: Document, words: NameWords) -> list[Run]:
    """All runs of the article's own text, in order."""
    plain = document.plain
    places = [
        (match.start(), match.end(), place, block.kind in HEADLINES)
        for place, block in enumerate(document.blocks)
        if block.kind not in SILENT
        for match in words.run.finditer(plain, block.start, block.end)
    ]
    lows = [_low(plain[start:end]) for start, end, _, _ in places]
    frames = bones("\n".join(lows)).split("\n")
    return [
        Run(start, end, low, frozenset(frame.split()), block, headline)
        for (start, end, block, headline), low, frame in zip(places, lows, frames, strict=True)
    ]


def _low(text: str) -> str:
    low = text.lower()
    return (low if len(low) == len(text) else text).replace("\n", " ").replace(".", " ")


def word_before(plain: str, start: int) -> str:
    """The word just before an offset with nothing but blanks between, in lower case; else empty."""
    lead = plain[max(0, start - LOOK_BACK) : start].rstrip(" \n")
    if not lead or lead[-1] in ",.;:!?)(\"'":
        return ""
    return lead[max(lead.rfind(" "), lead.rfind("\n")) + 1 :].lower()


def candidates(
    runs: list[Run], plain: str, words: NameWords, known: frozenset[str]
) -> Iterator[tuple[Run, str]]:
    """The runs that an office, a speech verb or a word of a known name marks, with the word before."""
    for run in runs:
        before = word_before(plain, run.start)
        if (
            before in words.speech
            or before in words.office_ends
            or not known.isdisjoint(run.bones)
            or any(word in words.offices for word in run.low.split())
        ):
            yield run, before
