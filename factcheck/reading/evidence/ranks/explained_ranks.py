"""Ranks that only the figure beside them tells of: "scored 96.47, good for fifth place", "nilainya 40,04. Peringkatnya
turun menjadi 33", and ordinals right behind a name beside another rank ("ranked 31st and Ternate 90th")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from factcheck.language.figures import Number
from factcheck.model import Claim, Fact, How, Span, Strength
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.scan.frame import FIGURES, SUBJECT, Frame, places_with
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting

FEW = 10
"""A whole number from here on, behind a word for a rank, is a rank by no chance."""
SURE = How.SUBJECT_OF_FIGURE, How.YEAR_OF_FIGURE


def explained_ranks(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> list[Claim]:
    """The claims, and the ordinals and the numbers behind a word for a rank that nothing else tells of and that are the
    rank of whom a figure beside them, or the name right in front of them, is of."""
    taken = {claim.start for claim in claims}
    told: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.period.isdigit() and (claim.kind == "rank" or _is_score(claim)):
            told[claim.sentence].append(claim)
    found: list[Claim] = []
    for frame, at in places_with(frames, FIGURES):
        number = frame.mentions[at].number
        if number is not None and number.figure.start not in taken and _may_be_rank(frame, at, number):
            made = _explained(frame, at, number, told, setting)
            found += [made] if made is not None else []
    return [*claims, *found]


def _is_score(claim: Claim) -> bool:
    return kind_of(claim.kind) is VALUE and claim.low is not None and bool(claim.subject)


def _may_be_rank(frame: Frame, at: int, number: Number) -> bool:
    """Whether a number is an ordinal, or one of two digits and more behind a word for a rank, and no size of a
    group."""
    if number.unit or number.quantum != 1 or Tag.YEAR_DIGITS in frame.mentions[at].tags or number.value < 2:
        return False
    if frame.before(at, Tag.RANK_AMONG) or frame.after(at, Tag.GROUP):
        return False
    return number.form == "ordinal" or (number.value >= FEW and frame.has(Tag.RANK_CUE, 0, at))


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
    front = [claim for claim in here if claim.start < start]
    before = [] if here or frame.names_between(0, at) else list(told.get(frame.sentence.place - 1, ()))
    beside = max(front or before, key=lambda claim: claim.start, default=None)
    return None if beside is None else _rank(number, beside, (beside.subject,), None, setting)


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
    ranks = (fact for one in ids for fact in setting.reference.ranks(one, beside.period, beside.pack))
    return next((fact for fact in ranks if fact.value == number.value and not fact.trust), None)
