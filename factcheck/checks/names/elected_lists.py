"""Lines that give the heads of regions for a term: "Jawa Barat: A dan B" below a sentence about 2025-2030."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.checks.names.office_holders import head_offices
from factcheck.judging.case import Case
from factcheck.language.fold import alternation, fold, holds
from factcheck.language.language import Language
from factcheck.model import COUNTRY, Person, Span
from factcheck.reading.people.governments import regions_at
from factcheck.reading.people.known import known_people, split
from factcheck.reading.people.name_words import NameWords, name_words
from factcheck.reading.people.office import read_office
from factcheck.reading.people.spelling import word_skeleton
from factcheck.typed import NamedTuple

LINES = 3
"""So many lines are a list."""
INTRODUCED = 500
"""Code points at the end of the paragraph before a list in which its office and its term are told."""
LATER = 1
"""Years after the election, or the first year of the term, in which those elected may have begun."""
_LINE = compiled(r"^[ \t]*(?:[-*•–]|[0-9]{1,2}[.)])?[ \t]*(?=[A-Z])", re.MULTILINE)
_NAME = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’]*){0,5}(?<!\.)"
_TERM = compiled(r"(?<![0-9])(20[0-9]{2}) ?[-–] ?20[0-9]{2}(?![0-9])")


class Line(NamedTuple):
    """A line of such a list: where its names stand, each with the office it is given for, and its region."""

    names: Sequence[tuple[Span, str]]
    place: str


class Elected(NamedTuple):
    """A pair of which one was not elected for the term: where it stands, who that is by the reference, who were
    elected, and how the pair should read."""

    span: Span
    others: Sequence[Person]
    right: Sequence[Person]
    mended: str


def wrongly_elected(case: Case) -> Iterator[Elected]:
    """The lines of lists of elected heads whose names the reference knows from another term or office."""
    words = name_words(case.language)
    if words is None or _TERM.search(case.document.plain) is None:
        return
    for lines in _lists(case):
        start = lines[0].names[0][0].start
        before = case.document.plain[:start].rpartition("\n")[0].rstrip()
        low = fold(before[max(before.rfind("\n"), len(before) - INTRODUCED, 0) :])
        terms = _TERM.findall(low)
        if len(set(terms)) == 1:
            for line in lines:
                yield from _against(case, line, low, int(terms[0]), words)


def _lists(case: Case) -> Iterator[list[Line]]:
    """Lines that follow each other, three at least."""
    found: list[Line] = []
    for match in _LINE.finditer(case.document.plain):
        line = _line(case, match.end())
        if line is not None:
            found.append(line)
        elif found:
            if len(found) >= LINES:
                yield found
            found = []
    if len(found) >= LINES:
        yield found


def _line(case: Case, at: int) -> Line | None:
    plain = case.document.plain
    end, ids = regions_at(plain, at, case.reference)
    pair = _pair(case.language).match(plain, end)
    if not ids or COUNTRY in ids or len(ids) > 1 or pair is None:
        return None
    kind = case.reference.kind_of(ids[0])
    roles = [role for role, of in head_offices(case.language).items() if of == kind]
    heads = sorted(roles, key=lambda role: len(role.split()))[:2]
    spans = [Span(*pair.span(number)) for number in (1, 2) if pair[number]]
    return Line(list(zip(spans, heads, strict=False)), ids[0]) if heads else None


@cache
def _pair(language: Language) -> re.Pattern[str]:
    joins = alternation(language.people.governments.joins)
    return compiled(rf" ?[:–-] ?({_NAME})(?:(?: ?[-–/&,] ?| (?:{joins}) )({_NAME}))?\.?[ \t]*$", re.MULTILINE)


def _against(case: Case, line: Line, low: str, year: int, words: NameWords) -> Iterator[Elected]:
    others: list[Person] = []
    right: list[Person] = []
    mended, at = "", line.names[0][0].start
    for span, role in line.names:
        began = _began(case, role, line.place, year, words) if holds(low, (role,)) else []
        if not began:
            return
        written = split(case.document.plain[span.start : span.end])
        known = known_people(case.reference.whole).named(written)
        is_other = bool(known) and not any(_alike(written, one.name) for one in began)
        if is_other:
            others.append(max(known, key=lambda one: line.place in one.office.places).person)
        right.append(began[0])
        name = began[0].name if is_other else case.document.text[span.start : span.end]
        mended, at = mended + case.document.text[at : span.start] + name, span.end
    if others:
        yield Elected(Span(line.names[0][0].start, at), others, right, mended)


def _began(case: Case, role: str, place: str, year: int, words: NameWords) -> list[Person]:
    """Those who began to hold an office of a region in the first year of a term, or soon after."""
    name = case.name(place).partition(" ")[2]
    years = {str(year + later) for later in range(LATER + 1)}
    whole = case.reference.whole
    near = [one for one in whole.people if name in one.role and one.first[:4] in years]
    offices = [(one, read_office(f"{one.role} {one.institution}", words, whole)) for one in near]
    acting = words.acting
    return [
        one
        for one, office in offices
        if office.role == role and place in office.places and one.role.split()[0].lower() not in acting
    ]


def _alike(written: Sequence[str], name: str) -> bool:
    """Whether two names have a word in common, but for a slip."""
    return not set(map(word_skeleton, written)).isdisjoint(map(word_skeleton, split(name)))
