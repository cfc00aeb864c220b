"""Parts and multiples between the two figures that they are told of: "Rp50.000, separuh harga lama yang Rp80.000"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.checks.changes.told_multiples import FEWER, MORE, OFF, STOP, Told, Words, allowed, counts
from factcheck.judging.case import Case
from factcheck.language.figures import PERCENT, Number
from factcheck.language.fold import alternation, whole_word, word_start
from factcheck.language.interval import Range
from factcheck.language.language import Language
from factcheck.model import Span
from factcheck.reading.sums.parts_of_totals import noun_at

FRONT, BEHIND, SAID = 76, 70, 120
"""Letters from the first figure to the word, from it to the second, and to a share in the next sentence."""
WIDE = Decimal("0.2")
"""So far a share may be off a part told in words: "sepertiga" is said of 27 to 40 per cent."""
WHOLE = Number(0, 0, Decimal(100), Decimal(1), "digits", PERCENT, Span(0, 0))
NOUN = r"(?:\s[a-z][a-z/-]*){0,4}"


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    """What leads to the word behind a comma, what parts it from the second figure, what makes a number a multiple, and
    what leads to a share, in the same sentence or the next."""
    words, changes, hedge = language.changes.multiples, language.changes, language.words.hedge
    hedges = alternation([*hedge.around, *hedge.above, *hedge.below, *hedge.over])
    lead = rf"[^,.;:!?\n()]{{0,60}},\s(?:(?:{alternation(changes.alike)})\s)?(?:(?:{hedges})\s)?(?:[a-z]+\s)?"
    change = language.words.change
    apart = (*changes.breaks, *changes.totals.rest, *changes.lists.last, *changes.alike, *change.up, *change.down)
    times, sized = alternation((*words.kept, *words.behind)), alternation((*words.sized, *words.more))
    kept, named = rf"\s(?:{times})\s(?:{sized})(?![a-z])", alternation(changes.naming)
    share = rf"{NOUN}(?:\s\(|,?\s(?:{alternation(changes.alike)})\s(?:(?:{named})\s)?)"
    begun = r"[^.!?;:\n0-9]{0,60}\.\s(?:[a-z]+\s){0,2}"
    told = rf"{begun}{word_start(words.tells)}\s(?:(?:{named})\s)?" if words.tells else "(?!)"
    return compiled(lead), compiled(whole_word(apart)), compiled(kept), compiled(share), compiled(told)


def told_beside(case: Case, low: str, words: Words) -> Iterator[Told]:
    """The parts and multiples of a draft that stand between their two figures, and parts with a share behind them."""
    kept = tuple([f" {word} " for word in case.language.changes.multiples.kept])
    for at, number in enumerate(case.numbers):
        part = number.form == "word" and number.value < 1
        if not part and not (kept and low.startswith(kept, number.end)):
            continue
        front, behind = case.numbers[max(0, at - 1) : at], case.numbers[at + 1 : at + 2]
        if part and number.value > 0:
            yield from _shares(case, low, words, number, behind)
            yield from _parts(case, low, words, number, [*front, *behind])
        elif number.value > 1 and number.quantum == 1 and not number.unit:
            yield from _times(case, low, words, number, [*front, *behind])


def _parts(case: Case, low: str, words: Words, number: Number, pair: list[Number]) -> Iterator[Told]:
    """ "31.318 kilometer persegi, lebih dari separuh wilayah provinsi yang 147.018 kilometer persegi"."""
    if low[number.end : number.end + 1] == " " and _are_beside(case, low, number.start, number.end, pair):
        part, whole = pair
        told = allowed(low, words, number.start, number.value, Range(1 - OFF, 1 + OFF))
        # the whole in front: Rp10 miliar, separuh di antaranya Rp5 miliar
        turned = Range(max(1 / told.high, Decimal(1)), max(1 / told.low, Decimal(1)))
        yield Told(number.start, number.end, part, whole, (told, turned))


def _times(case: Case, low: str, words: Words, number: Number, pair: list[Number]) -> Iterator[Told]:
    """ "18,56 kilometer persegi, lebih dari dua kali luas Kota Anu yang 39,08 kilometer persegi"."""
    kept = _patterns(case.language)[2].match(low, number.end)
    if kept and _are_beside(case, low, number.start, kept.end(), pair):
        told = allowed(low, words, number.start, number.value, Range(FEWER, MORE))
        by = Range((number.value + 1) * (1 - OFF / 2), (number.value + 1) * (1 + OFF / 2))
        yield Told(number.start, kept.end(), pair[0], pair[1], (told, by))


def _are_beside(case: Case, low: str, start: int, end: int, pair: list[Number]) -> bool:
    """Whether a figure stands in front of a place behind a comma, and one of the same unit right behind."""
    if len(pair) != 2 or not all(counts(low, one, case.language) for one in pair):
        return False
    first, second = pair
    lead, apart, *_ = _patterns(case.language)
    before, between = low[first.end : start], low[end : second.start]
    if len(before) > FRONT or len(between) > BEHIND or "," in between or STOP.search(between) or apart.search(between):
        return False
    if not lead.fullmatch(before) or first.unit != second.unit or PERCENT in (first.unit, second.unit):
        return False
    return first.unit != "" or noun_at(low, first.end) == noun_at(low, second.end) != ""


def _shares(case: Case, low: str, words: Words, number: Number, behind: Sequence[Number]) -> Iterator[Told]:
    """ "Hampir seperlima warga miskin. Angkanya 19,2 persen": the share behind a part, or in the next sentence."""
    for share in behind:
        *_, beside, told = _patterns(case.language)
        between = low[number.end : share.start]
        if share.unit != PERCENT or share.form != "digits" or len(between) > SAID:
            continue
        if beside.fullmatch(between) or told.fullmatch(between):
            about = allowed(low, words, number.start, number.value, Range(1 - WIDE, 1 + WIDE))
            yield Told(number.start, number.end, share, WHOLE, (about,))
