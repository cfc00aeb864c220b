"""Whether what is told is said to be wrong, behind it or at the head of the next sentence."""

from __future__ import annotations

from factcheck.judging.case import Case, frame_at
from factcheck.reading.scan.frame import FIGURES
from factcheck.reading.scan.mentions import Tag

HEAD = 3
"""So many mentions are the head of a sentence that corrects the one before."""

WORDS = 3
"""So many words at most are a sentence that does nothing else."""


def is_corrected(case: Case, start: int) -> bool:
    """ "Sebelumnya kami menulis 85,25; yang benar 84,15", "Media menulis 57,22. Itu keliru": whether a sentence says
    behind a place what is right, or that what is told is not, or the next one does at its head."""
    if not case.frames:  # a draft about no subject of a pack
        return False
    frame = frame_at(case, start)
    if any(frame.mentions[at].start > start for at in frame.having(Tag.MOOD_CORRECTED)) or frame.has(Tag.MOOD_REFUTED):
        return True
    place = frame.sentence.place + 1
    behind = case.frames[place] if place < len(case.frames) else None
    if behind is None or behind.sentence.block != frame.sentence.block or behind.names_between():
        return False
    right = behind.first(Tag.MOOD_CORRECTED)
    told = 0 <= right < HEAD and behind.has(FIGURES, right + 1)
    short = len(behind.plain[behind.sentence.start : behind.sentence.end].split()) <= WORDS  # "Keliru."
    return told or (behind.has(Tag.MOOD_REFUTED, 0, HEAD) and (short or behind.has(Tag.ENTITY_SELF, 0, HEAD)))
