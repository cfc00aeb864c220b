"""Numbers as the size of a change."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from factcheck.cache.once import once
from factcheck.language.figures import PERCENT, Number
from factcheck.model import Span
from factcheck.reading.records import Value
from factcheck.reading.scan.frame import SCALED, UNITS, Frame
from factcheck.reading.scan.mentions import CUE_OF, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.mood import demanded
from factcheck.reading.values.scores import is_size_of_change, own_units

FINE = Decimal("0.01")
NEAR = 2
"""Mentions between a negation and the size of a change."""
REACH = 4
"""Mentions between a distance and what it is the distance to."""


def difference_value(frame: Frame, at: int, number: Number, setting: Setting) -> Value | None:
    """A number as the size of a change, or None: "naik 2,79 poin", "kenaikan tujuh tingkat"."""
    if number.form == "ordinal":  # "takes second place as the index edges up"
        return None
    told = _told_in_unit(frame, at, number, setting)
    if told is not None:
        way, span = _way(frame, at)
        return Value(
            at, "difference", *told, number.value, *number.figure, condition=way, of_span=span, unit="point"
        )  # fmt: skip
    unit = _unit_of_change(frame, at)
    if not unit or number.unit or _between_two(frame, at) or _to_bound(frame, at) or _is_part(number, unit):
        return None
    if number.quantum == 1 and unit == "point" and frame.before(at, Tag.HEDGE):  # "sekitar 23 poin"
        return None
    if frame.has(Tag.MOOD_NEGATION, max(0, at - NEAR), at):  # "kurangnya tak sampai setengah poin"
        return None
    group = frame.mentions[at + 1].tags.get(Tag.GROUP, "") if unit == "entity" else ""
    pack, measure = next(iter(setting.numeric(number)), (next(iter(setting.packs)), None))
    name = measure.name if measure and unit in ("point", "bare") else unit
    way, span = _way(frame, at)
    return Value(
        at, "difference", pack, name, number.value, *number.figure, group=group, condition=way, of_span=span, unit=unit
    )


def _told_in_unit(frame: Frame, at: int, number: Number, setting: Setting) -> tuple[str, str] | None:
    """ "penduduk miskin turun 7,38 ribu orang", "TPT turun 0,14 persen poin": the pack and the measure, named in the
    sentence, of whose unit a change is told; None where none is, or several."""
    changed = Tag.CHANGE in frame.tagged and is_size_of_change(frame, at)
    if not (changed or _is_distance_in_time(frame, at)) or demanded(frame, at):
        return None
    if number.unit == PERCENT:
        units = {f"{pack}/{one.name}" for pack, one in setting.numeric(number)} if in_points(frame, at) else set()
    else:
        units = own_units(frame, at, setting) if not number.unit else set()
    named = {place for place in units if frame.has(f"{CUE_OF}{place.partition('/')[2]}", 0, at)}
    pack, _, name = next(iter(named)).partition("/") if len(named) == 1 else ("", "", "")
    return (pack, name) if name else None


def _is_distance_in_time(frame: Frame, at: int) -> bool:
    """ "0,11 persen poin di bawah September 2022": whether points stand in front of a word for a side and a year, with
    nothing but its month between."""
    months, sided = frame.language.dates.months, in_points(frame, at) and frame.has(Tag.HEDGE, at + 2, at + 3)
    if not sided or not frame.has(Tag.YEAR_DIGITS, at + 3, at + 4):
        return False
    return all(word in months for word in frame.gap(at + 2, at + 3).lower().split())


def in_points(frame: Frame, at: int) -> bool:
    """ "0,48 poin di atas capaian 2023": whether a figure counts points."""
    return frame.after(at, Tag.UNIT) and frame.mentions[at + 1].tags[Tag.UNIT] == "point"


def in_own_unit(frame: Frame, at: int) -> bool:
    """ "0,48 tahun lebih panjang", of a measure told in years: whether a figure to hundredths stands in front of the
    word in which an open measure is counted, and so may be how far two of its values are apart."""
    number = frame.mentions[at].number
    fine = number is not None and number.quantum == FINE and not number.unit
    return fine and frame.has(UNITS, at + 1, at + 2) and frame.close(at, at + 1)


def _is_part(number: Number, unit: str) -> bool:
    """ "Zona hijau susut separuh": by half of what it was, and by no half point; "seperempat poin" is hardly exact."""
    return number.form == "word" and number.value < 1 and unit in ("bare", "point")


def _way(frame: Frame, at: int) -> tuple[str, Span | None]:
    """ "naik tipis 1,19 poin": up or down and the word for it; nothing where it is not said beside the figure."""
    before = frame.mentions[at - 1] if at else None
    way = before.tags.get(Tag.CHANGE, "") if before is not None else ""
    if before is None or way not in ("up", "down") or not frame.close(at - 1, at, 1):
        return "", None
    return ("", None) if frame.before(at - 1, Tag.MOOD_NEGATION, 1) else (way, Span(before.start, before.end))


@once
def _ways(frame: Frame) -> Collection[str]:
    """The ways in which something changes in a sentence: up, down, any."""
    return {frame.mentions[place].tags[Tag.CHANGE] for place in frame.having(Tag.CHANGE)}


def _between_two(frame: Frame, at: int) -> bool:
    """ "Jarak keduanya 3,60 poin": a distance between two, no change of one."""
    if _ways(frame) != {"any"}:
        return False
    return (
        frame.has(Tag.COLLECTIVE)
        or any(f" {word} " in frame.plain[frame.sentence.start : frame.sentence.end] for word in frame.words.between)
        or frame.has(Tag.EXTREME)
    )


def _to_bound(frame: Frame, at: int) -> bool:
    """ "terpaut 0,3 saja dari batas hijau": how far it is to the next step of the scale."""
    source = frame.first(Tag.BIND_FROM, at + 1, at + REACH)
    return source >= 0 and all(frame.has(tag, source, source + REACH) for tag in (Tag.MOOD_IRREALIS, SCALED))


def _unit_of_change(frame: Frame, at: int) -> str:
    if not frame.has(Tag.CHANGE):
        return ""
    after = frame.mentions[at + 1].tags if at + 1 < len(frame.mentions) and frame.close(at, at + 1) else {}
    unit = after.get(Tag.UNIT, "")
    if unit in ("point", "step"):
        return unit
    if not frame.before(at, Tag.CHANGE, 1) or Tag.BIND_TO in frame.mentions[at - 1].tags:
        return ""
    if Tag.GROUP in after:
        return "entity"
    number = frame.mentions[at].number
    return "bare" if number and number.quantum < 1 and not number.unit and not unit else ""
