"""Whose office a title is: "Kepala Perwakilan Ombudsman RI Provinsi Kepri"."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from factcheck.model import COUNTRY
from factcheck.reading.people.name_words import NameWords, phrase_at
from factcheck.reference.ask.reference import Reference
from factcheck.reference.packs.fold_name import WORD
from factcheck.typed import NamedTuple

KEPT = 4096
"""Titles whose office is kept: they come again and again."""
LETTERS, TERM = 3, "term"
"""Letters of the short form of an institution; what is no institution though it has one."""
LONGEST = 6
"""Words of the longest name of a place that is looked up."""


class Office(NamedTuple):
    """What a title says: the class of the office, its regions, other words of the institution."""

    role: str
    places: frozenset[str]
    words: frozenset[str]


NO_OFFICE = Office("", frozenset(), frozenset())


@lru_cache(maxsize=KEPT)
def read_office(text: str, words: NameWords, reference: Reference) -> Office:
    """The office that a title names; an acting holder's is the office itself."""
    tokens = [match.group() for match in WORD.finditer(text.lower())]
    role, places, rest, at = "", frozenset[str](), set[str](), 0
    while at < len(tokens):
        size, kind = phrase_at(words.offices, tokens, at)
        if size and not role:
            role = kind
        if not size:
            full = _in_full(tokens[at], reference)
            size, ids = (1, ()) if full else place_at(reference.aliases, tokens, at)
            places = places | (frozenset(ids) - {COUNTRY})
            rest.update(full or ([] if size else [tokens[at]]))
        at += size or 1
    return Office(role, places, frozenset(rest - words.generic - words.acting - words.honorifics))


def _in_full(token: str, reference: Reference) -> list[str]:
    """The words of the one institution that a word is the short form of: KPU, Komisi Pemilihan Umum."""
    known = reference.institutions(token) if len(token) >= LETTERS else ()
    names = {one.name.lower() for one in known if one.kind != TERM}
    return names.pop().split() if len(names) == 1 else []


def place_at(aliases: Mapping[str, tuple[str, ...]], tokens: Sequence[str], at: int) -> tuple[int, tuple[str, ...]]:
    """How many words from `at` on are the longest name of a place, and the ids it may mean; 0 if none."""
    for size in range(min(LONGEST, len(tokens) - at), 0, -1):
        ids = aliases.get(" ".join(tokens[at : at + size]))
        if ids:
            return size, ids
    return 0, ()


def role_fits(one: Office, other: Office) -> int:
    """1 where both name the same office, -1 where they name two, 0 where one of them names none.

    A "kepala" may be a "kepala perwakilan": the press leaves the rest to the institution.
    """
    if not one.role or not other.role:
        return 0
    longer, shorter = sorted((one.role.split(), other.role.split()), key=len, reverse=True)
    return 1 if longer == shorter or longer[:1] == shorter else -1


def institution_fits(one: Office, other: Office) -> int:
    """1 where both are of one place and institution, -1 where of two, 0 where one of them does not say, or where a
    word is common to both and each has one of its own: Komisi Penyiaran, Komisi Pemilihan."""
    fits = 0
    for here, there in ((one.places, other.places), (one.words, other.words)):
        if here and there:
            if here.isdisjoint(there):
                return -1
            fits = max(fits, int(here <= there or there <= here or here is one.places))
    return fits
