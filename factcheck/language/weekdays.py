"""The weekday that a date is written with."""

import re
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.language.fold import alternation, word_start
from factcheck.language.language import Language
from factcheck.model import Span
from factcheck.typed import NamedTuple

REACH = 44
"""How far in front of a date its weekday may begin: "Jum'at kemarin sore tanggal (" is 27 long."""


class Weekday(NamedTuple):
    """A weekday as written: Monday is 0."""

    number: int
    span: Span


class Grammar(NamedTuple):
    """The patterns of one language, over folded text."""

    weekday: re.Pattern[str]
    eve: re.Pattern[str]
    gap: re.Pattern[str]
    listed: re.Pattern[str]
    week_before: re.Pattern[str]
    not_week_before: re.Pattern[str]
    past: re.Pattern[str]


@cache
def grammar(language: Language) -> Grammar:
    """The patterns made from `dates.toml`."""
    words = language.dates
    weekdays = alternation(words.weekdays)
    until = alternation([*words.until, *words.either])
    return Grammar(
        compiled(rf"(?:{weekdays})(?![a-z])"),
        compiled(rf"{word_start(words.eve_of)}\s{{1,2}}$"),
        compiled(rf"(?:[\s,(]|(?:{alternation(words.between)})(?![a-z]))*"),
        compiled(rf"(?:{weekdays})\s{{0,2}}(?:{until})\s{{0,2}}$"),
        compiled(rf"{word_start(words.week_after)}\s{{1,2}}$"),
        compiled(rf"(?:{word_start(words.not_week_after)}|[0-9])\s{{1,2}}$"),
        compiled(rf"\s{{1,2}}(?:{alternation(words.week_past)})(?![a-z])"),
    )


def weekday_before(plain: str, low: str, end: int, language: Language) -> Weekday | None:
    """The weekday that belongs to the date beginning at `end`; None where something else lies between.

    A weekday in a range or list of weekdays (Sabtu-Minggu, Kamis dan Jumat) belongs to no single date.
    """
    words = grammar(language)
    last = next(reversed([*words.weekday.finditer(low, max(0, end - REACH), end)]), None)
    if last is None or not words.gap.fullmatch(low, last.end(), end):
        return None
    start = last.start()
    before = low[max(0, start - 24) : start]
    if (before[-1:].isalnum() or before[-1:] == "-") or words.eve.search(before):
        return None
    if words.listed.search(before):
        return None
    if last[0] in language.dates.week_words and not _is_day(plain, low, last, before, words):
        return None
    return Weekday(language.dates.weekdays[last[0]], Span(*last.span()))


def _is_day(plain: str, low: str, match: re.Match[str], before: str, words: Grammar) -> bool:
    """Whether "minggu" is the day and not a week or a name: Pasar Minggu, dua minggu lalu."""
    if words.not_week_before.search(before):
        return False
    if words.week_before.search(before):
        return True
    return plain[match.start()].isupper() and not words.past.match(low, match.end())
