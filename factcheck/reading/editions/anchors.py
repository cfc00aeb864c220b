"""Which edition a place in a draft is about, and whom of it: by the names, regions and figures around it."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from factcheck.cache.patterns import compiled
from factcheck.language.fold import fold
from factcheck.reading.editions.given import Edition, Who
from factcheck.reading.scan.frame import Frame
from factcheck.typed import NamedTuple

_WORD = compiled(r"\w+")
ANY = ""
"""The edition of a name that several have."""
SHORT = 4
"""Letters of a word by which somebody is known."""


class Anchor(NamedTuple):
    """A place in a block that shows what it is about: an edition, and somebody in it."""

    start: int
    key: str
    who: Who


class Anchors:
    """The places of a draft that show which of its editions a block is about."""

    def __init__(self, frames: Sequence[Frame], editions: Sequence[Edition]) -> None:
        self.by_key = {one.key: one for one in editions}
        self._places: dict[int, list[Anchor]] = defaultdict(list)
        names, regions = _names(editions), _regions(editions)
        for frame in frames:
            self._places[frame.sentence.block] += _in_sentence(frame, names, regions)
        for places in self._places.values():
            places.sort()

    def add(self, frame: Frame, anchor: Anchor) -> None:
        """A further place in the block of a sentence."""
        insort(self._places[frame.sentence.block], anchor)

    def near(self, frame: Frame, start: int) -> Sequence[str]:
        """The editions that the block of a place is about, the last in front of it first; else the only one."""
        before, behind = self._around(frame, start)
        ordered = dict.fromkeys(one.key for one in (*before, *behind) if one.key != ANY)
        return list(ordered) or (list(self.by_key) if len(self.by_key) == 1 else [])

    def last_named(self, frame: Frame, start: int, key: str) -> Who:
        """Whoever of an edition is named last in front of a place in its block; nobody where none is."""
        before, _ = self._around(frame, start)
        return next((one.who for one in before if one.key in (key, ANY) and one.who), ())

    def _around(self, frame: Frame, start: int) -> tuple[Sequence[Anchor], Sequence[Anchor]]:
        """The anchors in front of a place in its block, the last first, and those behind it."""
        places = self._places.get(frame.sentence.block, [])
        first = bisect_right(places, start, key=lambda one: one.start)
        return places[:first][::-1], places[first:]


def _in_sentence(frame: Frame, names: Mapping[str, tuple[str, Who]], regions: Mapping[str, str]) -> Iterator[Anchor]:
    for match in _WORD.finditer(frame.plain, frame.sentence.start, frame.sentence.end):
        if match[0][0].isupper() and (known := names.get(match[0].lower())) is not None:
            yield Anchor(match.start(), *known)
    for mention in frame.mentions:
        for key in {regions[one] for one in mention.ids if one in regions}:
            yield Anchor(mention.start, key, ())


def _regions(editions: Sequence[Edition]) -> Mapping[str, str]:
    """The regions of which the draft has one edition, with that."""
    found: dict[str, set[str]] = defaultdict(set)
    for edition in editions:
        found[edition.entity].add(edition.key)
    return {entity: next(iter(keys)) for entity, keys in found.items() if len(keys) == 1}


def _names(editions: Sequence[Edition]) -> Mapping[str, tuple[str, Who]]:
    """Words by which those in the editions are known, each with the edition and whose; of nobody where of two."""
    found: dict[str, set[tuple[str, Who]]] = defaultdict(set)
    for edition in editions:
        for entry in edition.entries:
            for word in (word for name in entry.who for word in _WORD.findall(fold(name)) if len(word) >= SHORT):
                found[word].add((edition.key, entry.who))
    told = {word: _one_of(those) for word, those in found.items()}
    return {word: one for word, one in told.items() if one != (ANY, ())}


def _one_of(those: Collection[tuple[str, Who]]) -> tuple[str, Who]:
    """The edition and whose: any where several have the same one, nobody where one has two."""
    keys, whose = {key for key, _ in those}, {who for _, who in those}
    return next(iter(keys)) if len(keys) == 1 else ANY, next(iter(whose)) if len(whose) == 1 else ()
