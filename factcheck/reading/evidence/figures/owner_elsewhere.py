"""Whose a figure from another source is: of who is named in front of it, in a heading above it, or was told of last."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import COUNTRY, Span
from factcheck.reading.scan.frame import ENDS, FIGURES, PLACE, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.typed import NamedTuple

BACK = 3
"""So many sentences back the measure or its owner may be told."""
HEADS = ("title", "heading")
Ids = tuple[str, ...]


class Told(NamedTuple):
    """What the figures told last were of."""

    measure: str = ""
    subject: str = ""
    sentence: int = -BACK - 1


def owner_elsewhere(
    frame: Frame, at: int, frames: Sequence[Frame], told: Told, setting: Setting
) -> tuple[str, Span | None]:
    """Whose a figure is, and where that is said: who is named last in front of it, whom the heading or the sentence
    before names where that lies there, or who was told of last."""
    regions = _regions(frame, setting)
    before = [one for one in regions if one[0] < at and not frame.has_any(ENDS, one[0], at)]
    before = _inner(before, frame, setting)
    carried = _carried(frame, frames, setting)
    if before:
        place, ids = before[-1]
        if frame.roles[place] == PLACE and carried and _lies_in(carried, ids, setting):
            return carried, None
        return ids[0], Span(frame.mentions[place].start, frame.mentions[place].end)
    if len(regions) == 1 and not carried:
        place, ids = regions[0]
        return ids[0], Span(frame.mentions[place].start, frame.mentions[place].end)
    if frame.has(Tag.RANK_NATIONAL, 0, at):
        return COUNTRY, None
    near = frame.sentence.place - told.sentence <= BACK
    return carried or (told.subject if near else ""), None


def _carried(frame: Frame, frames: Sequence[Frame], setting: Setting) -> str:
    """The one region that the nearest sentence before names, as a heading of what stands below it or as who is spoken
    of."""
    place = frame.sentence.place
    for one in frames[max(0, place - BACK) : place][::-1]:
        ids = [ids for at, ids in _inner(_regions(one, setting), one, setting) if at in one.named]
        if ids:
            return ids[0][0] if {*ids} == {ids[0]} or one.sentence.kind in HEADS else ""
    return ""


def _regions(frame: Frame, setting: Setting) -> list[tuple[int, Ids]]:
    """The regions that a sentence names, but those named as a capital."""
    return [
        (at, ids)
        for at, ids in frame.bearers
        if setting.reference.level_of(ids[0]) and not frame.before(at, Tag.ENTITY_CAPITAL, 1)
    ]


def _inner(named: Sequence[tuple[int, Ids]], frame: Frame, setting: Setting) -> list[tuple[int, Ids]]:
    """The regions without those that say where the one right before them lies: "Supiori di Provinsi Papua"."""
    kept: list[tuple[int, Ids]] = []
    for at, ids in named:
        if not (kept and _lies_in(kept[-1][1][0], ids, setting) and not frame.has(FIGURES, kept[-1][0], at)):
            kept.append((at, ids))
    return kept


def _lies_in(inner: str, outer: Sequence[str], setting: Setting) -> bool:
    record = setting.reference.entities.get(inner)
    return record is not None and record.parent in outer
