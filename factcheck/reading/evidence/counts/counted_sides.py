"""Counts of those on one side of the figure of the whole country, or of a bound: "Sembilan provinsi berada di atas
angka nasional, 29 lainnya di bawah", "22 dari 38 provinsi sudah melampaui rata-rata Indonesia", "tiga provinsi di bawah
14 persen"; and of those that rose or fell: "turun di 28 provinsi dan naik di enam", be they regions of the country or
of a province of which a table has all: "20 daerah melaporkan lebih dari 1.000 kasus".

No word of a scale says what is counted; the measure is the one named in the sentence or told of last.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.language.figures import Number
from factcheck.language.fold import alternation, fold, holds
from factcheck.language.language import Language
from factcheck.language.tables import Text
from factcheck.model import COUNTRY, Claim, How, Strength, Value, number_of, part_of, year_of
from factcheck.reading.evidence.counts.explained_counts import group_before, whole
from factcheck.reading.evidence.explained.printed import digits
from factcheck.reading.evidence.explained.slots import is_value
from factcheck.reading.period.year_marks import year_marks
from factcheck.reading.scan.frame import FIGURES, UNITS, Frame
from factcheck.reading.scan.mentions import CUE_OF, IN_OF, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.mood import supposes
from factcheck.reference.ask.computed import ABOVE, BELOW, FALLEN, FROM, RISEN, computed_count, groups_of
from factcheck.reference.packs.info import FIRST, SECOND
from factcheck.typed import NamedTuple

REACH = 60
"""Letters between those who are counted and the word for the country."""
NEAR = 25
"""Letters between the word for a side and that for the country: "melampaui rata-rata nasional"."""
AMONG = 3
"""Mentions from the number of a part to the group of its whole: "22 dari 38 provinsi"."""
UNTOLD = (Tag.MOOD_IRREALIS, Tag.MOOD_NEGATION, Tag.MOOD_PLANNED)
"""With one of these in front nothing is said of how many there are: "Targetnya, hanya 12 provinsi yang di atas"."""
PAIR = 2
"""The sum of so many regions is less than a whole has of what is counted."""
ROUND = 2
"""A bound of more digits is somebody's figure: "satu provinsi di bawah Rp11,621 juta itu"."""
_ASIDE = compiled(r"\([^()]*\)|, (?:atau|or) [^,]{1,24},| atau [\d.,]+ persen")
"""The share of those counted, beside them."""
BREAKS = frozenset(".;:,()")
ENDING = (".", ",", ";", "")
JOINING = (Tag.BIND_AND, Tag.YEAR, Tag.YEAR_DIGITS, Tag.BIND_COMPARE)
"""What may stand behind a word for a change that says no more than that."""
MOVES = {"up": RISEN, "down": FALLEN}
BETTER, WORSE = "better", "worse"
"""Which way that is hangs on whether the highest is the best."""
POINTED = 4
"""Words from that for a side to one that points to the bound told before: "menembus angka tersebut"."""
MOVED, LED = 3, 2
"""Mentions from those who are counted to the word for how they changed: "enam provinsi justru mencatat kenaikan"; and
from such a word to where they are: "naik di enam provinsi"."""


class Side(NamedTuple):
    """A number that counts those on one side: where it stands, of which group, which side, and of what bound where it
    is not the country's figure."""

    number: Number
    group: str
    word: str
    bound: Number | None


class Last(NamedTuple):
    """What was told in front of a sentence: the group counted in the one before, empty where that has none on a side;
    the bound told last; whether the value told last is the country's."""

    group: str
    bound: Number | None
    national: bool


def counted_sides(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting, main: str) -> list[Claim]:
    """The claims but for bounds, and the counts of those on a side of the country or of a bound; `main` is the year
    that the article is about."""
    told = (claim for claim in claims if claim.period and is_value(claim, setting))
    values = {(claim.sentence, claim.measure): claim for claim in sorted(told, key=lambda one: one.period)}
    if not values:
        return list(claims)
    lasts = {place: claim for (place, _), claim in sorted(values.items(), key=lambda one: one[1].period)}
    text = frames[0].words
    told_by = [*text.better, *text.worse, *(word for _, words in _sided(text) for word in words)]
    low = fold(frames[0].plain)
    sided = told_by if holds(low, told_by) else ()
    if not any(_may_begin(frame, low, sided) for frame in frames):
        return list(claims)
    made: dict[int, Claim] = {}
    bounds: set[int] = set()
    last, group, bound = lasts[min(lasts)], "", None
    for frame in frames:
        last = lasts.get(frame.sentence.place, last)
        told_last = Last(group, bound, last.subject == COUNTRY)
        sides = list(_sides(frame, told_last)) if frame.has(FIGURES) else []
        group = sides[-1].group if sides else ""
        bound = sides[-1].bound if sides else bound
        for side in sides:
            last = _of_measure(frame, side, _of_named(frame, side, last, setting), values.values(), setting)
            claim = _count(frame, side, last, [main], setting)
            if claim is not None:
                made[claim.start] = claim
                bounds |= {side.bound.figure.start} if side.bound is not None else set()
    kept = (claim for claim in claims if claim.start not in made and claim.start not in bounds)
    return [*kept, *made.values()]


def _may_begin(frame: Frame, low: str, sided: Collection[str]) -> bool:
    """Whether a sentence has a group, a figure and a word for a side or a change, as the first that counts them has."""
    if Tag.GROUP not in frame.tagged or FIGURES not in frame.tagged:
        return False
    text = low[frame.sentence.start : frame.sentence.end]
    return Tag.CHANGE in frame.tagged or any(word in text for word in sided)


def _of_named(frame: Frame, side: Side, value: Claim, setting: Setting) -> Claim:
    """A value as one of the measure named last in front of a count, where its sentence names one."""
    before = (at for at in frame.having(Tag.CUE_NUMBER) if frame.mentions[at].start < side.number.start)
    named = [measure for at in before for measure in _measures_of(frame.mentions[at].tags, setting)]
    pack, measure = named[-1] if named else (value.pack, value.measure)
    return value if (pack, measure) == (value.pack, value.measure) else value._replace(pack=pack, measure=measure)


def _of_measure(frame: Frame, side: Side, value: Claim, told: Iterable[Claim], setting: Setting) -> Claim:
    """ "9,03 persen atau 25,22 juta orang. … 20 provinsi di atas rata-rata nasional": instead of a value that is
    counted, of which the country has more than anybody in it, where the sentence names no measure, that told last of
    another measure."""
    if side.bound is not None or side.word not in (ABOVE, BELOW) or frame.has(f"{CUE_OF}{value.measure}"):
        return value
    if not _is_sum(value, setting):
        return value
    before = (one for one in told if one.pack == value.pack and one.sentence <= frame.sentence.place)
    others = (one for one in before if one.measure != value.measure and not _is_sum(one, setting))
    return max(others, key=lambda one: one.sentence, default=value)


def _is_sum(value: Claim, setting: Setting) -> bool:
    """Whether what the country has in a measure is more than any two of its regions have."""
    whole = setting.reference.facts(value.measure, COUNTRY, value.period, value.pack)[:1]
    regions = setting.reference.facts_of(value.measure, whole[0].period, value.pack) if whole else ()
    most = heapq.nlargest(PAIR, (number_of(one) for one in regions if one.entity != COUNTRY))
    return len(most) == PAIR and number_of(whole[0]) >= sum(most)


def _measures_of(tags: Mapping[str, str], setting: Setting) -> list[tuple[str, str]]:
    """The one number measure of an open pack that a word names; nothing where it names several."""
    places = dict.fromkeys(place for tag, place in tags.items() if tag.startswith(CUE_OF) and "/" in place)
    named = [(pack, name) for pack, _, name in (place.partition("/") for place in places) if pack in setting.packs]
    return named if len(named) == 1 and setting.packs[named[0][0]].measures[named[0][1]].type == "number" else []


def _sides(frame: Frame, before: Last) -> Iterator[Side]:
    """The numbers of a sentence that count those on one side."""
    here, group = False, before.group
    for at in frame.having(FIGURES):
        number = whole(frame, at)
        if number is None or frame.before(at, Tag.RANK_AMONG) or (not here and _is_untold(frame, at)):
            continue
        if frame.has(UNITS, at + 1, at + 2):  # "Kota Bogor dengan 3.117 kasus yang jumlahnya di atas 3.000"
            continue
        last = _last_counted(frame, at)
        own = frame.mentions[last].tags[Tag.GROUP] if last >= 0 else ""
        word, bound = _side(frame, max(last, at), before, told=bool(group))
        word = word or _way(frame, at, max(last, at))
        if word and (own or group or group_before(frame, at)):
            here, group = True, own or group or group_before(frame, at)
            yield Side(number, group, word, bound)


def _is_untold(frame: Frame, at: int) -> bool:
    """Whether a sentence says in front of a place that what follows is not so; "jika dibandingkan dengan angka
    nasional" says nothing of the kind."""
    places = (place for tag in UNTOLD for place in frame.having(tag, 0, at))
    return any(Tag.MOOD_CONDITIONAL not in frame.mentions[one].tags or supposes(frame, one) for one in places)


def _last_counted(frame: Frame, at: int) -> int:
    """The place of the group behind a number, be it that of the whole: "22 dari 38 provinsi"; -1 where none is."""
    if frame.after(at, Tag.GROUP):
        return at + 1
    among = frame.after(at, Tag.RANK_AMONG) and frame.has(FIGURES, at + 2, at + AMONG)
    return at + AMONG if among and frame.has(Tag.GROUP, at + AMONG, at + AMONG + 1) else -1


def _side(frame: Frame, last: int, before: Last, *, told: bool) -> tuple[str, Number | None]:
    """On which side those are who are counted up to a place, and of what bound, none for the country; where the side
    was `told` of others the country need not be named: "29 lainnya di bawah". Empty where no side is told."""
    start = _behind_country(frame, last)
    behind = frame.plain[start : min(frame.sentence.end, start + REACH)].lower()
    found = _words(frame.language).search(behind)
    if found is None or _is_parted(frame, behind[: found.start()]):
        return "", None
    word, end = str(found.lastgroup), start + found.end()
    if any(end <= frame.mentions[at].start <= end + NEAR for at in _country(frame)):
        return (ABOVE if word == FROM else word), None
    figure = next((at for at in frame.having(FIGURES, last + 1) if frame.mentions[at].start >= end), -1)
    bound = frame.mentions[figure].number if figure >= 0 else None
    if bound is not None and bound.form == "digits" and 0 <= bound.start - end <= NEAR and _is_round(bound):
        return word, bound
    pointed = {one.strip(".,;") for one in behind[found.end() :].split()[:POINTED]} & {*frame.words.pointing}
    if before.national and found[0] in frame.words.pointing and _names_country_alone(frame, last):
        return word, None
    if pointed and (before.bound is not None or before.national):
        return (ABOVE if word == FROM and before.bound is None else word), before.bound
    ends = not behind[found.end() :].strip(' )"”').strip()[:1].isalnum()
    return (word if told and ends and word != FROM else ""), None


def _behind_country(frame: Frame, last: int) -> int:
    """Where a sentence goes on behind those who are counted, "di Indonesia" be it said of them."""
    said = frame.after(last, Tag.RANK_NATIONAL) and frame.close(last, last + 1)
    return frame.mentions[last + 1 if said else last].end


def _names_country_alone(frame: Frame, end: int) -> bool:
    """ "IKLH Indonesia 72,54, dan 20 provinsi berada di atasnya": whether the country and nobody else is named up to a
    place."""
    others = any(COUNTRY not in ids for at, ids in frame.bearers if at < end)
    return not others and any(at < end for at in _country(frame))


def _is_round(bound: Number) -> bool:
    """Whether a number has no more telling digits than a bound: 14, 80, 1.000, 2.500."""
    return digits(bound) <= ROUND or (bound.quantum == 1 and len(str(bound.value).rstrip("0")) <= ROUND)


def _way(frame: Frame, at: int, last: int) -> str:
    """Which way those went who are counted from one place to another: "28 provinsi turun", "enam provinsi mencatat
    kenaikan", "naik di enam provinsi"; empty where no word for a change ends the clause behind them, or stands in front
    of where they are."""
    ahead = frame.first(Tag.CHANGE, last + 1, last + 1 + MOVED)
    if ahead >= 0 and not _is_parted(
        frame, frame.plain[frame.mentions[last].end : frame.mentions[ahead].start].lower()
    ):
        behind = frame.plain[frame.mentions[ahead].end : frame.sentence.end]
        joined = frame.has_any(JOINING, ahead + 1, ahead + 2) and frame.close(ahead, ahead + 1)
        joined = joined or frame.after(at, Tag.COUNT_OTHER)  # "tiga lainnya naik tipis"
        if joined or behind[:1] in ENDING or not behind.strip():
            return MOVES.get(frame.mentions[ahead].tags[Tag.CHANGE], "")
    led = frame.plain[frame.sentence.start : frame.mentions[at].start].lower().split()[-LED:]
    if frame.before(at, Tag.COUNT_EXISTS):
        return _picked(frame, at, last)
    if not led or led[-1] not in frame.words.venue:
        return _standing(frame, last)
    words = frame.having(Tag.CHANGE, max(0, at - LED), at)
    if words:
        return MOVES.get(frame.mentions[words[-1]].tags[Tag.CHANGE], "")
    return _judged(frame, led[0])


def _picked(frame: Frame, at: int, last: int) -> str:
    """ "Yang meningkat dibandingkan 2022 hanya tiga daerah": the way that those went of whom there are only so many."""
    ways = [place for place in frame.having(Tag.CHANGE, 0, at) if frame.mentions[place].tags[Tag.CHANGE] in MOVES]
    led = frame.plain[frame.sentence.start : frame.mentions[ways[0]].start].lower().split()[-1:] if ways else []
    if len(ways) != 1 or not led or led[0] not in frame.words.relative or frame.has(Tag.COMMA, ways[0], at):
        return _standing(frame, last)
    return MOVES[frame.mentions[ways[0]].tags[Tag.CHANGE]]


def _standing(frame: Frame, last: int) -> str:
    """ "14 provinsi yang membaik": whether those counted up to a place are said to stand better or worse, and no more
    of their clause follows."""
    words = frame.plain[frame.mentions[last].end : frame.sentence.end].lower().split()[:MOVED]
    ended = [word.rstrip(".,;") for word in words]
    at = next((at for at, word in enumerate(ended) if _judged(frame, word)), -1)
    parted = at < 0 or any(not word[-1:].isalpha() for word in words[:at])
    closed = at >= 0 and (words[at] != ended[at] or at + 1 == len(words) or words[at + 1] in frame.words.relative)
    return "" if parted or not closed else _judged(frame, ended[at])


def _judged(frame: Frame, word: str) -> str:
    return BETTER if word in frame.words.better else WORSE if word in frame.words.worse else ""


def _is_parted(frame: Frame, between: str) -> bool:
    """Whether a clause ends between those counted and the side, a figure stands there, or where they lie ("dua provinsi
    di pulau ini")."""
    between = _ASIDE.sub(" ", between)
    words = between.split()
    if words and words[0] in frame.words.pointing:  # "dua provinsi itu yang di atas nasional": those just named
        return True
    return not BREAKS.isdisjoint(between) or any(word in frame.words.venue or word[:1].isdigit() for word in words)


def _country(frame: Frame) -> Iterator[int]:
    yield from frame.having(Tag.RANK_NATIONAL)
    yield from (at for at, ids in frame.bearers if COUNTRY in ids)


@cache
def _words(language: Language) -> re.Pattern[str]:
    sides = (f"(?P<{name}>{alternation(some)})" for name, some in _sided(language.words.text))
    return compiled(rf"(?<!\w)(?:{'|'.join(sides)})(?!\w)")


def _sided(words: Text) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The words of each side."""
    return (ABOVE, words.higher), (BELOW, words.lower), (FROM, words.reached)


def _count(frame: Frame, side: Side, value: Claim, years: Sequence[str], setting: Setting) -> Claim | None:
    """The count of those on one side, in the year that explains it, else in that of its sentence or of the value told
    last; None where nothing is known of it, or it may be of a part of the country."""
    marks = [mark for mark in year_marks(frame) if not mark.led]
    if side.word in (BETTER, WORSE):
        best_is_most = setting.packs[value.pack].rank_order != "ascending"
        side = side._replace(word=RISEN if (side.word == BETTER) == best_is_most else FALLEN)
    told = [*(mark.year for mark in marks), value.period, *years]
    scope, known = _of_scope(frame, side, value, told, setting)
    right = next((period for period, number in known.items() if number == side.number.value), "")
    if not known or (not right and (_is_placed(frame, side) or not _is_certain(frame, side, value))):
        return None
    period = right or next(iter(known))
    span = next((mark.span for mark in marks if mark.year == year_of(period)), None)
    how = () if span else (How.YEAR_EXPLAINED if right else How.YEAR_OF_ARTICLE,)
    return Claim(
        "", "count", value.pack, "count", *side.number.figure, side.number.value, scope, year_of(period), side.group,
        scope, condition=_condition(side, value), low=side.number.value, high=side.number.value,
        period_span=span, period_origin=span, how=(How.SUBJECT_EXPLAINED, *how), strength=Strength.CARRIED,
        voice=frame.sentence.voice, sentence=frame.sentence.place, part=part_of(period),
    )  # fmt: skip


def _is_certain(frame: Frame, side: Side, value: Claim) -> bool:
    """Whether a bound has a unit of its own, or its sentence names the measure, or tells what is counted behind it:
    "lebih dari 1.000 kasus"."""
    if side.bound is None or side.bound.unit:
        return True
    at = frame.ending(side.bound.figure.end, FIGURES)
    return frame.has(f"{CUE_OF}{value.measure}") or (at >= 0 and frame.has(f"{IN_OF}{value.measure}", at + 1, at + 2))


def _is_placed(frame: Frame, side: Side) -> bool:
    """ "Di Sulawesi, lima provinsi melampaui angka nasional": whether a sentence begins with where it counts."""
    first = frame.plain[frame.sentence.start : side.number.start].lower().split()[:1]
    return bool(first) and first[0] in frame.words.venue


def _condition(side: Side, value: Claim) -> str:
    return f"{value.measure}:{side.word}" if side.bound is None else f"{value.measure}:{side.word} {side.bound.value}"


def _of_scope(
    frame: Frame, side: Side, value: Claim, years: Sequence[str], setting: Setting
) -> tuple[str, Mapping[str, Value]]:
    """The region whose members are counted, and how many there are on the side: the country, of whose regions all are;
    or, of the second level, the country where the sentence says so, else the province named in it, or that of the
    value told last."""
    reference = setting.reference
    unit = setting.packs[value.pack].measures[value.measure].unit
    if side.bound is not None and side.bound.unit not in ("", unit):
        return COUNTRY, {}
    if reference.all_on(side.group, FIRST):
        held = dict.fromkeys(fact.period for fact in reference.facts(value.measure, COUNTRY, "", value.pack))
        periods = [period for year in dict.fromkeys(years) for period in held if year_of(period) == year]
        return COUNTRY, _known(side, value, COUNTRY, periods, setting)
    if not reference.all_on(side.group, FIRST, SECOND):
        return COUNTRY, {}
    named = [name for _, ids in frame.bearers for name in ids]
    scopes = dict.fromkeys(_province(name, setting) for name in (*named, value.subject))
    for scope in (COUNTRY,) if _is_of_country(frame, side, setting) else scopes:
        known = _known(side, value, scope, list(dict.fromkeys(years)), setting) if scope else {}
        if known:
            return scope, known
    return COUNTRY, {}


def _is_of_country(frame: Frame, side: Side, setting: Setting) -> bool:
    """ "310 dari 416 kabupaten naik", "sebelas kabupaten di Indonesia": whether those counted are of all that the
    country has, as is said right behind them, or their number in a sentence without another region."""
    at = frame.ending(side.number.figure.end, FIGURES)
    if at >= 0 and frame.after(at, Tag.GROUP) and frame.after(at + 1, Tag.RANK_NATIONAL) and frame.close(at, at + 2, 1):
        return True
    if any(COUNTRY not in ids for _, ids in frame.bearers):
        return False
    size = len(setting.reference.members(side.group, COUNTRY))
    among = (whole(frame, at) for at in frame.having(FIGURES) if frame.before(at, Tag.RANK_AMONG))
    return any(number is not None and number.value == size for number in among)


def _province(name: str, setting: Setting) -> str:
    """A region of the first level, or the one that another lies in; empty where there is none."""
    if setting.reference.level_of(name) == FIRST:
        return name
    record = setting.reference.entities.get(name)
    return record.parent if record is not None and setting.reference.level_of(record.parent) == FIRST else ""


def _known(side: Side, value: Claim, scope: str, periods: Sequence[str], setting: Setting) -> Mapping[str, Value]:
    """How many of a region are on a side in each period of which the pack holds all."""
    reference, condition = setting.reference, _condition(side, value)
    found: dict[str, Value] = {}
    for period in periods:
        facts = (
            computed_count(reference, condition, one, scope, period, value.pack)
            for one in groups_of(reference, side.group)
        )
        found |= {fact.period: fact.value for fact in list(filter(None, facts))[:1]}
    return found
