"""Which pairs of candidates a draft names under which number of the ballot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case
from factcheck.language.fold import fold, holds, word_start
from factcheck.language.language import Language
from factcheck.model import Span
from factcheck.spans import SILENT
from factcheck.typed import NamedTuple

BEFORE = 24
"""Letters in front of a number in which a word for a pair stands."""
SHORT = 3
"""Letters of a part of a name that tells nobody."""
_NAME = r"[A-Z][\w'’.]*(?:\s[A-Z][\w'’.]*){0,5}"
_WORD = compiled(r"[A-Z][\w'’]+")


class Ballot(NamedTuple):
    """A number of a ballot, where it stands, where the two names behind it do, and their words."""

    number: str
    place: Span
    names: Span
    words: frozenset[str]


def shared_numbers(case: Case) -> Iterator[tuple[Ballot, Ballot, str]]:
    """Two pairs of one paragraph with one number, and the number that is left for one of them, if any."""
    for block in case.document.blocks:
        if block.kind in SILENT:
            continue
        found = list(_ballots(case, block.start, block.end))
        numbers = {one.number for one in found}
        for first, second in _clashes(case, found) if len(numbers) > 1 else ():
            left = {str(number) for number in range(1, _pairs(found) + 1)} - numbers
            yield first, second, left.pop() if len(left) == 1 else ""


def _pairs(found: Sequence[Ballot]) -> int:
    """How many different pairs there are."""
    return len({one.words for one in found})


def _clashes(case: Case, found: Sequence[Ballot]) -> Iterator[tuple[Ballot, Ballot]]:
    """The pairs that follow one of the same number and have no name in common with it, on one ballot."""
    last: dict[str, Ballot] = {}
    for one in found:
        before = last.setdefault(one.number, one)
        if before.words.isdisjoint(one.words) and not is_another_ballot(case, before.names.start, one.place.start):
            yield before, one


def is_another_ballot(case: Case, start: int, end: int) -> bool:
    """Whether an office that is voted for, or a region, is named between two places."""
    between = case.document.plain[start:end]
    offices = (phrase for phrases in case.language.people.offices.values() for phrase in phrases)
    if holds(fold(between), offices):
        return True
    return any(word[0].lower() in case.reference.aliases for word in _WORD.finditer(between))


def _ballots(case: Case, start: int, end: int) -> Iterator[Ballot]:
    plain, low = case.document.plain, fold(case.document.plain)
    numbered, pair, named = _patterns(case.language)
    for match in numbered.finditer(low, start, end):
        names = named.match(plain, match.end(), end)
        if names is None or pair.search(low, max(start, match.start() - BEFORE), match.end()) is None:
            continue
        words = frozenset(word[0].lower() for word in _WORD.finditer(names["names"]) if len(word[0]) > SHORT)
        if words:
            place = Span(names.start("names"), names.start("names") + len(names["names"].rstrip(".")))
            yield Ballot(match[1].lstrip("0"), Span(*match.span(1)), place, words)


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A number of the ballot, a word for a pair, and two names behind a number that are joined."""
    people, joins = language.people, "|".join(language.people.governments.joins)
    return (
        compiled(rf"{word_start(people.ballot)}\s(0?[1-9])(?![0-9.,]?[0-9])"),
        compiled(word_start(people.tickets)),
        compiled(rf"[\s,(–-]{{1,3}}(?P<names>{_NAME}(?:\s?[-–&]\s?|\s(?:{joins})\s){_NAME})"),
    )
