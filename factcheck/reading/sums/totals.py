"""Totals with the parts they are said to be made of: 515 jemaah, terdiri dari 410 jemaah dan 105 petugas."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from factcheck.cache.once import once
from factcheck.cache.patterns import compiled
from factcheck.language.figures import DateMention, Number
from factcheck.language.fold import alternation, fold, may_hold, places_of, starts_of, whole_places
from factcheck.language.language import Language, load
from factcheck.model import Document
from factcheck.reading.sums.parts_of_totals import (
    CHOICE,
    FEWEST,
    INTRODUCTION,
    MANY,
    MOST,
    PART,
    SENTENCE_END,
    Division,
    Text,
    are_joined,
    are_of_one_measure,
    are_parts,
    noun_behind,
    words_of_totals,
)
from factcheck.reading.sums.shapes import FILL, mask, masked_figures
from factcheck.reading.sums.sums import REACH, are_gathered

LONGEST = 2000
"""Letters of a sentence that is looked at for parts."""
SENTENCE_ENDS = compiled(r"(?:[.!?;\n]\s{0,9})+")
OPENING = ":("
OPENS, BEFORE = frozenset('.!?\n"'), 4
"""What stands in front of a sentence, and as far in front of its first word as `Words.of` looks."""
REST = compiled(r"[^.!?;:\n,0-9\ue000-\ue003]{0,80}(?:[.!?;)\n]|$)")
NAME_BEFORE = compiled(r"[\w,] [A-Z][a-z]+ $")
BEHIND_NAME = compiled(r"[\s(][A-Z][a-z'-]+ $")
HEAD = compiled(r"\s[a-z/-]+(?:\s[a-z]+)?\s?")
"""54 kecamatan: what is counted, and nothing else, between a total and the sign behind it."""
REPEATED = compiled(r"\s{0,2}\(")
"""25 (dua puluh lima): the words in brackets are the figure again."""


@once
def find_divisions(document: Document, numbers: Sequence[Number], dates: Sequence[DateMention]) -> list[Division]:
    """The totals of an article with their parts, in order; each where the wording or the punctuation divides it."""
    language = load(document.language)
    low = fold(document.plain)
    if not language.changes.totals.parts or not are_gathered(numbers):
        return []
    masked = _once(mask(low, numbers, dates), numbers)
    figures = [one for one in masked_figures(masked, numbers) if not _is_in_name(document.plain, one)]
    starts = [number.start for number in figures]
    text = Text(masked, figures, starts, words_of_totals(language), language, document.plain)
    ways = (_introduced, _closed, _of_a_number, _weighted, _tallied)
    return [division for way in ways for division in way(text, low)]


def _is_in_name(plain: str, number: Number) -> bool:
    """ "Kepulauan Seribu", "Raja Ampat": whether a number in words is the end of a name."""
    if number.form != "word" or not plain[number.start].isupper():
        return False
    return NAME_BEFORE.search(plain, max(0, number.start - INTRODUCTION), number.start) is not None


def _once(masked: str, numbers: Sequence[Number]) -> str:
    """The masked text without the figures that say one again in brackets: 25 (dua puluh lima)."""
    again = (
        other
        for one, other in pairwise(numbers)
        if one.value == other.value and REPEATED.fullmatch(masked, one.end, other.start)
    )
    pieces, free = [], 0
    for number in again:
        pieces += [masked[free : number.start], FILL * (number.end - number.start)]
        free = number.end
    return "".join([*pieces, masked[free:]])


def _introduced(text: Text, low: str) -> Iterator[Division]:
    """Y, terdiri dari a dan b; Y: a, b, dan c; in one sentence or with Y in the sentence before."""
    words = text.language.changes.totals
    signs = [(place, place + 1) for sign in OPENING for place in places_of(text.masked, sign)]
    listed = sorted((*signs, *whole_places(text.masked, low, tuple(words.lists))))
    told = whole_places(text.masked, low, tuple(words.parts))
    for places, whole in ((listed, False), (told, True)):
        for start, end in places:
            if _opens(text, start, end, whole):
                yield from _divided(text, start, end, whole)


def _divided(text: Text, start: int, end: int, told: bool) -> Iterator[Division]:
    """The total that a word or sign divides, with the parts behind it."""
    parts = _after(text, end, bracketed=text.masked.startswith("(", start))
    placed = all(_is_placed(text, part) for part in parts)
    if not told and not placed and not all(noun_behind(text, part) for part in parts):
        yield from _named(text, start, parts)
        return
    wholes = _before(text, start, told) if parts else ()
    alike = placed or len({noun_behind(text, one) for one in (*wholes[:1], *parts)}) == 1
    counted = tuple(whole for whole in wholes if are_of_one_measure(text, [whole, *parts]))
    if counted:
        yield Division(counted, parts, told or (len(parts) >= CHOICE and alike), alike=alike)


def _named(text: Text, sign: int, parts: tuple[Number, ...]) -> Iterator[Division]:
    """ "54 posko: Ampel 21, Selo 18, Cepogo 11, dan Musuk 4": the number right in front of a sign, with parts behind
    names."""
    at = bisect_left(text.starts, sign) - 1
    named = (BEHIND_NAME.search(text.plain, max(0, part.start - PART), part.start) for part in parts)
    if len(parts) >= CHOICE and at >= 0 and all(named):
        whole = text.figures[at]
        if HEAD.fullmatch(text.masked, whole.end, sign) and all(part.value < whole.value for part in parts):
            yield Division((whole,), parts, False, named=True)


def _opens(text: Text, start: int, end: int, told: bool) -> bool:
    """Whether two figures stand near behind a word or sign that may divide a total, and one in front."""
    place = bisect_left(text.starts, end)
    if not 0 < place < len(text.figures) - 1 or text.starts[place] - end > 2 * PART:
        return False
    near = text.starts[place + 1] - text.figures[place].end <= PART
    return near and start - text.figures[place - 1].end <= (REACH if told else INTRODUCTION)


def _closed(text: Text, low: str) -> Iterator[Division]:
    """a, b, dan c, total Y; a, b, dan c. Totalnya Y."""
    if not may_hold(low, text.language.changes.totals.closing):
        return
    for place, whole in enumerate(text.figures[FEWEST:], FEWEST):
        if not are_joined(text, *text.figures[place - FEWEST : place]):
            continue
        said = text.words.closing.search(text.masked, max(0, whole.start - PART), whole.start)
        if said is None or SENTENCE_END.search(text.masked, text.figures[place - 1].end, said.start() - 1):
            continue
        if text.masked[said.start() - 1] in ".\n" and len(said[0].split()) > FEWEST:
            continue
        first = place - 1  # "85 wakil wali kota dengan total 961"
        while first > max(0, place - MOST) and are_joined(text, text.figures[first - 1], text.figures[first]):
            first -= 1
        parts = tuple(text.figures[first:place])
        if (are_parts(text, parts) or len(parts) >= MANY) and are_of_one_measure(text, [whole, *parts]):
            yield Division((whole,), _with_those_before(text, whole, _counted_alike(text, whole, parts)), True)


def _with_those_before(text: Text, whole: Number, parts: tuple[Number, ...]) -> tuple[Number, ...]:
    """The parts; "Kecamatan A terbanyak, 252. Sesudahnya B 132, C 131, dan D 82. Semuanya 596": with those of the
    sentence in front of them, where the total is one slip from all of them."""
    from factcheck.reading.sums.mistyped import slips

    first = bisect_left(text.starts, parts[0].start)
    start = max(text.masked.rfind("\n", 0, parts[0].start), parts[0].start - REACH)
    before = [one for one in text.figures[max(0, first - FEWEST) : first] if one.start > start]
    more = ((*before[len(before) - size :], *parts) for size in range(len(before) + 1))
    near = (each for each in more if slips(whole, sum((one.value for one in each), Decimal(0))) == 1)
    return next(near, parts)


def _counted_alike(text: Text, whole: Number, parts: tuple[Number, ...]) -> tuple[Number, ...]:
    """The parts; "23 perkara dari 16 provinsi, 238 perkara dan 49 perkara. Seluruhnya 310 perkara": those figures of
    their sentence that count what the total counts, where some count something else."""
    noun = noun_behind(text, whole)
    alike = [part for part in parts if noun_behind(text, part) == noun]
    if not noun or len(alike) < FEWEST or len(alike) == len(parts):
        return parts
    ends = [end.end() for end in SENTENCE_END.finditer(text.masked, max(0, parts[0].start - REACH), parts[0].start)]
    first = bisect_left(text.starts, max(ends, default=parts[0].start - REACH))
    before = text.figures[first : bisect_left(text.starts, parts[0].start)]
    return (*(one for one in before if noun_behind(text, one) == noun), *alike)


def _weighted(text: Text, low: str) -> Iterator[Division]:
    """194 poin dari 105 laga berkat 54 kemenangan, 22 hasil imbang, dan 29 kekalahan: both sums."""
    words = text.language.changes.totals
    matches = dict.fromkeys((*words.points, *words.lost), 1)
    for wholes, counts, weights in (
        (words.pointed, words.points, tuple(sorted({*words.points.values()}, reverse=True))),
        (words.played, matches, (1, 1, 1)),
    ):
        for place, number in enumerate(text.figures) if may_hold(low, wholes) else ():
            if _behind(wholes).match(text.masked, number.end):
                parts = list(_counted(text, place, counts))
                if weights == tuple(weight for _, weight in parts):
                    yield Division((number,), tuple(part for part, _ in parts), True, weights)


def _counted(text: Text, place: int, counts: Mapping[str, int]) -> Iterator[tuple[Number, int]]:
    """The figures behind one in its sentence that stand before one of the words, with what the word counts."""
    start = text.figures[place].end
    stop = SENTENCE_END.search(text.masked, start, start + REACH)
    end = stop.start() if stop else start + REACH
    for number in text.figures[place + 1 : place + 1 + 2 * CHOICE]:
        word = _behind(tuple(counts)).match(text.masked, number.end) if number.end < end else None
        if word:
            yield number, counts[word[1]]


@cache
def _behind(words: tuple[str, ...]) -> re.Pattern[str]:
    return compiled(rf"\s({alternation(words)})(?![a-z])")


def _tallied(text: Text, low: str) -> Iterator[Division]:
    if may_hold(low, text.language.changes.totals.tallied):
        from factcheck.reading.sums.tallied_totals import tallied_votes

        yield from tallied_votes(text)


def _of_a_number(text: Text, low: str) -> Iterator[Division]:
    """Dari 82 kota, 78 kota … dan 7 kota …: parts counted in what the whole is counted in."""
    begins = starts_of(low, text.language.changes.totals.of)
    if all(at > BEFORE and OPENS.isdisjoint(low[at - BEFORE : at]) for at in begins):  # within sentences
        return
    nouns = [noun_behind(text, number) for number in text.figures]
    for place, whole in enumerate(text.figures[:-FEWEST]):
        if not nouns[place] or not nouns[place] == nouns[place + 1] == nouns[place + 2]:
            continue
        parts = tuple(text.figures[place + 1 : place + 3])
        if text.words.of.search(text.masked, max(0, whole.start - PART), whole.start):
            stop = SENTENCE_END.search(text.masked, whole.end, whole.end + LONGEST)
            within = parts[-1].end <= (stop.start() if stop else len(text.masked))
            alone = place + 3 >= len(text.figures) or (stop is not None and text.starts[place + 3] > stop.start())
            if within and alone:
                yield Division((whole,), parts, False)


def _is_placed(text: Text, number: Number) -> bool:
    """ "717 rumah: 315 di Depok dan 402 di Blacanan": whether what stands behind a part is where it is of the whole."""
    return _where(text.language).match(text.masked, number.end) is not None


@cache
def _where(language: Language) -> re.Pattern[str]:
    return compiled(rf"\s(?:{alternation(language.changes.totals.where)})\s")


def _after(text: Text, start: int, bracketed: bool) -> tuple[Number, ...]:
    """All figures from `start` to the end of the sentence, or of the bracket, where they read as parts of one list."""
    end = SENTENCE_END.search(text.masked, start, start + LONGEST)
    stop = end.start() if end else min(start + LONGEST, len(text.masked))
    if bracketed:
        closing = text.masked.find(")", start, stop)
        stop = closing if closing >= 0 else start
    first, last = (bisect_left(text.starts, place) for place in (start, stop))
    first += _announces(text, first, last)
    parts = tuple(text.figures[first : min(last, first + MOST + 1)])
    near = parts and parts[0].start - start <= 2 * PART
    return parts if near and are_parts(text, parts) and REST.match(text.masked, parts[-1].end) else ()


def _announces(text: Text, first: int, last: int) -> bool:
    """Whether the first figure says how many parts come: terbagi menjadi dua, yaitu 217.732 orang dan …"""
    if last - first < FEWEST:
        return False
    return text.words.naming.search(text.masked, text.figures[first].end, text.figures[first + 1].start) is not None


def _before(text: Text, end: int, told: bool) -> tuple[Number, ...]:
    """The figures in front of `end` in its sentence, the nearest first; else, where the wording divides, those of the
    sentence before."""
    last = bisect_left(text.starts, end)
    near = [number for number in text.figures[max(0, last - CHOICE) : last] if end - number.end <= REACH]
    own = [number for number in near if not SENTENCE_END.search(text.masked, number.end, end)]
    if own or not told:
        return tuple(reversed(own if told else [one for one in own if end - one.end <= INTRODUCTION]))
    stops = [len(SENTENCE_ENDS.findall(text.masked, number.end, end)) for number in near]
    return tuple(reversed([number for number, count in zip(near, stops, strict=True) if count == 1]))
