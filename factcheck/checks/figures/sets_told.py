"""Matches whose sets, games or quarters are told in brackets: "menang 3-1 (25-21, 25-19, 22-25)"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case
from factcheck.model import Span
from factcheck.spans import own_text
from factcheck.typed import NamedTuple

SCORE = compiled(
    r"(?<![0-9/.,–-])([0-9])[-–]([0-9])(?![0-9/.,–-])\s\(((?:[0-9]{1,2}[-–][0-9]{1,2}(?:, | dan |, dan |; ))+"
    r"[0-9]{1,2}[-–][0-9]{1,2})\)"
)
"""A result, and in brackets behind it two sets or more."""
SET = compiled(r"([0-9]{1,2})[-–]([0-9]{1,2})")
LEAST = 6
"""So many points or games has at least who wins a set; of fewer the brackets hold goals, or other things."""


class OddSets(NamedTuple):
    """A result, where the sets stand, and the result that they make."""

    result: Span
    sets: Span
    right: str


def odd_sets(case: Case) -> Iterator[OddSets]:
    """The results of a draft that the sets in brackets behind them do not make, whoever's come first."""
    own = own_text(case.document)
    for match in SCORE.finditer(case.document.plain):
        result = (int(match[1]), int(match[2]))
        sets = [(int(one), int(other)) for one, other in SET.findall(match[3])]
        if any(max(pair) < LEAST or pair[0] == pair[1] for pair in sets) or not own.holds(match.start()):
            continue
        won = sum(one > other for one, other in sets)
        made = (won, len(sets) - won)
        if sorted(made) != sorted(result):
            first, second = made if (made[0] > made[1]) == (result[0] > result[1]) else reversed(made)
            yield OddSets(Span(match.start(1), match.end(2)), Span(*match.span(3)), f"{first}-{second}")
