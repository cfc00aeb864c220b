"""Names beside the figures of an edition that are one letter off those of whom it tells there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from factcheck.cache.patterns import compiled
from factcheck.language.fold import fold
from factcheck.model import Entry, Span
from factcheck.reading.editions.given import Edition, Who
from factcheck.reading.editions.told import Told
from factcheck.reading.scan.frame import Frame
from factcheck.typed import NamedTuple

_WORD = compiled(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_JOINED = compiled(r" |-|–|/| dan | and | & ")
LEAST, LONE = 4, 5
"""Letters of a word that is told beside another of its pair; of one with nothing but its figure behind it."""
BEHIND = 60
"""Code points from a name to its figure."""


class Misspelt(NamedTuple):
    """A name as written, a letter off that of somebody in an edition; `right` is how it reads there."""

    span: Span
    right: str
    name: str
    entry: Entry


class Word(NamedTuple):
    start: int
    end: int
    low: str


def misspelt(frames: Sequence[Frame], told: Sequence[Told]) -> Iterator[Misspelt]:
    """The names that are a letter off one of an edition whose figures their block tells, beside another word of the
    same name or of the running mate's, or in front of the figure; not where the draft writes it so again and again."""
    by_block: dict[int, list[Told]] = {}
    for one in told:
        by_block.setdefault(one.frame.sentence.block, []).append(one)
    plain = frames[0].plain if frames else ""
    times = Counter(match[0] for match in _WORD.finditer(fold(plain)))
    for block, some in groupby(frames, lambda frame: frame.sentence.block):
        here, sentences = by_block.get(block, ()), [*some]
        if not here:
            continue
        first, last = sentences[0].sentence.start, sentences[-1].sentence.end
        words = [Word(*match.span(), fold(match[0])) for match in _WORD.finditer(plain, first, last)]
        for edition in {one.own.key: one.own for one in here}.values():
            yield from _of(edition, words, plain, times, here)


def _of(
    edition: Edition, words: Sequence[Word], plain: str, times: Mapping[str, int], here: Sequence[Told]
) -> Iterator[Misspelt]:
    bearers = {word: (name, entry) for entry in edition.entries for name in entry.who for word in _words(name)}
    for at, word in enumerate(words):
        if word.low in bearers or len(word.low) < LEAST or not plain[word.start].isupper():
            continue
        near = {right: bearers[right][1].who for right in bearers if _is_slip(word.low, right)}
        beside = [right for right, who in near.items() if _is_beside(at, words, plain, who)]
        alone = [one for one, who in near.items() if one not in times and _has_figure(word, who, here, plain)]
        borne = beside or alone
        if len(borne) == 1 and (times.get(word.low, 0) == 1 or borne[0] in times):
            yield _made(at, words, plain, borne[0], *bearers[borne[0]])


def _words(name: str) -> list[str]:
    return [fold(match) for match in _WORD.findall(name)]


def _is_slip(written: str, right: str) -> bool:
    """Whether one letter within a word is another: a doubled or a silent one is how others spell the name."""
    if len(written) != len(right) or written[0] != right[0]:
        return False
    return sum(one != other for one, other in zip(written, right, strict=True)) == 1


def _is_beside(at: int, words: Sequence[Word], plain: str, who: Who) -> bool:
    """Whether the word in front or behind is one of the pair's names, and nothing but a blank or a dash between."""
    own = {word for name in who for word in _words(name)}
    for one, other in ((at - 1, at), (at, at + 1)):
        if one >= 0 and other < len(words):
            beside = words[one] if other == at else words[other]
            if beside.low in own and _JOINED.fullmatch(plain, words[one].end, words[other].start):
                return True
    return False


def _has_figure(word: Word, who: Who, here: Sequence[Told], plain: str) -> bool:
    """Whether the figure of a pair stands close behind a long word, and no other figure between."""
    behind = [one for one in here if one.number.start >= word.end]
    first = min(behind, key=lambda one: one.number.start, default=None)
    if first is None or len(word.low) < LONE or first.given.who != who or first.given.kind == "difference":
        return False
    between = plain[word.end : first.number.start]
    return len(between) <= BEHIND and not any(map(str.isdigit, between))


def _made(at: int, words: Sequence[Word], plain: str, right: str, name: str, entry: Entry) -> Misspelt:
    """The slip with the words of the name that stand around it."""
    own, first, last = set(_words(name)), at, at

    def goes_on(one: int, other: int) -> bool:
        return plain[words[one].end : words[other].start] == " "

    while first and words[first - 1].low in own and goes_on(first - 1, first):
        first -= 1
    while last + 1 < len(words) and words[last + 1].low in own and goes_on(last, last + 1):
        last += 1
    word = words[at]
    cased = right.upper() if plain[word.start : word.end].isupper() else right.capitalize()
    mended = plain[words[first].start : word.start] + cased + plain[word.end : words[last].end]
    return Misspelt(Span(words[first].start, words[last].end), mended, name, entry)
