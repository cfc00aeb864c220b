"""Terms with years that cannot be: "Kabinet Kerja periode 2019-2024", "masa jabatan 2021-2016"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case
from factcheck.language.fold import fold, holds
from factcheck.model import Institution, Span
from factcheck.spans import own_text
from factcheck.typed import NamedTuple

YEARS = compiled(r"(?<![0-9/.])(20[0-9]{2}) ?[-–] ?(20[0-9]{2})(?![0-9])")
KINDS = ("cabinet", "plan")
"""What has a term; a ministry bears its name for some years, but has plans for others."""
ELECTION = ("election",)
_ONE_YEAR = compiled(r"(?<![0-9/.–-])20[0-9]{2}(?![0-9–]|-[^a-z])")
DECADE, LONGEST_TERM = 10, 6
"""A digit that slipped, and the years of a term at most."""
LONGEST = 6
"""Words of a name."""
REACH = 90
"""Code points before the years in which it stands."""
_WORD = compiled(r"[\w'’-]+")


class OddTerm(NamedTuple):
    """The years as written, where the name in front stands, which of its terms is meant, and who has those years."""

    years: Span
    name: Span
    meant: Institution
    other: Institution | None


def odd_terms(case: Case) -> Iterator[OddTerm]:
    """The years behind the name of a cabinet or a plan that are none of its own."""
    own = own_text(case.document)
    for match in YEARS.finditer(case.document.plain):
        if not own.holds(match.start()) or int(match[2]) <= int(match[1]):
            continue
        name, terms = _named(case, match.start())
        if terms and not any(_fits(one, match[1], match[2]) for one in terms):
            other = _of_years(case, terms[0].kind, match[1], match[2])
            yield OddTerm(Span(*match.span()), name, _meant(terms, case.document.published), other)


def reversed_terms(case: Case) -> Iterator[tuple[Span, str]]:
    """The years of a term that ends before it begins, behind a word for one, and how they should read (empty: nobody
    can tell)."""
    own = own_text(case.document)
    for match in YEARS.finditer(case.document.plain):
        first, last = int(match[1]), int(match[2])
        before = fold(case.document.plain[max(0, match.start() - REACH) : match.start()]).split()[-1:]
        if last < first and own.holds(match.start()) and set(before) & set(case.language.dates.terms):
            later = last + DECADE
            text = case.document.text[match.start() : match.start(2)]
            yield Span(*match.span()), f"{text}{later}" if first < later <= first + LONGEST_TERM else ""


class OddYear(NamedTuple):
    """What is held every few years, with a year in which it was not, and another place that has the right one."""

    span: Span
    year: Span
    there: Span
    held: Institution


def odd_years(case: Case) -> Iterator[OddYear]:
    """The years of elections in which none was held, right beside one in which there was one: those of drafts that
    name it with that year before, or of the year of the draft in those that name it anywhere with the one before."""
    found: dict[str, list[tuple[Span, Span]]] = {}
    terms: dict[str, Sequence[Institution]] = {}
    own = own_text(case.document)
    for match in _ONE_YEAR.finditer(case.document.plain):
        name, held = _named(case, match.start(), ELECTION) if own.holds(match.start()) else (Span(0, 0), ())
        if held:
            key = held[0].name
            terms[key] = held
            found.setdefault(key, []).append((name, Span(*match.span())))
    if not found or holds(fold(case.document.plain), case.language.dates.again):
        return
    for key, places in found.items():
        years = {one.first[:4]: one for one in terms[key]}
        right = [(name, year) for name, year in places if _text(case, year) in years]
        odd = [(name, year) for name, year in places if _text(case, year) not in years]
        headed = bool(right) and right[0][0].start < min((name.start for name, _ in odd), default=0)
        headed = headed or any(_is_of_this_year(case, year) for _, year in odd)
        if len({_text(case, year) for _, year in right}) != 1 or len(odd) != 1 or not headed:
            continue
        name, year = odd[0]
        apart = int(_text(case, year)) - int(_text(case, right[0][1]))
        if apart == 1 or (apart == -1 and not _is_of_this_year(case, year)):
            yield OddYear(Span(name.start, year.end), year, right[0][1], years[_text(case, right[0][1])])


def _is_of_this_year(case: Case, year: Span) -> bool:
    """Whether a year is that in which a draft was published, which the finger writes by habit."""
    published = case.document.published
    return published is not None and _text(case, year) == str(published.year)


def _text(case: Case, span: Span) -> str:
    return case.document.plain[span.start : span.end]


def _named(case: Case, at: int, kinds: Sequence[str] = KINDS) -> tuple[Span, Sequence[Institution]]:
    """The name with a term that stands right before some years, and its terms."""
    start = max(0, at - REACH)
    words = list(_WORD.finditer(case.document.plain, start, at))
    while words and fold(words[-1].group()) in case.language.dates.terms and words[-1].group().islower():
        words.pop()
    between = case.document.plain[words[-1].end() : at] if words else ""
    for size in range(min(LONGEST, len(words)), 0, -1):
        span = Span(words[-size].start(), words[-1].end())
        name = case.document.plain[span.start : span.end]
        found = [one for one in case.reference.institutions(" ".join(name.split())) if one.kind in kinds]
        if found and not any(mark in between for mark in ".;:,"):
            return span, found
    return Span(at, at), ()


def _fits(term: Institution, first: str, last: str) -> bool:
    """Whether years are those of a term, or lie within it: "menteri Kabinet Kerja 2016-2019"."""
    return term.first[:4] <= first and last <= term.last[:4]


def _meant(terms: Sequence[Institution], day: date | None) -> Institution:
    """The term in which the draft appeared, else the last one."""
    iso = day.isoformat() if day else ""
    return next((one for one in terms if one.first <= iso <= one.last), terms[-1])


def _of_years(case: Case, kind: str, first: str, last: str) -> Institution | None:
    """What of a kind has just those years as its term."""
    known = (one for name in sorted(case.reference.expansions) for one in case.reference.institutions(name))
    return next((one for one in known if (one.kind, one.first[:4], one.last[:4]) == (kind, first, last)), None)
