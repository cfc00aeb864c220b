"""Counts of those on one side of the figure of the whole country, or of a bound: "Sembilan provinsi berada di atas
angka nasional, 29 lainnya di bawah", "22 dari 38 provinsi sudah melampaui rata-rata Indonesia", "tiga provinsi di bawah
14 persen"; and of those that rose or fell: "turun di 28 provinsi dan naik di enam".

No word of a scale says what is counted; the measure is the one told of last, whose table has all of the group and
the country.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.language.fold import alternation, fold, holds
from factcheck.language.language import Language
from factcheck.language.tables import Text
from factcheck.language.written import Number
from factcheck.model import COUNTRY, Claim, How, Strength, Value, part_of, year_of
from factcheck.reading.evidence.counts.explained_counts import group_before, whole
from factcheck.reading.evidence.explained.printed import digits
from factcheck.reading.evidence.explained.slots import is_value
from factcheck.reading.period.year_marks import year_marks
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reference.ask.computed import ABOVE, BELOW, FALLEN, FROM, RISEN, computed_count
from factcheck.reference.packs.info import FIRST
from factcheck.typed import NamedTuple

REACH = 60
"""Letters between those who are counted and the word for the country."""
NEAR = 25
"""Letters between the word for a side and that for the country: "melampaui rata-rata nasional"."""
AMONG = 3
"""Mentions from the number of a part to the group of its whole: "22 dari 38 provinsi"."""
UNTOLD = (Tag.MOOD_IRREALIS, Tag.MOOD_NEGATION, Tag.MOOD_PLANNED)
"""With one of these in front nothing is said of how many there are: "Targetnya, hanya 12 provinsi yang di atas"."""
ROUND = 2
"""A bound of more digits is somebody's figure: "satu provinsi di bawah Rp11,621 juta itu"."""
BREAKS = frozenset(".;:,()")
ENDING = (".", ",", ";", "")
JOINING = (Tag.BIND_AND, Tag.YEAR, Tag.YEAR_DIGITS, Tag.BIND_COMPARE)
"""What may stand behind a word for a change that says no more than that."""
MOVES = {"up": RISEN, "down": FALLEN}
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


def counted_sides(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting, main: str) -> list[Claim]:
    """The claims but for bounds, and the counts of those on a side of the country or of a bound; `main` is the year
    that the article is about."""
    told = (claim for claim in claims if claim.period and is_value(claim, setting))
    values = {claim.sentence: claim for claim in sorted(told, key=lambda one: one.period)}
    if not values:
        return list(claims)
    sided = holds(fold(frames[0].plain), [word for _, words in _sided(frames[0].words) for word in words])
    if not sided and not any(frame.has(Tag.CHANGE) and frame.has(Tag.GROUP) for frame in frames):
        return list(claims)
    made: dict[int, Claim] = {}
    bounds: set[int] = set()
    last, group = values[min(values)], ""
    for frame in frames:
        last = values.get(frame.sentence.place, last)
        sides = list(_sides(frame, group)) if frame.has(FIGURES) else []
        group = sides[-1].group if sides else ""
        for side in sides:
            claim = _count(frame, side, last, [main], setting)
            if claim is not None:
                made[claim.start] = claim
                bounds |= {side.bound.figure.start} if side.bound is not None else set()
    kept = (claim for claim in claims if claim.start not in made and claim.start not in bounds)
    return [*kept, *made.values()]


def _sides(frame: Frame, group: str) -> Iterator[Side]:
    """The numbers of a sentence that count those on one side; `group` is that of the sentence before, empty where that
    has none on a side."""
    here = False
    for at in frame.having(FIGURES):
        number = whole(frame, at)
        if number is None or frame.before(at, Tag.RANK_AMONG) or (not here and frame.has_any(UNTOLD, 0, at)):
            continue
        last = _last_counted(frame, at)
        own = frame.mentions[last].tags[Tag.GROUP] if last >= 0 else ""
        word, bound = _side(frame, max(last, at), told=bool(group))
        word = word or _way(frame, at, max(last, at))
        if word and (own or group or group_before(frame, at)):
            here, group = True, own or group or group_before(frame, at)
            yield Side(number, group, word, bound)


def _last_counted(frame: Frame, at: int) -> int:
    """The place of the group behind a number, be it that of the whole: "22 dari 38 provinsi"; -1 where none is."""
    if frame.after(at, Tag.GROUP):
        return at + 1
    among = frame.after(at, Tag.RANK_AMONG) and frame.has(FIGURES, at + 2, at + AMONG)
    return at + AMONG if among and frame.has(Tag.GROUP, at + AMONG, at + AMONG + 1) else -1


def _side(frame: Frame, last: int, *, told: bool) -> tuple[str, Number | None]:
    """On which side those are who are counted up to a place, and of what bound, none for the country; where the side
    was `told` of others the country need not be named: "29 lainnya di bawah". Empty where no side is told."""
    start = frame.mentions[last].end
    behind = frame.plain[start : min(frame.sentence.end, start + REACH)].lower()
    found = _words(frame.language).search(behind)
    if found is None or _is_parted(frame, behind[: found.start()]):
        return "", None
    word, end = str(found.lastgroup), start + found.end()
    if any(end <= frame.mentions[at].start <= end + NEAR for at in _country(frame)):
        return (ABOVE if word == FROM else word), None
    figure = next(iter(frame.having(FIGURES, last + 1)), -1)
    bound = frame.mentions[figure].number if figure >= 0 else None
    if bound is not None and bound.form == "digits" and 0 <= bound.start - end <= NEAR and digits(bound) <= ROUND:
        return word, bound
    ends = not behind[found.end() :].strip(' )"”').strip()[:1].isalnum()
    return (word if told and ends and word != FROM else ""), None


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
        if joined or behind[:1] in ENDING or not behind.strip():
            return MOVES.get(frame.mentions[ahead].tags[Tag.CHANGE], "")
    led = frame.plain[: frame.mentions[at].start].lower().split()[-1:]
    words = frame.having(Tag.CHANGE, max(0, at - LED), at) if led and led[0] in frame.words.venue else ()
    return MOVES.get(frame.mentions[words[-1]].tags[Tag.CHANGE], "") if words else ""


def _is_parted(frame: Frame, between: str) -> bool:
    """Whether a clause ends between those counted and the side, a figure stands there, or where they lie ("dua provinsi
    di pulau ini")."""
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
    known = _known(side, value, [*(mark.year for mark in marks), value.period, *years], setting)
    right = next((period for period, number in known.items() if number == side.number.value), "")
    if not known or (not right and (_is_placed(frame, side) or (side.bound is not None and not side.bound.unit))):
        return None
    period = right or next(iter(known))
    span = next((mark.span for mark in marks if mark.year == year_of(period)), None)
    how = () if span else (How.YEAR_EXPLAINED if right else How.YEAR_OF_ARTICLE,)
    return Claim(
        "", "count", value.pack, "count", *side.number.figure, side.number.value, COUNTRY, year_of(period), side.group,
        COUNTRY, condition=_condition(side, value), low=side.number.value, high=side.number.value,
        period_span=span, period_origin=span, how=(How.SUBJECT_EXPLAINED, *how), strength=Strength.CARRIED,
        voice=frame.sentence.voice, sentence=frame.sentence.place, part=part_of(period),
    )  # fmt: skip


def _is_placed(frame: Frame, side: Side) -> bool:
    """ "Di Sulawesi, lima provinsi melampaui angka nasional": whether a sentence begins with where it counts."""
    first = frame.plain[frame.sentence.start : side.number.start].lower().split()[:1]
    return bool(first) and first[0] in frame.words.venue


def _condition(side: Side, value: Claim) -> str:
    return f"{value.measure}:{side.word}" if side.bound is None else f"{value.measure}:{side.word} {side.bound.value}"


def _known(side: Side, value: Claim, years: Sequence[str], setting: Setting) -> Mapping[str, Value]:
    """How many are on a side in each of the years, and in each part of one of which the pack holds all."""
    reference = setting.reference
    unit = setting.packs[value.pack].measures[value.measure].unit
    if not reference.all_on(side.group, FIRST) or (side.bound is not None and side.bound.unit not in ("", unit)):
        return {}
    held = dict.fromkeys(fact.period for fact in reference.facts(value.measure, COUNTRY, "", value.pack))
    periods = [period for year in dict.fromkeys(years) for period in held if year_of(period) == year]
    facts = (
        computed_count(reference, _condition(side, value), side.group, COUNTRY, period, value.pack)
        for period in periods
    )
    return {fact.period: fact.value for fact in facts if fact is not None}
