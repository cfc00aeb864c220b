"""Numbers as the press writes them: 89,62; Rp 2,19 triliun; 70,70 persen; tiga belas; ke-7; VII."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from operator import attrgetter

from factcheck.cache.patterns import compiled
from factcheck.language.calendar import is_clock, may_be_clock
from factcheck.language.codes import is_code, link_spans, phone_end
from factcheck.language.dates import find_dates
from factcheck.language.figures import DateMention, Number, Value, read_figure
from factcheck.language.fold import alternation, digits_in, fold, word_start
from factcheck.language.language import Language
from factcheck.language.numerals import find_numerals, find_romans, ordinal_prefix
from factcheck.model import Span
from factcheck.spans import Inside, inside
from factcheck.typed import NamedTuple

FIGURE = compiled(r"(?:(?<![0-9,.] )[1-9][0-9]{0,2}(?: [0-9]{3}(?![0-9.,]*[0-9])){1,4}|[0-9]+(?:[.,][0-9]+)*)")
GOES_ON = (",", ".", " ")
"""What stands behind digits where a figure goes on in others."""
FOLLOWED = compiled(r"\s?[a-z%]")
DIGITS = compiled("[0-9]+")
_PLACE = attrgetter("start", "end")
LONGEST = 24
"""Digits and separators in one figure; what is longer is no quantity of a news article."""


class Grammar(NamedTuple):
    """The patterns around a number, over folded text.

    `signs` are the last letters of what stands in front of an amount, `heads` the first of what may stand behind a
    number: where none of them stands no pattern is tried.
    """

    currency: re.Pattern[str]
    scale: re.Pattern[str]
    short_scale: re.Pattern[str]
    unit: re.Pattern[str]
    attached: re.Pattern[str]
    suffix: re.Pattern[str]
    measure: re.Pattern[str]
    signs: frozenset[str]
    heads: frozenset[str]


@cache
def grammar(language: Language) -> Grammar:
    """The patterns made from `numbers.toml`."""
    words = language.numbers
    signs = [word for word in words.percent if not word.isalpha() and " " not in word]
    named = [word for word in words.percent if word not in signs]
    after = alternation([*named, *words.currencies_after])
    short = alternation(words.scales_short)
    suffixes = alternation(words.ordinal_suffixes)
    return Grammar(
        compiled(rf"{word_start(words.currencies, 'a-z0-9')}\s{{0,2}}$"),
        compiled(rf"\s{{0,2}}(?P<scale>{alternation(words.scales)})(?:{alternation(words.scale_suffixes)})?(?![a-z])"),
        compiled(rf"\s?(?P<scale>{short})(?![a-z])"),
        compiled(rf"\s{{0,2}}(?P<unit>{alternation(signs)}|{after}(?![a-z]))"),
        compiled(rf"-?(?:{alternation(words.attached)})(?![a-z0-9])"),
        compiled(rf"(?:{suffixes})(?![a-z0-9])"),
        compiled(rf"\s(?:{alternation(words.measures)})(?![a-z])"),
        frozenset(word[-1] for word in words.currencies),
        frozenset(word[0] for word in (*words.percent, *words.currencies_after, *words.scales, *words.scales_short)),
    )


def find_numbers(plain: str, language: Language, dates: Sequence[DateMention] | None = None) -> list[Number]:
    """Every number written in `plain`, left to right, without overlap, offsets into it.

    Left out: what is part of a date (`dates` where already found), a time of day, a code, a telephone
    number or an address. A number in front of its own repetition in words, "13 (tiga belas)", is two numbers.
    """
    low = fold(plain)
    days = [(date.start, date.end) for date in (find_dates(plain, language) if dates is None else dates)]
    taken = inside([*days, *link_spans(low)])
    found = [*_in_figures(low, taken, language), *_in_words(low, language), *_in_romans(plain)]
    return list(_apart(sorted(found, key=_PLACE), taken))


def _apart(numbers: Iterable[Number], taken: Inside) -> Iterator[Number]:
    end = 0
    for number in numbers:
        if number.start >= end and not (taken.starts and taken.holds(number.figure.start)):
            end = number.end
            yield number


def _in_figures(low: str, taken: Inside, language: Language) -> Iterator[Number]:
    free, words, timed = 0, grammar(language), may_be_clock(low, language)
    for start, end in _figure_spans(low, language):
        if start < free or end - start > LONGEST or (taken.starts and taken.holds(start)):
            continue
        free = phone_end(low, start, end)
        if not free and not (timed and is_clock(low, start, end, language)):
            yield from _figure(low, start, end, words, language)


def _figure_spans(low: str, language: Language) -> Iterator[tuple[int, int]]:
    """Where figures stand: one with blanks between its thousands (1 016 000 ton) is one, others with blanks are not."""
    free = 0
    for start, end in digits_in(low):
        if start < free:
            continue
        match = FIGURE.match(low, start) if low.startswith(GOES_ON, end) and low[end + 1 : end + 2].isdigit() else None
        free = end if match is None else match.end()
        if match is None or " " not in match[0] or _in_thousands(low, match, language):
            yield start, free
        else:
            yield from (part.span() for part in DIGITS.finditer(low, *match.span()))


def _in_thousands(low: str, match: re.Match[str], language: Language) -> bool:
    """Whether blanks part thousands, not numbers.

    So where a currency stands in front, a measure behind, or where there are two blanks or a round number and words go
    on.
    """
    words = grammar(language)
    if words.currency.search(low, max(0, match.start() - 6), match.start()) or words.measure.match(low, match.end()):
        return True
    round_or_long = match[0].count(" ") > 1 or match[0].endswith(" 000")
    return round_or_long and FOLLOWED.match(low, match.end()) is not None


def _figure(low: str, start: int, end: int, words: Grammar, language: Language) -> Iterable[Number]:
    """The number in this figure; several where it is a list without blanks: 2019,2020,2021."""
    written, decimal = low[start:end].replace(" ", ""), language.numbers.decimal
    value = read_figure(written, decimal)
    if value is not None:
        number = _in_digits(low, Span(start, end), value, words, language)
        return () if number is None else (number,)
    if "," not in written or "." in written:
        return ()
    parts = [match.span() for match in DIGITS.finditer(low, start, end)]
    return [number for part in parts for number in _figure(low, *part, words, language)]


def _in_digits(low: str, figure: Span, value: Value, words: Grammar, language: Language) -> Number | None:
    start, end = figure
    signed = low[max(0, start - 3) : start].rstrip()[-1:] in words.signs
    money = words.currency.search(low, max(0, start - 6), start) if signed else None
    prefix = None if money else ordinal_prefix(low, start, language)
    if money is None and prefix is None and is_code(low, start, end):
        return None
    if low[end : end + 1].isalpha():
        ordinal = words.suffix.match(low, end)
        if ordinal and value.quantum == 1:
            return Number(start, ordinal.end(), value.value, value.quantum, "ordinal", "", figure)
        if not (money or words.attached.match(low, end)):
            return None
    number = _dressed(low, Number(start, end, *value, "digits", "", figure), money, words, language)
    if prefix is not None and number.quantum == 1 and number.value < 1000 and not number.unit:
        return number._replace(start=prefix, form="ordinal")
    return number


def _dressed(low: str, bare: Number, money: re.Match[str] | None, words: Grammar, language: Language) -> Number:
    """`bare` with the scale and unit written around it: Rp 2,19 triliun; 70,70 persen; Rp58.000,-."""
    if low[bare.end : bare.end + 3].lstrip()[:1] not in words.heads:
        return bare if money is None else _paid(low, bare, money, None, language)
    scaled = _scaled(low, bare, money is not None, words, language) if bare.form == "digits" else bare
    unit = words.unit.match(low, scaled.end)
    if money is not None:
        return _paid(low, scaled, money, unit, language)
    if unit is None:
        return scaled
    name = language.numbers.currencies_after.get(unit["unit"], "percent")
    return Number(scaled.start, unit.end(), scaled.value, scaled.quantum, scaled.form, name, scaled.figure)


def _paid(low: str, bare: Number, money: re.Match[str], unit: re.Match[str] | None, language: Language) -> Number:
    """`bare` with the currency in front of it and what may end a price: Rp58.000,-; Rp2 juta rupiah."""
    end = bare.end
    if unit and unit["unit"] in language.numbers.currencies_after:
        end = unit.end()
    elif low.startswith((",-", ",–"), end):
        end += 2
    unit_of = language.numbers.currencies[money[0].rstrip()]
    return Number(money.start(), end, bare.value, bare.quantum, bare.form, unit_of, bare.figure)


def _scaled(low: str, bare: Number, money: bool, words: Grammar, language: Language) -> Number:
    scale = words.scale.match(low, bare.end) or (words.short_scale.match(low, bare.end) if money else None)
    if scale is None:
        return bare
    times = _scale(scale["scale"], language)
    value, quantum = bare.value * times, bare.quantum * times
    return Number(bare.start, scale.end(), value, quantum, bare.form, bare.unit, bare.figure)


def _scale(word: str, language: Language) -> int:
    return language.numbers.scales.get(word) or language.numbers.scales_short[word]


def _in_words(low: str, language: Language) -> Iterator[Number]:
    for numeral in find_numerals(low, language):
        form = "ordinal" if numeral.ordinal else "word"
        bare = Number(*numeral.span, numeral.value, numeral.quantum, form, "", numeral.figure)
        yield bare if numeral.ordinal else _dressed(low, bare, None, grammar(language), language)


def _in_romans(plain: str) -> Iterator[Number]:
    for span, value in find_romans(plain):
        yield Number(*span, Decimal(value), Decimal(1), "roman", "", span)
