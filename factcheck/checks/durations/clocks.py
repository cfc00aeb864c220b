"""Times of day that no clock shows, and one time told in two zones: "pukul 19.75", "19.00 WIB atau 22.00 WIT"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case
from factcheck.language.fold import alternation, fold, may_hold, word_start
from factcheck.language.language import Language
from factcheck.model import Span
from factcheck.typed import NamedTuple

HOURS, MINUTES = 24, 60


class OddZone(NamedTuple):
    """A time of day told first in one zone, and where the same in another is told; what that would have to be."""

    first: Span
    second: Span
    right: str


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A word for a time of day with one, a time with its zone, and what joins one time in two zones."""
    words = language.numbers
    cue, zone = alternation(words.clock_before), alternation(words.zones)
    time = r"(?P<hour>[0-9]{1,2})(?P<sign>[.:])(?P<minute>[0-9]{2})"
    joined = alternation((*words.again.same, *words.again.either))
    return (
        compiled(rf"{word_start(words.clock_before)}\s(?P<time>{time})(?![0-9]|[.:,/][0-9])"),
        compiled(rf"(?<![0-9.,:-])(?P<time>{time})\s(?P<zone>{zone})(?![a-z])"),
        compiled(rf"\s?[,/(]?\s?(?:(?:{joined})\s)?(?:(?:{cue})\s)?"),
    )


def odd_times(case: Case) -> Iterator[Span]:
    """The times of day of a draft that no clock shows."""
    low, told = fold(case.document.plain), _patterns(case.language)[0]
    for match in told.finditer(low) if case.language.numbers.clock_before else ():
        if int(match["minute"]) >= MINUTES or int(match["hour"]) > HOURS:
            yield Span(*match.span("time"))


def odd_zones(case: Case) -> Iterator[OddZone]:
    """The times of day of a draft that are another in the zone they are told in too."""
    low, zones = fold(case.document.plain), case.language.numbers.zones
    _, timed, joined = _patterns(case.language)
    times = list(timed.finditer(low)) if zones and may_hold(low, tuple(zones)) else []
    for one, other in pairwise(times):
        ahead = zones[other["zone"]] - zones[one["zone"]]
        if not ahead or not joined.fullmatch(low, one.end(), other.start()):
            continue
        hour = (int(one["hour"]) + ahead) % HOURS
        if (hour, one["minute"]) != (int(other["hour"]) % HOURS, other["minute"]):
            right = f"{hour:02d}{other['sign']}{one['minute']}"
            yield OddZone(Span(*one.span()), Span(*other.span("time")), right)
