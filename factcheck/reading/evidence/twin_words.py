"""Two words of different scales that stand side by side are said of the same: "kategori B (kualitas tinggi): Lingga,
Batam dan Bintan", "zona hijau dengan opini kualitas tinggi"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.model import Claim
from factcheck.reading.evidence.named_behind import FEW, Around, around_of
from factcheck.reading.evidence.scales import Cell, Word, said, word_known, words_of
from factcheck.reading.scan.frame import SCALED, Frame
from factcheck.reading.scan.mentions import CUE_OF, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.mood import untold

GLUE = {Tag.COMMA, Tag.OPEN, Tag.CLOSE, Tag.BIND_AND, Tag.BIND_FRONT, Tag.STATE_BEFORE, Tag.CUE_WORD}
"""What may stand between two such words."""
NEAR = 30
"""So many letters at most stand between them."""


def twin_words(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting, main: str) -> list[Claim]:
    """The claims, those of each word that stands beside one of another scale made of all whom either is said of, where
    the reference has of most of them what it says, or one other word of all."""
    around = around_of(claims, frames, setting, main, ())
    made: dict[tuple[int, int, str], list[Claim]] = {}
    for frame in frames:
        if len(frame.having(SCALED)) > 1 and frame.sentence.kind not in ("row", "header"):
            for word, model, twin in _twins(frame, around):
                made[frame.sentence.place, word.span.end, word.measure] = _like(frame, word, model, twin, setting)
    if not made:
        return list(claims)
    kept = (one for one in claims if (one.sentence, one.end, one.measure) not in made or one.kind == "extreme")
    return [*kept, *(claim for group in made.values() for claim in group)]


def _twins(frame: Frame, around: Around) -> Iterator[tuple[Word, Claim | None, Sequence[Claim]]]:
    """Each word that is said of fewer than the one beside it, with a claim of its own and those of the other."""
    for one, other in pairwise(words_of(frame, around.setting)):
        if one.pack != other.pack or one.measure == other.measure or not _beside(frame, one, other):
            continue
        first, second = around.said_of(frame, one), around.said_of(frame, other)
        few, many, twin = (one, second, other) if len(first) < len(second) else (other, first, one)
        own = around.said_of(frame, few)
        said_of_fewer = len(own) < len(many) and not untold(frame, few.at)
        if said_of_fewer and _are_right(twin, many, around.setting) and _fits(few, many, around.setting):
            yield few, next(iter(own), None), many


def _beside(frame: Frame, one: Word, other: Word) -> bool:
    """Whether nothing but glue and a cue stands between two words."""
    if one.at >= other.at or frame.mentions[other.at].start - frame.mentions[one.at].end > NEAR:
        return False
    between = frame.mentions[one.at + 1 : other.at]
    cues = {f"{CUE_OF}{one.measure}", f"{CUE_OF}{other.measure}"}
    return all(mention.tags.keys() & (GLUE | cues) and not mention.ids for mention in between)


def _are_right(word: Word, told: Sequence[Claim], setting: Setting) -> bool:
    """Whether the reference has a word of most of those of whom it is said."""
    right = sum(word_known(word, one.subject, one.period, setting) == word.word for one in told)
    return 4 * right >= 3 * len(told)


def _fits(word: Word, twins: Sequence[Claim], setting: Setting) -> bool:
    """Whether the reference has a word of most of them, or so many have one other word."""
    told = dict.fromkeys((one.subject, one.period) for one in twins)
    known = [word_known(word, entity, period, setting) for entity, period in told]
    alike = len(known) >= FEW and len(set(known)) == 1 and "" not in known
    return alike or 4 * known.count(word.word) >= 3 * len(known)


def _like(frame: Frame, word: Word, model: Claim | None, twins: Sequence[Claim], setting: Setting) -> list[Claim]:
    cells = (Cell(word.at, one.subject, one.period, one.subject_span, "") for one in twins)
    return [said(word, cell, frame, model, setting) for cell in cells]
