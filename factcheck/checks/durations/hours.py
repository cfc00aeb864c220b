"""Hours and minutes that the times of day beside them do not span: "pukul 08.30-11.45, selama dua jam"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise

from factcheck.cache.patterns import compiled
from factcheck.checks.durations.told_times import Missed, Stretch, beside, times_told
from factcheck.judging.case import Case
from factcheck.language.calendar import may_be_clock
from factcheck.language.fold import alternation, digits_in, fold, may_hold, word_start
from factcheck.language.language import Language
from factcheck.model import Span

HOUR, DAY = 60, 24 * 60
SIGNS, CUE = tuple("0123456789.,:/-"), 10
"""What does not stand in front of a time of day; letters in which a word for one does."""
BETWEEN = 40
"""Letters between the figures of two times that are joined, with a zone and a word for a time among them."""
NEAR, ROUGH = Decimal(5), Decimal(45)
"""Minutes that a time told in minutes, or in hours, may be off."""


def units(language: Language) -> dict[str, int]:
    """The units of a time by the clock, in minutes."""
    sizes = language.numbers.units.time
    return {word: size // HOUR for word, size in sizes.items() if HOUR <= size <= HOUR * HOUR}


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Two times of day (08.30-11.45; 08:30 hingga 11:45 WIB), what says in front of them that they are, and two of
    which a word says that the second is the end ("dimulai pukul 08.30 dan ditutup pukul 11.15")."""
    words = language.numbers
    cue, zone = alternation(words.clock_before), alternation(words.clock_after)
    time, until = r"(?P<{0}>[0-9][0-9]?)(?:[.:](?P<{0}m>[0-5][0-9]))?(?:\s?(?P<{0}z>{1}))?", alternation(words.until)
    return (
        compiled(
            rf"{time.format('a', zone)}\s?(?:{until})\s?(?:(?:{cue})\s)?{time.format('b', zone)}(?![0-9]|[.:,][0-9])"
        ),
        compiled(rf"{word_start(words.clock_before)}\s$"),
        compiled(
            rf"{word_start(words.clock_before)}\s{time.format('a', zone)}[^.!?;\n0-9]{{1,40}}"
            rf"(?<![a-z])(?:{alternation(words.ended)})\s(?:[a-z]+\s)?(?:{cue})\s{time.format('b', zone)}"
            r"(?![0-9]|[.:,][0-9])"
        ),
    )


def hours_missed(case: Case) -> Iterator[Missed]:
    """The durations of a draft that the times of day beside them do not span."""
    low = fold(case.document.plain)
    told_times = times_told(case, units(case.language)) if may_be_clock(low, case.language) else ()
    stretches = sorted(_stretches(low, case.language)) if told_times else []
    for told in told_times if stretches else ():
        one = beside(case, told, stretches, follows=True)
        off = ROUGH if told.quantum >= HOUR else min(ROUGH, max(NEAR, told.quantum / 2))
        if one is not None and all(abs(told.size - each) > off for each in (one.spans, one.spans % (DAY // 2))):
            yield Missed(told, one)


def _are_joined(low: str, language: Language) -> bool:
    """Whether what joins two times stands between two figures: no time is looked for where it does not."""
    near = (low[end:start] for (_, end), (start, _) in pairwise(digits_in(low)) if start - end <= BETWEEN)
    return any(join in gap for gap in near for join in language.numbers.until)


def _stretches(low: str, language: Language) -> Iterator[Stretch]:
    times, cue, ended = _patterns(language)
    if may_hold(low, language.numbers.ended):
        for match in ended.finditer(low):
            if match["am"] and match["bm"] and (spans := _minutes(match, language)):
                yield Stretch(Span(*match.span()), Decimal(spans))
    for match in times.finditer(low) if _are_joined(low, language) else ():
        start = match.start()
        clear = low[start - 1 : start] not in SIGNS and not (
            match["am"] is None and match["bm"] is None and match["bz"] is None
        )
        told = match["az"] or match["bz"] or (":" in match[0]) or cue.search(low, max(0, start - CUE), start)
        spans = _minutes(match, language) if clear and told else 0
        if spans:
            yield Stretch(Span(*match.span()), Decimal(spans))


def _minutes(match: re.Match[str], language: Language) -> int:
    """From the first to the second, over midnight where that is earlier; 0 where the two clocks may be of two zones."""
    zones = [match["az"] or "", match["bz"] or ""]
    afternoon = language.numbers.afternoon
    halves = {*language.numbers.morning, *afternoon}
    if zones[0] and zones[1] and zones[0] != zones[1] and not halves.issuperset(zones):
        return 0
    zones[0] = zones[0] or (zones[1] if zones[1] in halves else "")
    first, last = (
        int(match[name]) % (12 if zone in halves else 24) * HOUR
        + int(match[f"{name}m"] or 0)
        + HOUR * 12 * (zone in afternoon)
        for name, zone in zip("ab", zones, strict=True)
    )
    return (last - first) % DAY
