"""A word that counts more than its sentence names is said of those too with whom the next sentences go on: "Sembilan
pemda merah itu meliputi A, B, C dan D. Lalu E, F, G, H dan I"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Span
from factcheck.reading.evidence.words.named_behind import LONG, MANY
from factcheck.reading.evidence.words.words_of_scales import counting, words_of
from factcheck.reading.scan.frame import SCALED, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting

PAIR = 2
"""So many who are named behind a word begin a list."""


def lists_going_on(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> list[Claim]:
    """The claims, and those of words that count more than their own sentence names, of all with whom the sentences
    behind it complete the number."""
    said: dict[tuple[int, int, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.value, str) and claim.measure and claim.kind != "extreme":
            said[claim.sentence, claim.end, claim.measure].append(claim)
    groups = [group for group in said.values() if len(group) >= PAIR]
    return [*claims, *(claim for group in groups for claim in _further(group, frames, setting))]


def _further(group: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> Iterator[Claim]:
    """What is said of those named behind the sentence of a word."""
    first = group[0]
    place = first.sentence
    count = _count(first, frames[place], setting)
    missing = count - len(group)
    if missing <= 0 or any(one.subject_span is None or one.subject_span.start < first.end for one in group):
        return
    found: list[tuple[str, Span]] = []
    for frame in frames[place + 1 : place + 1 + MANY]:
        if len(found) >= missing or not _goes_on(frame):
            break
        named = [(ids[0], frame.mentions[at]) for at, ids in frame.bearers if len(ids) == 1]
        found += [(name, Span(mention.start, mention.end)) for name, mention in named]
    told = {one.subject for one in group}
    whole = len(found) == missing or (count > LONG and abs(len(found) - missing) == 1)
    if whole and not told & {name for name, _ in found}:
        yield from (first._replace(subject=name, subject_span=span, readings=()) for name, span in found)


def _count(claim: Claim, frame: Frame, setting: Setting) -> int:
    """How many a word counts."""
    words = (one for one in words_of(frame, setting) if one.span.end == claim.end and one.measure == claim.measure)
    word = next(words, None)
    return counting(frame, word) if word is not None else 0


def _goes_on(frame: Frame) -> bool:
    """Whether a sentence begins with a word that goes on with a list, and tells no word of a scale itself."""
    leads = frame.mentions and Tag.BIND_AND in frame.mentions[0].tags
    opens = frame.plain[frame.sentence.start : frame.mentions[0].start].strip(" *_\n\"'") if leads else "-"
    return not opens and frame.sentence.kind == "paragraph" and not frame.has_any((Tag.EXTREME, Tag.CHANGE, SCALED))
