"""The year a value is about: beside it, in its clause, from a word like "tahun lalu", or from what was spoken of."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple

from factcheck.model import Span
from factcheck.reading.context import Bound, Context
from factcheck.reading.frame import Frame
from factcheck.reading.values import Value

_WORD = re.compile(r"\w+")
SENTENCE_BEFORE = "the year spoken of in the sentence before"
OTHER_REACH = 24
ASIDE_REACH = 34
EXPLICIT, RELATIVE, SENTENCE, CARRIED, TOPIC = 95, 85, 80, 70, 60
"""How strong each way of naming the year is."""


class Mark(NamedTuple):
    """A year in the sentence: its place among the mentions, the year, whether it is what is compared with."""

    at: int
    year: str
    span: Span
    compared: bool
    written: bool


def marks(frame: Frame, context: Context) -> list[Mark]:
    """The years of a sentence in order, relative ones resolved."""
    found: list[Mark] = []
    for at, mention in enumerate(frame.mentions):
        span = Span(mention.start, mention.end)
        compared = _compared(frame, at)
        if "year.digits" in mention.tags and not of_another(frame, at):
            found.append(Mark(at, mention.tags["year.digits"], span, compared, True))
        elif mention.tags.get("year", "word") not in ("word", "future"):
            base = _base(mention.tags, found, context)
            if base:
                year = str(int(base) + int(mention.tags["year"]))
                found.append(Mark(at, year, span, compared, False))
    return [mark for mark in found if not _joined(frame, mark, found)]


def of_another(frame: Frame, at: int) -> bool:
    """Whether the year belongs to a budget, an election or the like: "APBD Kaltim 2024"."""
    return any(
        "year.other" in frame.mentions[place].tags and len(frame.gap(place, at)) <= OTHER_REACH
        for place in range(max(0, at - 3), at)
    )


class Query(NamedTuple):
    """A value whose year is asked for: its sentence, the other values and the years there, what was spoken of."""

    frame: Frame
    value: Value
    others: Sequence[Value]
    found: Sequence[Mark]
    context: Context
    role: str
    """from | to | empty: the side of a change the value stands on."""


def bind(frame: Frame, value: Value, others: Sequence[Value], found: Sequence[Mark], context: Context) -> Bound:
    """The period of a value among the other values and the years of its sentence: the first way that tells it."""
    query = Query(frame, value, others, found, context, _role_in_change(frame, value, others))
    for way in WAYS:
        bound = way(query)
        if bound is not None:
            return bound
    return topic(context)


def _shared(query: Query) -> Bound | None:
    mark = _shared_years(query.frame, query.value, query.others, query.found)
    return _bound(mark) if mark is not None else None


def _change(query: Query) -> Bound | None:
    if query.value.kind != "difference":
        return None
    return _of_change(query.frame, query.value, query.others, query.found, query.context)


def _unsaid(query: Query) -> Bound | None:
    if query.role or not _led_away(query.frame, query.value):
        return None
    return Bound("", None, "the year is not said", TOPIC)


def _behind(query: Query) -> Bound | None:
    mark = _adjacent_after(query.frame, query.value, query.found)
    return _bound(mark) if mark is not None else None


def _left(query: Query) -> Bound | None:
    return _before_change(query.value, query.found, query.context) if query.role == "from" else None


def _in_front(query: Query) -> Bound | None:
    mark = _before(query.value, query.others, query.found, query.role, query.frame)
    return _bound(mark) if mark is not None else None


def _further_on(query: Query) -> Bound | None:
    mark = _later(query.frame, query.value, query.others, query.found) if query.role != "to" else None
    return _bound(mark)._replace(strength=SENTENCE) if mark is not None else None


def _then(query: Query) -> Bound | None:
    context = query.context
    if not context.marked or not query.frame.has("bind.then", 0, query.value.at):
        return None
    return Bound(context.marked, None, SENTENCE_BEFORE, CARRIED, origin=context.marked_span)


def _spoken(query: Query) -> Bound | None:
    return carried(query.context) if query.role != "to" and query.context.spoken else None


WAYS: tuple[Callable[[Query], Bound | None], ...] = (
    _shared, _change, _unsaid, _behind, _left, _in_front, _further_on, _then, _spoken,
)  # fmt: skip
"""How a year is told, the surest first: shared out over years, as that of a change, not at all, right behind the
value, as the year before a change, in front of it in its clause, further on, "waktu itu", from the sentence before."""


def _shared_years(frame: Frame, value: Value, others: Sequence[Value], found: Sequence[Mark]) -> Mark | None:
    """ "pada 2023 dan 2024 … masing-masing a dan b": the first figure is of the first year."""
    pair = next(frame.having("bind.pair"), -1)
    run = [other for other in others if other.at > pair and other.kind == value.kind]
    years = [mark for mark in found if mark.written and mark.at < pair]
    if pair < 0 or value not in run or len(run) < 2 or len(years) != len(run):
        return None
    return years[run.index(value)] if len(list(frame.subjects(0, pair))) < len(run) else None


def topic(context: Context) -> Bound:
    """The year the article is about."""
    how = "the year the article is about" if context.period else ""
    return Bound(context.period, None, how, TOPIC, origin=context.period_span)


def carried(context: Context) -> Bound:
    """The year last spoken of in the paragraph."""
    if context.spoken == context.period:
        return topic(context)
    others = (context.period,) if context.period else ()
    return Bound(
        context.spoken,
        None,
        "the year spoken of in the sentence before",
        CARRIED,
        others,
        context.spoken_span,
    )


def _bound(mark: Mark) -> Bound:
    how = "" if mark.written else "counted from the year spoken of"
    return Bound(mark.year, mark.span, how, EXPLICIT if mark.written else RELATIVE)


def _base(tags: object, found: Sequence[Mark], context: Context) -> str:
    """The year a relative word counts from: the year just spoken of for "setahun sebelumnya", else the article's."""
    anchored = isinstance(tags, dict) and "year.anchored" in tags
    if not anchored:
        return context.period
    inside = [mark.year for mark in found if mark.written]
    return inside[-1] if inside else context.spoken or context.period


def _compared(frame: Frame, at: int) -> bool:
    for place in range(at - 1, max(-1, at - 3), -1):
        tags = frame.mentions[place].tags
        if "bind.compare" in tags or ("bind.from" in tags and place == at - 1):
            return frame.close(place, at, 3)
        if not tags.keys() & {"year", "bind.front"}:
            return False
    return False


def _joined(frame: Frame, mark: Mark, found: Sequence[Mark]) -> bool:
    """ "setahun sebelumnya, yakni pada 2022": the written year stands for both."""
    return not mark.written and any(
        other.written and 0 < other.at - mark.at <= 3 and other.span.start - mark.span.end < 22 for other in found
    )


def _role_in_change(frame: Frame, value: Value, others: Sequence[Value]) -> str:
    """from | to | "" : the value's side in "dari A menjadi B"."""
    at = value.at
    if any("bind.leave" in frame.mentions[place].tags for place in range(max(0, at - 3), at)):
        return "from"
    lead = [frame.mentions[place].tags for place in range(max(0, at - 3), at)]
    sources = [place for place, tags in enumerate(lead) if "bind.from" in tags]
    if sources and any(other.at > at and _led_by_to(frame, other) for other in others):
        return "from" if not any("bind.to" in tags for tags in lead[sources[-1] + 1 :]) else "to"
    if _led_by_to(frame, value):
        return "to"
    return ""


def _led_away(frame: Frame, value: Value) -> bool:
    """ "pindah dari kuning ke puncak": what was left, with nothing of the scale to say when."""
    if isinstance(value.value, Decimal) or value.at < 1:
        return False
    lead = frame.mentions[value.at - 1].tags
    if not lead.keys() & {"cue.word", "bind.from"}:
        return False
    place = value.at - 1 if "bind.from" in lead else value.at - 2
    leads = place >= 0 and "bind.from" in frame.mentions[place].tags and frame.close(place, value.at, 2)
    return leads and frame.has("bind.to", value.at, value.at + 3)


def _led_by_to(frame: Frame, value: Value) -> bool:
    return any(
        "bind.to" in frame.mentions[place].tags and len(frame.gap(place, value.at)) < 30
        for place in range(max(0, value.at - 2), value.at)
    )


def _adjacent_after(frame: Frame, value: Value, found: Sequence[Mark]) -> Mark | None:
    following = next((mark for mark in found if mark.at > value.at), None)
    if following is not None and (_now(frame, following) or _taken(following, value, found)):
        return None
    if following is None or (following.compared and not _source(frame, value)):
        return None
    end = value.of_span.end if value.of_span else frame.mentions[value.at].end
    text = frame.plain[end : following.span.start]
    near = len(_WORD.findall(text)) <= 3 and not any(sign in text for sign in ",;:.(")
    near = near or text == " ("
    joined = not any(
        frame.mentions[place].tags.keys() & {"bind.and", "bind.clause"} for place in range(value.at + 1, following.at)
    )
    return following if near and joined else None


def _source(frame: Frame, value: Value) -> bool:
    """Whether "dari" leads the value: "dari 69.86 pada 2021"."""
    return any("bind.from" in frame.mentions[place].tags for place in range(max(0, value.at - 2), value.at))


def _now(frame: Frame, mark: Mark) -> bool:
    """ "… merah, kini hijau": a "now" speaks of what comes after it."""
    return frame.mentions[mark.at].tags.get("year") == "0"


def _taken(following: Mark, value: Value, found: Sequence[Mark]) -> bool:
    return not following.written and any(mark.at < value.at for mark in found)


def _before_change(value: Value, found: Sequence[Mark], context: Context) -> Bound:
    mark = next((mark for mark in reversed(found) if mark.at < value.at), None)
    if mark is not None and mark.compared:
        return _bound(mark)
    year = mark.year if mark is not None else context.period or context.spoken
    if not year:
        return topic(context)
    span = mark.span if mark is not None else None
    return Bound(str(int(year) - 1), span, "the year before, from the change told", RELATIVE if mark else TOPIC)


def _before(value: Value, others: Sequence[Value], found: Sequence[Mark], role: str, frame: Frame) -> Mark | None:
    earlier = [mark for mark in found if mark.at < value.at]
    if not earlier:
        return None
    mark = earlier[-1]
    if _in_aside(frame, mark, value):
        return earlier[-2] if len(earlier) > 1 else None
    if role == "to":
        owned = any(_adjacent_after(frame, other, found) == mark for other in others if other.at < mark.at)
        return None if mark.compared or owned else mark
    return mark


def _in_aside(frame: Frame, mark: Mark, value: Value) -> bool:
    """ "Kutai Timur, yang setahun sebelumnya kuning, akhirnya hijau": the year holds within the commas only."""
    lead = frame.plain[max(frame.sentence.start, mark.span.start - ASIDE_REACH) : mark.span.start]
    if ", yang " in lead:
        return "," in frame.plain[mark.span.end : frame.mentions[value.at].start]
    return " yang " in lead and frame.has("entity.self", mark.at, value.at)


def _later(frame: Frame, value: Value, others: Sequence[Value], found: Sequence[Mark]) -> Mark | None:
    following = next((mark for mark in found if mark.at > value.at and not mark.compared), None)
    if following is None or _now(frame, following):
        return None
    if any(frame.mentions[place].tags.keys() & {"change", "bind.from"} for place in range(value.at + 1, following.at)):
        return None
    if any(value.at < other.at < following.at and other.kind != value.kind and _in_turn(other) for other in others):
        return None
    between = [frame.mentions[place].tags for place in range(value.at + 1, following.at)]
    if any(tags.keys() & {"bind.clause", "semicolon", "stop"} for tags in between):
        return None
    return following


def _in_turn(value: Value) -> bool:
    """A figure takes the year that follows it; a word or a count shares the year of its clause."""
    return isinstance(value.value, Decimal) and value.kind not in ("count", "share", "difference")


def _of_change(frame: Frame, value: Value, others: Sequence[Value], found: Sequence[Mark], context: Context) -> Bound:
    """A change bears the later of the two years; differences.py may find better by the arithmetic."""
    earlier = max((other.at for other in others if other.kind == "difference" and other.at < value.at), default=-1)
    found = [mark for mark in found if mark.at > earlier]
    told = {mark.year for mark in found if mark.written and mark.at < value.at}
    if len(told) > 1 and not any(_now(frame, mark) for mark in found if mark.at < value.at):
        return Bound(max(told), None, "the later year of the sentence", SENTENCE)
    stop = min((other.at for other in others if other.kind == "difference" and other.at > value.at), default=10**6)
    behind = next((mark for mark in found if value.at < mark.at < stop and not mark.compared), None)
    if behind is not None:
        return _bound(behind)
    plain = [mark for mark in found if not mark.compared and int(mark.year) >= int(context.period or 0) - 0]
    if plain:
        before = [mark for mark in plain if mark.at < value.at]
        return _bound((before or plain)[-1])
    years = [mark for mark in found if not mark.compared and mark.at < value.at and mark.written]
    if years and not context.period:
        return _bound(years[-1])
    return topic(context)
