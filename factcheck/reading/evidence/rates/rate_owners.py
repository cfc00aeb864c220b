"""Whose a rate is, as its sentence or the one before it says: "Aceh 12,33", "Cuma 5,27 persen" behind a sentence that
names one region alone, "angka nasional 8,47 persen"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.model import COUNTRY, Claim
from factcheck.reading.evidence.explained.next_name import name_in_step
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting

BACK = 2
"""Sentences in front of a rate in which the last one of its kind may stand."""

Ids = tuple[str, ...]


def owners(
    frame: Frame, at: int, frames: Sequence[Frame], told: Mapping[int, Sequence[Claim]], setting: Setting
) -> Ids:
    """Who a figure may be of: the region named last in front of it, and the country where that is spoken of behind the
    region; else whom the sentence goes on with. `told` are the explained rates by the place of their sentence."""
    names = [(place, ids) for place, ids in _regions(frame, setting) if place < at]
    shared = name_in_step(frame, at)
    if shared:
        return shared
    national = frame.having(Tag.RANK_NATIONAL, 0, at)
    last = names[-1][1] if names else ()
    if national and (not names or national[-1] > names[-1][0]):
        return (COUNTRY, *last)
    before = [one for one in told.get(frame.sentence.place, ()) if one.start < frame.mentions[at].start]
    return last or ((before[-1].subject,) if before else carried(frame, frames, told, setting))


def carried(frame: Frame, frames: Sequence[Frame], told: Mapping[int, Sequence[Claim]], setting: Setting) -> Ids:
    """Whom a sentence that names nobody in front of a figure goes on with: the one region that the sentence before
    names, or whose the last rate is that stands there, or a little before it where nobody is named since."""
    place = frame.sentence.place
    for back in range(place - 1, max(-1, place - 1 - BACK), -1):
        rates, subjects = told.get(back, ()), frames[back].named
        names = [ids for at, ids in _regions(frames[back], setting) if at in subjects]
        if names and {*names} == {names[0]}:
            return names[0]
        if rates:
            return (max(rates, key=lambda one: one.start).subject,)
        if names:
            return ()
    return ()


def _regions(frame: Frame, setting: Setting) -> list[tuple[int, Ids]]:
    """The names of a sentence that are of regions, or of the country."""
    named = ((at, tuple(one for one in ids if setting.reference.level_of(one))) for at, ids in frame.bearers)
    return [(at, ids) for at, ids in named if ids]
