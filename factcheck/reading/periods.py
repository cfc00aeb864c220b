"""The year a value is about: the ways it is told, the surest first."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from factcheck.reading.bounds import (
    CARRIED,
    SENTENCE,
    SENTENCE_BEFORE,
    TOPIC,
    bound_to,
    carried,
    topic,
)
from factcheck.reading.frame import Frame
from factcheck.reading.near import adjacent_after, mark_before, mark_later, shared_years
from factcheck.reading.sides import led_away, left_behind, role_in_change, year_before_change, year_of_change
from factcheck.reading.value import Value
from factcheck.reading.when import Bound, When
from factcheck.reading.years import Mark


class Query(NamedTuple):
    """A value whose year is asked for: its sentence, the other values and the years there, what was spoken of."""

    frame: Frame
    value: Value
    others: Sequence[Value]
    found: Sequence[Mark]
    when: When
    role: str
    """from | to | empty: the side of a change the value stands on."""


def bind(frame: Frame, value: Value, others: Sequence[Value], found: Sequence[Mark], when: When) -> Bound:
    """The period of a value among the other values and the years of its sentence: the first way that tells it."""
    query = Query(frame, value, others, found, when, role_in_change(frame, value, others))
    for way in WAYS:
        bound = way(query)
        if bound is not None:
            return bound
    return topic(when)


def _shared(query: Query) -> Bound | None:
    mark = shared_years(query.frame, query.value, query.others, query.found)
    return bound_to(mark) if mark is not None else None


def _change(query: Query) -> Bound | None:
    if query.value.kind != "difference":
        return None
    return year_of_change(query.frame, query.value, query.others, query.found, query.when)


def _unsaid(query: Query) -> Bound | None:
    left = not query.found and left_behind(query.frame, query.value)
    if not left and (query.role or not led_away(query.frame, query.value)):
        return None
    return Bound("", None, "the year is not said", TOPIC)


def _behind(query: Query) -> Bound | None:
    mark = adjacent_after(query.frame, query.value, query.found)
    return bound_to(mark) if mark is not None else None


def _left(query: Query) -> Bound | None:
    return year_before_change(query.value, query.found, query.when) if query.role == "from" else None


def _in_front(query: Query) -> Bound | None:
    mark = mark_before(query.value, query.others, query.found, query.role, query.frame)
    return bound_to(mark) if mark is not None else None


def _further_on(query: Query) -> Bound | None:
    mark = mark_later(query.frame, query.value, query.others, query.found)
    return bound_to(mark)._replace(strength=SENTENCE) if mark is not None else None


def _then(query: Query) -> Bound | None:
    when = query.when
    if not when.marked or not query.frame.has("bind.then", 0, query.value.at):
        return None
    return Bound(when.marked, None, SENTENCE_BEFORE, CARRIED, origin=when.marked_span)


def _spoken(query: Query) -> Bound | None:
    return carried(query.when) if query.role != "to" and query.when.spoken else None


WAYS: tuple[Callable[[Query], Bound | None], ...] = (
    _shared, _change, _unsaid, _behind, _left, _in_front, _further_on, _then, _spoken,
)  # fmt: skip
"""How a year is told, the surest first: shared out over years, as that of a change, not at all, right behind the
value, as the year before a change, in front of it in its clause, further on, "waktu itu", from the sentence before."""
