""" "Dari A menjadi B", "setelah naik …": which side of a change a value stands on, and the year of that side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from decimal import Decimal

from factcheck.cache.once import once
from factcheck.language.figures import RUPIAH
from factcheck.model import How, Strength
from factcheck.reading.period.bounds import bound_to, carried, topic
from factcheck.reading.records import Bound, Mark, Value, When
from factcheck.reading.scan.frame import ENDS, FIGURES, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.values.mood import stays

LED = 4
"""Mentions from a word that says that something was so before to its figure."""


def role_in_change(frame: Frame, value: Value, others: Sequence[Value]) -> str:
    """from | to | "" : the value's side in "dari A menjadi B"."""
    at = value.at
    lead = max(0, at - 3)
    if frame.has(Tag.BIND_LEAVE, lead, at) and stays(frame, at):
        return ""  # "2017 belum juga keluar dari zona merah"
    if frame.has(Tag.BIND_LEAVE, lead, at) or any(way(frame, value) for way in OLD):
        return "from"
    sources = frame.having(Tag.BIND_FROM, lead, at)
    if sources and any(other.at > at and _led_by_to(frame, other) for other in others):
        return "from" if not frame.has(Tag.BIND_TO, sources[-1] + 1, at) else "to"
    return "to" if _led_by_to(frame, value) else ""


def _behind_its_new(frame: Frame, value: Value) -> bool:
    """ "mencapai Rp4.725.479 dari Rp4.525.479", "Rp1,71 juta, atau naik 13,83 persen dari sebelumnya Rp1,502 juta": an
    amount right behind "dari" and behind another, nobody named between them, is the old one."""
    if not frame.before(value.at, Tag.BIND_FROM) or not is_amount(frame, value.at):
        return False
    amounts = (at for at in frame.having(FIGURES, 0, value.at) if is_amount(frame, at))
    new = max(amounts, default=-1)
    return new >= 0 and not frame.names_between(new, value.at) and not frame.has_any(ENDS, new, value.at)


def _before_its_new(frame: Frame, value: Value) -> bool:
    """ "Kota Pekalongan: Rp2.389.801 naik menjadi Rp2.545.138": an amount that a change to another amount follows, with
    no year in front of it, is the old one."""
    at = value.at
    if not is_amount(frame, at) or not frame.after(at, Tag.CHANGE) or frame.has(Tag.YEAR_DIGITS, 0, at):
        return False
    return frame.after(at + 1, Tag.BIND_TO) and frame.after(at + 2, Tag.NUMBER) and is_amount(frame, at + 3)


def _told_of_before(frame: Frame, value: Value) -> bool:
    """ "Iuran Maluku sebelumnya diputuskan sebesar Rp2.619.312": a figure of which a word says that it was before, in
    a sentence with no year and no change; a sentence that begins with the word may go back in what it tells."""
    if not isinstance(value.value, Decimal) or frame.has_any((Tag.YEAR, Tag.YEAR_DIGITS, Tag.CHANGE, Tag.BIND_TO)):
        return False
    told = next(iter(frame.having(Tag.MOOD_PAST, max(0, value.at - LED), value.at)), -1)
    return told > 0 and frame.names_between(0, told) and not frame.has_any((Tag.COMMA, *ENDS), told, value.at)


def _risen_from(frame: Frame, value: Value) -> bool:
    """ "Iuran 2025 di Maluku ditetapkan kemarin, naik dari Rp2.619.312": an amount that "dari" joins to the word for a
    change is the old one, be the new one told or not."""
    led = is_amount(frame, value.at) and frame.before(value.at, Tag.BIND_FROM)
    return led and frame.before(value.at - 1, Tag.CHANGE)


def _turned_into(frame: Frame, value: Value) -> bool:
    """ "Nias, juga merah, menjadi 85,05": a word of a scale that "menjadi" and a figure with decimals follow at once is
    of before."""
    to = value.at + 1 + frame.after(value.at, Tag.COMMA)
    if not isinstance(value.value, str) or to + 1 >= len(frame.mentions) or Tag.BIND_TO not in frame.mentions[to].tags:
        return False
    number = frame.mentions[to + 1].number
    return number is not None and number.quantum < 1 and frame.close(to, to + 1)


OLD = (_turned_into, _behind_its_new, _before_its_new, _told_of_before, _risen_from)
"""Ways in which a figure stands that is of the year before."""


def is_amount(frame: Frame, at: int) -> bool:
    """Whether a figure is one of rupiah."""
    number = frame.mentions[at].number
    return number is not None and number.unit == RUPIAH


def led_away(frame: Frame, value: Value) -> bool:
    """ "pindah dari kuning ke puncak": what was left, with nothing of the scale to say when."""
    if isinstance(value.value, Decimal) or value.at < 1:
        return False
    lead = frame.mentions[value.at - 1].tags
    if not lead.keys() & {Tag.CUE_WORD, Tag.BIND_FROM}:
        return False
    place = value.at - 1 if Tag.BIND_FROM in lead else value.at - 2
    leads = place >= 0 and Tag.BIND_FROM in frame.mentions[place].tags and frame.close(place, value.at, 2)
    return leads and frame.has(Tag.BIND_TO, value.at, value.at + 3)


def _led_by_to(frame: Frame, value: Value) -> bool:
    near = frame.having(Tag.BIND_TO, max(0, value.at - 2), value.at)
    return any(len(frame.gap(place, value.at)) < 30 for place in near)


def led_by_source(frame: Frame, value: Value) -> bool:
    """Whether "dari" leads the value: "dari 69.86 pada 2021"."""
    return frame.has(Tag.BIND_FROM, max(0, value.at - 2), value.at)


def left_behind(frame: Frame, value: Value) -> bool:
    """ "praised for climbing out of the yellow zone": what was left, with no year to count from."""
    return frame.has(Tag.BIND_OUT, max(0, value.at - 3), value.at)


def year_before_change(frame: Frame, value: Value, found: Sequence[Mark], when: When) -> Bound:
    mark = next((mark for mark in reversed(found) if mark.at < value.at), None)
    if mark is not None and (mark.compared or _bears(frame, mark, value)):
        return bound_to(mark)
    year = mark.year if mark is not None else when.period or when.spoken
    if not year:
        return topic(when)
    span = mark.span if mark is not None else None
    return Bound(str(int(year) - 1), span, How.YEAR_BEFORE_CHANGE, Strength.RELATIVE if mark else Strength.TOPIC)


def _bears(frame: Frame, mark: Mark, value: Value) -> bool:
    """ "angka 2023 yang sebelumnya Rp4.525.479 menjadi …": the year of what is told of it in its own clause."""
    end = frame.mentions[mark.at].end
    lead = frame.plain[end : value.start].split()
    return bool(lead) and lead[0].lower() in frame.words.relative and not frame.has(Tag.COMMA, mark.at, value.at)


@once
def _changes(others: Sequence[Value]) -> Sequence[int]:
    """Where the changes of a sentence stand, in order."""
    return sorted(other.at for other in others if other.kind == "difference")


def year_of_change(frame: Frame, value: Value, others: Sequence[Value], found: Sequence[Mark], when: When) -> Bound:
    """A change bears the later of the two years; differences.py may find better by the arithmetic."""
    changes = _changes(others)
    place = bisect_left(changes, value.at)
    earlier = changes[place - 1] if place else -1
    wished = frame.first(Tag.MOOD_IRREALIS, value.at)  # "Penurunan 1,87 poin … menargetkan nilai 92 pada 2024"
    found = [mark for mark in found if mark.at > earlier and not value.at < wished < mark.at]
    told = {mark.year for mark in found if mark.written and mark.at < value.at}
    if len(told) > 1 and not any(is_now(frame, mark) for mark in found if mark.at < value.at):
        return Bound(max(told), None, How.LATER_YEAR, Strength.SENTENCE)
    stop = next(iter(changes[bisect_right(changes, value.at, place) :]), 10**6)
    after = [mark for mark in found if value.at < mark.at < stop and not mark.compared]
    behind = next((mark for mark in after if not _of_source(frame, value, mark)), None)
    if behind is not None:
        return bound_to(behind)
    plain = [mark for mark in found if not mark.compared and mark.at < stop and int(mark.year) >= int(when.period or 0)]
    if plain:
        before = [mark for mark in plain if mark.at < value.at]
        return bound_to((before or plain)[-1])
    years = [mark for mark in found if not mark.compared and mark.at < value.at and mark.written]
    if years and not when.period:
        return bound_to(years[-1])
    return carried(when) if not found and when.spoken > when.period else topic(when)


def _of_source(frame: Frame, change: Value, mark: Mark) -> bool:
    """ "up 24.45 points from 52.98 in 2023": the year of the figure it came from."""
    between = [frame.mentions[place].tags for place in range(change.at + 1, mark.at)]
    sides = [tags for tags in between if tags.keys() & {Tag.BIND_FROM, Tag.BIND_TO}]
    return bool(sides) and Tag.BIND_FROM in sides[-1]


def is_now(frame: Frame, mark: Mark) -> bool:
    """ "… merah, kini hijau": a "now" speaks of what comes after it."""
    return frame.mentions[mark.at].tags.get(Tag.YEAR) == "0"
