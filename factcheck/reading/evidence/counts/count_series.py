"""Counts of which their own sentence says a part: the rest was told with the counts near by.

"Tahun lalu yang hijau 272. … 414, 494", "Tahun sebelumnya baru dua", "yang hijau tiga": what is counted, where, among
whom and when was said once. A number that is the count which its own words and those of a right count near by lead to
is that count.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from factcheck.language.figures import Number
from factcheck.model import COUNTRY, Claim, Fact, number_of
from factcheck.reading.evidence.counts.counted_items import said_of, year_places
from factcheck.reading.evidence.counts.explained_counts import (
    ASSESSED,
    BACK,
    NEXT,
    all_groups,
    conditions_at,
    counts,
    regions_in,
    whole,
)
from factcheck.reading.evidence.explained.one_slip import one_slip
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame, with_tag
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.counts import bounds, governed, led_to_word, splits
from factcheck.reference.ask.computed import groups_of
from factcheck.typed import NamedTuple

TELLING = 100
"""A smaller number is a count of some year by chance."""
LEAST = 10
"""A smaller number is a slip away from any other."""
ENOUGH, NEAR = 2, 4
MOST = 12
"""So many unread numbers of one sentence may be counts."""
YEARS_BACK = 8
"""Years in front of the latest that a series may reach back to."""
LED = (Tag.COUNT_EXISTS, Tag.STATE_BEFORE, Tag.BIND_TO, Tag.BIND_FROM, Tag.YEAR, Tag.YEAR_DIGITS, Tag.COLON)
"""What leads to a number that says no more than how many."""
THINGS = (Tag.COUNT_TOP, Tag.UNIT, Tag.COUNTED, Tag.ENTITY_OFFICES)
"""Right behind a number these say that it is one of something else."""


class Series(NamedTuple):
    """What is counted year after year: in which region, of which group, under which condition."""

    subject: str
    group: str
    condition: str
    pack: str


Found = tuple[Frame, Number, Fact]
Lead = tuple[Series, str]
"""What a count near by counts, and its year."""


class Bare(NamedTuple):
    """A number that is read as nothing: the word of a scale and the group beside it, each empty where there is none,
    and the place of the year written last in front of it or right behind it, -1 where none is."""

    at: int
    number: Number
    word: str
    group: str
    mark: int


class Told(NamedTuple):
    """What is read of an article: its counts by their place, what is no count, its region and year; the numbers of
    which sentences may be such counts."""

    counts: Mapping[int, Claim]
    taken: Collection[int]
    region: str
    main: str
    setting: Setting
    places: Collection[int]


def count_series(frames: Sequence[Frame], told: Told) -> Iterator[Found]:
    """The numbers that are read as no count, with the counts they state."""
    right: dict[int, list[Claim]] = {}
    for claim in told.counts.values():
        if is_right(claim, told.setting):
            right.setdefault(claim.sentence, []).append(claim)
    for frame in with_tag(frames, FIGURES) if told.main.isdigit() else ():
        place = frame.sentence.place
        if place not in told.places:
            continue
        bare = [one for at in frame.having(FIGURES) if (one := _bare(frame, at, told)) is not None]
        if not 0 < len(bare) <= MOST:
            continue
        near, around = _near(frame, right), frames[max(0, place - BACK) : place + 1]
        beside = [(_series(claim), claim.period) for claim in near]
        leads = [*beside, *_spoken_of(around, told)]
        found = [(one.number, fact) for one in bare if (fact := _led_to(frame, one, leads, told))]
        large = [one.number for one in bare if one.number.value >= TELLING and _stands_alone(frame, one.at)]
        known = dict.fromkeys(_series(claim) for claim in near if number_of(claim) >= TELLING)
        found += _explained([one for one in large if all(one is not number for number, _ in found)], known, told)
        if not found and len(large) >= ENOUGH:
            found = _in_one_series(large, around, told)
        read = {number.figure.start for number, _ in found}
        found += [
            (one.number, fact)
            for one in bare
            if one.number.figure.start not in read and (fact := _missed(frame, one, beside[:1], told))
        ]
        yield from ((frame, number, fact) for number, fact in found)


def is_right(claim: Claim, setting: Setting) -> bool:
    """Whether the reference has the count that is told."""
    if not claim.condition or not claim.period:
        return False
    facts = counts(setting.reference, claim.subject, claim.period, claim.condition, claim.pack)
    return any(claim.states(fact.value) and claim.group in (fact.group, "") for fact in facts)


def _near(frame: Frame, right: Mapping[int, Sequence[Claim]]) -> list[Claim]:
    """The right counts in a sentence and in those in front of it, the nearest first; those behind a headline."""
    ahead = NEXT if frame.sentence.voice == "headline" else 0
    steps = [*range(BACK + 1), *range(-1, -ahead - 1, -1)]
    return [claim for step in steps for claim in reversed(right.get(frame.sentence.place - step, ()))]


def _bare(frame: Frame, at: int, told: Told) -> Bare | None:
    """The number at a place that is read as nothing and may count, with what its own sentence says of it."""
    number = whole(frame, at)
    if number is None or number.figure.start in told.counts or number.figure.start in told.taken:
        return None
    alone = _stands_alone(frame, at)
    if not (alone or _leads(frame, at, told.setting)) or frame.has(Tag.COUNT_OTHER, at + 1, at + NEAR):
        return None
    if splits(frame, at) or bounds(frame, at) or any(frame.after(at, tag) for tag in THINGS):
        return None
    word, group = said_of(frame, at, told.setting)
    word = word or (ASSESSED if _is_size(frame, at, told) else "")
    marks = year_places(frame)
    behind = [place for place in marks if at < place <= at + ENOUGH]
    mark = (behind or [place for place in marks if place < at] or [-1])[-1]
    led = at > 0 and bool(frame.mentions[at - 1].tags.keys() & set(LED)) and frame.close(at - 1, at, 1)
    telling = word or number.value >= TELLING or (led and (alone or mark >= 0))
    return Bare(at, number, word, group, mark) if telling and (alone or word or group) else None


def _is_size(frame: Frame, at: int, told: Told) -> bool:
    """ "Yang hijau sudah 36 dari 38": whether a number is that of all of whom the count in front of it counts some; but
    "naik menjadi 36 dari 30"."""
    part = whole(frame, at - 2) if at >= ENOUGH and frame.before(at, Tag.RANK_AMONG) else None
    counted = part is not None and part.figure.start in told.counts
    return counted and not frame.has_any((Tag.CHANGE, Tag.BIND_TO), 0, at)


def _spoken_of(frames: Sequence[Frame], told: Told) -> Iterator[Lead]:
    """What may be counted in the region and year of the article: what was named last, in the last of the sentences."""
    conditions = dict.fromkeys(one for frame in reversed(frames) for one in _named(frame)) if told.region else ()
    for condition in conditions:
        for pack in told.setting.packs:
            yield Series(told.region, "", condition, pack), told.main


def _led_to(frame: Frame, bare: Bare, leads: Sequence[Lead], told: Told) -> Fact | None:
    """The count that a number states, by its own words and those of the counts near by."""
    return next((fact for fact in _slots(frame, bare, leads, told) if fact.value == bare.number.value), None)


def _missed(frame: Frame, bare: Bare, leads: Sequence[Lead], told: Told) -> Fact | None:
    """The one count that a number misses by one slip, where its own word or year and the nearest right count lead to
    it."""
    value = bare.number.value
    if (
        value < LEAST
        or governed(frame, bare.at)
        or not (bare.word or (bare.mark >= 0 and _stands_alone(frame, bare.at)))
    ):
        return None
    missed = {
        fact.value: fact
        for fact in _slots(frame, bare, leads, told)
        if len(str(fact.value)) == len(str(value)) and one_slip(str(value), str(fact.value))
    }
    fact = next(iter(missed.values())) if len(missed) == 1 else None
    return fact if fact is not None and abs(number_of(fact) - value) > 1 else None


def _slots(frame: Frame, bare: Bare, leads: Sequence[Lead], told: Told) -> Iterator[Fact]:
    """The counts that a number may be, by its own words and those of what leads to it, the nearest first."""
    _, _, word, group, mark = bare
    reference, regions = told.setting.reference, regions_in(frame, told.setting)
    own = groups_of(reference, group) if group else ()
    for lead, period in leads:
        year = _year(frame, mark, period, told) if mark >= 0 else period
        groups = own or (lead.group, *groups_of(reference, ""))
        for subject in dict.fromkeys([*regions, lead.subject]):
            for condition in [word] if word else [lead.condition, *([ASSESSED] if group else [])]:
                for fact in counts(reference, subject, year, condition, lead.pack):
                    if fact.group in groups and not fact.trust:
                        yield fact


def _year(frame: Frame, mark: int, period: str, told: Told) -> str:
    """The year at a place, a relative one counted from that of a count near by or of the article."""
    tags = frame.mentions[mark].tags
    if Tag.YEAR_DIGITS in tags:
        return tags[Tag.YEAR_DIGITS]
    base = period if Tag.YEAR_ANCHORED in tags else told.main
    return str(int(base) + int(tags[Tag.YEAR])) if base.isdigit() else ""


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


def _series(claim: Claim) -> Series:
    return Series(claim.subject, claim.group, claim.condition, claim.pack)


def _named(frame: Frame) -> Iterator[str]:
    for place in frame.having(SCALED):
        yield from conditions_at(frame, place)
    if frame.has(Tag.COUNT_ASSESSED):
        yield ASSESSED


def _years_of(series: Series, told: Told) -> Iterator[Fact]:
    latest = int(told.main)
    for year in range(latest - YEARS_BACK, latest + YEARS_BACK):
        for fact in counts(told.setting.reference, series.subject, str(year), series.condition, series.pack):
            if fact.group == series.group and not fact.trust:
                yield fact


def _leads(frame: Frame, at: int, setting: Setting) -> bool:
    """Whether a number leads to its word: "Dua saja yang hijau", and not "tiga kategorisasi: …"."""
    if at + 1 == len(frame.mentions):
        return False
    tags = frame.mentions[at + 1].tags.keys()
    worded = tags & {Tag.STATE_BEFORE, Tag.CUE_WORD, Tag.GROUP} or any(tag.startswith(SCALED) for tag in tags)
    return led_to_word(frame, at, setting) or (bool(worded) and frame.close(at, at + 1, 1))


def _stands_alone(frame: Frame, at: int) -> bool:
    """Whether nothing else is counted: a mark, a year or a turn stands behind the number."""
    if at + 1 == len(frame.mentions):
        return True
    picked = frame.after(at, Tag.STATE_BEFORE) and not frame.after(at, Tag.RANK_AMONG)  # "cuma satu yang begini"
    return not frame.gap(at, at + 1).strip("\"'*_ ") and not picked
