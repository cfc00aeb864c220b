"""What explains a count: how many of a group the reference has in a zone, with a letter, or assessed at all."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import chain

from factcheck.cache.once import once
from factcheck.language.figures import CARDINAL, Number
from factcheck.model import COUNTRY, Fact, Span
from factcheck.reading.scan.frame import SCALED, Frame
from factcheck.reading.scan.mentions import VALUE_OF, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.counts import counts_all, of_offices, things_told
from factcheck.reading.values.mood import denied
from factcheck.reference.ask.computed import computed_count, groups_of, stated_counts
from factcheck.reference.ask.reference import Reference
from factcheck.reference.packs.info import FIRST
from factcheck.typed import NamedTuple

ASSESSED = "assessed"
HUNDRED = 100
NOTHING = Number(0, 0, Decimal(0), Decimal(1), "", "", Span(0, 0))
SMALL = 10
"""A number below this is explained only beside the word for what is counted."""
MOST = 4
"""So many conditions of a sentence are tried on a number."""
NEAR = 2
"""Words that may stand between a number and what it counts."""
BACK = 2
"""So many sentences in front of a number what it counts may have been said."""
NEXT = 3
"""So many sentences behind a headline tell what it counts."""


class Place(NamedTuple):
    """What the sentence of a number says of it: the regions, years and groups that it may be counted in, and the
    conditions that it may be counted under, each with the likeliest first."""

    scopes: Sequence[str]
    periods: Sequence[str]
    groups: Sequence[str]
    conditions: Sequence[str]


def whole(frame: Frame, at: int) -> Number | None:
    """The whole number at a place that may count something."""
    mention = frame.mentions[at]
    number = mention.number
    if number is None or number.unit or number.quantum != 1:
        return None
    if number.form not in CARDINAL and not counts_all(frame, at):
        return None
    if Tag.YEAR_DIGITS in mention.tags or of_offices(frame, at) or things_told(frame, at):
        return None
    return number


def explain(number: Number, place: Place, setting: Setting) -> Fact | None:
    """The count of the reference that the number states, of the likeliest region, year, group and condition."""
    for period in place.periods:
        for scope in place.scopes:
            for condition in place.conditions:
                for fact in _counted(setting, scope, period, condition):
                    if fact.value == number.value and fact.group in place.groups and not fact.trust:
                        return fact
    return None


def _counted(setting: Setting, scope: str, period: str, condition: str) -> list[Fact]:
    return [fact for pack in setting.packs for fact in counts(setting.reference, scope, period, condition, pack)]


@lru_cache(maxsize=1024)
def counts(reference: Reference, scope: str, period: str, condition: str, pack: str) -> Sequence[Fact]:
    """What a pack counts in a region and year under a condition: stated rows, then those of complete tables."""
    stated = [fact for fact in stated_counts(reference, scope, condition, pack) if fact.period == period]
    computed = [
        computed_count(reference, condition, group, scope, period, pack) for group in all_groups(reference.whole)
    ]
    return [*stated, *(fact for fact in computed if fact is not None)]


@lru_cache(maxsize=8)
def all_groups(reference: Reference) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for info in reference.packs for name in (*info.groups, *info.kinds)))


def group_beside(frame: Frame, at: int) -> str:
    """The group named right behind a number, of two that follow each other the second: "98 pemda kota"."""
    place = at + 1
    if place < len(frame.mentions) and Tag.GROUP in frame.mentions[place].tags and frame.close(at, place, NEAR):
        place += frame.after(place, Tag.GROUP) and frame.gap(place, place + 1) == " "
        return frame.mentions[place].tags[Tag.GROUP]
    return ""


def conditions(frame: Frame, at: int) -> list[str]:
    """The conditions that the words of scales in the sentence make, MOST of them, the nearest behind the number
    first."""
    places, (made, different) = frame.having(SCALED), _conditions(frame)
    behind, enough = bisect_left(places, at), min(MOST, different)
    found: dict[str, None] = {}
    for number in chain(range(behind, len(places)), range(behind - 1, -1, -1)):
        if len(found) >= enough:
            break
        found.update(dict.fromkeys(made[number]))
    return list(found)[:MOST]


@once
def _conditions(frame: Frame) -> tuple[Sequence[tuple[str, ...]], int]:
    """The conditions that each word of a scale in the sentence makes, in order; how many different ones these are."""
    made = [tuple(conditions_at(frame, place)) for place in frame.having(SCALED)]
    return made, len({condition for one in made for condition in one})


def conditions_at(frame: Frame, place: int) -> Iterator[str]:
    """The conditions that the words of scales at a place make: `zone:hijau`; none where it is denied."""
    if denied(frame, place):
        return
    for tag, word in frame.mentions[place].tags.items():
        if tag.startswith(VALUE_OF):
            yield f"{tag.partition('.')[2]}:{word.rpartition(':')[2]}"


def place_of(frame: Frame, at: int, group: str, years: Sequence[str], region: str, setting: Setting) -> Place:
    beside = group_beside(frame, at)
    told = beside or group_before(frame, at) or group
    groups = groups_of(setting.reference, told) if told else all_groups(setting.reference)
    scopes = dict.fromkeys([*regions_in(frame, setting), *([region] if region else []), COUNTRY])
    own = _own_conditions(frame, at, beside)
    if own:
        return Place(tuple(scopes)[:3], years, groups, own)
    words = conditions(frame, at)
    if beside or (words and (frame.mentions[at].number or NOTHING).value >= HUNDRED):
        words = [*words, ASSESSED]
    return Place(tuple(scopes)[:3], years, groups, words[:MOST])


def _own_conditions(frame: Frame, at: int, beside: str) -> list[str]:
    """What alone a number can count: all behind "dari" and in front of their group, those of the word of a scale right
    behind it; nothing where neither stands there."""
    if beside and frame.before(at, Tag.RANK_AMONG):
        worded = frame.has(SCALED, at + 2, at + 3) and frame.close(at + 1, at + 2)  # "sebelas dari 12 pemda hijau"
        return [] if worded else [ASSESSED]
    if beside and frame.has(SCALED, at - 1, at) and frame.close(at - 1, at):
        from factcheck.reading.group.counted import opens_clause

        if opens_clause(frame, at - 1):
            return list(conditions_at(frame, at - 1))  # "yang merah dua daerah"
    place = _told_of(frame, at) if beside else at + 1 + frame.has(Tag.CUE_WORD, at + 1, at + 2)
    near = frame.has(SCALED, place, place + 1) and frame.close(at, at + 1) and frame.close(place - 1, place)
    return list(conditions_at(frame, place)) if near else []


def _told_of(frame: Frame, at: int) -> int:
    """Where the word of a scale would stand that all who are counted bear: "17 kabupaten/kota di Sumsel masuk zona
    hijau"; right behind the number where nothing of the kind is told."""
    place = at + 2
    if frame.has(Tag.ENTITY_PLACES, place, place + 1) and any(one.ids for one in frame.mentions[place + 1 : place + 2]):
        place += 2
    if not frame.has(Tag.BIND_MEMBER, place, place + 1) or not frame.close(place - 1, place):
        return at + 1
    return place + 1 + frame.has(Tag.CUE_WORD, place + 1, place + 2)


def group_before(frame: Frame, at: int) -> str:
    """The group named last in front of a place of a sentence; empty where none is."""
    places = frame.having(Tag.GROUP, 0, at)
    return frame.mentions[places[-1]].tags[Tag.GROUP] if places else ""


@once
def regions_in(frame: Frame, setting: Setting) -> Sequence[str]:
    """The provinces named in the sentence, each once."""
    names = dict.fromkeys(name for _, ids in frame.bearers for name in ids)
    return [name for name in names if _is_province(name, setting)]


def _is_province(name: str, setting: Setting) -> bool:
    return setting.reference.level_of(name) == FIRST
