"""Words for the highest and lowest that only the reference tells of, of somebody named beside them: "PALI terendah",
"UMP tertinggi 2023 masih dipegang DKI Jakarta"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from factcheck.model import Claim, How, Span, Strength
from factcheck.reading.evidence.explained.slots import main_year
from factcheck.reading.scan.frame import ENDS, PLACE, SUBJECT, Frame, places_with
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.extremes import extreme_value
from factcheck.reading.values.mood import irrealis
from factcheck.reference.ask.computed import computed_ranks
from factcheck.typed import NamedTuple

REACH = 9
"""So many mentions at most stand between such a word and whom it is said of."""
LEAST = 3
"""Of fewer than so many nobody is the highest by more than chance."""
LISTED = ("row", "header")


class _End(NamedTuple):
    """Of whom a word for the highest is true: pack, measure, entity and period, and where the name stands."""

    pack: str
    measure: str
    entity: str
    period: str
    span: Span


def explained_extremes(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> list[Claim]:
    """The claims, and those of words for the highest and lowest that the reference bears out of a name beside them, in
    the year of its figures there, the one written there, or that of most."""
    taken = {claim.end for claim in claims}
    told: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.period and claim.subject:
            told[claim.sentence].append(claim)
    main = main_year(claims)
    found = []
    for frame, at in places_with(frames, Tag.EXTREME):
        mention = frame.mentions[at]
        if mention.end in taken or frame.sentence.kind in LISTED or irrealis(frame, at):
            continue
        value = extreme_value(frame, at, mention, setting)
        end = _end(frame, at, told, main, setting) if value is not None else None
        if value is not None and end is not None:
            found.append(_made(frame, value.start, value.end, str(value.value), end))
    return [*claims, *found]


def _end(frame: Frame, at: int, told: Mapping[int, Sequence[Claim]], main: str, setting: Setting) -> _End | None:
    """Whom the word at a place is true of: the nearest of those beside it."""
    word = frame.mentions[at].tags[Tag.EXTREME]
    for place in _beside(frame, at):
        mention = frame.mentions[place]
        for entity in mention.ids:
            for period in _periods(frame, entity, told, main):
                measured = _measure(entity, period, word, setting)
                if measured is not None:
                    return _End(*measured, entity, period, Span(mention.start, mention.end))
    return None


def _beside(frame: Frame, at: int) -> Sequence[int]:
    """The next names in front of a place and behind it, the nearer first, with no end of a clause between."""
    roles = (SUBJECT, PLACE)
    names = [one for one, role in enumerate(frame.roles) if role in roles and abs(one - at) <= REACH]
    front = [one for one in names if one < at and not frame.has_any(ENDS, one, at)][-1:]
    behind = [one for one in names if one > at and not frame.has_any(ENDS, at, one)][:1]
    return sorted([*front, *behind], key=lambda one: _letters(frame, one, at))


def _letters(frame: Frame, one: int, other: int) -> int:
    first, last = sorted((one, other))
    return frame.mentions[last].start - frame.mentions[first].end


def _periods(frame: Frame, entity: str, told: Mapping[int, Sequence[Claim]], main: str) -> Iterator[str]:
    here = told.get(frame.sentence.place, ())
    own = [claim.period for claim in here if claim.subject == entity]
    written = [frame.mentions[one].tags[Tag.YEAR_DIGITS] for one in frame.having(Tag.YEAR_DIGITS)]
    yield from dict.fromkeys([*own, *([] if own else written or [main])])


def _measure(entity: str, period: str, word: str, setting: Setting) -> tuple[str, str] | None:
    """The pack and measure in which somebody is the highest, or the lowest, of a group of some size."""
    for pack in setting.packs.values():
        for measure in pack.measures.values():
            if measure.type != "number":
                continue
            ranks = computed_ranks(setting.reference, measure.name, entity, period, pack.name)
            if any((one.of or 0) >= LEAST and one.value == (1 if word == "highest" else one.of) for one in ranks):
                return pack.name, measure.name
    return None


def _made(frame: Frame, start: int, end: int, value: str, told: _End) -> Claim:
    sentence = frame.sentence
    return Claim(
        "", "extreme", told.pack, told.measure, start, end, value, subject=told.entity, period=told.period,
        subject_span=told.span, how=(How.YEAR_EXPLAINED,), strength=Strength.CARRIED, voice=sentence.voice,
        sentence=sentence.place,
    )  # fmt: skip
