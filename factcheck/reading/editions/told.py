"""The figures of a draft that are those of the editions that it goes by, or would be but for one slip."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from factcheck.cache.patterns import compiled
from factcheck.language.figures import PERCENT, Number
from factcheck.reading.editions.anchors import Anchor, Anchors
from factcheck.reading.editions.cited import LONG
from factcheck.reading.editions.given import CHANGE, Edition, Given
from factcheck.reading.evidence.explained.one_slip import one_slip, written_like
from factcheck.reading.scan.edition_figures import LARGE, PAIR
from factcheck.reading.scan.frame import FIGURES, UNITS, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.typed import NamedTuple

_NOUN = compiled(r"[ \u00a0]([^\W\d_]+)")
LEAST = 3
"""Digits of a figure that may be a slip of another."""
HUNDREDTH = Decimal("0.01")
SWAPPED = 8
"""So many steps of its last digit a share is off at least where two digits changed places."""
SOON = timedelta(days=3)
"""So long behind its day a table is still what is told; from then on a little more or less is a later one's."""


class Told(NamedTuple):
    """A figure of a draft: that of an edition, or one slip off it; `own` is the edition."""

    frame: Frame
    number: Number
    own: Edition
    given: Given
    slipped: bool


class Figure(NamedTuple):
    frame: Frame
    at: int
    number: Number


def told_figures(frames: Sequence[Frame], editions: Sequence[Edition], published: date | None) -> list[Told]:
    """What the figures of a draft are in the editions that it goes by; those in none are left out."""
    anchors = Anchors(frames, editions)
    figures = [figure for frame in frames for figure in _figures(frame)]
    large = [one for figure in figures if figure.number.value >= LARGE and (one := _same(figure, anchors)) is not None]
    have: dict[str, set[Decimal]] = defaultdict(set)
    for one in large:
        have[one.own.key].add(one.number.value)
        anchors.add(one.frame, Anchor(one.number.start, one.own.key, one.given.who))
    small = (figure for figure in figures if figure.number.value < LARGE)
    exact = [*large, *(one for figure in small if (one := _same(figure, anchors)) is not None)]
    said = {(one.own.key, *_slot(one.given)) for one in exact}
    missing = [(one.key, given) for one in editions for given in one.given if (one.key, *_slot(given)) not in said]
    late = {one.key for one in editions if _is_late(one, published)}
    taken = {one.number.figure.start for one in exact}
    left = (figure for figure in figures if figure.number.figure.start not in taken)
    missed = [one for figure in left if (one := _missed(figure, missing, anchors)) is not None]
    sure = (one for one in missed if _is_sure(one, len(have[one.own.key]), one.own.key in late))
    return sorted((*exact, *sure), key=lambda one: one.number.start)


def _slot(given: Given) -> tuple[str, str, Decimal]:
    return given.measure, given.kind, given.value


def _figures(frame: Frame) -> Iterator[Figure]:
    """The figures of a sentence that may be those of a table: whole numbers, and percentages with decimals."""
    if frame.sentence.voice == "boilerplate":
        return
    for at in frame.having(FIGURES):
        number = frame.mentions[at].number
        if number is None or number.form != "digits" or Tag.YEAR_DIGITS in frame.mentions[at].tags:
            continue
        if (number.quantum == 1 and not number.unit) or (number.unit == PERCENT and number.quantum < 1):
            yield Figure(frame, at, number)


def _may_count(figure: Figure, given: Given) -> bool:
    """Whether a whole number may count what one of an edition does: no other unit stands behind it, and a short one
    has that of the edition right behind or in front of it, or no word behind it that nobody knows."""
    frame, at, number = figure
    if number.value < LARGE:
        return _is_counted(figure, given)
    if frame.has(UNITS, at + 1, at + 2) and frame.close(at, at + 1):
        return given.measure in _units(frame, at + 1)
    noun = _NOUN.match(frame.plain, frame.mentions[at].end, frame.sentence.end)
    word = noun[1].lower() if noun is not None else ""
    if word in frame.language.numbers.measures:
        return False
    if number.value >= LONG or not word or word in frame.language.about.common:
        return True
    last = next((one for one in frame.having(UNITS, 0, at)[::-1]), -1)
    if last < 0 or given.measure not in _units(frame, last):
        return False
    return not frame.plain[frame.mentions[last].end : frame.mentions[at].start].strip(", ")


def _units(frame: Frame, at: int) -> Sequence[str]:
    """The measures, of whatever pack, that are counted in a word: votes are votes."""
    return [place.partition("/")[2] for place in frame.mentions[at].tags.values()]


def _same(figure: Figure, anchors: Anchors) -> Told | None:
    """What a figure is in the editions that its block is about, or, for a long one, in any."""
    number, by_key = figure.number, anchors.by_key
    near = anchors.near(figure.frame, number.start)
    keys = list(dict.fromkeys((*near, *by_key))) if number.quantum == 1 and number.value >= LONG else near
    for key in keys:
        fitting = [given for given in by_key[key].given if _is(number, given)]
        if fitting and _tells(figure, fitting[0]):
            who = anchors.last_named(figure.frame, number.start, key)
            given = next((given for given in fitting if given.who == who), fitting[0])
            return Told(figure.frame, number, by_key[key], given, False)
    return None


def _tells(figure: Figure, given: Given) -> bool:
    """Whether a figure is long enough for the one it is by chance, or is counted in the unit of that."""
    return figure.number.quantum < 1 or figure.number.value >= LARGE or _is_counted(figure, given)


def _is_counted(figure: Figure, given: Given) -> bool:
    """Whether the word for what is counted stands behind a figure, or behind the whole that it is of: "892 dari 1.341
    TPS"."""
    frame, at = figure.frame, figure.at
    for behind in (at + 1, at + 3) if frame.after(at, Tag.RANK_AMONG) else (at + 1,):
        if behind < len(frame.mentions) and given.measure in _units(frame, behind):
            return frame.close(behind - 1, behind)
    return False


def _is(number: Number, given: Given) -> bool:
    """Whether a figure stands for one of an edition: to the last digit, or rounded or cut off to a share."""
    percent = given.value != given.value.to_integral_value() or given.made.endswith("%")
    if percent != (number.unit == PERCENT):
        return False
    return abs(number.value - given.value) < number.quantum if percent else number.value == given.value


def _missed(figure: Figure, missing: Sequence[tuple[str, Given]], anchors: Anchors) -> Told | None:
    """The figure of the editions of its block that nothing else tells, which this one is but for one slip; of several
    that of whoever is named last, none where that does not tell."""
    frame, _, number = figure
    near = anchors.near(frame, number.start)
    slips = [(key, given) for key, given in missing if key in near and _is_slip(figure, given)]
    for key in near:
        own = [given for one, given in slips if one == key]
        if len({given.value for given in own}) > 1:
            who = anchors.last_named(frame, number.start, key)
            own = [given for given in own if given.who == who]
            if len({given.value for given in own}) != 1:
                return None
        if own:
            return Told(frame, number, anchors.by_key[key], own[0], True)
    return None


def _is_slip(figure: Figure, given: Given) -> bool:
    """Whether a figure is one slip off that of an edition, and may be meant for it."""
    number = figure.number
    percent = given.made.endswith("%")
    if percent != (number.unit == PERCENT):
        return False
    if not percent and not _may_count(figure, given):
        return False
    written, right = written_like(number.value, number), written_like(given.value, number)
    return min(len(written), len(right)) >= LEAST and one_slip(written, right)


def _is_late(edition: Edition, published: date | None) -> bool:
    """Whether a draft is of a day on which a later table may be told."""
    if published is None or edition.entries[0].final:
        return False
    return published > date.fromisoformat(edition.day) + SOON


def _is_sure(missed: Told, evidence: int, late: bool) -> bool:
    """Whether a slip is not of a later table, in which some figures may be as they were: the draft has two others of
    this one to the last digit, or it is far off, as it is in a draft of a later day."""
    right, value = missed.given.value, missed.number.value
    far = abs(value - right) > right * HUNDREDTH
    if missed.number.unit == PERCENT and abs(value - right) < SWAPPED * missed.number.quantum:
        return False  # "61,44 persen" is of somebody else's count
    if missed.number.unit == PERCENT or missed.given.kind == CHANGE:
        return evidence >= PAIR and not late
    return far if late else far or evidence >= PAIR
