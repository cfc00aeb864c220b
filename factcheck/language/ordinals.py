"""What makes a number an ordinal from in front: ke-7, peringkat ke 7."""

from __future__ import annotations

import re
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.language.fold import alternation
from factcheck.language.load import Language


@cache
def _pattern(language: Language) -> re.Pattern[str] | None:
    words = language.numbers
    prefix = re.escape(words["ordinal_prefix"])
    if not prefix:
        return None
    cues = alternation(words["ordinal_cues"])
    return compiled(
        rf"(?<![a-z0-9])(?:(?P<joined>{prefix}\s?[-–]\s?|{prefix}(?=$))|{cues}\s{{1,2}}(?P<apart>{prefix}\s{{1,2}}))$"
    )


def ordinal_prefix(low: str, start: int, language: Language) -> int | None:
    """Where the prefix begins that makes the number at `start` of the folded text an ordinal, else None."""
    pattern = _pattern(language)
    if pattern is None or low[start - 1 : start] not in ("-", " ", "–", "e"):
        return None
    match = pattern.search(low, max(0, start - 20), start)
    if match is None:
        return None
    return match.start("joined") if match["joined"] else match.start("apart")
