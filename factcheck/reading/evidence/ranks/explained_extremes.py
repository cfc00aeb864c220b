"""The highest or lowest of whom a name beside the word is, as the tables or the figures of the draft bear out: "PALI
terendah", "iuran tertinggi 2023 masih dipegang DKI Jakarta", "Sultra kini yang paling rendah di Sulawesi"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from factcheck.model import Claim, How, Span, Strength, number_of
from factcheck.reading.evidence.explained.slots import is_value, main_year
from factcheck.reading.scan.frame import ENDS, PLACE, SUBJECT, Frame, places_with
from factcheck.reading.scan.mentions import Mention, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.extremes import of_change, tells_end
from factcheck.reading.values.mood import irrealis
from factcheck.reference.ask.computed import computed_ranks
from factcheck.typed import NamedTuple

LISTED = ("row", "header")
RISE = "increase"
"""The kind of measures and claims of how much something rose: the highest of rises is one of theirs alone."""
NAMED = 9
"""So many mentions at most stand between a word for the highest and whom it is borne out of."""
LEAST = 3
"""Of fewer than so many nobody is the highest by more than chance."""

Values = Mapping[tuple[str, str, str], Mapping[str, Decimal]]
"""The figures of the draft: pack, measure and period -> subject -> value."""


class _End(NamedTuple):
    """Of whom a word for the highest is true: pack, measure, entity and period, and where the name stands."""

    pack: str
    measure: str
    entity: str
    period: str
    span: Span


class _Told(NamedTuple):
    """What the draft tells: its claims by sentence, its figures, and the year that it is about."""

    claims: Mapping[int, Sequence[Claim]]
    values: Values
    main: str


class _Word(NamedTuple):
    """A word for an end (`highest`, `lowest`), whether it is one of rises, and the measure that it is of alone."""

    end: str
    rises: bool
    of: str


def explained_extremes(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> list[Claim]:
    """The claims, and those of words for the highest and lowest that are borne out of a name beside them, in the year
    of its figures there, the one written there, or that of most."""
    settled = {claim.end for claim in claims if not _is_carried(claim)}
    carried = {claim.end: claim for claim in claims if _is_carried(claim)}
    told, found = _told(claims, setting), []
    for frame, at in (*places_with(frames, Tag.EXTREME), *places_with(frames, Tag.END_OF)):
        mention = frame.mentions[at]
        if mention.end in settled or frame.sentence.kind in LISTED or irrealis(frame, at):
            continue
        word = _word(frame, at)
        end = _end(frame, at, word, told, setting) if tells_end(frame, at, mention) else None
        mine = carried.get(mention.end)
        if end is None or (mine is not None and mine.subject == end.entity):
            continue
        if not _is_ranked(end, told.claims.get(frame.sentence.place, ())):
            found.append(_made(frame, mention, word.end, end))
            carried.pop(mention.end, None)
    return [*(one for one in claims if one.end in settled or one.end in carried), *found]


def _is_carried(claim: Claim) -> bool:
    """Whether an extreme is of somebody whom its sentence does not name."""
    return claim.kind == "extreme" and any(part.is_subject for part in claim.how)


def _is_ranked(end: _End, here: Sequence[Claim]) -> bool:
    """ "Posisi puncak direbut Ngawi (85,36; peringkat I)": whether a rank beside the word tells the same."""
    return any(one.kind == "rank" and (one.subject, one.period) == (end.entity, end.period) for one in here)


def _word(frame: Frame, at: int) -> _Word:
    tags = frame.mentions[at].tags
    of, _, end = tags.get(Tag.END_OF, "").partition(":")
    return _Word(end or tags[Tag.EXTREME], of_change(frame, at), of)


def _told(claims: Sequence[Claim], setting: Setting) -> _Told:
    told: dict[int, list[Claim]] = defaultdict(list)
    values: dict[tuple[str, str, str], dict[str, Decimal]] = defaultdict(dict)
    for claim in claims:
        if not claim.period or not claim.subject:
            continue
        told[claim.sentence].append(claim)
        if isinstance(claim.value, Decimal) and (claim.kind == RISE or is_value(claim, setting)):
            values[claim.pack, claim.measure, claim.period].setdefault(claim.subject, number_of(claim))
    return _Told(told, values, main_year(claims))


def _end(frame: Frame, at: int, word: _Word, told: _Told, setting: Setting) -> _End | None:
    """Whom the word at a place is true of: the nearest of those beside it."""
    for place in _names_beside(frame, at):
        mention = frame.mentions[place]
        for entity in mention.ids:
            for period in _periods(frame, entity, told):
                measured = _measure(entity, period, word, told, setting)
                if measured is not None:
                    return _End(*measured, entity, period, Span(mention.start, mention.end))
    return None


def _names_beside(frame: Frame, at: int) -> Sequence[int]:
    """The next names in front of a place and behind it, the nearer first, with no end of a clause between."""
    roles = (SUBJECT, PLACE)
    names = [one for one, role in enumerate(frame.roles) if role in roles and abs(one - at) <= NAMED]
    front = [one for one in names if one < at and not frame.has_any(ENDS, one, at)][-1:]
    behind = [one for one in names if one > at and not frame.has_any(ENDS, at, one)]
    among = [one for one in behind[:1] if frame.roles[one] == PLACE and frame.close(at, one, 1)]  # "terluas di Kalteng"
    beside = [*front, *(behind[1:2] if among else behind[:1])]
    return [*sorted(beside, key=lambda one: _letters(frame, one, at)), *among]


def _letters(frame: Frame, one: int, other: int) -> int:
    first, last = sorted((one, other))
    return frame.mentions[last].start - frame.mentions[first].end


def _periods(frame: Frame, entity: str, told: _Told) -> Iterator[str]:
    here = told.claims.get(frame.sentence.place, ())
    own = [claim.period for claim in here if claim.subject == entity]
    written = [frame.mentions[one].tags[Tag.YEAR_DIGITS] for one in frame.having(Tag.YEAR_DIGITS)]
    yield from dict.fromkeys([*own, *([] if own else written or [told.main])])


def _measure(entity: str, period: str, word: _Word, told: _Told, setting: Setting) -> tuple[str, str] | None:
    """The pack and measure in which somebody is the highest, or the lowest, of a group of some size."""
    for pack in setting.packs.values():
        for measure in pack.measures.values():
            place = f"{pack.name}/{measure.name}"
            if measure.type != "number" or word.of not in ("", place) or word.rises != (measure.kind == RISE):
                continue
            ranks = computed_ranks(setting.reference, measure.name, entity, period, pack.name)
            if any((one.of or 0) >= LEAST and one.value == (1 if word.end == "highest" else one.of) for one in ranks):
                return pack.name, measure.name
    return _beyond_all(entity, period, word, told, setting)


def _beyond_all(entity: str, period: str, word: _Word, told: _Told, setting: Setting) -> tuple[str, str] | None:
    """The pack and measure in which somebody is the highest of all of their kind that the draft tells of."""
    for (pack, measure, year), values in told.values.items():
        rises = measure == RISE
        if year != period or entity not in values or word.of not in ("", f"{pack}/{measure}") or rises != word.rises:
            continue
        alike = [value for one, value in values.items() if _kind(one, setting) == _kind(entity, setting)]
        end = max(alike) if word.end == "highest" else min(alike)
        if len(alike) >= LEAST and values[entity] == end and alike.count(end) == 1:
            return pack, measure
    return None


def _kind(entity: str, setting: Setting) -> str:
    record = setting.reference.entities.get(entity)
    return record.kind if record is not None else ""


def _made(frame: Frame, mention: Mention, value: str, told: _End) -> Claim:
    sentence = frame.sentence
    return Claim(
        "", "extreme", told.pack, told.measure, mention.start, mention.end, value, subject=told.entity,
        period=told.period, subject_span=told.span, how=(How.YEAR_EXPLAINED,), strength=Strength.CARRIED,
        voice=sentence.voice, sentence=sentence.place,
    )  # fmt: skip
