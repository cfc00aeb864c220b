"""The year a value is about: the ways it is told, the surest first."""

from collections.abc import Callable, Sequence
from functools import partial

from factcheck.model import How, Strength
from factcheck.reading.period.bounds import bound_to, carried, topic
from factcheck.reading.period.by_change import led_away, left_behind, role_in_change, year_before_change, year_of_change
from factcheck.reading.period.by_place import (
    adjacent_after,
    mark_before,
    mark_later,
    mark_of_compared,
    of_source_between,
    shared_years,
    year_left,
)
from factcheck.reading.period.marks import clauses_ended, reaches
from factcheck.reading.records import Bound, Mark, Value, When
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import Tag

Asked = Bound | Callable[[When], Bound]
"""The year of a value where its own sentence tells it; else what finds it among the years spoken of so far."""


def ask(frame: Frame, value: Value, others: Sequence[Value], found: Sequence[Mark]) -> Asked:
    """The period of a value among the other values and the years of its sentence.

    The ways, the surest first: shared out over years, as that of a change, not at all, right behind the value, as the
    year before a change, in front of it in its clause, further on; else from the sentences before.
    """
    if found and frame.has_any((Tag.OPEN, Tag.YEAR_LEADING)):
        found = [mark for mark in found if reaches(frame, mark.at, value.at)]
    ended = clauses_ended(frame) if found and Tag.CHANGE in frame.tagged and value.kind != "difference" else {}
    if ended:
        found = [mark for mark in found if ended.get(mark.at, value.at) >= value.at]
    shared = shared_years(frame, value, others, found)
    if shared is not None:
        return bound_to(shared)
    if value.kind == "difference":
        return partial(year_of_change, frame, value, others, found)
    role = role_in_change(frame, value, others)
    if _unsaid(frame, value, found, role) or (value.kind == "count" and _over_years(frame, found)):
        return Bound("", None, How.NO_YEAR, Strength.TOPIC)
    behind = adjacent_after(frame, value, found)
    if behind is not None and not of_source_between(frame, value, others, behind):
        return bound_to(behind)
    if role == "from":
        return partial(year_before_change, frame, value, found)
    other = mark_of_compared(frame, value, found) if len(found) > 1 and Tag.BIND_COMPARE in frame.tagged else None
    front = other or mark_before(value, others, found, role, frame)
    if front is not None:
        return bound_to(front)
    later = mark_later(frame, value, others, found)
    if later is not None:
        return bound_to(later)._replace(strength=Strength.SENTENCE)
    left = year_left(frame, value, others, found) if found and role == "to" else ""
    return partial(_from_before, _then(frame, value.at) if Tag.BIND_THEN in frame.tagged else "", role, left)


def _then(frame: Frame, at: int) -> str:
    """What means the year told before in front of a place: "waktu itu", "then"; empty where nothing does."""
    places = frame.having(Tag.BIND_THEN, 0, at)
    return frame.plain[frame.mentions[places[-1]].start : frame.mentions[places[-1]].end] if places else ""


def _unsaid(frame: Frame, value: Value, found: Sequence[Mark], role: str) -> bool:
    left = not found and left_behind(frame, value)
    return left or (not role and led_away(frame, value))


def _over_years(frame: Frame, found: Sequence[Mark]) -> bool:
    """ "Dari tahun 2016 - 2018 ada delapan daerah hijau": whether the years of a sentence are the ends of a span, and
    what is counted is of no single one."""
    return len(found) == 2 and all(mark.written for mark in found) and frame.spans(found[0].at, found[1].at)


def _from_before(then: str, role: str, left: str, when: When) -> Bound:
    """The year of the sentences before: "waktu itu", else the one spoken of, else that of the article; "dari 91,08 pada
    2023 menjadi 85,77" is of the year behind the one that was left."""
    far = when.told if " " in then else ("", None)  # "then" means the sentence right before
    year, span = (when.marked, when.marked_span) if when.marked else far
    if then and year:
        return Bound(year, None, How.YEAR_OF_SENTENCE_BEFORE, Strength.CARRIED, origin=span)
    later = bool(when.period) and when.spoken > when.period  # "Pada 2023 … Bungo naik ke kuning", in an article on 2021
    found = carried(when) if when.spoken and (role != "to" or later) else topic(when)
    if not left or found.period != left:
        return found
    return Bound(str(int(left) + 1), None, How.COUNTED_YEAR, Strength.TOPIC)
