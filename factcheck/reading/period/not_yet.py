"""Of which years an article could not tell yet: one of March 2022 tells no results of 2022, nor of 2024."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from factcheck.reference.ask.reference import Reference

AHEAD = 1
"""So many years ahead is decided: what is to be paid in 2025 is told of in 2024."""


def known_by_then(periods: Iterable[str], reference: Reference, published: date | None) -> list[str]:
    """Those of `periods` of which an article may tell that was published on a day: none further ahead than the next
    year, nor one whose first event that the reference knows is later."""
    if published is None:
        return list(periods)
    first = _first_days(reference)
    latest = published.year + AHEAD
    return [one for one in periods if int(one or 0) <= latest and first.get(one, published) <= published]


@lru_cache(maxsize=8)
def _first_days(reference: Reference) -> Mapping[str, date]:
    """The day of the first event of each year."""
    first: dict[str, date] = {}
    for event in reference.events:
        first[event.period] = min(event.day, first.get(event.period, event.day))
    return first
