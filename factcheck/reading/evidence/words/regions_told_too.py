"""Where a word is said of a region and of all that lies in it: "provinsi maupun kabupaten/kota di zona hijau"."""

from __future__ import annotations

from factcheck.model import Claim
from factcheck.reading.scan.frame import ENDS, SCALED, SUBJECT, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reference.ask.reference import Reference
from factcheck.reference.packs.info import FIRST, SECOND

REACH = 16
"""So many mentions in front of a word those it is said of stand."""
APART = 4
"""So many mentions at most from the region to what lies in it."""
BINDS = {Tag.BIND_AND, Tag.BIND_MEMBER, Tag.BIND_LIKEWISE}
JOINS = {*BINDS, Tag.MOOD_ALL, Tag.MOOD_THEM, Tag.NUMBER}
"""What may stand between the two: "pemprov dan seluruh kabupaten"; no comma: "Di tingkat provinsi, 18 kabupaten"."""
ALL = (Tag.MOOD_ALL, Tag.NUMBER, Tag.COLLECTIVE)
"""One of these in the sentence says that all of them are meant."""


def is_told_too(claim: Claim, frame: Frame | None, reference: Reference) -> bool:
    """Whether a word is said of a region together with those that lie in it."""
    if frame is None or not isinstance(claim.value, str) or not frame.has(Tag.GROUP):
        return False
    at = frame.ending(claim.end, SCALED)
    return at >= 0 and reference.level_of(claim.subject) == FIRST and told_too(frame, at, reference) is not None


def told_too(frame: Frame, word: int, reference: Reference) -> int | None:
    """Where in front of a word the region stands, by name or by its kind, that is told of with those in it; None where
    none is, or where they are only those that bear a word ("provinsi dan kabupaten yang masih merah")."""
    for at in frame.having(Tag.GROUP, max(0, word - REACH), word):
        if not _is_of(frame, at, SECOND, reference) or frame.has_any((*ENDS, SCALED), at, word):
            continue
        near = range(max(0, at - APART), min(word, at + APART + 1))
        ones = (one for one in near if _is_region(frame, one, reference))
        one = next((one for one in ones if _are_joined(frame, one, at)), None)
        if one is not None and frame.has_any(ALL, max(0, word - REACH), word):
            return one
    return None


def _is_of(frame: Frame, at: int, level: str, reference: Reference) -> bool:
    group = frame.mentions[at].tags.get(Tag.GROUP, "")
    return bool(group) and reference.all_on(group, level)


def _is_region(frame: Frame, at: int, reference: Reference) -> bool:
    """Whether a mention is a region of the first level: one that is named, or the word for one."""
    ids = frame.mentions[at].ids
    named = bool(ids) and frame.roles[at] == SUBJECT and reference.level_of(ids[0]) == FIRST
    return named or (not ids and _is_of(frame, at, FIRST, reference) and not frame.before(at, Tag.NUMBER))


def _are_joined(frame: Frame, one: int, other: int) -> bool:
    """ "pemprov dan seluruh kabupaten/kota", "entah provinsi entah kabupaten"; not "five North Maluku districts"."""
    first, last = sorted((one, other))
    if last == first + 1:
        return not frame.mentions[one].ids and frame.gap(first, last).strip().isalpha()
    between = frame.mentions[first + 1 : last]
    bound = any(mention.tags.keys() & BINDS for mention in between)
    return bound and all(mention.tags.keys() & JOINS for mention in between)
