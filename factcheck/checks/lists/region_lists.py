"""Regions in a row behind the word for their kind: "tiga kabupaten di NTB, yakni A, B, dan C".

Such a list needs no pack: the gazetteer has the kind of each name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.cache.once import once
from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case
from factcheck.language.figures import Number
from factcheck.language.fold import alternation, fold, holds, whole_places
from factcheck.language.language import Language
from factcheck.model import Span
from factcheck.reading.people.governments import regions_at
from factcheck.reading.people.office import place_at
from factcheck.reading.sums.shapes import is_year
from factcheck.reference.ask.reference import Reference
from factcheck.reference.packs.info import FIRST, SECOND
from factcheck.spans import SILENT
from factcheck.typed import NamedTuple

OFF, MOST = 2, 40
"""By so many at most a list of regions misses its number: of many, some only may be named."""
FEWEST = 2
"""Names of the shortest list."""
BACK = 30
"""Letters in front of the word for a kind in which its number stands."""
_CAPITAL = compiled(r"(?<![\w-])[A-Z][\w'’-]+")
_NAME = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}"
_AND = compiled(r"^(?: [a-z/-]+){1,3},? [a-z]{2,5} $")
"""Between two numbers of one list: "lima dinas dan dua"."""
_WORD = compiled(r"([a-z]+) $")


class RegionList(NamedTuple):
    """The word for what is listed, the kinds it is for, its number, the names with their ids, and how it is told.

    `some`: a word such as "beberapa" stands for the number. `open`: others are left out ("seperti"). `whole`: the last
    two are joined by "dan", and the sentence ends.
    """

    noun: Span
    kinds: frozenset[str]
    number: Number | None
    some: bool
    open: bool
    whole: bool
    names: Sequence[tuple[Span, tuple[str, ...]]]


@once
def region_lists(case: Case) -> Sequence[RegionList]:
    """The lists of a draft that are nothing but regions, in order."""
    low = fold(case.document.plain)
    kinds = region_kinds(case.reference)
    if not kinds or not (":" in low or holds(low, leads(case.language))):
        return ()
    heads, places = _heads(case.language, kinds), case.language.changes.lists.places
    found: list[RegionList] = []
    for start, stop in own_places(case, (*kinds, *places)):
        match = heads.match(low, start, stop) if not found or start >= found[-1].names[-1][0].end else None
        one = _list(case, match) if match is not None else None
        found += [one] if one is not None else []
    return tuple(found)


def own_places(case: Case, words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where words stand in what is the draft's own, in order, each with the end of its block."""
    low, blocks = fold(case.document.plain), case.document.blocks
    at = 0
    for start, _ in whole_places(low, low, words):
        while at < len(blocks) and blocks[at].end <= start:
            at += 1
        if at < len(blocks) and blocks[at].start <= start and blocks[at].kind not in SILENT:
            yield start, blocks[at].end


def miscounted(case: Case) -> Iterator[tuple[Number, int]]:
    """The numbers of regions of a kind that the lists behind them miss by one or two, and how many are named."""
    for found in region_lists(case):
        number, named = found.number, len(found.names)
        if number is None or found.open or not found.whole or not FEWEST <= number.value <= MOST:
            continue
        if 0 < abs(number.value - named) <= OFF and not _is_one_name(case, found.names):
            around = sum({case.reference.level_of(one) for one in ids} == {FIRST} for _, ids in found.names)
            if number.value not in (named - around, named + _named_next(case, found.names[-1][0].end)):
                yield number, named


def _named_next(case: Case, end: int) -> int:
    """How many regions the sentence behind a list names, which may be the rest of it: "… dan Buru. Kotanya Ambon"."""
    plain = case.document.plain
    stop = min(one for one in (plain.find(".", end + 2), plain.find("\n", end + 2), len(plain)) if one > 0)
    names = [regions_at(plain, name.start(), case.reference)[1] for name in _CAPITAL.finditer(plain, end + 2, stop)]
    return len({ids for ids in names if ids})


def _is_one_name(case: Case, names: Sequence[tuple[Span, tuple[str, ...]]]) -> bool:
    """ "Bangka dan Belitung": whether the last two of a list are the name of one region too."""
    words = " ".join(case.document.plain[slice(*span)] for span, _ in names[-2:]).lower().split()
    return place_at(case.reference.aliases, words, 0)[0] == len(words)


def region_kinds(reference: Reference) -> tuple[str, ...]:
    """The kinds of the regions of a gazetteer: provinsi, kabupaten, kota."""
    return reference.kinds_on(FIRST, SECOND)


@cache
def kind_words(kinds: tuple[str, ...]) -> str:
    """A pattern for the word of one kind, or those of two: "kabupaten/kota", "kabupaten dan kota"."""
    kind = alternation(kinds)
    return rf"(?P<noun>(?:{kind})(?:(?:\s?/\s?|\s(?:dan|atau)\s)(?:{kind}))?)(?![\w/-])"


@cache
def _heads(language: Language, kinds: tuple[str, ...]) -> re.Pattern[str]:
    lists = language.changes.lists
    lead, places = alternation(leads(language)), rf"(?P<place>{alternation(lists.places)})(?![\w/-])"
    between = r"(?:[^.;:!?\n0-9()]|\b(?:19|20)[0-9]{2}\b){0,90}?"
    return compiled(rf"(?:{kind_words(kinds)}|{places}){between}(?P<lead>:|[,.]?\s(?:{lead})[,:]?)\s")


def leads(language: Language) -> tuple[str, ...]:
    """What leads to the names of a list."""
    return (*language.changes.lists.leads, *language.changes.totals.parts)


@cache
def _run(language: Language) -> re.Pattern[str]:
    last = alternation(language.changes.lists.last)
    return compiled(rf"{_NAME}(?:(?:,? (?:{last})|,) {_NAME}){{1,40}}")


@cache
def _joined(language: Language) -> re.Pattern[str]:
    return compiled(rf",? (?:{alternation(language.changes.lists.last)}) ")


def _list(case: Case, head: re.Match[str]) -> RegionList | None:
    plain, lists = case.document.plain, case.language.changes.lists
    noun = Span(*head.span("noun" if head["noun"] else "place"))
    run = _run(case.language).match(plain, head.end()) if plain[noun.start].islower() else None
    names = _names(case, run) if run is not None else []
    if run is None or len(names) < FEWEST or _counts_more(case, Span(noun.end, run.start())):
        return None
    before = _WORD.search(fold(plain), max(0, noun.start - BACK), noun.start)
    joined = _joined(case.language).fullmatch(plain, names[-2][0].end, names[-1][0].start) is not None
    words = fold(plain[noun.end : head.end()])
    return RegionList(
        noun,
        frozenset(compiled(r"[a-z]+").findall(head["noun"] or "")) & {*region_kinds(case.reference)},
        _number(case, noun.start),
        before is not None and before[1] in lists.some,
        any(holds(words, (word,)) for word in lists.open if word not in lists.rest),
        joined and compiled(r"\.(?:\s|$)").match(plain, run.end()) is not None,
        names,
    )


def _counts_more(case: Case, between: Span) -> bool:
    """ "empat kabupaten dan satu kota di Pulau Nias, yakni": whether something else is counted in front of a list."""
    first = bisect_left(case.numbers, between.start, key=lambda number: number.start)
    last = bisect_left(case.numbers, between.end, key=lambda number: number.start)
    return any(not is_year(case.document.plain, number) for number in case.numbers[first:last])


def _names(case: Case, run: re.Match[str]) -> list[tuple[Span, tuple[str, ...]]]:
    """The regions that a run of names is made of; none where one of them is nobody known."""
    plain, found = case.document.plain, []
    for item in compiled(_NAME).finditer(plain, *run.span()):
        end, ids = regions_at(plain, item.start(), case.reference)
        if end != item.end() or not ids or any(not case.reference.level_of(one) for one in ids):
            return []
        found.append((Span(*item.span()), ids))
    return found


def _number(case: Case, end: int) -> Number | None:
    """The whole number right in front of a place."""
    at = bisect_left(case.numbers, end, key=lambda number: number.start) - 1
    number = case.numbers[at] if at >= 0 else None
    beside = number is not None and case.document.plain[number.end : end] == " "
    whole = beside and number is not None and not number.unit and number.quantum == 1
    joined = at > 0 and number is not None and _AND.search(case.document.plain, case.numbers[at - 1].end, number.start)
    return number if whole and not joined else None
