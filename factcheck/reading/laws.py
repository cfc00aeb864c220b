"""Laws and decrees as the press cites them: "UU 25/2009", "Undang-Undang Nomor 25 Tahun 2009"."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.language.fold import digits_in, fold
from factcheck.language.language import Language
from factcheck.language.tables import Words
from factcheck.model import Span
from factcheck.typed import NamedTuple

_PARTS = r"(?:/(?:[A-Z][A-Za-z0-9.-]{0,11}|[0-9]{3,4})){0,4}?"
"""What may stand behind the first figures of the number of a decree: 524/KPTS/MU, 188.44/477; no part of a day."""


YEAR = 4
"""Digits of a year."""


class LawMention(NamedTuple):
    """A citation: canonical kind (`UU`), number and year, where they stand, and what it is said to be about."""

    start: int
    end: int
    short: str
    number: str
    year: str
    number_span: Span
    year_span: Span
    about: str


def find_laws(plain: str, language: Language) -> tuple[LawMention, ...]:
    """The citations in a text, kind by kind. Kinds and words are data (`laws`, `citation` in words.toml)."""
    low, leads = fold(plain), _before_year(language)
    if not any(end - start == YEAR and _is_led(low, start, leads) for start, end in digits_in(low)):
        return ()
    ended = _number_and_year(language)
    if not any(ended.match(plain, start) for start, _ in digits_in(low)):
        return ()
    return tuple(_longest(_citations(plain, language)))


def _is_led(low: str, year: int, leads: tuple[str, ...]) -> bool:
    """Whether what leads to the year of a citation stands in front of a place, or blanks behind which it may."""
    if low.endswith(leads, 0, year):
        return True
    return low[year - 1 : year].isspace() and (low.endswith(leads, 0, year - 1) or low[year - 2 : year - 1].isspace())


@cache
def _before_year(language: Language) -> tuple[str, ...]:
    return (*map(str.lower, language.words.citation.year), "/")


def _longest(mentions: Iterable[LawMention]) -> Iterator[LawMention]:
    """One citation of each number: "Government Regulation No. 36 of 2021" is no "Regulation No. 36 of 2021" besides."""
    longest: dict[Span, LawMention] = {}
    for mention in mentions:
        known = longest.get(mention.number_span)
        if known is None or mention.start < known.start:
            longest[mention.number_span] = mention
    yield from longest.values()


def _citations(plain: str, language: Language) -> Iterator[LawMention]:
    about = _about(language)
    for short, pattern in _patterns(language):
        for match in pattern.finditer(plain):
            matter = about.match(plain, match.end())
            yield LawMention(
                match.start(), match.end(), short, match.group(1), match.group(2),
                Span(*match.span(1)), Span(*match.span(2)), matter.group(1).strip() if matter else "",
            )  # fmt: skip


@cache
def _number_and_year(language: Language) -> re.Pattern[str]:
    """What every citation ends with, for a look that most texts do not pass: "25 Tahun 2009", but not 22/12/2022."""
    year = _either((*language.words.citation.year, "/"))
    return compiled(rf"(?<!/)[0-9]+{_PARTS}\s*(?i:{year})\s*[0-9]{{4}}\b")


@cache
def _patterns(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    number = _number(language)
    kinds = language.words.laws
    return tuple((short, _pattern(words, number)) for short, words in kinds.items() if words)


def _pattern(words: Words, number: str) -> re.Pattern[str]:
    # An abbreviation counts in capitals only: "UU 25/2009", and not the "pp" of another word.
    ordered = sorted(words, key=lambda word: (not word.isupper(), -len(word)))
    # The first letter stands alone, so that the search can leap from one such letter to the next.
    first = "".join(sorted({letter for word in words for letter in _cases(word[0])}))
    kinds = "|".join(map(_behind_first, ordered))
    return compiled(
        rf"[{first}](?<!\w.)(?:{kinds})(?: [A-Z](?:[^\W\d_]|\.)*){{0,5}}(?:\s?\([A-Z][A-Za-z]{{1,11}}\))?\s*{number}"
    )


def _behind_first(word: str) -> str:
    """What stands behind the first letter of a word, whichever that was."""
    if word.isupper():
        return rf"(?<={word[0]}){_loose(word[1:])}"
    return rf"(?<=[{_cases(word[0])}])(?i:{_loose(word[1:])})"


def _cases(letter: str) -> str:
    return letter.upper() + letter.lower()


def _number(language: Language) -> str:
    """ "Nomor 25 Tahun 2009", "25/2009", "No. 3A of 2011", "188.44/477/2025": the number is group 1, the year 2."""
    parts = language.words.citation
    return (
        rf"(?:[,(]\s*)?(?:(?i:{_either(parts.number)})\s*(?::\s*)?)?"
        rf"([0-9]{{1,4}}(?:\.[0-9]{{1,3}})?{_PARTS})\s*(?i:{_either((*parts.year, '/'))})\s*([0-9]{{4}})\b(?!/)"
    )


@cache
def _about(language: Language) -> re.Pattern[str]:
    words = _either(language.words.citation.about)
    return compiled(rf"\s*(?:,\s*)?(?:{words})\s+((?:[^\s.,;()\"]+\s*){{1,10}})", re.IGNORECASE)


def _either(words: Iterable[str]) -> str:
    return "|".join(_loose(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"


def _loose(word: str) -> str:
    """A name of a kind with any blanks around its dash, or in its place: "Undang – Undang", "Undang undang"."""
    return re.escape(word).replace(r"\-", r"(?:\s?[-–]\s?|\s)").replace(r"\ ", r"\s+")
