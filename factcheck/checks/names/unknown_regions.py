"""Regions named with the word for their kind that no region is called: a letter off a long name, or among neighbours of
one province."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case
from factcheck.language.fold import alternation, fold, starts_of
from factcheck.language.language import Language
from factcheck.language.one_letter import letters_apart
from factcheck.model import EntityRecord, Span
from factcheck.reading.people.governments import regions_at
from factcheck.reference.ask.reference import Reference
from factcheck.reference.packs.info import SECOND
from factcheck.spans import SILENT
from factcheck.typed import NamedTuple

NEIGHBOURS = 2
"""So many other regions of one province, and of no other, stand in the sentence."""
APART = 2
"""Letters by which each word may differ; all letters may also be the same, some in the other word."""
BEGINS = 2
"""Letters that each word has in common with the right one from its beginning."""
LONG = 10
"""Letters of a name that a letter otherwise makes no other of."""
_NAME = compiled(r"[A-Z][\w'’-]*(?:[ \n][A-Z][\w'’-]*){0,3}")
_CAPITAL = compiled(r"(?<!\w)[A-Z]")
_END = compiled(r"[.!?:;]\s|\n")


class Unknown(NamedTuple):
    """A name that no region bears, and the one that is meant; `whole` is the name with its kind, `by_neighbours`
    whether those beside it tell which one, or its letters alone."""

    name: Span
    whole: Span
    right: EntityRecord
    by_neighbours: bool


def unknown_regions(case: Case) -> Iterator[Unknown]:
    """The names behind a word for a kind of region that mean one region of the province of their neighbours, or one
    that is a letter off."""
    kinds, plain = _kinds(case.reference.whole, case.language), case.document.plain
    starts = starts_of(fold(plain), kinds)
    for block in case.document.blocks if starts else ():
        if block.kind in SILENT:
            continue
        for start in starts[bisect_left(starts, block.start) : bisect_left(starts, block.end)]:
            match = _cue(case.language, kinds).match(plain, start, block.end)
            name = _NAME.match(plain, match.end(), block.end) if match else None
            if match and name and not regions_at(plain, name.start(), case.reference)[1]:
                sentence = _sentence(plain, match.start(), block.start, block.end)
                near = _meant(case, Span(*name.span()), sentence)
                right = near or _letter_off(case, match.group(), name.group())
                if right is not None:
                    yield Unknown(Span(*name.span()), Span(match.start(), name.end()), right, near is not None)


@lru_cache(maxsize=8)
def _kinds(reference: Reference, language: Language) -> tuple[str, ...]:
    """The words for kinds of regions below a province, those that are said of any town left out."""
    table = language.people.governments
    found = (kind for row in table.words for kind, words in row.items() if kind in words.lower().split("|"))
    return tuple(kind for kind in found if reference.level(kind) == SECOND and kind not in table.loose)


@cache
def _cue(language: Language, kinds: tuple[str, ...]) -> re.Pattern[str]:
    before = "".join(rf"(?<!{re.escape(word)} )" for word in language.people.governments.not_after)
    return compiled(rf"(?<!\w){before}(?i:{alternation(kinds)})[ \n](?=[A-Z])")


def _sentence(plain: str, at: int, first: int, last: int) -> Span:
    start = max((end.end() for end in _END.finditer(plain, first, at)), default=first)
    stop = _END.search(plain, at, last)
    return Span(start, stop.start() if stop else last)


def _meant(case: Case, name: Span, sentence: Span) -> EntityRecord | None:
    """The one region of the province of the neighbours that a name is meant for; None where that cannot be told."""
    near = _neighbours(case, name, sentence)
    provinces = {case.reference.entities[one].parent for one in near}
    if len(near) < NEIGHBOURS or len(provinces) != 1:
        return None
    province = provinces.pop()
    words = fold(case.document.plain[name.start : name.end]).split()
    records = [one for one in case.reference.entities.values() if one.parent == province and one.id not in near]
    if set(words) <= set(case.language.people.governments.not_before):
        fitting = [one for one in records if fold(one.name).split()[2:] == words]  # "Kabupaten Timur"
    else:
        fitting = [one for one in records if is_alike(words, fold(one.name).split()[1:])]
    return fitting[0] if len(fitting) == 1 else None


def _letter_off(case: Case, kind: str, name: str) -> EntityRecord | None:
    """ "Kabupaten Kutai Kertanegara": the one region of that kind whose long name of several words is a letter off."""
    words = fold(name).split()
    if len(words) < NEIGHBOURS or sum(map(len, words)) < LONG:
        return None
    named = _by_first_word(case.reference).get(fold(kind).strip(), ())
    fitting = [one for rest, one in named if _apart(words, rest) == 1]
    return fitting[0] if len(fitting) == 1 else None


@lru_cache(maxsize=8)
def _by_first_word(reference: Reference) -> Mapping[str, Sequence[tuple[Sequence[str], EntityRecord]]]:
    """The entities with the words of their names behind the first, by that: asked of each name that nobody bears."""
    found: dict[str, list[tuple[Sequence[str], EntityRecord]]] = {}
    for one in reference.entities.values():
        first, *rest = fold(one.name).split() or [""]
        found.setdefault(first, []).append((rest, one))
    return found


def _apart(words: Sequence[str], right: Sequence[str]) -> int:
    """By how many letters two names of as many words differ."""
    if len(words) != len(right):
        return LONG
    return sum(letters_apart(one, other) for one, other in zip(words, right, strict=True))


def _neighbours(case: Case, name: Span, sentence: Span) -> Collection[str]:
    """The regencies and cities that a sentence names, told from their namesakes by the others' province."""
    found: list[tuple[str, ...]] = []
    at = sentence.start
    while (capital := _CAPITAL.search(case.document.plain, at, sentence.end)) is not None:
        end, ids = regions_at(case.document.plain, capital.start(), case.reference)
        at = max(end, capital.end())
        below = tuple(one for one in ids if case.reference.level_of(one) == SECOND)
        if below and not name.start <= capital.start() < name.end:
            found.append(below)
    single = {case.reference.entities[ids[0]].parent for ids in found if len(ids) == 1}
    return {one for ids in found for one in ids if len(ids) == 1 or case.reference.entities[one].parent in single}


def is_alike(words: Sequence[str], right: Sequence[str]) -> bool:
    """Whether each of several words begins as the right one does and is two letters off at most, or all their letters
    are the same."""
    if len(words) != len(right) or len(words) < NEIGHBOURS:
        return False
    begins = all(one[:BEGINS] == other[:BEGINS] for one, other in zip(words, right, strict=True))
    return begins and all(letters_apart(one, other, APART) <= APART for one, other in zip(words, right, strict=True))
