"""Numbers in words and Roman numerals: tiga belas, ketujuh, setengah, juara II; what makes one an ordinal: ke-7."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.language.fold import alternation, places_of, words_in
from factcheck.language.language import Language
from factcheck.language.numeral_sum import Sum, add, value
from factcheck.language.tables import NumberWords
from factcheck.model import Span
from factcheck.typed import NamedTuple

REACH = 20
"""How far in front of a number what makes it an ordinal may begin."""
GAP = 3
"""Code points between the prefix and the number at most: "ke - 7"."""


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    words = language.numbers
    prefix = re.escape(words.ordinal_prefix)
    cues = alternation(words.ordinal_cues)
    return compiled(
        rf"(?<![a-z0-9])(?:(?P<joined>{prefix}\s?[-–]\s?|{prefix}(?=$))|{cues}\s{{1,2}}(?P<apart>{prefix}\s{{1,2}}))$"
    )


def ordinal_prefix(low: str, start: int, language: Language) -> int | None:
    """Where the prefix begins that makes the number at `start` of the folded text an ordinal, else None."""
    prefix = language.numbers.ordinal_prefix
    if not prefix or low[start - 1 : start] not in ("-", " ", "–", "e"):
        return None
    if low.find(prefix, max(0, start - len(prefix) - GAP), start) < 0:
        return None
    match = _pattern(language).search(low, max(0, start - REACH), start)
    if match is None:
        return None
    return match.start("joined") if match["joined"] else match.start("apart")


TOKEN = compiled(r"[IVX]{1,7}(?![^\W_])")
LETTERS = "IVX"
ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
VALUES = {tens * "X" + ones: 10 * tens + value for tens in range(4) for value, ones in enumerate(ONES) if tens or ones}


def find_romans(plain: str) -> Iterator[tuple[Span, int]]:
    """The Roman numerals in capitals that are whole words, with their values."""
    for start in sorted(at for letter in LETTERS for at in places_of(plain, letter)):
        before = plain[start - 1 : start]
        if before.isalnum() or before in ("-", "_", "."):
            continue
        match = TOKEN.match(plain, start)
        if match and match[0] in VALUES:
            yield Span(*match.span()), VALUES[match[0]]


LONGEST = 24
"""Words in one number; what is longer is no number of a news article."""

Meaning = tuple[str, int]
"""A word's part in the sum: (`one`, 3), (`whole`, 11), (`ten`, 20), (`teen`, 10), (`times`, 100) …"""


class Numeral(NamedTuple):
    """A number in words; `span` has the "ke" of "ke tujuh", `figure` has not; `quantum` as in `Number`."""

    span: Span
    figure: Span
    value: Decimal
    quantum: Decimal
    ordinal: bool


class Word(NamedTuple):
    """A number word where it stands, with or without the prefix that makes it an ordinal."""

    start: int
    end: int
    kind: str
    amount: int
    ordinal: bool


class Grammar(NamedTuple):
    """The number words of one language, each with its meaning and with whether it is an ordinal."""

    meanings: dict[str, tuple[str, int, bool]]
    words: frozenset[str]
    joiners: tuple[str, ...]
    prefix: str
    never: tuple[str, ...]


@cache
def grammar(language: Language) -> Grammar:
    """The meanings made from `numbers.toml`: what a word adds to a sum, and whether it is an ordinal."""
    words = language.numbers
    prefix = words.ordinal_prefix
    meanings = {word: (*meaning, meaning[0] == "ordinal") for word, meaning in _meanings(words).items()}
    begin = [word for word, (kind, *_) in meanings.items() if kind in ("one", "whole", "whole scale") and prefix]
    meanings |= {prefix + word: (*meanings[word][:2], True) for word in begin}
    never = tuple(f"{word} " for word in words.not_after)
    return Grammar(meanings, frozenset(meanings), tuple(words.joiners), prefix, never)


def _meanings(words: NumberWords) -> dict[str, Meaning]:
    kinds = {
        "ones": "one",
        "wholes": "whole",
        "tens": "ten",
        "times": "times",
        "scales": "scale",
        "whole_scales": "whole scale",
        "ordinals": "ordinal",
        "parts": "part",
        "fractions": "fraction",
    }
    meanings = {word: (kinds[name], amount) for name in kinds for word, amount in getattr(words, name).items()}
    return meanings | dict.fromkeys(words.teen, ("teen", 10)) | dict.fromkeys(words.point, ("point", 0))


def find_numerals(low: str, language: Language) -> Iterator[Numeral]:
    """The numbers in words of the folded text `low`, left to right."""
    words = grammar(language)
    run: list[Word] = []
    for word in _words(low, words):
        if run and (low[run[-1].end : word.start] not in words.joiners or len(run) == LONGEST):
            yield from _numbers(low, run, language)
            run = []
        run.append(word)
    yield from _numbers(low, run, language)


def _words(low: str, words: Grammar) -> Iterator[Word]:
    present = words.words & words_in(low)
    for start, written in sorted((place, word) for word in present for place in _places(low, word)):
        end = start + len(written)
        if not _cut(low, start, end, words) and not low[max(0, start - 8) : start].endswith(words.never):
            yield Word(start, end, *words.meanings[written])


def _places(low: str, word: str) -> Iterator[int]:
    """Where a word stands, also as a part of others: plain search needs no pattern to be compiled."""
    at = low.find(word)
    while at >= 0:
        yield at
        at = low.find(word, at + len(word))


def _cut(low: str, start: int, end: int, words: Grammar) -> bool:
    """Whether the word is a part of another: bersatu, satu-satunya, dua-tiga."""
    before = low[start - 1 : start]
    if before.isalnum() or before == "_" or low[end : end + 1].isalnum():
        return True
    if "-" in words.joiners or low[start - 3 : start] == f"{words.prefix}-":
        return False
    return before == "-" or (low[end : end + 1] == "-" and low[end + 1 : end + 2].isalpha())


def _numbers(low: str, run: list[Word], language: Language) -> Iterator[Numeral]:
    """The numbers in a run of number words: one as a rule, two in "satu dua"."""
    if len(run) == 1:  # as most are
        alone = _alone(run[0].kind, run[0].amount)
        if alone is not None:
            yield _numeral(low, run, alone, language)
        return
    part: list[Word] = []
    so_far = Sum()
    for word in run:
        begins = word.ordinal and grammar(language).prefix
        more = None if begins else add(so_far, word.kind, word.amount)
        if more is None:
            yield from _number(low, part, so_far, language)
            part, more = [], add(Sum(), word.kind, word.amount)
        if more is not None:
            part.append(word)
        so_far = more or Sum()
    yield from _number(low, part, so_far, language)


@cache
def _alone(kind: str, amount: int) -> tuple[Decimal, Decimal] | None:
    """What a number word stands for by itself, None where it needs another."""
    result = add(Sum(), kind, amount)
    return None if result is None else value(result)


def _number(low: str, part: list[Word], result: Sum, language: Language) -> Iterator[Numeral]:
    if part:
        yield _numeral(low, part, value(result), language)


def _numeral(low: str, part: list[Word], told: tuple[Decimal, Decimal], language: Language) -> Numeral:
    start, end = part[0].start, part[-1].end
    ordinal = any(word.ordinal for word in part)
    prefix = None if ordinal else ordinal_prefix(low, start, language)
    figure = Span(start, end)
    return Numeral(
        figure if prefix is None else Span(prefix, end),
        figure,
        *told,
        ordinal or prefix is not None,
    )
