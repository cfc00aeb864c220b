"""Times of day: 19.30 WIB, pukul 07.45, 08.00-10.00 WIB."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factcheck.cache.patterns import compiled
from factcheck.language.fold import alternation, first_word, word_start, words_in
from factcheck.language.language import Language

TIME = compiled(r"[0-9]{1,2}(?:\.[0-9]{2})?(?:\.[0-9]{2})?")
LONGEST = 8
"""Signs of one: 07.45.30."""


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """What stands before a time of day, what behind it, and words one of which a text has that names one."""
    words = language.numbers
    until = alternation(words.until)
    before, after = word_start(words.clock_before, "a-z0-9"), alternation(words.clock_after)
    other = r"[0-9]{1,2}(?:[.:][0-9]{2})?"
    return (
        compiled(rf"{before}\s{{0,2}}(?:{other}\s{{0,2}}(?:{until})\s{{0,2}})?$"),
        compiled(rf"(?:\s{{0,2}}(?:{until})\s{{0,2}}{other})?\s{{0,2}}\(?(?:{after})(?![a-z])"),
        frozenset(map(first_word, (*words.clock_before, *words.clock_after))),
    )


def is_clock(low: str, start: int, end: int, language: Language) -> bool:
    """Whether the figure `start`..`end` of the folded text is a time of day.

    19.30 and 7 both may be; 19:30 is one wherever it stands.
    """
    if low[end : end + 1] == ":" and low[end + 1 : end + 3].isdigit() and end - start <= 2:
        return True
    if low[start - 1 : start] == ":" and low[start - 2 : start - 1].isdigit() and end - start in (2, 5):
        return True
    if end - start > LONGEST or not _is_told(low, language):
        return False
    if not TIME.fullmatch(low, start, end) or not _is_time(low[start:end]):
        return False
    before, after, _ = _patterns(language)
    return bool(before.search(low, max(0, start - 26), start) or after.match(low, end))


def may_be_clock(low: str, language: Language) -> bool:
    """Whether any figure of the folded text may be a time of day."""
    return ":" in low or _is_told(low, language)


@lru_cache(maxsize=2)
def _is_told(low: str, language: Language) -> bool:
    """Whether a text has a word that names a time of day."""
    firsts = _patterns(language)[2]
    return "" in firsts or not firsts.isdisjoint(words_in(low))


def _is_time(written: str) -> bool:
    hours, _, minutes = written.partition(".")
    return int(hours) <= 24 and (not minutes or int(minutes[:2]) < 60)
