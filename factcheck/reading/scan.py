"""A document into sentences with their mentions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from factcheck.cache.patterns import compiled
from factcheck.language.load import Language
from factcheck.model import Block, Document, Span
from factcheck.reading.lexicon import Lexicon, Match, find
from factcheck.reading.mentions import DateMention, Mention, Number, Sentence
from factcheck.reading.sentences import link_lines, quotations, split, within

_T = TypeVar("_T", Number, DateMention)
_MARK = compiled(r"[(),;:|.]")
_YEAR = compiled(r"(?:19|20)[0-9]{2}$")
MARKS = {"(": "open", ")": "close", ",": "comma", ";": "semicolon", ":": "colon", "|": "cell", ".": "stop"}
SILENT = ("boilerplate", "field")
"""Kinds of blocks whose text is not the article's voice."""

VOICES = {"title": "headline", "heading": "headline", "caption": "caption", "boilerplate": "boilerplate"}


def scan(
    document: Document,
    lexicon: Lexicon,
    language: Language,
    numbers: Sequence[Number],
    dates: Sequence[DateMention],
) -> list[Sentence]:
    """The sentences of the document in order, each with its mentions; blocks that are no article text are left out."""
    sentences: list[Sentence] = []
    for place, block in enumerate(document.blocks):
        if block.kind in SILENT:
            continue
        links = link_lines(document.plain, block, language.words)
        for span in split(document.plain, block, language.words):
            mentions = tuple(
                _mentions(document.plain, span, block, lexicon, _in(numbers, span), _in(dates, span), links)
            )
            voice = VOICES.get(block.kind, "article")
            sentences.append(Sentence(len(sentences), span.start, span.end, place, block.kind, voice, mentions))
    return sentences


def quoted(document: Document) -> list[Span]:
    """All quotations of the document."""
    return [span for block in document.blocks if block.kind not in SILENT for span in quotations(document.plain, block)]


def _in(found: Sequence[_T], span: Span) -> list[_T]:
    first = bisect_left(found, span.start, key=lambda item: item.start)
    return [
        item for item in found[first : first + span.end - span.start] if item.end <= span.end and item.start < span.end
    ]


def _mentions(
    plain: str,
    span: Span,
    block: Block,
    lexicon: Lexicon,
    numbers: Iterable[Number],
    dates: Sequence[DateMention],
    links: Sequence[Span],
) -> Iterator[Mention]:
    phrases = [match for match in find(lexicon, plain, span.start, span.end) if _stands(plain, match)]
    names = [Span(match.start, match.end) for match in phrases if match.ids]
    taken = [Span(date.start, date.end) for date in dates]
    found = [Mention(date.start, date.end, {"date": ""}, date=date) for date in dates]
    free = [number for number in numbers if not _touches(taken, number) and not _touches(names, number)]
    over = _longer(phrases, free)
    found += [_number(plain, number) for number in free if not _touches(over, number)]
    counted = [Span(number.start, number.end) for number in free if not _touches(over, number)]
    found += [
        Mention(match.start, match.end, match.tags, match.ids)
        for match in phrases
        if not _touches(taken, match) and (match.ids or not _touches(counted, match))
    ]
    busy = sorted(Span(item.start, item.end) for item in found)
    found += [
        Mention(mark.start(), mark.end(), {MARKS[mark.group()]: ""})
        for mark in _MARK.finditer(plain, span.start, span.end)
        if not _covered(busy, mark.start())
    ]
    found += [Mention(cell.start, cell.start, {"cell": ""}) for cell in block.cells]
    yield from (
        item for item in sorted(found, key=lambda item: (item.start, item.end)) if not within(links, item.start)
    )


def _stands(plain: str, match: Match) -> bool:
    """A single letter is a word of a scale only as a capital that stands alone: "A", not "a" and not "D.I."."""
    if match.end - match.start > 1:
        return True
    after = plain[match.end : match.end + 2]
    joined = plain[match.start - 1 : match.start] in ("-", ".", "&", "'") or after[:1] in ("-", "'", "&")
    initial = after[:1] == "." and after[1:2].isalpha()
    return plain[match.start].isupper() and not joined and not initial


def _longer(phrases: Sequence[Match], numbers: Sequence[Number]) -> list[Span]:
    """Phrases that hold a number word and more: "dua tahun lalu" is no number."""
    return [
        Span(match.start, match.end)
        for match in phrases
        for number in numbers
        if match.start <= number.start
        and number.end <= match.end
        and match.end - match.start > number.end - number.start
    ]


def _number(plain: str, number: Number) -> Mention:
    written = plain[number.start : number.end]
    if number.form == "digits" and not number.unit and _YEAR.match(written):
        return Mention(number.start, number.end, {"year.digits": written}, number=number)
    return Mention(number.start, number.end, {"number": number.form}, number=number)


def _touches(spans: Iterable[Span], item: Number | Match | DateMention) -> bool:
    return any(span.start < item.end and item.start < span.end for span in spans)


def _covered(spans: Sequence[Span], at: int) -> bool:
    place = bisect_left(spans, at + 1, key=lambda span: span.start) - 1
    return place >= 0 and spans[place].start <= at < spans[place].end
