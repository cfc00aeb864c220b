"""Counts that other sentences explain: years of one count in a row, and lines of one list.

"Tahun lalu yang hijau 272. … 414, 494", "Category A: 337, B: 157, C: 70": what is counted, where and among whom was
said once; each number is of another year, or of another word of the scale.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby

from factcheck.language.written import Number
from factcheck.model import COUNTRY, Claim, Fact, number_of
from factcheck.reading.evidence.explained_counts import (
    ASSESSED,
    all_groups,
    conditions,
    conditions_at,
    counts,
    group_beside,
    whole,
)
from factcheck.reading.evidence.one_slip import one_slip
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reference.ask.computed import groups_of
from factcheck.typed import NamedTuple

TELLING = 100
"""A smaller number is a count of some year by chance."""
LEAST = 10
"""A smaller number is a slip away from any other."""
BACK = 2
"""So many sentences in front of a number what it counts may have been said."""
ENOUGH = 2
"""So many right counts of a list say of which region, year and group its lines are."""
MOST = 12
"""So many unread numbers of one sentence may be counts."""
LISTED = ("item", "row")
YEARS_BACK = 8
"""Years in front of the latest that a series may reach back to."""


class Series(NamedTuple):
    """What is counted year after year: in which region, of which group, under which condition."""

    subject: str
    group: str
    condition: str
    pack: str


Found = tuple[Frame, Number, Fact]


class Told(NamedTuple):
    """What is read of an article: its counts by their place, what is no count, its year."""

    counts: Mapping[int, Claim]
    taken: Collection[int]
    main: str
    setting: Setting


def count_series(frames: Sequence[Frame], told: Told) -> Iterator[Found]:
    """The numbers that are read as no count, or as a wrong one, with the counts they state or miss."""
    right: dict[int, list[Claim]] = {}
    for claim in told.counts.values():
        if is_right(claim, told.setting):
            right.setdefault(claim.sentence, []).append(claim)
    if told.main.isdigit():
        yield from _of_years(frames, right, told)


def is_right(claim: Claim, setting: Setting) -> bool:
    """Whether the reference has the count that is told."""
    if not claim.condition or not claim.period:
        return False
    facts = counts(setting.reference, claim.subject, claim.period, claim.condition, claim.pack)
    return any(claim.states(fact.value) and claim.group in (fact.group, "") for fact in facts)


def _of_years(frames: Sequence[Frame], right: Mapping[int, Sequence[Claim]], told: Told) -> Iterator[Found]:
    """The numbers that are a count told near by, in another year; or two and more of a sentence that are one count of
    what was spoken of near by, each in a year of its own."""
    for place, frame in enumerate(frames):
        numbers = [number for at in frame.having(FIGURES) if (number := _telling(frame, at, told)) is not None]
        if not 0 < len(numbers) <= MOST:
            continue
        near = [claim for back in range(BACK + 1) for claim in right.get(frame.sentence.place - back, ())]
        known = dict.fromkeys(_series(claim) for claim in near if number_of(claim) >= TELLING)
        found = list(_explained(numbers, known, told))
        if not found and len(numbers) >= ENOUGH:
            found = _in_one_series(numbers, frames[max(0, place - BACK) : place + 1], told)
        yield from ((frame, number, fact) for number, fact in found)


def _telling(frame: Frame, at: int, told: Told) -> Number | None:
    """The number at a place that is read as nothing, and too large to be a count by chance."""
    number = whole(frame, at)
    if number is None or number.figure.start in told.counts or number.figure.start in told.taken:
        return None
    telling = number.value >= TELLING and number.form == "digits"
    return number if telling and _stands_alone(frame, at) else None


def _explained(numbers: Sequence[Number], series: Collection[Series], told: Told) -> Iterator[tuple[Number, Fact]]:
    facts = [fact for one in series for fact in _years_of(one, told)]
    for number in numbers:
        fitting = [fact for fact in facts if fact.value == number.value]
        if len({(fact.period, fact.condition) for fact in fitting}) == 1:
            yield number, fitting[0]


def _in_one_series(numbers: Sequence[Number], frames: Sequence[Frame], told: Told) -> list[tuple[Number, Fact]]:
    """The numbers that are counts of the whole country under one condition that was named, in different years."""
    words = {condition: None for frame in frames for condition in _named(frame)}
    for condition in words:
        for pack in told.setting.packs:
            for group in all_groups(told.setting.reference):
                found = list(_explained(numbers, [Series(COUNTRY, group, condition, pack)], told))
                if len({fact.period for _, fact in found}) >= ENOUGH:
                    return found
    return []


def _named(frame: Frame) -> Iterator[str]:
    for place in frame.having(SCALED):
        yield from conditions_at(frame, place)
    if frame.has(Tag.COUNT_ASSESSED):
        yield ASSESSED


def _series(claim: Claim) -> Series:
    return Series(claim.subject, claim.group, claim.condition, claim.pack)


def _years_of(series: Series, told: Told) -> Iterator[Fact]:
    latest = int(told.main)
    for year in range(latest - YEARS_BACK, latest + YEARS_BACK):
        for fact in counts(told.setting.reference, series.subject, str(year), series.condition, series.pack):
            if fact.group == series.group and not fact.trust:
                yield fact


def _stands_alone(frame: Frame, at: int) -> bool:
    """Whether nothing else is counted: a mark, a year, a group or a turn stands behind the number."""
    if at + 1 == len(frame.mentions):
        return True
    if frame.gap(at, at + 1).strip("\"'*_ "):
        return False
    return not frame.mentions[at + 1].tags.keys() & {Tag.UNIT, Tag.COUNTED, Tag.ENTITY_OFFICES}


def _of_lists(frames: Sequence[Frame], right: Mapping[int, Sequence[Claim]], told: Told) -> Iterator[Found]:
    """The numbers of a list that miss by one slip what its right ones lead to."""
    for listed, run in groupby(frames, key=lambda frame: frame.sentence.kind in LISTED):
        lines = list(run) if listed else []
        partners = [claim for frame in lines for claim in right.get(frame.sentence.place, ())]
        slots = dict.fromkeys((claim.period, _series(claim)._replace(condition="")) for claim in partners)
        if len(lines) < ENOUGH or len(partners) < ENOUGH or len(slots) != 1:
            continue
        said = {claim.condition for claim in partners}
        for frame in lines:
            yield from _missed(frame, *next(iter(slots)), said, told)


def _missed(frame: Frame, period: str, slot: Series, said: Collection[str], told: Told) -> Iterator[Found]:
    """The one number of a line with the one count, of a word of the line that no right one is of, that it misses."""
    numbers = [(at, number) for at in frame.having(FIGURES) if (number := whole(frame, at)) and number.value >= LEAST]
    if len(numbers) != 1 or not frame.has(SCALED) or frame.names_between():
        return
    at, number = numbers[0]
    claim = told.counts.get(number.figure.start)
    right = claim is not None and is_right(claim, told.setting)
    beside = group_beside(frame, at)
    other = beside and slot.group not in groups_of(told.setting.reference, beside)
    if number.figure.start in told.taken or other or right:
        return
    found = {
        fact.value: fact
        for condition in conditions(frame, at)
        if condition not in said
        for fact in counts(told.setting.reference, slot.subject, period, condition, slot.pack)
        if fact.group == slot.group and not fact.trust and one_slip(str(number.value), str(fact.value))
    }
    if len(found) == 1:
        yield frame, number, next(iter(found.values()))
