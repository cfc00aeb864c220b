"""Who held an office of government on a day, and who bears such a title in a draft that is another's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache

from factcheck.judging.case import Case
from factcheck.language.fold import fold, holds
from factcheck.language.language import Language
from factcheck.model import Person
from factcheck.reading.people.find import PersonMention
from factcheck.reading.people.known import Known, known_people, split
from factcheck.reading.people.name_words import NameWords, name_words, phrase_at
from factcheck.reading.people.office import Office, read_office
from factcheck.reading.people.spelling import word_skeleton
from factcheck.reference.ask.reference import Reference
from factcheck.spans import SILENT
from factcheck.typed import NamedTuple

WHOLE, SHORT = 3, 2
"""Words of a name that tells somebody without the short one in front, and letters of that."""
TERM = 5
"""Years for which one is elected: so long holds an office whose end nobody has written down."""


class Misplaced(NamedTuple):
    """Somebody under a title that is another's on the day: the office that is theirs, and who holds the written one."""

    mention: PersonMention
    own: Person
    holder: Person


@cache
def head_offices(language: Language) -> Mapping[str, str]:
    """The classes of the offices that head a government or stand in for its head, each with its kind of region."""
    words = name_words(language)
    if words is None:
        return {}
    rows = language.people.governments.words
    written = ((kind, one) for row in rows for kind, forms in row.items() for one in forms.lower().split("|"))
    classed = ((phrase_at(words.offices, one.split(), 0), kind, len(one.split())) for kind, one in written)
    return {role: kind for (size, role), kind, length in classed if size == length and role}


def misplaced(case: Case, day: date) -> Iterator[Misplaced]:
    """Those who are named with the office of a head of government that is another's on the day of the draft, while
    they hold such an office themselves: the deputy, or the head of another region."""
    words, heads = name_words(case.language), head_offices(case.language)
    if words is None:
        return
    for mention in case.article.people:
        if mention.office.role in heads and mention.office.places and len(mention.words) > 1:
            found = _misplaced(case, mention, day, words)
            if found is not None:
                yield found


def _misplaced(case: Case, mention: PersonMention, day: date, words: NameWords) -> Misplaced | None:
    own = _of_another_office(case, mention, day)
    if own is None or _is_loosely_said(case, mention, words):
        return None
    others = holders(case.reference.whole, mention.office, day, words)
    ours = set(map(word_skeleton, mention.words))
    if not others or any(not ours.isdisjoint(map(word_skeleton, one.words)) for one in others):
        return None
    return Misplaced(mention, own, others[0].person)


def _of_another_office(case: Case, mention: PersonMention, day: date) -> Person | None:
    """The office of a head that somebody of that very name holds on the day, where none of that name ever held the
    written one."""
    heads = head_offices(case.language)
    namesakes = _called(case, mention.words)
    if any(_same(one.office, mention.office) for one in namesakes):
        return None
    now = [one for one in namesakes if one.office.role in heads and one.office.places and in_force(one.person, day)]
    return now[0].person if len(now) == 1 else None


def _called(case: Case, words: tuple[str, ...]) -> list[Known]:
    """Those of that very name, or of one with a short word in front that names of three words and more lose:
    (I) Nyoman Giri Prasta."""
    people = known_people(case.reference.whole)
    namesakes = people.named(words)
    if namesakes or len(words) < WHOLE:
        return namesakes
    return [one for one in people.sharing(words) if one.words[1:] == words and len(one.words[0]) <= SHORT]


def _same(one: Office, other: Office) -> bool:
    return one.role == other.role and not one.places.isdisjoint(other.places)


def in_force(person: Person, day: date) -> bool:
    """Whether an office is surely somebody's on a day: it began before, and is not over by the row, or by the years
    for which one is elected."""
    iso = day.isoformat()
    if not person.first or iso[: len(person.first)] < person.first:
        return False
    return iso[: len(person.last)] <= person.last if person.last else day.year - int(person.first[:4]) < TERM


@lru_cache(maxsize=256)
def holders(reference: Reference, office: Office, day: date, words: NameWords) -> list[Known]:
    """Those who are known to hold an office on a day, acting or elected, under all names that they have."""
    people = known_people(reference)
    names = {reference.name_of(place).partition(" ")[2] for place in office.places}
    near = [one for one in reference.people if any(name in one.role for name in names) and in_force(one, day)]
    held = [one for one in near if _same(read_office(f"{one.role} {one.institution}", words, reference), office)]
    return [known for one in held for known in people.named(split(one.name)) if known.person == one]


def _is_loosely_said(case: Case, mention: PersonMention, words: NameWords) -> bool:
    """Whether the office may be another's, one that is past, acted for or hoped for, or one of two that are named
    before two names: "Gubernur dan Wakil Gubernur Riau, A dan B"."""
    block = next((one for one in case.document.blocks if one.start <= mention.start < one.end), None)
    if block is None or block.kind in SILENT:
        return True
    start = max(block.start, case.document.plain.rfind(". ", block.start, mention.start))
    before = fold(case.document.plain[start : mention.end])
    if holds(before, (*case.language.people.past, *words.acting)):
        return True
    heads = head_offices(case.language)
    kind = heads[mention.office.role]
    return any(role != mention.office.role and heads.get(role) == kind for role in _roles(before.split(), words))


def _roles(tokens: Sequence[str], words: NameWords) -> Iterator[str]:
    """The classes of the offices that are named, in order."""
    at = 0
    while at < len(tokens):
        size, role = phrase_at(words.offices, tokens, at)
        if size:
            yield role
        at += size or 1
