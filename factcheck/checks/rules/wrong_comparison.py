"""One that is told to be above another, and is below it, or the other way round.

Wrong: Iuran Kota Anu sebesar Rp2.992.994 berada di atas iuran Kabupaten Fulan yang Rp3.122.805.
Right: Iuran Kota Anu sebesar Rp2.992.994 berada di bawah iuran Kabupaten Fulan yang Rp3.122.805.
Why: both figures are told in one clause, in one unit and to one place, and lie the other way round. Where only the
    first is told, and behind the word stands the name of another, that one's figure of the same measure and year is the
    reference's. Ranks, and figures of which one is more than twice the other, are left alone. Times too: "memperberat
    hukuman dari delapan tahun menjadi enam tahun", "divonis 4 tahun, lebih ringan dari tuntutan 3 tahun", where no time
    told in front bears the word out; and how far they are told to be apart ("tiga tahun lebih ringan daripada
    tuntutan"). And who of two is more, whose counts stand side by side ("20 laki-laki dan 24 perempuan … laki-laki
    lebih banyak").
Silence: `wrong-comparison` under `ignore` in the configuration, or `[sic]` behind the word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.checks.declare import rule
from factcheck.checks.needs import compared, more_told, terms_compared
from factcheck.judging.case import Case, evidence, frame_at
from factcheck.language.figures import Number
from factcheck.language.fold import alternation, fold, starts_of, whole_word, word_start
from factcheck.language.language import Language
from factcheck.messages import message
from factcheck.model import Claim, Evidence, Fact, Finding, Span, Suggestion
from factcheck.reading.claim_kinds import kind_of
from factcheck.reading.sums.operands import is_name
from factcheck.reading.sums.parts_of_totals import noun_at
from factcheck.reading.sums.shapes import is_year
from factcheck.typed import NamedTuple

RULE = "wrong-comparison"
BEFORE, BEHIND, NAMED, LED = 45, 60, 24, 24
"""Letters from the first figure to the word, from it to the second figure and to a name, and in front of the first."""
FAR = Decimal("2")
"""How many times the smaller figure the larger may be."""
STOP = compiled(r"[.!?;:\n](?![0-9])|[\"“”]")


class Word(NamedTuple):
    """A word of comparison, and whether it says that the first lies above."""

    span: Span
    above: bool


@rule(RULE, "error", after="wrong-direction", needs=compared)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each word of comparison that its two figures refute, or one and the reference."""
    low, starts = fold(case.document.plain), [number.start for number in case.numbers]
    for word in _words(case, low):
        at = bisect_left(starts, word.span.start)
        first = case.numbers[at - 1] if at else None
        if first is None or not _leads(case, low, first, word):
            continue
        second = case.numbers[at] if at < len(starts) else None
        if second is not None and _follows(low, word, second):
            if _alike(case, low, first, second) and _are_otherwise(word, first.value, second.value):
                yield _of_figures(case, word, first, second)
        else:
            yield from _by_reference(case, word, first)


@rule(RULE, "error", after=RULE, needs=terms_compared, itself=True)
def check_terms(case: Case) -> Iterator[Finding]:
    """A finding at each word that makes a time longer or shorter than another, and at each time by which it does."""
    from factcheck.checks.durations.hours import units as by_clock
    from factcheck.checks.durations.months import units as by_calendar
    from factcheck.checks.durations.terms import odd_gaps, odd_terms
    from factcheck.checks.durations.told_times import spelled, times_told

    text = case.document.text
    for units in (by_calendar(case.language), by_clock(case.language)):
        told = times_told(case, units)
        for odd in odd_terms(case, told) if len(told) > 1 else ():
            row = f"{text[slice(*odd.first.span)]}, {text[slice(*odd.second.span)]}"
            grounds = (Evidence("arithmetic", "", odd.second.size - odd.first.size, row),)
            said = message("The two times lie the other way: {row}.", row=row)
            yield _finding(case, Word(odd.word, True), said, grounds)
        for missed in odd_gaps(case, told) if len(told) > 2 else ():
            right = spelled(case, missed, units)
            said = message(
                "{text} is told, the two are {right} apart.", text=text[slice(*missed.told.span)], right=right
            )
            grounds = (Evidence("arithmetic", "", missed.stretch.spans, right),)
            place = missed.told.span
            repair = (Suggestion(*place, right),)
            yield Finding(RULE, "error", said, *place, expected=right, suggestions=repair, evidence=grounds)


@rule(RULE, "error", after=RULE, needs=more_told, itself=True)
def check_more(case: Case) -> Iterator[Finding]:
    """A finding at each name that is told to be more than the other, whose count beside its own is larger."""
    from factcheck.checks.changes.told_more import told_more
    from factcheck.checks.figures.odd_one import figure_of

    text = case.document.text
    for odd in told_more(case):
        row = f"{figure_of(case.document, odd.own)}, {figure_of(case.document, odd.other)}"
        named, word = text[slice(*odd.named)], text[slice(*odd.word)]
        said = message("{name} is told to be {word}: {row}.", name=named, word=word, row=row)
        proof = Evidence("arithmetic", "", odd.own.value - odd.other.value, row)
        yield Finding(RULE, "error", said, odd.named.start, odd.word.end, evidence=(proof,))


def _words(case: Case, low: str) -> Iterator[Word]:
    words = case.language.changes.compared
    above, below = (*words.above, *words.named_above), (*words.below, *words.named_below)
    pattern = _patterns(case.language).word
    for start in starts_of(low, (*above, *below)):
        match = pattern.match(low, start)
        if match:
            yield Word(Span(*match.span()), match[0] in above)


class Patterns(NamedTuple):
    """A word of comparison, what stands in front of a figure that is not compared, and what parts two, folded."""

    word: re.Pattern[str]
    led: re.Pattern[str]
    turned: re.Pattern[str]


@cache
def _patterns(language: Language) -> Patterns:
    words, changes = language.changes.compared, language.changes
    breaks = [word for word in changes.breaks if word not in words.led]  # "di atas rata-rata nasional 5,3 persen"
    apart = (*words.turned, *breaks, *changes.loose_breaks, *language.words.mood.negation)
    told = alternation((*words.above, *words.named_above, *words.below, *words.named_below))
    return Patterns(
        compiled(rf"(?:{told})(?![a-z])"),
        compiled(rf"{word_start(words.led)}\s(?:[a-z]+\s)?(?:[a-z]{{1,3}}\s?)?$"),
        compiled(whole_word(apart)),
    )


def _leads(case: Case, low: str, first: Number, word: Word) -> bool:
    """Whether a figure stands in front of a word as that which is compared."""
    _, led, turned = _patterns(case.language)
    between = low[first.end : word.span.start]
    if first.form != "digits" or len(between) > BEFORE or STOP.search(between) or turned.search(between):
        return False
    if not between.strip() or is_year(low, first) or is_name(low, first, case.language):
        return False
    return not led.search(low, max(0, first.start - LED), first.start)


def _follows(low: str, word: Word, second: Number) -> bool:
    between = low[word.span.end : second.start]
    return len(between) <= BEHIND and not STOP.search(between)


def _alike(case: Case, low: str, first: Number, second: Number) -> bool:
    """Whether two figures are of one unit, told to one place and near each other, and nothing parts them."""
    turned = _patterns(case.language).turned
    between = low[first.end : second.start]
    if second.form != "digits" or (first.unit, first.quantum) != (second.unit, second.quantum) or is_year(low, second):
        return False
    if turned.search(between) or between.count(",") > 1 or not 1 / FAR <= first.value / (second.value or 1) <= FAR:
        return False
    if first.unit:
        return True
    nouns = noun_at(low, first.end), noun_at(low, second.end)
    measures = {one.measure for number in (first, second) for one in case.claims.at(number.figure.start)}
    return (nouns[0] == nouns[1] != "") or (first.quantum < 1 and len(measures) == 1)


def _are_otherwise(word: Word, first: Decimal, second: Decimal) -> bool:
    return first < second if word.above else first > second


def _by_reference(case: Case, word: Word, first: Number) -> Iterator[Finding]:
    """ "87,05, di bawah Kota Bogor": what the reference has of the one named behind the word."""
    told = [one for one in case.claims.at(first.figure.start) if case.answer(one).verdict == "supported"]
    claims = [one for one in told if isinstance(one.value, Decimal) and kind_of(one.kind).of_measure and one.period]
    other = _named(case, word) if len(claims) == 1 else ""
    if not other or other == claims[0].subject:
        return
    claim = claims[0]
    facts = case.reference.facts(claim.measure, other, claim.period, claim.pack)
    values = {fact.value for fact in facts if isinstance(fact.value, Decimal)}
    own = {fact.value for fact in case.answer(claim).facts if isinstance(fact.value, Decimal)}
    if values and own and all(_are_otherwise(word, one, value) for one in own for value in values):
        yield _of_reference(case, word, claim, facts[0])


def _named(case: Case, word: Word) -> str:
    """The one entity that is named right behind a word, with nobody behind it and no mark but the end."""
    frame = frame_at(case, word.span.start) if case.frames else None
    if frame is None or frame.sentence.end < word.span.end:
        return ""
    behind = [one for one in frame.mentions if one.start >= word.span.end]
    at = next((at for at, one in enumerate(behind) if one.ids), len(behind))
    if at == len(behind) or len(behind[at].ids) != 1 or behind[at].start - word.span.end > NAMED:
        return ""
    turned = _patterns(case.language).turned
    lead = fold(frame.plain[word.span.end : behind[at].start])
    rest = fold(frame.plain[behind[at].end : frame.sentence.end])
    if STOP.search(lead) or "," in lead or turned.search(lead) or any(one.number for one in behind[:at]):
        return ""
    return behind[at].ids[0] if not rest.strip(' .\n"”') or rest.startswith((",", ".", ";")) else ""


def _of_figures(case: Case, word: Word, first: Number, second: Number) -> Finding:
    from factcheck.checks.figures.odd_one import figure_of

    row = f"{figure_of(case.document, first)}, {figure_of(case.document, second)}"
    said = (
        message("The first figure is the lower one: {row}.", row=row)
        if word.above
        else message("The first figure is the higher one: {row}.", row=row)
    )
    return _finding(case, word, said, (Evidence("arithmetic", "", second.value - first.value, row),))


def _of_reference(case: Case, word: Word, claim: Claim, fact: Fact) -> Finding:
    from factcheck.checks.wording import spelled, with_unit

    value = with_unit(case, fact, spelled(case, fact))
    said = message("{who} had {value} in {year}", who=case.name(fact.entity), value=value, year=claim.period)
    found = _finding(case, word, message("{because}.", because=said), evidence((fact,)))
    return found._replace(claims=(claim.id,))


def _finding(case: Case, word: Word, said: str, grounds: tuple[Evidence, ...]) -> Finding:
    from factcheck.checks.wording import like

    written = case.document.text[slice(*word.span)]
    opposite = case.language.changes.opposites.get(fold(written), "")
    right = like(written, written, opposite) if opposite else None
    repairs = (Suggestion(*word.span, right),) if right else ()
    return Finding(RULE, "error", said, *word.span, expected=right, suggestions=repairs, evidence=grounds)
