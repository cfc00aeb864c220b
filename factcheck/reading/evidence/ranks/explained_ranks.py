"""Ranks that only the figure beside them tells of: "scored 96.47, good for fifth place", "nilainya 40,04. Peringkatnya
turun menjadi 33", and ordinals right behind a name beside another rank ("ranked 31st and Ternate 90th")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from factcheck.language.figures import Number
from factcheck.model import Claim, Fact, How, Span, Strength
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.scan.frame import FIGURES, SUBJECT, Frame, places_with
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reference.ask.computed import computed_ranks

BACK, CUED = 1, 4
"""So many sentences in front of a rank its owner's figures may stand in; so far in front of it its word."""
FEW = 10
"""A whole number from here on, behind a word for a rank, is a rank by no chance."""
CUES = (Tag.RANK_CUE, Tag.RANK_NUMBERED)
MARKS = ("", *",.;!?)")
ALONE = (Tag.RANK_NATIONAL, Tag.ENTITY_PLACES, Tag.YEAR, Tag.BIND_FRONT, Tag.BIND_AND)
"""What stands behind an ordinal that is somebody's place."""
SURE = How.SUBJECT_OF_FIGURE, How.YEAR_OF_FIGURE


def explained_ranks(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> list[Claim]:
    """The claims, and the ordinals and the numbers behind a word for a rank that nothing else tells of, or that are
    told of somebody or a year of another sentence and are no rank of that one, and that are the rank of whom a figure
    beside them, or a name in front of them, is of."""
    loose = {one.start: one for one in claims if one.kind == "rank" and _is_loose(one, setting)}
    taken = {claim.start for claim in claims}.difference(loose)
    told: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.period.isdigit() and claim.start not in loose and (claim.kind == "rank" or _is_score(claim)):
            told[claim.sentence].append(claim)
    found: list[Claim] = []
    for frame, at in places_with(frames, FIGURES):
        number = frame.mentions[at].number
        if number is not None and number.figure.start not in taken and _may_be_rank(frame, at, number):
            made, own = _explained(frame, at, number, told, setting), loose.get(number.figure.start)
            if made is not None and (own is None or _may_move(own, made)):
                found.append(made)
    moved = {claim.start for claim in found}
    return [*(one for one in claims if one.kind != "rank" or one.start not in moved), *found]


def _is_loose(claim: Claim, setting: Setting) -> bool:
    """Whether a rank whose sentence does not say whose it is, or of which year, is none of whom it is read of."""
    if not claim.how or not isinstance(claim.value, Decimal) or claim.condition or not claim.period.isdigit():
        return False
    known = [fact.value for fact in known_ranks(claim.subject, claim.period, claim.pack, setting)]
    return bool(known) and claim.value not in known


def _may_move(read: Claim, found: Claim) -> bool:
    """Whether a rank may be another's than it is read of: not where its sentence says whose it is."""
    return read.subject == found.subject or any(part.is_subject for part in read.how)


def _is_score(claim: Claim) -> bool:
    return kind_of(claim.kind) is VALUE and claim.low is not None and bool(claim.subject)


def _may_be_rank(frame: Frame, at: int, number: Number) -> bool:
    """Whether a number is an ordinal, or one of two digits and more behind a word for a rank, and no size of a
    group."""
    if number.unit or number.quantum != 1 or Tag.YEAR_DIGITS in frame.mentions[at].tags or number.value < 2:
        return False
    if frame.before(at, Tag.RANK_AMONG) or frame.after(at, Tag.GROUP):
        return False
    if number.form == "ordinal" or frame.before(at, Tag.RANK_NUMBERED):
        return True
    return number.value >= FEW and frame.has(Tag.RANK_CUE, 0, at)


def _explained(
    frame: Frame, at: int, number: Number, told: Mapping[int, Sequence[Claim]], setting: Setting
) -> Claim | None:
    """The number at a place as the rank that it is of somebody told of beside it; None where it is nobody's."""
    here = sorted(told.get(frame.sentence.place, ()), key=lambda claim: claim.start)
    name = frame.mentions[at - 1] if at and frame.roles[at - 1] == SUBJECT and frame.close(at - 1, at, 1) else None
    if name is not None and number.form == "ordinal":
        ranks = [claim for claim in here if claim.kind == "rank"]
        return _rank(number, ranks[-1], name.ids, Span(name.start, name.end), setting) if ranks else None
    start = number.figure.start
    front = [claim for claim in here if claim.start < start and not _named_between(frame, claim.end, start)]
    before = [] if here or frame.names_between(0, at) else list(told.get(frame.sentence.place - 1, ()))
    beside = max(front or before, key=lambda claim: claim.start, default=None)
    found = None if beside is None else _rank(number, beside, (beside.subject,), None, setting)
    return found or _of_named(frame, at, number, told, setting)


def _of_named(
    frame: Frame, at: int, number: Number, told: Mapping[int, Sequence[Claim]], setting: Setting
) -> Claim | None:
    """The number as the rank of the one named last in front of it, or of whom the sentence before is, in a year of his
    figures near by or one that its sentence writes."""
    place = frame.sentence.place
    near = [one for each in range(place - BACK, place + 2) for one in told.get(each, ())]
    if not near or not (frame.has_any(CUES, max(0, at - CUED), at) or _stands_alone(frame, at, number)):
        return None
    names = frame.subjects(0, at)[-1:]
    owners = frame.mentions[names[0]].ids if names else [one.subject for one in told.get(place - 1, ())][-1:]
    whose = Span(frame.mentions[names[0]].start, frame.mentions[names[0]].end) if names else None
    written = [frame.mentions[one].tags[Tag.YEAR_DIGITS] for one in frame.having(Tag.YEAR_DIGITS)]
    for owner in owners:
        own = [one for one in near if one.subject == owner]
        last = max(own or near, key=lambda one: (one.kind != "rank", one.start < number.figure.start, one.start))
        for period in dict.fromkeys([*written, last.period]):
            like = last._replace(period=period, subject_span=None)
            if found := _rank(number, like, (owner,), whose, setting):
                return found
    return None


def _stands_alone(frame: Frame, at: int, number: Number) -> bool:
    """ "it had been second in 2022", "kini kedua, di belakang Kaur": whether an ordinal orders no word behind it."""
    if number.form != "ordinal":
        return False
    behind = frame.plain[frame.mentions[at].end : frame.sentence.end].lstrip(" ")
    return behind[:1] in MARKS or any(frame.after(at, tag) for tag in ALONE)


def _named_between(frame: Frame, start: int, end: int) -> bool:
    return any(start <= frame.mentions[at].start < end for at in frame.named)


def _rank(number: Number, beside: Claim, ids: Sequence[str], whose: Span | None, setting: Setting) -> Claim | None:
    """The rank that the reference has of one of some in the year and pack of what stands beside it."""
    fact = _fact(number, beside, ids, setting)
    if fact is None:
        return None
    figure = number.figure
    return beside._replace(
        kind="rank", measure="rank", start=figure.start, end=figure.end, value=number.value, low=number.value,
        high=number.value, of=fact.of, of_span=None, group=fact.group, scope="", condition="", subject=fact.entity,
        subject_span=whose or beside.subject_span, strength=Strength.CARRIED, how=SURE, readings=(),
    )  # fmt: skip


def _fact(number: Number, beside: Claim, ids: Sequence[str], setting: Setting) -> Fact | None:
    ranks = (fact for one in ids for fact in known_ranks(one, beside.period, beside.pack, setting))
    return next((fact for fact in ranks if fact.value == number.value and not fact.trust), None)


def known_ranks(entity: str, period: str, pack: str, setting: Setting) -> Iterator[Fact]:
    """The ranks of somebody in a year: those that are published, then those by complete tables."""
    yield from setting.reference.ranks(entity, period, pack)
    info = setting.packs.get(pack)
    if info is not None and info.rank_measure:
        yield from computed_ranks(setting.reference, info.rank_measure, entity, period, pack)
