"""Since when the figures of a table of several years are known: one that comes out anew each year says the day of its
newest figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from factcheck.model import Fact, year_of

YEAR = 4
"""Letters of the year of a day: 2025-02-05."""

Table = tuple[str, str, str, str]
"""Pack, measure, source and day: what the figures of one table share."""


def newest_years(facts: Iterable[Fact]) -> dict[Table, str]:
    """The newest year of each table that has one day for figures of several years."""
    years: dict[Table, set[str]] = defaultdict(set)
    for fact in facts:
        if fact.published and year_of(fact.period).isdigit():
            years[table_of(fact)].add(year_of(fact.period))
    return {table: max(told) for table, told in years.items() if len(told) > 1}


def known_since(fact: Fact, newest: Mapping[Table, str]) -> str:
    """The day since when a fact is known; one of an earlier year than the newest of its table since that day so many
    years before: growth of 2022 to 2024 of February 2025 had that of 2023, be it revised since, a year earlier."""
    year, latest = year_of(fact.period), newest.get(table_of(fact), "")
    if not latest or not year.isdigit():
        return fact.published
    return f"{int(fact.published[:YEAR]) - (int(latest) - int(year))}{fact.published[YEAR:]}"


def table_of(fact: Fact) -> Table:
    """What the figures of the table of a fact share."""
    return fact.pack, fact.measure, fact.source, fact.published
