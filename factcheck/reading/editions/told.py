"""The figures of a draft that are those of the editions that it goes by, or would be but for one slip."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from factcheck.cache.patterns import compiled
from factcheck.language.fold import fold
from factcheck.language.written import Number
from factcheck.reading.editions.cited import LARGE, LONG, PAIR
from factcheck.reading.editions.given import CHANGE, Edition, Given, Who
from factcheck.reading.evidence.known_facts import PERCENT
from factcheck.reading.evidence.one_slip import one_slip, written_like
from factcheck.reading.scan.frame import FIGURES, UNITS, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.typed import NamedTuple

_WORD = compiled(r"\w+")
_NOUN = compiled(r"[ \u00a0]([^\W\d_]+)")
SHORT, LEAST = 4, 3
"""Letters of a word by which somebody is known; digits of a figure that may be a slip of another."""
HUNDREDTH = Decimal("0.01")
SOON = timedelta(days=3)
"""So long behind its day a table is still what is told; from then on a little more or less is a later one's."""


class Anchor(NamedTuple):
    """A place in a block that shows what it is about: an edition, and somebody in it."""

    start: int
    key: str
    who: Who


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
    by_key = {one.key: one for one in editions}
    figures = [figure for frame in frames for figure in _figures(frame)]
    anchors = _anchors(frames, editions)
    exact: dict[int, Told] = {}
    for figure in figures:
        found = _same(figure, by_key, anchors)
        if found is not None:
            exact[figure.number.figure.start] = found
    said = {(one.own.key, one.given.measure, one.given.kind, one.given.value) for one in exact.values()}
    have: dict[str, set[Decimal]] = defaultdict(set)
    for one in exact.values():
        if one.number.value >= LARGE:
            have[one.own.key].add(one.number.value)
            anchors[one.frame.sentence.block].append(Anchor(one.number.start, one.own.key, one.given.who))
    for places in anchors.values():
        places.sort()
    missing = [
        (key, given)
        for key, edition in by_key.items()
        for given in edition.given
        if (key, given.measure, given.kind, given.value) not in said
    ]
    late = {key for key, edition in by_key.items() if _is_late(edition, published)}
    found = []
    for figure in figures:
        if (own := exact.get(figure.number.figure.start)) is not None:
            found.append(own)
        elif (missed := _missed(figure, missing, by_key, anchors)) is not None:
            if _is_sure(missed, len(have[missed.own.key]), missed.own.key in late):
                found.append(missed)
    return found


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
    has that of the edition behind it, or in its sentence and no word behind it that nobody knows."""
    frame, at, number = figure
    if number.value < LARGE:
        return _is_counted(figure, given)
    place = f"{given.entry.pack}/{given.measure}"
    if frame.has(UNITS, at + 1, at + 2) and frame.close(at, at + 1):
        return place in frame.mentions[at + 1].tags.values()
    noun = _NOUN.match(frame.plain, frame.mentions[at].end, frame.sentence.end)
    word = noun[1].lower() if noun is not None else ""
    if word in frame.language.numbers.measures:
        return False
    if number.value >= LONG or not word or word in frame.language.about.common:
        return True
    return any(place in frame.mentions[one].tags.values() for one in frame.having(UNITS))


def _anchors(frames: Sequence[Frame], editions: Sequence[Edition]) -> dict[int, list[Anchor]]:
    """What shows in each block which edition it is about: names in it, and regions of one edition alone."""
    names = _names(editions)
    regions: dict[str, set[str]] = defaultdict(set)
    for edition in editions:
        regions[edition.entity].add(edition.key)
    found: dict[int, list[Anchor]] = defaultdict(list)
    for frame in frames:
        places = found[frame.sentence.block]
        for match in _WORD.finditer(frame.plain, frame.sentence.start, frame.sentence.end):
            if match[0][0].isupper() and (known := names.get(match[0].lower())) is not None:
                places.append(Anchor(match.start(), *known))
        for mention in frame.mentions:
            keys = {key for one in mention.ids for key in regions.get(one, ())}
            if len(keys) == 1:
                places.append(Anchor(mention.start, *keys, ()))
    for places in found.values():
        places.sort()
    return found


def _names(editions: Sequence[Edition]) -> Mapping[str, tuple[str, Who]]:
    """Words by which those in the editions are known, each with the edition and whose; of nobody where of two."""
    found: dict[str, set[tuple[str, Who]]] = defaultdict(set)
    for edition in editions:
        for entry in edition.entries:
            for word in (word for name in entry.who for word in _WORD.findall(fold(name)) if len(word) >= SHORT):
                found[word].add((edition.key, entry.who))
    keys = {word: {key for key, _ in those} for word, those in found.items()}
    return {
        word: next(iter(those)) if len(those) == 1 else (next(iter(keys[word])), ())
        for word, those in found.items()
        if len(keys[word]) == 1
    }


def _near(figure: Figure, by_key: Mapping[str, Edition], anchors: Mapping[int, Sequence[Anchor]]) -> list[str]:
    """The editions that the block of a figure is about, that told last in front of it first; the only one anywhere."""
    places = anchors.get(figure.frame.sentence.block, ())
    before = bisect_right(places, figure.number.start, key=lambda one: one.start)
    ordered = dict.fromkeys(one.key for one in (*places[:before][::-1], *places[before:]))
    return list(ordered) or (list(by_key) if len(by_key) == 1 else [])


def _same(figure: Figure, by_key: Mapping[str, Edition], anchors: Mapping[int, Sequence[Anchor]]) -> Told | None:
    """What a figure is in the editions that its block is about, or, for a long one, in any."""
    number = figure.number
    near = _near(figure, by_key, anchors)
    keys = dict.fromkeys((*near, *by_key)) if number.quantum == 1 and number.value >= LONG else near
    for key in keys:
        fitting = [given for given in by_key[key].given if _is(number, given)]
        if fitting and _tells(figure, fitting[0]):
            return Told(figure.frame, number, by_key[key], _of_whom(figure, fitting, key, anchors), False)
    return None


def _tells(figure: Figure, given: Given) -> bool:
    """Whether a figure is long enough for the one it is by chance, or is counted in the unit of that."""
    return figure.number.quantum < 1 or figure.number.value >= LARGE or _is_counted(figure, given)


def _is_counted(figure: Figure, given: Given) -> bool:
    """Whether the word for what is counted stands behind a figure, or behind the whole that it is of: "892 dari 1.341
    TPS"."""
    frame, at = figure.frame, figure.at
    place = f"{given.entry.pack}/{given.measure}"
    for behind in (at + 1, at + 3) if frame.after(at, Tag.RANK_AMONG) else (at + 1,):
        if behind < len(frame.mentions) and place in frame.mentions[behind].tags.values():
            return frame.close(behind - 1, behind)
    return False


def _is(number: Number, given: Given) -> bool:
    """Whether a figure stands for one of an edition: to the last digit, or rounded or cut off to a share."""
    percent = given.value != given.value.to_integral_value() or given.made.endswith("%")
    if percent != (number.unit == PERCENT):
        return False
    return abs(number.value - given.value) < number.quantum if percent else number.value == given.value


def _of_whom(
    figure: Figure, fitting: Sequence[Given], key: str, anchors: Mapping[int, Sequence[Anchor]]
) -> Given:
    """Of several figures of an edition that of whoever is named last in front of it."""
    if len(fitting) == 1:
        return fitting[0]
    who = _last_named(figure, key, anchors)
    return next((given for given in fitting if given.who == who), fitting[0])


def _last_named(figure: Figure, key: str, anchors: Mapping[int, Sequence[Anchor]]) -> Who:
    places = anchors.get(figure.frame.sentence.block, ())
    before = bisect_right(places, figure.number.start, key=lambda one: one.start)
    return next((one.who for one in places[:before][::-1] if one.key == key and one.who), ())


def _missed(
    figure: Figure,
    missing: Sequence[tuple[str, Given]],
    by_key: Mapping[str, Edition],
    anchors: Mapping[int, Sequence[Anchor]],
) -> Told | None:
    """The figure of the editions of its block that nothing else tells, which this one is but for one slip; of several
    that of whoever is named last, none where that does not tell."""
    near = _near(figure, by_key, anchors)
    slips = [(key, given) for key, given in missing if key in near and _is_slip(figure, given)]
    for key in near:
        own = [given for one, given in slips if one == key]
        if len({given.value for given in own}) > 1:
            who = _last_named(figure, key, anchors)
            own = [given for given in own if given.who == who]
        if len({given.value for given in own}) == 1:
            return Told(figure.frame, figure.number, by_key[key], own[0], True)
        if own:
            return None
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
    return published is not None and published > date.fromisoformat(edition.day) + SOON


def _is_sure(missed: Told, evidence: int, late: bool) -> bool:
    """Whether a slip is none of a later table, in which some figures may be as they were: the draft has two others of
    this one to the last digit, or is far off; a draft of a later day is far off."""
    right, value = missed.given.value, missed.number.value
    far = abs(value - right) > right * HUNDREDTH
    if missed.number.unit == PERCENT or missed.given.kind == CHANGE:
        return evidence >= PAIR and not late
    return far if late else far or evidence >= PAIR
