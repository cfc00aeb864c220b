"""Which candidate a draft names in two pairs of one ballot: "nomor urut 3, Ani Sari-Budi Jaya … nomor urut 5, Eko
Nur-Budi Jaya"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.checks.names.ballots import is_another_ballot
from factcheck.judging.case import Case
from factcheck.language.fold import fold, word_start
from factcheck.language.language import Language
from factcheck.model import Span
from factcheck.typed import NamedTuple

BETWEEN = 60
"""Letters from the number of a pair to its names: "nomor urut 3 pemilihan gubernur Papua Barat Daya, Elisa …"."""
WHOLE = 2
"""Words of a name that tells one person."""
YEAR = compiled(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_NAME = r"[A-Z][\w'’.]*(?:\s[A-Z][\w'’.]*){1,4}"
PAIR = compiled(rf"(?P<first>{_NAME})\s?[-–]\s?(?P<second>{_NAME})")
_WORD = compiled(r"\w[\w'’]*")


class Ticket(NamedTuple):
    """A numbered pair: its number, where its two names stand, and their words."""

    number: str
    places: tuple[Span, Span]
    words: tuple[frozenset[str], frozenset[str]]

    @property
    def span(self) -> Span:
        return Span(self.places[0].start, self.places[1].end)


@cache
def _numbered(language: Language) -> re.Pattern[str]:
    """A number of the ballot, and what may lead from it to the names."""
    return compiled(rf"{word_start(language.people.ballot)}\s(?P<number>0?[1-9])(?![0-9.,]?[0-9])")


def shared_mates(case: Case) -> Iterator[tuple[Ticket, Ticket, int]]:
    """Two pairs of a draft with two numbers and one name in common, and which of the two names of the second it is."""
    seen: dict[frozenset[str], Ticket] = {}
    for ticket in _tickets(case):
        for at, words in enumerate(ticket.words):
            before = seen.setdefault(words, ticket)
            if before.number != ticket.number and _is_clash(case, before, ticket, words):
                yield before, ticket, at


def _is_clash(case: Case, before: Ticket, ticket: Ticket, shared: frozenset[str]) -> bool:
    others = [next((words for words in one.words if words != shared), shared) for one in (before, ticket)]
    if not others[0].isdisjoint(others[1]):
        return False
    start, end = before.span.end, ticket.span.start
    years = set(YEAR.findall(case.document.plain, before.span.start, end))
    return len(years) < WHOLE and not is_another_ballot(case, start, end)


def _tickets(case: Case) -> Iterator[Ticket]:
    plain, low = case.document.plain, fold(case.document.plain)
    for match in _numbered(case.language).finditer(low):
        pair = PAIR.search(plain, match.end(), match.end() + BETWEEN + BETWEEN)
        lead = plain[match.end() : pair.start()] if pair else "."
        if pair is None or len(lead) > BETWEEN or any(sign in lead for sign in ".;:\n") or any(map(str.isdigit, lead)):
            continue
        words = tuple(frozenset(word.lower() for word in _WORD.findall(pair[half])) for half in ("first", "second"))
        if all(len(one) >= WHOLE for one in words):
            places = (Span(*pair.span("first")), Span(*pair.span("second")))
            yield Ticket(match["number"].lstrip("0"), places, (words[0], words[1]))
