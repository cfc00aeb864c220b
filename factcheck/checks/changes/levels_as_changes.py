"""Values that are told as if they were a change: "naik sebesar Rp3.119.080", which is what it was before."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.wording import measure_of
from factcheck.judging.case import Case
from factcheck.judging.vouching import digits_of
from factcheck.language.fold import fold
from factcheck.model import Claim, Span
from factcheck.reading.scan.frame import FIGURES, Frame, with_tag
from factcheck.reading.scan.mentions import Mention, Tag
from factcheck.typed import NamedTuple

EXACT = 3
"""So many digits of a value are no change by chance."""
PAIR = 2
"""So many words stand between a word of change and its size: "naik tipis sebesar"."""


class LevelAsChange(NamedTuple):
    """A value told as a change: the word of change, the words behind it, where the figure begins with its unit, and
    what shows that it is none, another value or the change itself."""

    claim: Claim
    word: Span
    by: str
    start: int
    shown: Claim


def levels_as_changes(case: Case) -> Iterator[LevelAsChange]:
    """The values right behind a word of rising or falling that the reference bears out, where the draft tells the
    change too, or beside it what the value was."""
    for frame in with_tag(case.frames, Tag.CHANGE):
        for at in frame.having(Tag.CHANGE):
            place = next(iter(frame.having(FIGURES, at + 1, at + 2 + PAIR)), -1)
            told = _told(case, frame, at, place) if place > at else None
            if told is not None:
                yield told


def _told(case: Case, frame: Frame, at: int, place: int) -> LevelAsChange | None:
    word, figure = frame.mentions[at], frame.mentions[place]
    if word.tags[Tag.CHANGE] == "any" or figure.number is None or not _is_size(case, frame, word, figure):
        return None
    for claim in case.claims.at(figure.number.figure.start):
        shown = _shown(case, claim) if _is_level(case, claim) else None
        if shown is not None:
            by = frame.plain[word.end : figure.start]
            return LevelAsChange(claim, Span(word.start, word.end), by, figure.start, shown)
    return None


def _is_size(case: Case, frame: Frame, word: Mention, figure: Mention) -> bool:
    """Whether a figure stands where the size of a change does: right behind the word, or behind "sebesar"."""
    changes = case.language.changes
    between = fold(frame.plain[word.end : figure.start])
    said = between.split()
    if fold(frame.plain[word.start : word.end]) in changes.better or not between.replace(" ", "a").isalpha():
        return False
    if not said:  # "dari Rp3,6 juta naik Rp3,7 juta": from the one to the other
        return not any(one.number is not None for one in frame.mentions if one.end <= word.start)
    return len(said) <= PAIR and said[-1] in changes.by and said[0] not in changes.turns


def _is_level(case: Case, claim: Claim) -> bool:
    """Whether a claim is a right value of a measure that is no rise itself."""
    measure = measure_of(case, claim.pack, claim.measure)
    if claim.kind == "difference" or measure is None or digits_of(claim) < EXACT:
        return False
    moves = {*case.language.words.change.up, *case.language.words.change.down}
    if case.answer(claim).verdict != "supported":
        return False
    return moves.isdisjoint(word for words in measure.words.values() for word in words)


def _shown(case: Case, claim: Claim) -> Claim | None:
    """The right change of a value that the draft tells, or the right value of another year beside it."""
    for other in case.claims.of(claim.subject):
        if other.measure != claim.measure or other.value == claim.value or case.answer(other).verdict != "supported":
            continue
        if other.kind == "difference" or (other.sentence == claim.sentence and other.period != claim.period):
            return other
    return None
