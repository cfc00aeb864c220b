"""The highest or lowest of whom a name beside the word is, as the tables, the published ranks or the figures of the
draft bear out: "PALI terendah", "iuran tertinggi 2023 masih dipegang DKI Jakarta", "Sultra kini yang paling rendah"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain

from factcheck.model import Claim, Fact, How, Span, Strength, number_of
from factcheck.reading.evidence.explained.slots import is_value, main_year
from factcheck.reading.scan.frame import ENDS, PLACE, SUBJECT, Frame, places_with
from factcheck.reading.scan.mentions import Mention, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.extremes import of_change, tells_end
from factcheck.reading.values.mood import irrealis
from factcheck.reference.ask.computed import computed_ranks, members_facts
from factcheck.reference.packs.info import PackInfo
from factcheck.typed import NamedTuple

LISTED = ("row", "header")
LEADS = "\"“”'‘"
"""Marks in front of the word that leads a sentence."""
NAMED = 14
"""So many mentions at most stand between a word for the highest and whom it is borne out of."""
RISE = "increase"
"""The kind of measures and claims of how much something rose: the highest of rises is one of theirs alone."""
LEAST = 3
"""Of fewer than so many nobody is the highest by more than chance."""
HIGHEST, LOWEST = "highest", "lowest"
ASCENDING = "ascending"

Values = Mapping[tuple[str, str, str], Mapping[str, Decimal]]
"""The figures of the draft: pack, measure and period -> subject -> value."""


class _Told(NamedTuple):
    """What the draft tells: its claims by sentence, its figures, and the year that it is about."""

    claims: Mapping[int, Sequence[Claim]]
    values: Values
    main: str


class _Word(NamedTuple):
    """A word for an end, whether it is one of rises, and the measure that it is of alone."""

    end: str
    rises: bool
    of: str


class _Borne(NamedTuple):
    """The pack and measure in which a word is borne out, and the end of it."""

    pack: str
    measure: str
    end: str


class _Who(NamedTuple):
    """Of whom a word for the highest may be said, and where the name stands in its sentence, if it does."""

    entity: str
    span: Span | None


class _End(NamedTuple):
    """Of whom and when a word for the highest is true, and in what."""

    who: _Who
    period: str
    borne: _Borne


def explained_extremes(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> list[Claim]:
    """The claims, and those of words for the highest and lowest that are borne out of a name beside them, in the year
    of its figures there, the one written there, or that of most."""
    read = {claim.end: claim for claim in claims if claim.kind == "extreme"}
    settled = {claim.end for claim in claims}
    told, found = _what_is_told(claims, setting), {}
    for frame, at in (*places_with(frames, Tag.EXTREME), *places_with(frames, Tag.END_OF)):
        mention = frame.mentions[at]
        mine, word = read.get(mention.end), _word(frame, at)
        if (mine is None and mention.end in settled) or frame.sentence.kind in LISTED or irrealis(frame, at):
            continue
        if not tells_end(frame, at, mention) or (mine is not None and _is_borne(mine, word, frame, told, setting)):
            continue
        end = _end(frames, frame, at, word, told, setting)
        if end is None or (mine is not None and not _is_better(end, mine, setting)):
            continue
        if not _is_ranked(end, told.claims.get(frame.sentence.place, ())):
            found[mention.end] = _made(frame, mention, end)
    kept = (one for one in claims if one.kind != "extreme" or one.end not in found)
    return [*kept, *found.values()]


def _is_borne(claim: Claim, word: _Word, frame: Frame, told: _Told, setting: Setting) -> bool:
    """Whether an extreme that is read holds of whom its sentence names, in the year of his figures there."""
    if any(part.is_subject for part in claim.how) or not claim.period:
        return False
    own = _own_periods(frame, claim.subject, told)
    if own and claim.period != own[0] and any(part.is_year for part in claim.how):
        return False
    return _borne_out(claim.subject, claim.period, word, told, setting) is not None


def _is_better(end: _End, read: Claim, setting: Setting) -> bool:
    """Whether a word that is read of somebody whom nothing bears out is rather of whom it is borne out of: where only a
    sentence before told of whom or when, where who is read is the region among whom, or stands farther away."""
    if end.who.entity == read.subject:
        return any(part.is_year for part in read.how) and end.period != read.period
    own, other = read.subject_span, end.who.span
    if own is None or any(part.is_subject for part in read.how):
        return True
    within = setting.reference.entities.get(end.who.entity)
    if within is not None and within.parent == read.subject:
        return True
    return other is not None and _apart(other, read) < _apart(own, read)


def _apart(name: Span, word: Claim) -> int:
    return max(word.start - name.end, name.start - word.end)


def _is_ranked(end: _End, here: Sequence[Claim]) -> bool:
    """ "Posisi puncak direbut Ngawi (85,36; peringkat I)": whether a rank beside the word tells the same."""
    return any(one.kind == "rank" and (one.subject, one.period) == (end.who.entity, end.period) for one in here)


def _word(frame: Frame, at: int) -> _Word:
    tags = frame.mentions[at].tags
    of, _, end = tags.get(Tag.END_OF, "").partition(":")
    return _Word(end or tags[Tag.EXTREME], of_change(frame, at), of)


def _end(frames: Sequence[Frame], frame: Frame, at: int, word: _Word, told: _Told, setting: Setting) -> _End | None:
    """Whom the word at a place is true of: the nearest of those beside it."""
    for who in _beside(frames, frame, at, told):
        for period in _periods(frame, who.entity, told):
            borne = _borne_out(who.entity, period, word, told, setting)
            if borne is not None:
                return _End(who, period, borne)
    return None


def _beside(frames: Sequence[Frame], frame: Frame, at: int, told: _Told) -> Iterator[_Who]:
    """Of whom the word at a place may be said: those named beside it, whose the figures in front of it in its sentence
    are, and, where its sentence names nobody, the one named last in front of it or first behind."""
    names = _names_beside(frame, at)
    for place in names:
        mention = frame.mentions[place]
        yield from (_Who(entity, Span(mention.start, mention.end)) for entity in mention.ids)
    place, start = frame.sentence.place, frame.mentions[at].start
    here = [one.subject for one in told.claims.get(place, ()) if one.start < start and one.subject_span is None]
    yield from (_Who(entity, None) for entity in dict.fromkeys(reversed(here)))
    if not here and not names and Tag.EXTREME in frame.mentions[at].tags and frame.sentence.kind == "paragraph":
        asks = frame.plain[start : frame.sentence.end].rstrip("* ").endswith("?")
        before = () if asks or not _is_one(frame, at) else _named(frames, place - 1)[-1:]
        behind = _named(frames, place + 1)[:1] if asks or _is_one(frame, at) else ()
        yield from (_Who(entity, None) for entity in (*before, *behind))


def _is_one(frame: Frame, at: int) -> bool:
    """ "Yang terendah pun hijau": whether a word is said of one."""
    lead = frame.plain[frame.sentence.start : frame.mentions[at].start].lower().split()[-1:]
    return bool(lead) and lead[0].strip(LEADS) in frame.words.relative


def _named(frames: Sequence[Frame], place: int) -> Sequence[str]:
    """Whom a sentence names, in order."""
    return [ids[0] for _, ids in frames[place].bearers] if 0 <= place < len(frames) else ()


def _names_beside(frame: Frame, at: int) -> Sequence[int]:
    """The next names in front of a place and behind it, the nearer first, with no end of a clause between."""
    roles = (SUBJECT, PLACE)
    names = [one for one, role in enumerate(frame.roles) if role in roles and abs(one - at) <= NAMED]
    front = [one for one in names if one < at and not frame.has_any(ENDS, one, at)][-1:]
    behind = [one for one in names if one > at and not frame.has_any(ENDS, at, one)]
    among = [one for one in behind[:1] if frame.roles[one] == PLACE and frame.close(at, one, 1)]  # "terluas di Kalteng"
    beside = [*front, *(behind[1:2] if among else behind[:2])]
    return [*sorted(beside, key=lambda one: _letters(frame, one, at)), *among]


def _letters(frame: Frame, one: int, other: int) -> int:
    first, last = sorted((one, other))
    return frame.mentions[last].start - frame.mentions[first].end


def _periods(frame: Frame, entity: str, told: _Told) -> Iterator[str]:
    """The years in which somebody may be meant: of his figures beside, those written there, his last before."""
    written = [frame.mentions[one].tags[Tag.YEAR_DIGITS] for one in frame.having(Tag.YEAR_DIGITS)]
    before = [one.period for one in told.claims.get(frame.sentence.place - 1, ()) if one.subject == entity]
    own = _own_periods(frame, entity, told)
    yield from dict.fromkeys(own or written or [*before[-1:], told.main])


def _own_periods(frame: Frame, entity: str, told: _Told) -> Sequence[str]:
    """The years of somebody's figures in a sentence; where they tell of a change, the later first."""
    own = [one.period for one in told.claims.get(frame.sentence.place, ()) if one.subject == entity]
    return sorted(set(own), reverse=True) if frame.has(Tag.CHANGE) else own


def _made(frame: Frame, mention: Mention, told: _End) -> Claim:
    sentence = frame.sentence
    return Claim(
        "", "extreme", told.borne.pack, told.borne.measure, mention.start, mention.end, told.borne.end,
        subject=told.who.entity, period=told.period, subject_span=told.who.span, how=(How.YEAR_EXPLAINED,),
        strength=Strength.CARRIED, voice=sentence.voice, sentence=sentence.place,
    )  # fmt: skip


def _what_is_told(claims: Sequence[Claim], setting: Setting) -> _Told:
    """The figures that a draft tells, as its claims are read."""
    told: dict[int, list[Claim]] = defaultdict(list)
    values: dict[tuple[str, str, str], dict[str, Decimal]] = defaultdict(dict)
    for claim in claims:
        if not claim.period or not claim.subject or claim.kind == "extreme":
            continue
        told[claim.sentence].append(claim)
        if isinstance(claim.value, Decimal) and (claim.kind == RISE or is_value(claim, setting)):
            values[claim.pack, claim.measure, claim.period].setdefault(claim.subject, number_of(claim))
    return _Told(told, values, main_year(claims))


def _borne_out(entity: str, period: str, word: _Word, told: _Told, setting: Setting) -> _Borne | None:
    """In what somebody is the highest, or the lowest, of a group of some size."""
    found = chain(_by_tables(entity, period, word, setting), _beyond_all(entity, period, word, told, setting))
    return next((one for one in found if one.end == word.end), None)


def _by_tables(entity: str, period: str, word: _Word, setting: Setting) -> Iterator[_Borne]:
    """The ends at which somebody is by what the reference has of all."""
    for pack in setting.packs.values():
        for measure in pack.measures.values():
            place = f"{pack.name}/{measure.name}"
            if measure.type != "number" or word.of not in ("", place) or word.rises != (measure.kind == RISE):
                continue
            ranks = computed_ranks(setting.reference, measure.name, entity, period, pack.name)
            for rank in ranks:
                if (rank.of or 0) >= LEAST:
                    yield from (_Borne(pack.name, measure.name, end) for end in _ends_of(rank, measure.name, setting))
        if not word.rises and word.of in ("", f"{pack.name}/{pack.rank_measure}"):
            yield from _by_ranks(entity, period, pack, setting)


def _ends_of(rank: Fact, measure: str, setting: Setting) -> Iterator[str]:
    """The ends of its group at which a rank of a complete table is; one that several share is so of each."""
    ordered = members_facts(setting.reference, measure, rank.group, rank.scope, rank.period, rank.pack)
    own = next((number_of(one) for one in ordered if one.entity == rank.entity), None)
    numbers = [number_of(one) for one in ordered]
    if own == max(numbers):
        yield HIGHEST
    if own == min(numbers):
        yield LOWEST


def _by_ranks(entity: str, period: str, pack: PackInfo, setting: Setting) -> Iterator[_Borne]:
    """The ends at which somebody is by the ranks that were published of him."""
    for rank in setting.reference.ranks(entity, period, pack.name):
        ends = [end for end, value in ((HIGHEST, Decimal(1)), (LOWEST, rank.of)) if rank.value == value]
        ends = [HIGHEST, LOWEST] if ends and pack.rank_order == ASCENDING else ends
        yield from (_Borne(pack.name, pack.rank_measure, end) for end in ends)


def _beyond_all(entity: str, period: str, word: _Word, told: _Told, setting: Setting) -> Iterator[_Borne]:
    """The ends at which somebody is of all of their kind that the draft tells of."""
    for (pack, measure, year), values in told.values.items():
        rises = measure == RISE
        if year != period or entity not in values or word.of not in ("", f"{pack}/{measure}") or rises != word.rises:
            continue
        alike = [value for one, value in values.items() if _kind(one, setting) == _kind(entity, setting)]
        own = values[entity]
        if len(alike) >= LEAST and alike.count(own) == 1:
            if own == max(alike):
                yield _Borne(pack, measure, HIGHEST)
            elif own == min(alike):
                yield _Borne(pack, measure, LOWEST)


def _kind(entity: str, setting: Setting) -> str:
    record = setting.reference.entities.get(entity)
    return record.kind if record is not None else ""
