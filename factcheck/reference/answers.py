"""Questions put to the reference in one sentence, each answered with its evidence.

An answer is computed only from tables declared complete for the group, region and period; else it is a stated
aggregate; else it is not in the reference.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple

from factcheck.model import Fact, Value
from factcheck.reference.ask.computed import computed_count, computed_ranks, members_facts
from factcheck.reference.ask.reference import Reference


class Asked(NamedTuple):
    """Of whom a question is asked: the members of a group (`kota`) in a region (`ID`: the country) in a period."""

    group: str
    scope: str
    period: str


class Reply(NamedTuple):
    """An answer: its value, the rows it rests on (the preferred first), and the sum where one was done.

    `value` is None where it is not in the reference. `how` is stated or computed.
    """

    value: Value | None = None
    facts: tuple[Fact, ...] = ()
    sum: str = ""
    how: str = ""


NOT_HELD = Reply()


def value_of(reference: Reference, measure: str, entity: str, period: str) -> Reply:
    """What a measure of one entity was: all sources, the preferred first."""
    return _stated(reference.facts(measure, entity, period))


def rank_of(reference: Reference, measure: str, entity: str, asked: Asked) -> Reply:
    """The place of an entity in a group: from the complete table, else as stated."""
    ranks = computed_ranks(reference, measure, entity, asked.period)
    for rank in ranks:
        if (rank.group, rank.scope) == (asked.group, asked.scope):
            ordered = members_facts(reference, measure, *asked)
            return Reply(rank.value, (rank,), f"place {rank.value} of {len(ordered)}", "computed")
    facts = reference.ranks(entity, asked.period)
    return _stated([fact for fact in facts if (fact.group, fact.scope) == (asked.group, asked.scope)])


def count_of(reference: Reference, condition: str, asked: Asked) -> Reply:
    """How many of a group meet a condition: `assessed`, `zone:hijau`, a thing counted."""
    fact = computed_count(reference, condition, *asked)
    if fact is not None:
        return Reply(fact.value, (fact,), f"{fact.value} rows of a complete table", "computed")
    return _stated(_aggregates(reference, condition, asked))


def share_of(reference: Reference, condition: str, asked: Asked) -> Reply:
    """The per cent of a group that meets a condition, unrounded."""
    part, whole = count_of(reference, condition, asked), count_of(reference, "assessed", asked)
    if not isinstance(part.value, Decimal) or not isinstance(whole.value, Decimal) or not whole.value:
        return NOT_HELD
    share = 100 * part.value / whole.value
    return Reply(share, (*part.facts[:1], *whole.facts[:1]), f"{part.value} / {whole.value}", part.how)


def highest(reference: Reference, measure: str, asked: Asked) -> Reply:
    """The greatest value in a group and all who have it."""
    return _extreme(members_facts(reference, measure, *asked), max)


def lowest(reference: Reference, measure: str, asked: Asked) -> Reply:
    """The least value in a group and all who have it."""
    return _extreme(members_facts(reference, measure, *asked), min)


def sum_of(reference: Reference, measure: str, asked: Asked) -> Reply:
    """The values of a group added up."""
    facts = members_facts(reference, measure, *asked)
    if not facts:
        return NOT_HELD
    return Reply(sum(_numbers(facts), Decimal()), facts, f"the sum of {len(facts)} rows", "computed")


def mean_of(reference: Reference, measure: str, asked: Asked) -> Reply:
    """The mean of a group, unrounded: from the complete table, else as stated."""
    facts = members_facts(reference, measure, *asked)
    if not facts:
        return _stated(_aggregates(reference, f"mean:{measure}", asked))
    total = sum(_numbers(facts), Decimal())
    return Reply(total / len(facts), facts, f"{total} / {len(facts)}", "computed")


def difference_of(reference: Reference, measure: str, entity: str, periods: tuple[str, str]) -> Reply:
    """By how much a measure of one entity grew from the first of two periods to the second."""
    first, second = (value_of(reference, measure, entity, period) for period in periods)
    if not isinstance(first.value, Decimal) or not isinstance(second.value, Decimal):
        return NOT_HELD
    rows = (*second.facts[:1], *first.facts[:1])
    return Reply(second.value - first.value, rows, f"{second.value} - {first.value}", "computed")


def _stated(facts: Sequence[Fact]) -> Reply:
    return Reply(facts[0].value, tuple(facts), how="stated") if facts else NOT_HELD


def _aggregates(reference: Reference, condition: str, asked: Asked) -> list[Fact]:
    counts = reference.counts(asked.scope, asked.period)
    return [fact for fact in counts if (fact.condition, fact.group) == (condition, asked.group)]


def _numbers(facts: Sequence[Fact]) -> list[Decimal]:
    return [fact.value for fact in facts if isinstance(fact.value, Decimal)]


def _extreme(facts: tuple[Fact, ...], choose: Callable[[list[Decimal]], Decimal]) -> Reply:
    if not facts:
        return NOT_HELD
    value = choose(_numbers(facts))
    found = tuple(fact for fact in facts if fact.value == value)
    return Reply(value, found, f"of {len(facts)} rows", "computed")
