"""A document into sentences with their mentions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter

from factcheck.cache.patterns import compiled
from factcheck.language.figures import DateMention, Number
from factcheck.language.fold import fold
from factcheck.language.language import Language
from factcheck.model import Block, Document, Span
from factcheck.reading.scan.lexicon import Lexicon, find
from factcheck.reading.scan.mentions import MARKS, Mention, Sentence, Tag
from factcheck.reading.scan.sentences import link_lines, quotations, split
from factcheck.spans import SILENT, Inside, Overlap, inside
from factcheck.typed import TypeVar

IN_LIST = ("item", "row", "header")
"""Kinds of blocks that a list or a table is made of."""
_T = TypeVar("_T", Number, DateMention)
_Item = TypeVar("_Item", Number, Mention)
_PLACE = attrgetter("start", "end")
_MARK = compiled(r"[(),;:|.]")
_YEAR = compiled(r"(?:19|20)[0-9]{2}$")
NOWHERE = inside(())
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
    numbers_in, dates_in = _finder(numbers), _finder(dates)
    low = fold(document.plain)
    linked = any(phrase in low for phrase in language.words.sentence.inline_boilerplate)
    for place, block in enumerate(document.blocks):
        if block.kind in SILENT:
            continue
        links = inside(link_lines(document.plain, block, language.words)) if linked else NOWHERE
        for span in split(document.plain, block, language.words):
            mentions = tuple(_mentions(document.plain, span, block, lexicon, numbers_in(span), dates_in(span), links))
            voice = VOICES.get(block.kind, "article")
            sentences.append(Sentence(len(sentences), span.start, span.end, place, block.kind, voice, mentions))
    return sentences


def quoted(document: Document) -> list[Span]:
    """All quotations of the document."""
    return [span for block in document.blocks if block.kind not in SILENT for span in quotations(document.plain, block)]


def _finder(found: Sequence[_T]) -> Callable[[Span], list[_T]]:
    """What gives those that stand in a span; they are in order of place."""
    if not found:
        return lambda _: []
    starts = [item.start for item in found]

    def within(span: Span) -> list[_T]:
        first = bisect_left(starts, span.start)
        if first == len(starts) or starts[first] >= span.end:
            return []
        return [item for item in found[first : bisect_left(starts, span.end, first)] if item.end <= span.end]

    return within


def _mentions(
    plain: str,
    span: Span,
    block: Block,
    lexicon: Lexicon,
    numbers: Sequence[Number],
    dates: Sequence[DateMention],
    links: Inside,
) -> list[Mention]:
    found_words = find(lexicon, plain, span.start, span.end)
    phrases = [match for match in found_words if match.end - match.start > 1 or _stands_alone(plain, match)]
    counted: Sequence[Number] = ()
    found = phrases
    if numbers or dates:
        found = [Mention(date.start, date.end, {Tag.DATE: ""}, date=date) for date in dates]
        free = _clear(_clear(numbers, dates), [match for match in phrases if match.ids])
        counted = _clear(free, _longer(phrases, free))
        found += [_number(plain, number) for number in counted]
        undated = _clear(phrases, dates)
        names, words = [one for one in undated if one.ids], [one for one in undated if not one.ids]
        found += [*names, *_clear(words, counted)]
    marks = [mark.start() for mark in _MARK.finditer(plain, span.start, span.end)]
    if marks:
        busy = set[int]().union(*[range(one.start, one.end) for one in found])
        found += [Mention(at, at + 1, {MARKS[plain[at]]: ""}) for at in marks if at not in busy]
    found += [Mention(cell.start, cell.start, {Tag.CELL: ""}) for cell in block.cells]
    ordered = sorted(found, key=_PLACE)
    if len(counted) > 1:
        ordered = _told_once(plain, ordered)
    return [item for item in ordered if not links.holds(item.start)] if links.starts else ordered


def _told_once(plain: str, ordered: list[Mention]) -> list[Mention]:
    """The mentions, a number that is told again in brackets as one: "15 (lima belas) kabupaten", "tiga (3) kota"."""
    opens = (at for at in range(1, len(ordered) - 2) if Tag.OPEN in ordered[at].tags)
    again = {at for at in opens if _restates(plain, *ordered[at - 1 : at + 3])}
    if not again:
        return ordered
    told = {at + step for at in again for step in range(3)}
    ends = {at - 1: ordered[at + 2].end for at in again}
    return [one._replace(end=ends.get(at, one.end)) for at, one in enumerate(ordered) if at not in told]


def _restates(plain: str, first: Mention, opens: Mention, second: Mention, closes: Mention) -> bool:
    one, other = first.number, second.number
    if one is None or other is None or one.value != other.value or {one.form, other.form} != {"digits", "word"}:
        return False
    glued = plain[first.end : opens.start] + plain[opens.end : second.start] + plain[second.end : closes.start]
    return Tag.OPEN in opens.tags and Tag.CLOSE in closes.tags and not glued.strip()


def _stands_alone(plain: str, match: Mention) -> bool:
    """A single letter is a word of a scale only as a capital that stands alone: "A", not "a" and not "D.I."."""
    after = plain[match.end : match.end + 2]
    joined = plain[match.start - 1 : match.start] in ("-", ".", "&", "'") or after[:1] in ("-", "'", "&")
    initial = after[:1] == "." and after[1:2].isalpha()
    return plain[match.start].isupper() and not joined and not initial


def _longer(phrases: Sequence[Mention], numbers: Sequence[Number]) -> list[Mention]:
    """Phrases that hold a number word and more: "dua tahun lalu" is no number."""
    held = ((number, phrase) for number, phrase in _at(phrases, numbers) if number.end <= phrase.end)
    return [phrase for number, phrase in held if phrase.end - phrase.start > number.end - number.start]


def _at(phrases: Sequence[Mention], numbers: Sequence[Number]) -> Iterator[tuple[Number, Mention]]:
    """Each number with the last phrase that does not begin behind it."""
    starts = [phrase.start for phrase in phrases]
    for number in numbers:
        place = bisect_right(starts, number.start) - 1
        if place >= 0:
            yield number, phrases[place]


def _number(plain: str, number: Number) -> Mention:
    written = plain[number.start : number.end]
    if number.form == "digits" and not number.unit and _YEAR.match(written):
        return Mention(number.start, number.end, {Tag.YEAR_DIGITS: written}, number=number)
    return Mention(number.start, number.end, {Tag.NUMBER: number.form}, number=number)


def _clear(items: Sequence[_Item], pieces: Sequence[Number | Mention | DateMention]) -> Sequence[_Item]:
    """The items that share no letter with any of the pieces."""
    if not pieces or not items:
        return items
    if len(pieces) == 1:
        start, end = pieces[0].start, pieces[0].end
        return [item for item in items if item.end <= start or item.start >= end]
    taken = Overlap(pieces)
    return [item for item in items if not taken.meets(item.start, item.end)]
