"""Counts of those on one side of the figure of the whole country: "Sembilan provinsi berada di atas angka nasional, 29
lainnya di bawah", "22 dari 38 provinsi sudah melampaui rata-rata Indonesia".

No word of a scale says what is counted; the measure is the one told of last, whose table has all of the group and
the country.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.language.fold import alternation
from factcheck.language.language import Language
from factcheck.language.written import Number
from factcheck.model import COUNTRY, Claim, How, Strength, Value, part_of, year_of
from factcheck.reading.evidence.counts.explained_counts import whole
from factcheck.reading.evidence.explained.slots import is_value
from factcheck.reading.period.year_marks import year_marks
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reference.ask.computed import ABOVE, BELOW, computed_count
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
BREAKS = frozenset(".;:,()")


class Side(NamedTuple):
    """A number that counts those on one side of the country: where it stands, of which group, which side."""

    number: Number
    group: str
    word: str


def sides_of_country(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting, main: str) -> list[Claim]:
    """The claims, and the counts of those above and below the figure of the country; `main` is the article's year."""
    values = {claim.sentence: claim for claim in claims if claim.period and is_value(claim, setting)}
    if not values:
        return list(claims)
    made: dict[int, Claim] = {}
    last, group = values[min(values)], ""
    for frame in frames:
        last = values.get(frame.sentence.place, last)
        sides = list(_sides(frame, group)) if frame.has(FIGURES) else []
        group = sides[-1].group if sides else ""
        for side in sides:
            claim = _count(frame, side, last, [main], setting)
            if claim is not None:
                made[claim.start] = claim
    return [*(claim for claim in claims if claim.start not in made), *made.values()]


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
        side = _side(frame, max(last, at), told=bool(group))
        if side and (own or group or _group_before(frame, at)):
            here, group = True, own or group or _group_before(frame, at)
            yield Side(number, group, side)


def _last_counted(frame: Frame, at: int) -> int:
    """The place of the group behind a number, be it that of the whole: "22 dari 38 provinsi"; -1 where none is."""
    if frame.after(at, Tag.GROUP):
        return at + 1
    among = frame.after(at, Tag.RANK_AMONG) and frame.has(FIGURES, at + 2, at + AMONG)
    return at + AMONG if among and frame.has(Tag.GROUP, at + AMONG, at + AMONG + 1) else -1


def _group_before(frame: Frame, at: int) -> str:
    places = frame.having(Tag.GROUP, 0, at)
    return frame.mentions[places[-1]].tags[Tag.GROUP] if places else ""


def _side(frame: Frame, last: int, *, told: bool) -> str:
    """On which side of the country those are who are counted up to a place; where the side was `told` of others the
    country need not be named: "29 lainnya di bawah"."""
    start = frame.mentions[last].end
    behind = frame.plain[start : min(frame.sentence.end, start + REACH)].lower()
    found = _words(frame.language).search(behind)
    if found is None or _is_parted(frame, behind[: found.start()]):
        return ""
    word = ABOVE if found["above"] else BELOW
    end = start + found.end()
    if any(end <= frame.mentions[at].start <= end + NEAR for at in _country(frame)):
        return word
    return word if told and not behind[found.end() :].strip(' )"”').strip()[:1].isalnum() else ""


def _is_parted(frame: Frame, between: str) -> bool:
    """Whether a clause ends between those counted and the side, a figure stands there, or where they lie ("dua provinsi
    di pulau ini")."""
    words = between.split()
    return not BREAKS.isdisjoint(between) or any(word in frame.words.venue or word[:1].isdigit() for word in words)


def _country(frame: Frame) -> Iterator[int]:
    yield from frame.having(Tag.RANK_NATIONAL)
    yield from (at for at, ids in frame.bearers if COUNTRY in ids)


@cache
def _words(language: Language) -> re.Pattern[str]:
    text = language.words.text
    return compiled(rf"(?<!\w)(?:(?P<above>{alternation(text.higher)})|(?P<below>{alternation(text.lower)}))(?!\w)")


def _count(frame: Frame, side: Side, value: Claim, years: Sequence[str], setting: Setting) -> Claim | None:
    """The count of those on one side, in the year that explains it, else in that of its sentence or of the value told
    last; None where nothing is known of it, or it may be of a part of the country."""
    marks = [mark for mark in year_marks(frame) if not mark.led]
    known = _known(side, value, [*(mark.year for mark in marks), value.period, *years], setting)
    right = next((period for period, number in known.items() if number == side.number.value), "")
    placed = frame.plain[frame.sentence.start : side.number.start].lower().split()[:1]
    if not known or (not right and placed and placed[0] in frame.words.venue):
        return None
    period = right or next(iter(known))
    span = next((mark.span for mark in marks if mark.year == year_of(period)), None)
    how = () if span else (How.YEAR_EXPLAINED if right else How.YEAR_OF_ARTICLE,)
    return Claim(
        "", "count", value.pack, "count", *side.number.figure, side.number.value, COUNTRY, year_of(period), side.group,
        COUNTRY, condition=f"{value.measure}:{side.word}", low=side.number.value, high=side.number.value,
        period_span=span, period_origin=span, how=(How.SUBJECT_EXPLAINED, *how), strength=Strength.CARRIED,
        voice=frame.sentence.voice, sentence=frame.sentence.place, part=part_of(period),
    )  # fmt: skip


def _known(side: Side, value: Claim, years: Sequence[str], setting: Setting) -> Mapping[str, Value]:
    """How many are on a side in each of the years, and in each part of one of which the pack holds all."""
    reference = setting.reference
    if not reference.all_on(side.group, FIRST):
        return {}
    held = dict.fromkeys(fact.period for fact in reference.facts(value.measure, COUNTRY, "", value.pack))
    periods = [period for year in dict.fromkeys(years) for period in held if year_of(period) == year]
    facts = (
        computed_count(reference, f"{value.measure}:{side.word}", side.group, COUNTRY, period, value.pack)
        for period in periods
    )
    return {fact.period: fact.value for fact in facts if fact is not None}
