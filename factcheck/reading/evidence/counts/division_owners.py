"""Whose a number in front of the word for what a region is divided into is, and whether all there are is meant."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from factcheck.model import COUNTRY, Span
from factcheck.reading.evidence.counts.explained_counts import whole
from factcheck.reading.evidence.counts.settled_counts import region_of
from factcheck.reading.scan.frame import ENDS, FIGURES, Frame
from factcheck.reading.scan.mentions import IN_OF, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reference.packs.info import FIRST, Measure
from factcheck.typed import NamedTuple

PAIR = 5
"""Mentions between two numbers of one region: "14 kabupaten/kota dan 136 kecamatan"."""
EVERY = frozenset((Tag.RANK_AMONG, Tag.MOOD_ALL))
"""What stands in front of a number that is of all there are."""


class Owner(NamedTuple):
    """The region, where it is named, whether a number is surely told of all there are in it, and whether it is told of
    several regions."""

    entity: str
    span: Span | None
    sure: bool
    shared: bool = False


class Asked(NamedTuple):
    """A number at a place of a sentence, the measure (PACK/MEASURE) it is of, and what is needed to tell whose it
    is."""

    frame: Frame
    at: int
    place: str
    frames: Sequence[Frame]
    measures: Mapping[str, Measure]
    setting: Setting


def owners(asked: Asked) -> list[Owner]:
    """Those whose a number is: who is named last in front of it, or behind where all are spoken of; all of several who
    have as many; the province of the article where that is meant, or has what stands beside."""
    frame, at = asked.frame, asked.at
    if frame.before(at, Tag.HEDGE, 1) or _is_part(frame, at):
        return []
    every = at > 0 and not EVERY.isdisjoint(frame.mentions[at - 1].tags)
    behind = [(place, ids) for place, ids in frame.bearers if at < place <= at + 3]
    if every and behind and frame.after(at + 1, Tag.ENTITY_PLACES):
        return [_named(frame, *behind[0], sure=True)]
    before = [(place, ids) for place, ids in frame.bearers if place < at]
    if not before:
        return _of_province(asked)
    if len(run := frame.run_before(at)) > 1:
        alone = not frame.has(FIGURES, run[-1], at)
        sharing = [(place, frame.mentions[place].ids) for place in run if alone]
        return [_named(frame, *one, sure=True)._replace(shared=True) for one in sharing if len(one[1]) == 1]
    place, ids = before[-1]
    meant = _meant(asked, ids)
    if not meant or frame.has_any(ENDS, place, at) or _is_filled(asked, place):
        return []
    return [_named(frame, place, (meant,), sure=_is_held(frame, at) or _is_beside_right(asked, meant))]


def _meant(asked: Asked, ids: Sequence[str]) -> str:
    """Which of two of one name is meant: the one that has just so many, or so many of what is told beside it."""
    if len(ids) == 1:
        return ids[0]
    number = whole(asked.frame, asked.at)
    pack, _, name = asked.place.partition("/")
    facts = [fact for one in ids for fact in asked.setting.reference.facts(name, one, "", pack)]
    right = (fact.entity for fact in facts if number is not None and fact.value == number.value)
    return next(right, "") or next((one for one in ids if _is_beside_right(asked, one)), "")


def _of_province(asked: Asked) -> list[Owner]:
    """ "Luas itu dibagi ke dalam 14 kabupaten/kota dan 136 kecamatan", "provinsi ini punya 55 kecamatan": the province
    of the article."""
    province = region_of(asked.frames, asked.setting)
    if not province or province == COUNTRY:
        return []
    if _is_beside_right(asked, province):
        return [Owner(province, None, sure=True)]
    groups = (asked.frame.mentions[one].tags[Tag.GROUP] for one in _pointed(asked.frame, asked.at))
    own = any(asked.setting.reference.all_on(group, FIRST) for group in groups)
    return [Owner(province, None, sure=_is_held(asked.frame, asked.at))] if own else []


def _pointed(frame: Frame, at: int) -> Iterator[int]:
    """ "provinsi ini", "provinsi itu": the words for a kind in front of a place that are meant of one spoken of."""
    return (one for one in frame.having(Tag.GROUP, 0, at) if frame.after(one, Tag.ENTITY_SELF, 1))


def _is_filled(asked: Asked, owner: int) -> bool:
    """Whether another number of the measure stands between a name and a number: "Papua Barat 91 distrik, dan 132
    distrik"."""
    between = asked.frame.having(FIGURES, owner, asked.at)
    return any(asked.place in parts_behind(asked.frame, at, asked.measures) for at in between)


def parts_behind(frame: Frame, at: int, measures: Collection[str]) -> list[str]:
    """Which of some measures (PACK/MEASURE) count what stands right behind a number."""
    if at + 1 >= len(frame.mentions) or not frame.close(at, at + 1):
        return []
    return [place for tag, place in frame.mentions[at + 1].tags.items() if tag.startswith(IN_OF) and place in measures]


def _named(frame: Frame, place: int, ids: tuple[str, ...], sure: bool) -> Owner:
    return Owner(ids[0], Span(frame.mentions[place].start, frame.mentions[place].end), sure)


def _is_part(frame: Frame, at: int) -> bool:
    """Whether a word behind what is counted says that it is some of them: "lainnya", "yang terdampak", "terendam", "di
    pesisir"; not "di 15 kabupaten", "dan", "menurut"."""
    if frame.has_any((Tag.COUNT_PART, Tag.COUNT_OTHER), at + 1, at + 3):
        return True
    end = frame.mentions[min(at + 1, len(frame.mentions) - 1)].end
    behind = frame.plain[end : frame.sentence.end].split()[:2]
    if not behind or not behind[0].isalpha() or frame.plain[end : end + 1] != " ":
        return False
    word, following, language = behind[0].lower(), behind[1:2], frame.language
    if word in language.words.bind.and_ or word in language.people.speech:
        return False
    if word in frame.words.relative:
        return not following or following[0] not in frame.words.spread
    counted = at + 3 < len(frame.mentions) and frame.after(at + 2, Tag.NUMBER)
    led = bool(following) and (following[0][0].isupper() or following[0][0].isdigit() or counted)
    return word not in language.about.common or not led


def _is_held(frame: Frame, at: int) -> bool:
    """Whether a word for having so many leads to a number: "memiliki 455 kecamatan", "terdiri atas 15 kabupaten/kota
    dan 229 kecamatan"."""
    start = frame.mentions[at].start
    places = [start, *(frame.mentions[one].start for one in frame.having(FIGURES, max(0, at - PAIR), at))]
    return any(_is_led(frame, place) for place in places)


def _is_led(frame: Frame, start: int) -> bool:
    words = frame.plain[frame.sentence.start : start].lower().rstrip()
    last = words.rpartition(" ")[2]
    words = words.removesuffix(f" {last}") if last in frame.language.words.count_.exists else words
    return words.endswith(frame.words.holds)


def _is_beside_right(asked: Asked, entity: str) -> bool:
    """ "14 kabupaten/kota dan 136 kecamatan", "171 kecamatan di 15 kabupaten/kota": whether a region has just so many
    of something else as are told right beside a number."""
    frame, reference = asked.frame, asked.setting.reference
    for at in frame.having(FIGURES, max(0, asked.at - PAIR), asked.at + PAIR):
        number = whole(frame, at) if at != asked.at else None
        first, last = min(at, asked.at), max(at, asked.at)
        if number is None or any(one.ids for one in frame.mentions[first:last]):
            continue
        for place in parts_behind(frame, at, asked.measures):
            pack, _, name = place.partition("/")
            if any(fact.value == number.value for fact in reference.facts(name, entity, "", pack)):
                return True
    return False
