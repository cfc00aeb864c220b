"""What makes a number an ordinal from in front: ke-7, peringkat ke 7."""

from __future__ import annotations

import re
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.language.fold import alternation
from factcheck.language.language import Language

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
