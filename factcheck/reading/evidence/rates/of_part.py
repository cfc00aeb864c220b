"""Figures of a part of the people are none of all: "TPT laki-laki sebesar 4,39 persen", "Di perdesaan, kemiskinan 11,03
persen"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.language.figures import PERCENT
from factcheck.model import Claim
from factcheck.reading.claim_kinds import kind_of
from factcheck.reading.scan.frame import ENDS, FIGURES, Frame
from factcheck.reading.scan.mentions import CUE_OF, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reference.packs.info import Measure

COUNT = "count"
LEADS = 6
"""So many mentions may stand between a figure and the part behind it."""
BEHIND = 16
"""Letters between a figure and the part behind it: "8,23 persen di perkotaan"."""


def without_parts(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> list[Claim]:
    """The claims without those of figures that a sentence tells of some of the people only; measures of anything but
    people have none."""
    return [claim for claim in claims if not (_is_of_people(claim, setting) and _is_of_part(claim, frames))]


def _is_of_people(claim: Claim, setting: Setting) -> bool:
    """Whether a claim is a rate, a number of people or a change of one."""
    pack = setting.packs.get(claim.pack)
    measure = pack.measures.get(claim.measure) if pack is not None else None
    told = kind_of(claim.kind).of_measure or claim.kind == "difference"
    if measure is None or not isinstance(claim.value, Decimal) or not told:
        return False
    return (measure.unit == PERCENT or measure.reported == COUNT) and not _names_part(measure, setting)


def _names_part(measure: Measure, setting: Setting) -> bool:
    """Whether a measure is one of some of the people: "penduduk perempuan"."""
    said = {word for words in measure.words.values() for name in words for word in name.split()}
    return not said.isdisjoint(setting.language.words.count_.people)


def _is_of_part(claim: Claim, frames: Sequence[Frame]) -> bool:
    return is_of_part(frames[claim.sentence], claim.start, claim.measure)


def is_of_part(frame: Frame, start: int, measure: str) -> bool:
    """Whether the first figure from a place on is said of some of the people only."""
    parts = [*frame.having(Tag.COUNT_PEOPLE), *_other_parts(frame)]
    at = next((place for place in frame.having(FIGURES) if frame.mentions[place].start >= start), -1) if parts else -1
    if at < 0:
        return False
    return _is_behind(frame, at) or any(_reaches(frame, part, at, measure) for part in parts if part < at)


def _other_parts(frame: Frame) -> Iterator[int]:
    """ "di kota naik menjadi 6,17 persen, di desa turun": the bare words for a kind of region beside a part that they
    stand against."""
    for at in frame.having(Tag.GROUP) if frame.having(Tag.COUNT_PEOPLE) else ():
        named = at + 1 < len(frame.mentions) and bool(frame.mentions[at + 1].ids) and frame.close(at, at + 1)
        if frame.before(at, Tag.ENTITY_PLACES) and not frame.after(at, Tag.ENTITY_SELF) and not named:
            yield at


def _is_behind(frame: Frame, at: int) -> bool:
    """Whether a part stands right behind a figure, its unit, its rate and its measure, or behind the word for where:
    "8,23 persen di perkotaan", "12,92 ribu orang atau 4,47 persen penduduk miskin di kota"."""
    for behind in range(at + 1, min(at + 1 + LEADS, len(frame.mentions))):
        one = frame.mentions[behind]
        if Tag.COUNT_PEOPLE in one.tags:
            between = frame.plain[frame.mentions[behind - 1].end : one.start]
            return len(between) <= BEHIND and not any(mark in between for mark in ",;:(")
        rate = one.number is not None and one.number.unit == PERCENT
        told = rate or one.tags.keys() & {Tag.UNIT, Tag.STATE_BEFORE, Tag.ENTITY_PLACES, Tag.CUE_NUMBER}
        if not told or (rate and _in_percent(frame, at)):
            return False
    return False


def _in_percent(frame: Frame, at: int) -> bool:
    number = frame.mentions[at].number
    return number is not None and number.unit == PERCENT


def _reaches(frame: Frame, part: int, at: int, measure: str) -> bool:
    """Whether a part in front of a figure reaches it: up to the end of its clause, or to a name or the measure behind
    another figure ("perempuan 4,25 persen, TPT Riau 4,33 persen")."""
    if frame.has_any(ENDS, part, at):
        return False
    figures = [one for one in frame.having(FIGURES, part, at) if Tag.YEAR_DIGITS not in frame.mentions[one].tags]
    if _is_whole(frame, part):
        return False
    if not figures:
        return True
    behind = frame.mentions[figures[0] + 1 : at]
    if any(one.ids or f"{CUE_OF}{measure}" in one.tags for one in behind):
        return False
    between = frame.plain[frame.mentions[figures[0]].end : frame.mentions[at].start].lower()
    return not any(word in between.split() for word in frame.language.changes.totals.closing)


def _is_whole(frame: Frame, part: int) -> bool:
    """ "TPT gabungan perkotaan dan perdesaan 5,32 persen": whether two parts are joined and one figure told of both."""
    pairs = ((part - 2, part), (part, part + 2))
    joined = any(
        one >= 0 and other < len(frame.mentions) and Tag.COUNT_PEOPLE in frame.mentions[one].tags
        and Tag.COUNT_PEOPLE in frame.mentions[other].tags and Tag.BIND_AND in frame.mentions[one + 1].tags
        for one, other in pairs
    )  # fmt: skip
    first = next((at for at in frame.having(FIGURES, part) if Tag.YEAR_DIGITS not in frame.mentions[at].tags), -1)
    shared = first + 2 < len(frame.mentions) and frame.mentions[first + 2].number is not None
    return joined and first >= 0 and not (shared and Tag.BIND_AND in frame.mentions[first + 1].tags)
