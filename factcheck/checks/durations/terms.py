"""Times held against each other: "memperberat hukuman dari delapan tahun menjadi enam tahun", "divonis 4 tahun, tiga
tahun lebih ringan daripada tuntutan 6 tahun"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.checks.durations.told_times import Missed, Stretch, Told
from factcheck.judging.case import Case
from factcheck.language.fold import alternation, fold, starts_of
from factcheck.language.language import Language
from factcheck.model import Span
from factcheck.typed import NamedTuple

LED, NEAR, APART, BEFORE = 90, 40, 100, 260
"""Letters from a verb to the first of two times, between the two, from a comparison to the time behind, and back to
those in front."""
STOP = compiled(r"[.!?]\s|[;\n\"“”]")


class OddTerms(NamedTuple):
    """A word that two times refute: the time in front, or before, and the one behind, or after."""

    word: Span
    first: Told
    second: Told


class Words(NamedTuple):
    """The words that lead from one time to another, or compare two, over folded text."""

    verb: re.Pattern[str]
    back: re.Pattern[str]
    reached: re.Pattern[str]
    compares: re.Pattern[str]
    again: re.Pattern[str]


@cache
def _words(language: Language) -> Words:
    words, bind = language.changes.terms, language.changes.classes
    back, to = (bind.get(role, "") or "(?!)" for role in ("from", "to"))
    return Words(
        compiled(rf"(?:{alternation((*words.longer, *words.shorter))})(?![a-z])"),
        compiled(rf"(?:^|\s)(?:{back})\s(?:[a-z]+\s){{0,2}}$"),
        compiled(rf"[^.!?;:\n0-9,]{{0,{NEAR}}},?\s(?:{to})\s(?:[a-z]+\s){{0,2}}"),
        compiled(rf"(?:{alternation((*words.heavier, *words.lighter))})\s(?:{alternation(words.than)})(?![a-z])"),
        compiled(rf"[.]\s(?:{alternation(words.again)})(?![a-z])"),
    )


def odd_terms(case: Case, told: Sequence[Told]) -> Iterator[OddTerms]:
    """The words of a draft that the two times beside them refute, of all times that are told in some units."""
    low, words = fold(case.document.plain), case.language.changes.terms
    starts = [one.span.start for one in told]
    verbs = (*words.longer, *words.shorter)
    for start in starts_of(low, verbs):
        yield from _changed(case, low, start, told, starts)
    for start in starts_of(low, (*words.heavier, *words.lighter)):
        compares = _words(case.language).compares.match(low, start)
        if compares and not any(one.span.end == start - 1 for one in told):
            yield from _compared(case, low, compares, told, starts)


def odd_gaps(case: Case, told: Sequence[Told]) -> Iterator[Missed]:
    """The times by which one is told to be longer or shorter than another, and that do not part the two."""
    low = fold(case.document.plain)
    starts = [one.span.start for one in told]
    for gap in told:
        compares = _words(case.language).compares.match(low, gap.span.end + 1)
        second = _behind(low, compares.end(), told, starts) if compares else None
        if compares is None or second is None or second.quantum > gap.quantum * 2:
            continue
        apart = [(one, abs(one.size - second.size)) for one in _in_front(case, low, gap.span.start, told, starts)]
        off = [(one, far) for one, far in apart if far and abs(far - gap.size) > gap.quantum / 2]
        if off and len(off) == len(apart):
            one, far = off[-1]
            yield Missed(gap._replace(quantum=Decimal(1)), Stretch(Span(one.span.start, second.span.end), far))


def _changed(case: Case, low: str, start: int, told: Sequence[Told], starts: Sequence[int]) -> Iterator[OddTerms]:
    """ "memperberat hukuman dari delapan tahun menjadi enam tahun"."""
    terms, words = case.language.changes.terms, _words(case.language)
    verb = words.verb.match(low, start)
    at = bisect_left(starts, start)
    if verb is None or at + 1 >= len(told):
        return
    first, second = told[at], told[at + 1]
    between = low[verb.end() : first.span.start]
    if len(between) > LED or STOP.search(between) or not words.back.search(between):
        return
    if not words.reached.fullmatch(low, first.span.end, second.span.start):
        return
    longer = verb[0] in terms.longer
    if (second.size < first.size) if longer else (second.size > first.size):
        yield OddTerms(Span(*verb.span()), first, second)


def _compared(
    case: Case, low: str, compares: re.Match[str], told: Sequence[Told], starts: Sequence[int]
) -> Iterator[OddTerms]:
    """ "divonis 4 tahun, lebih ringan dari tuntutan jaksa selama 3 tahun": no time in front makes the word right."""
    second = _behind(low, compares.end(), told, starts)
    if second is None:
        return
    heavier = compares[0].startswith(tuple(case.language.changes.terms.heavier))
    before = _in_front(case, low, compares.start(), told, starts)
    odd = [one for one in before if (one.size < second.size if heavier else one.size > second.size)]
    if odd and len(odd) == len(before):
        word = next(one for one in (*case.language.changes.terms.heavier, *case.language.changes.terms.lighter)
                    if compares[0].startswith(one))  # fmt: skip
        yield OddTerms(Span(compares.start(), compares.start() + len(word)), odd[-1], second)


def _behind(low: str, end: int, told: Sequence[Told], starts: Sequence[int]) -> Told | None:
    at = bisect_left(starts, end)
    if at == len(told) or told[at].span.start - end > APART or STOP.search(low, end, told[at].span.start):
        return None
    return told[at]


def _in_front(case: Case, low: str, start: int, told: Sequence[Told], starts: Sequence[int]) -> Sequence[Told]:
    """The times in front of a comparison in its sentence, or in the one before, of which this goes on ("Vonis itu")."""
    first = low.rfind("\n", 0, start) + 1
    stops = [stop.start() for stop in STOP.finditer(low, max(first, start - BEFORE), start)]
    again = bool(stops) and _words(case.language).again.match(low, stops[-1]) is not None
    begin = (stops[-2] if len(stops) > 1 else first) if again else (stops[-1] if stops else first)
    return told[bisect_left(starts, max(begin, start - BEFORE)) : bisect_left(starts, start)]
