"""What is said aside: of whom a relative clause names in passing, or of what was before."""

from __future__ import annotations

from bisect import bisect_left

from factcheck.judging.case import Case, frame_of
from factcheck.judging.vouching import is_told_by_figure
from factcheck.model import Claim
from factcheck.reading.scan.frame import SCALED, Frame
from factcheck.reading.scan.mentions import Tag

WORD = 20
"""Letters behind a comma in which the first word of a clause is looked for."""


def is_aside(case: Case, claim: Claim) -> bool:
    """Whether a claim has its subject from a relative clause that ends in front of it, or is a word of what was."""
    frame = frame_of(case, claim)
    if frame is None:
        return False
    was = isinstance(claim.value, str) and _was_before(frame, claim)
    return _is_closed_off(frame, claim) or (was and not is_told_by_figure(case, claim))


def _is_closed_off(frame: Frame, claim: Claim) -> bool:
    """ "Enrekang, yang dulu hijau bersama Luwu Utara, kini di urutan ke-23": whether the name stands in a clause that
    tells something of another, named right in front of its comma, and that a comma closes in front of the figure."""
    name = claim.subject_span
    if name is None or name.end > claim.start:
        return False
    commas = frame.having(Tag.COMMA)
    at = frame.subject_at(name)
    opening = bisect_left(commas, at) - 1
    closing = opening + 1
    if at < 0 or opening < 0 or closing == len(commas) or frame.mentions[commas[closing]].start >= claim.start:
        return False
    behind = frame.mentions[commas[opening]].end
    first = frame.plain[behind : min(behind + WORD, name.start)].lower().split()[:1]
    return bool(first) and first[0] in frame.words.relative and frame.before(commas[opening], Tag.ENTITY, 1)


def _was_before(frame: Frame, claim: Claim) -> bool:
    """ "Halmahera Timur, yang sebelumnya merah, mencatat 81,29 untuk tahun 2023": whether a word for what was stands
    right in front of one of a scale, and its year nowhere before it: "pada 2022 sempat merah" tells a year."""
    at = frame.ending(claim.end, SCALED)
    at -= at > 0 and frame.before(at, Tag.CUE_WORD)
    if not (at > 0 and frame.before(at, Tag.MOOD_PAST)):
        return False
    inserted = at > 2 and Tag.COMMA in frame.mentions[at - 3].tags and Tag.STATE_BEFORE in frame.mentions[at - 2].tags
    dated = claim.period_span is not None and claim.period_span.start < claim.start
    return inserted or not dated  # "Hasil 2024: Sungai Penuh, yang sebelumnya kuning, meraih 90,4"
