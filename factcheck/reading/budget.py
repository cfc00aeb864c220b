"""How much of a document is read: the work that it can cost is counted beforehand, and what is too much is said.

All that stands in one sentence is held against all else in it, so a sentence costs its words squared. A normal article
of a megabyte comes to some four millions; what nobody would call an article, to thousands of them. The count is of the
text alone, so that the same text always ends at the same place, on any machine.
"""

from __future__ import annotations

from factcheck.cache.patterns import compiled
from factcheck.messages import Message, message
from factcheck.model import Document
from factcheck.reading.scan.sentences import LONGEST

MOST = 60_000_000
"""Words, squared for each sentence: some fifteen megabytes of articles."""
SMALL = 200_000
"""Characters that cannot come to as much, whatever they are; as many are read as one section."""
_STRETCH = compiled(rf"[^.!?\n]{{1,{LONGEST}}}[.!?\n]?|[.!?\n]+")


def within_budget(document: Document) -> tuple[Document, tuple[Message, ...]]:
    """The document as far as it is read, blank from there on, and what is to be said where that is not its end."""
    if len(document.plain) < SMALL:
        return document, ()
    end = _end(document.plain)
    if end == len(document.plain):
        return document, ()
    line = document.text.count("\n", 0, end) + 1
    plain = document.plain[:end] + " " * (len(document.plain) - end)
    blocks = tuple(block for block in document.blocks if block.end <= end)
    sentence = message("This is too long to be read as a whole: nothing from line {line} on was checked.", line=line)
    return document._replace(plain=plain, blocks=blocks), (sentence,)


def _end(plain: str) -> int:
    """Where the work comes to more than is done."""
    work = 0
    for stretch in _STRETCH.finditer(plain):
        words = stretch.group().count(" ") + 1
        work += words * words
        if work > MOST:
            return stretch.start()
    return len(plain)
