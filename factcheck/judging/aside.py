"""What is said aside: of whom a relative clause names in passing, or of what was before."""

from __future__ import annotations

from factcheck.judging.case import Case, frame_of
from factcheck.model import Claim
from factcheck.reading.scan.frame import SCALED, Frame
from factcheck.reading.scan.mentions import Tag


def is_aside(case: Case, claim: Claim) -> bool:
    """Whether a claim has its subject from a relative clause that ends in front of it, or is a word of what was."""
    frame = frame_of(case, claim)
    if frame is None:
        return False
    return _is_closed_off(frame, claim) or (isinstance(claim.value, str) and _was_before(frame, claim))


def _is_closed_off(frame: Frame, claim: Claim) -> bool:
    """ "Enrekang, yang dulu hijau bersama Luwu Utara, kini di urutan ke-23": whether the name stands in a clause that
    tells something of another, named right in front of its comma, and that a comma closes in front of the figure."""
    name = claim.subject_span
    if name is None or name.end > claim.start:
        return False
    commas = frame.having(Tag.COMMA)
    opening = [at for at in commas if frame.mentions[at].end <= name.start]
    closing = [at for at in commas if name.end <= frame.mentions[at].start < claim.start]
    if not opening or not closing:
        return False
    first = frame.plain[frame.mentions[opening[-1]].end : name.start].lower().split()[:1]
    return bool(first) and first[0] in frame.words.relative and frame.before(opening[-1], Tag.ENTITY, 1)


def _was_before(frame: Frame, claim: Claim) -> bool:
    """ "Halmahera Timur, yang sebelumnya merah, mencatat 81,29 untuk tahun 2023": whether a word for what was stands
    right in front of one of a scale, and its year nowhere before it: "pada 2022 sempat merah" tells a year."""
    if claim.period_span is not None and claim.period_span.start < claim.start:
        return False
    at = frame.ending(claim.end, SCALED)
    at -= at > 0 and frame.before(at, Tag.CUE_WORD)
    return at > 0 and frame.before(at, Tag.MOOD_PAST)
