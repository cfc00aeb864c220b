"""Which mentions of a sentence are values, and of what: the closed list of kinds against the declared measures."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.language.figures import Number
from factcheck.reading.records import Value
from factcheck.reading.scan.frame import FIGURES, PEOPLED, SCALED, Frame
from factcheck.reading.scan.mentions import VALUE_OF, Mention, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.change_sizes import difference_value
from factcheck.reading.values.counts import counted_value, edges_of
from factcheck.reading.values.ranks import rank_value
from factcheck.reading.values.scale_words import word_value
from factcheck.reading.values.scores import figure_value, share_value
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.reading.values.spoken_measure import Spoken

READ = frozenset((FIGURES, SCALED, Tag.EXTREME))
"""What a sentence must have one of to state a value."""


def values(frame: Frame, setting: Setting, spoken: Spoken | None = None) -> list[Value]:
    """The values of the sentence in order, as of the measure spoken of. One that explains the scale has none."""
    if READ.isdisjoint(frame.tagged):
        return []
    places = {*frame.having(FIGURES), *frame.having(SCALED), *frame.having(Tag.EXTREME)}
    if frame.has(Tag.MOOD_DEFINITION) or _explains_scale(frame) or _tells_edges(frame, setting):
        return []
    found: list[Value] = []
    for at in sorted(places):
        mention = frame.mentions[at]
        if found and found[-1].of_span and found[-1].of_span.start == mention.start:
            continue
        value = _value(frame, at, mention, spoken.setting(frame, mention.start) if spoken else setting)
        if value is not None:
            found.append(value)
    return found


def _explains_scale(frame: Frame) -> bool:
    """ "hijau 81-100, kuning 51-80,99": two ranges beside two words of a scale."""
    if len(frame.having(SCALED)) < 2:
        return False
    beside = ((one, two) for one, two in pairwise(frame.having(FIGURES)) if two == one + 1)
    return sum(1 for one, two in beside if frame.gap(one, two).strip() in ("-", "–")) > 1


def _tells_edges(frame: Frame, setting: Setting) -> bool:
    """ "Angka 78 ke atas tetap hijau, walau dulu 81": whether all figures of a sentence that names nobody are where the
    steps of a scale begin or end, and it is on a scale or tells the ends of one step."""
    figures = frame.having(FIGURES)
    if PEOPLED in frame.tagged or not figures or not (SCALED in frame.tagged or len(figures) > 1):
        return False
    edges, numbers = edges_of(setting), []
    for at in figures:
        number = frame.mentions[at].number
        if number is None or Tag.YEAR_DIGITS in frame.mentions[at].tags:
            continue
        if number.value not in edges:
            return False
        numbers.append(number)
    if not numbers:
        return False
    if frame.has(SCALED) and frame.has(Tag.CUE_NUMBER):
        return True
    spans = [pair for pair in pairwise(figures) if frame.spans(*pair)]
    return any(_is_step(frame, *pair, setting) for pair in spans) or _begin_steps(frame, numbers, setting)


def _is_step(frame: Frame, low: int, high: int, setting: Setting) -> bool:
    """ "dipakai untuk angka 51,00-80,99": whether two figures are the ends of one step of a scale."""
    one, other = frame.mentions[low].number, frame.mentions[high].number
    steps = (step for pack in setting.packs for step in setting.reference.steps(pack))
    return any(one and other and (one.value, other.value) == (step.low, step.high) for step in steps)


def _begin_steps(frame: Frame, numbers: Sequence[Number], setting: Setting) -> bool:
    """ "kategori A dimulai dari 88, B dari 78", "hijau itu mulai 81, sekarang 78": whether each of several figures is
    where a step begins or ends whose word the sentence has."""
    tags = [
        one for at in frame.having(SCALED) for one in frame.mentions[at].tags.items() if one[0].startswith(VALUE_OF)
    ]
    words = {(tag.removeprefix(VALUE_OF), place.rpartition(":")[2]) for tag, place in tags}
    steps = [step for pack in setting.packs for step in setting.reference.steps(pack) if words & {*step.labels}]
    ends = {end for step in steps for end in (step.low, step.high)}
    return len(numbers) > 1 and all(number.value in ends for number in numbers)


def _value(frame: Frame, at: int, mention: Mention, setting: Setting) -> Value | None:
    if mention.number is not None and Tag.YEAR_DIGITS not in mention.tags:
        return _number_value(frame, at, mention.number, setting)
    for tag, place in mention.tags.items():
        if tag.startswith(VALUE_OF) and setting.opened(place):
            return word_value(frame, at, place, setting)
    if Tag.EXTREME in mention.tags:
        from factcheck.reading.values.extremes import extreme_value

        return extreme_value(frame, at, mention, setting)
    return None


def _number_value(frame: Frame, at: int, number: Number, setting: Setting) -> Value | None:
    for read in (rank_value, difference_value, figure_value, share_value):
        value = read(frame, at, number, setting)
        if value is not None:
            return value
    count = counted_value(frame, at, number, setting)
    if count is None:
        return None
    group, condition = count
    pack = next(iter(setting.packs))
    return Value(at, "count", pack, "count", number.value, *number.figure, group=group, condition=condition)
