"""A part or a multiple told in words that the two figures beside it do not make.

Wrong: Separuh dari 80 peserta, yakni 45 orang, tidak hadir.
Right: Separuh dari 80 peserta, yakni 40 orang, tidak hadir.
Why: "separuh dari B, yakni A", "A atau sepertiga dari B", "lebih dari separuh dari B, A", "dua kali lipat dari A
    menjadi B": both figures are told beside the word, and are further from it than the press rounds to such a word: a
    tenth for a part, a fifth for a multiple. "naik tiga kali lipat" is to three times as much to some and by it to
    others: both pass. Flagged too is a part or a multiple of what is told by name ("lebih dari separuh wilayah X yang
    147.018 km²"), a part whose percentage follows, and so many "dari setiap 100 orang" that no percentage beside them
    makes.
Silence: `wrong-multiple` under `ignore` in the configuration, or `[sic]` behind the word.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.checks.declare import rule
from factcheck.checks.figures.told_parts import compared, of_hundreds
from factcheck.checks.needs import multiplied
from factcheck.judging.case import Case
from factcheck.language.figures import Number
from factcheck.language.fold import alternation, fold, starts_of, word_start
from factcheck.language.interval import Range, printed
from factcheck.language.language import Language
from factcheck.messages import message
from factcheck.model import Evidence, Finding
from factcheck.reading.sums.operands import is_name
from factcheck.reading.sums.shapes import is_year, whole_words
from factcheck.typed import NamedTuple

RULE = "wrong-multiple"
OFF = Decimal("0.1")
"""So far a part told in words may be off: "sepertiga" of 33 in 100, and of 36."""
FEWER, MORE = Decimal("0.85"), Decimal("1.2")
"""So much of a multiple told in words may there be: "dua kali lipat" of 1.7 to 2.4 times as much."""
NEARLY = Decimal("0.75")
"""What is nearly so much is at least such a part of it."""
BESIDE = 60
"""Letters from the word of a multiple to the figures it is told of."""
HEDGE = 16
"""Letters in front of the word in which "hampir" or "lebih dari" stands."""
STOP = compiled(r"[.!?;\n]\s")
NOUN = r"(?:\s[a-z][a-z/-]*){0,3}"


class Words(NamedTuple):
    """The words of parts and multiples, over folded text."""

    of: re.Pattern[str]
    joined: re.Pattern[str]
    before: re.Pattern[str]
    closed: re.Pattern[str]
    some: re.Pattern[str]
    times: re.Pattern[str]
    led: re.Pattern[str]
    reached: re.Pattern[str]
    changed: re.Pattern[str]
    below: re.Pattern[str]
    above: re.Pattern[str]


class Told(NamedTuple):
    """Where a word tells how many times as much one figure is of another, which two, and what it leaves open."""

    start: int
    end: int
    part: Number
    whole: Number
    allowed: tuple[Range, ...]


@rule(RULE, "warning", after="wrong-direction", needs=multiplied, itself=True)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each word of a part or a multiple that its two figures do not make."""
    low, words = fold(case.document.plain), _words(case.language)
    for told in (*_parts(case, low, words), *_multiples(case, low, words)):
        part, whole = printed(told.part, told.part.quantum == 1), printed(told.whole, told.whole.quantum == 1)
        made = Range(part.low / whole.high, part.high / whole.low) if whole.low > 0 else None
        if made is not None and not any(made.meets(allowed) for allowed in told.allowed):
            yield _finding(case, told)
    yield from _compared(case, low, words)
    yield from _of_hundreds(case)


def _compared(case: Case, low: str, words: Words) -> Iterator[Finding]:
    """Parts and multiples of what is told by name, and parts whose percentage follows."""
    for start, end, times, part, whole in compared(case):
        base = Decimal(100) if whole is None else printed(whole).high
        near = Range(1 - OFF, 1 + OFF) if times < 1 else Range(FEWER, MORE)
        value, allowed = printed(part), _allowed(low, words, start, times, near)
        made = Range(value.low / base, value.high / (base if whole is None else printed(whole).low))
        if times > 1 and made.meets(Range((times + 1) * (1 - OFF / 2), (times + 1) * (1 + OFF / 2))):
            continue
        if not made.meets(allowed):
            row = _share_of(case, part) if whole is None else _row(case, part, whole)
            yield _of_word(case, start, end, row, made.low)


def _of_hundreds(case: Case) -> Iterator[Finding]:
    """So many of each hundred that no percentage beside them makes."""
    from factcheck.checks.figures.odd_one import figure_of

    for share, of, count in of_hundreds(case):
        row = f"{figure_of(case.document, count)} / {figure_of(case.document, of)}, {_share_of(case, share)}"
        yield _of_word(case, count.start, count.end, row, share.value)


def _share_of(case: Case, share: Number) -> str:
    from factcheck.checks.figures.odd_one import figure_of

    return f"{figure_of(case.document, share)} %"


@cache
def _words(language: Language) -> Words:
    words, hedge, bind = language.changes.multiples, language.words.hedge, language.changes.classes
    alike = alternation(language.changes.alike)
    back, to = (bind.get(role, "") or "(?!)" for role in ("from", "to"))
    return Words(
        compiled(rf"\s(?:{alternation(words.of)})\s(?:[a-z]+\s){{0,2}}$"),
        compiled(rf"{NOUN}(?:,?\s\(|,?\s(?:{alike})\s|,\s)(?:[a-z]+\s)?$"),
        compiled(rf"{NOUN},?\s(?:{alike})\s(?:[a-z]+\s){{0,2}}$"),
        compiled(rf"{NOUN}(?:[,.;)\n]|$)"),
        whole_words(language.changes.totals.without),
        compiled(rf"\s(?:{alternation(words.behind)})(?![a-z])") if words.behind else compiled(r"(?!)"),
        compiled(rf"(?:^|[\s,(])(?:{back})\s(?:[a-z]+\s){{0,3}}$"),
        compiled(rf"(?:^|[\s,(])(?:{to})\s(?:[a-z]+\s){{0,3}}$"),
        compiled(rf"(?:{alternation(words.times)})(?![a-z])" if words.times else "(?!)"),
        compiled(rf"{word_start(hedge.below)}\s$"),
        compiled(rf"{word_start((*hedge.over, *hedge.above))}\s$"),
    )


def _parts(case: Case, low: str, words: Words) -> Iterator[Told]:
    """ "separuh dari 80 peserta, yakni 45", "45 orang atau separuh dari 80 peserta"."""
    for at, number in enumerate(case.numbers):
        if number.form != "word" or not 0 < number.value < 1:
            continue
        whole = next(iter(case.numbers[at + 1 : at + 2]), None)
        led = whole is not None and words.of.fullmatch(low[number.end : whole.start])
        if whole is None or not led or not _counts(low, whole, case.language):
            continue
        part = _behind(case, low, words, at + 1) or _in_front(case, low, words, at)
        if part is not None and part.unit == whole.unit:
            allowed = _allowed(low, words, number.start, number.value, Range(1 - OFF, 1 + OFF))
            yield Told(number.start, number.end, part, whole, (allowed,))


def _behind(case: Case, low: str, words: Words, at: int) -> Number | None:
    """The figure that stands for a part behind the whole at a place, where nothing else is told of it there."""
    whole, following = case.numbers[at], case.numbers[at + 1 : at + 2]
    for part in following:
        joined = part.start - whole.end <= BESIDE and words.joined.fullmatch(low[whole.end : part.start])
        alone = words.closed.match(low, part.end) and not words.some.search(low, whole.end, part.end + HEDGE)
        if joined and alone and _counts(low, part, case.language):
            return part
    return None


def _in_front(case: Case, low: str, words: Words, at: int) -> Number | None:
    for part in case.numbers[max(0, at - 1) : at]:
        between = low[part.end : case.numbers[at].start]
        if len(between) <= BESIDE and words.before.fullmatch(between) and _counts(low, part, case.language):
            return part
    return None


def _multiples(case: Case, low: str, words: Words) -> Iterator[Told]:
    """ "naik dua kali lipat dari 100 ton menjadi 250 ton", "doubled from 1,400 tonnes to 2,100"."""
    counted = [number for number in case.numbers if _counts(low, number, case.language)]
    starts = [number.start for number in counted]
    for start, end, times in _told_times(case, low, words):
        first, last = _sentence(low, start, end)
        before = counted[bisect_left(starts, max(first, start - BESIDE)) : bisect_left(starts, start)]
        behind = counted[bisect_left(starts, end) : bisect_right(starts, min(last, end + 2 * BESIDE))]
        pairs = (_from_and_to(low, words, near) for near in (behind[:2], before[-2:]))
        for base, reached in [pair for pair in pairs if pair is not None][:1]:
            lowest, highest = (FEWER, MORE) if times > 1 else (1 / MORE, 1 / FEWER)
            allowed = _allowed(low, words, start, times, Range(lowest, highest))
            by = Range((times + 1) * (1 - OFF / 2), (times + 1) * (1 + OFF / 2))
            in_one_word = low[start:end] in case.language.changes.multiples.times  # "doubled" is never by twice as much
            yield Told(start, end, reached, base, (allowed,) if in_one_word else (allowed, by))


def _told_times(case: Case, low: str, words: Words) -> Iterator[tuple[int, int, Decimal]]:
    """The words of a multiple with how many times it is: a number in front of "kali lipat", or "doubled"."""
    for number in case.numbers:
        said = words.times.match(low, number.end) if number.value > 1 and not number.unit else None
        if said:
            yield number.start, said.end(), number.value
    times = case.language.changes.multiples.times
    for start in starts_of(low, tuple(times)):
        said = words.changed.match(low, start)
        if said:
            yield start, said.end(), Decimal(times[said[0]]) / 100


def _from_and_to(low: str, words: Words, near: Sequence[Number]) -> tuple[Number, Number] | None:
    """Of two figures the one that a change began with and the one it came to, by the word in front of each."""
    if len(near) < 2 or near[0].unit != near[1].unit:
        return None
    leads = [low[max(0, near[0].start - BESIDE) : near[0].start], low[near[0].end : near[1].start]]
    if any(STOP.search(lead) for lead in leads[1:]):
        return None
    if words.reached.search(leads[1]) and not words.reached.search(leads[0]):  # "800 ton pada Maret, menjadi 600 ton"
        return near[0], near[1]
    if words.reached.search(leads[0]) and words.led.search(leads[1]):
        return near[1], near[0]
    return None


def _sentence(low: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around a place begins and ends, as far as figures beside it may stand."""
    before = [stop.end() for stop in STOP.finditer(low, max(0, start - BESIDE), start)]
    behind = STOP.search(low, end, end + 2 * BESIDE)
    return (before[-1] if before else 0), (behind.start() if behind else end + 2 * BESIDE)


def _counts(low: str, number: Number, language: Language) -> bool:
    return number.form == "digits" and not is_year(low, number) and not is_name(low, number, language)


def _allowed(low: str, words: Words, start: int, times: Decimal, about: Range) -> Range:
    """What a word may stand for: so much and a little, and what "hampir" and "lebih dari" in front of it make of it."""
    before = max(0, start - HEDGE)
    if words.below.search(low, before, start):
        return Range(times * NEARLY if times < 1 else times * FEWER, times)
    if words.above.search(low, before, start):
        return Range(times, Decimal("Infinity"))
    return Range(about.low * times, about.high * times)


def _finding(case: Case, told: Told) -> Finding:
    end = told.part.end if told.part.start > told.start else told.end
    made = (told.part.value / told.whole.value).quantize(Decimal("0.01"))
    return _of_word(case, told.start, end, _row(case, told.part, told.whole), made)


def _row(case: Case, part: Number, whole: Number) -> str:
    from factcheck.checks.figures.odd_one import figure_of
    from factcheck.language.number_format import formatted

    made = (part.value / whole.value).quantize(Decimal("0.01"))
    return f"{figure_of(case.document, part)} / {figure_of(case.document, whole)} = {formatted(made, case.language)}"


def _of_word(case: Case, start: int, end: int, row: str, made: Decimal) -> Finding:
    said = message("{text} does not fit the figures beside it: {row}.", text=case.document.text[start:end], row=row)
    return Finding(RULE, "warning", said, start, end, evidence=(Evidence("arithmetic", "", made, row),))
