"""Two words of different scales that stand side by side are said of the same: "kategori B (kualitas tinggi): Lingga,
Batam dan Bintan", "zona hijau dengan opini kualitas tinggi"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.model import Claim
from factcheck.reading.evidence.words.borne_words import PAIR, Cell, said
from factcheck.reading.evidence.words.named_behind import FEW
from factcheck.reading.evidence.words.words_of_scales import Word, said_of_nobody, word_known, words_of
from factcheck.reading.scan.frame import SCALED, Frame, with_tag
from factcheck.reading.scan.mentions import CUE_OF, Tag
from factcheck.reading.scan.setting import Setting

GLUE = {Tag.COMMA, Tag.OPEN, Tag.CLOSE, Tag.BIND_AND, Tag.BIND_FRONT, Tag.STATE_BEFORE, Tag.CUE_WORD}
"""What may stand between two such words."""
Key = tuple[int, int, str]
"""The sentence of a word, where it ends, and its scale."""
NEAR = 30
"""So many letters at most stand between them."""


def twin_words(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> list[Claim]:
    """The claims, those of each word that stands beside one of another scale made of all whom either is said of, where
    the reference has of most of them what it says, or one other word of all."""
    pairs = [(frame, *pair) for frame in with_tag(frames, SCALED) for pair in _pairs(frame, setting)]
    read: dict[Key, list[Claim]] = {_key(frame, word): [] for frame, *pair in pairs for word in pair}
    for claim in claims if pairs else ():
        told = read.get((claim.sentence, claim.end, claim.measure))
        if told is not None and claim.kind != "extreme":
            told.append(claim)
    made: dict[Key, list[Claim]] = {}
    for frame, one, other in pairs:
        few, many = sorted((one, other), key=lambda word: len(read[_key(frame, word)]))
        own, twins = read[_key(frame, few)], read[_key(frame, many)]
        nobody = len(own) == len(twins) or said_of_nobody(frame, few, setting)
        if not nobody and _are_right(many, twins, setting) and _fits(few, twins, setting):
            made[_key(frame, few)] = _like(frame, few, next(iter(own), None), twins, setting)
    if not made:
        return list(claims)
    kept = (one for one in claims if (one.sentence, one.end, one.measure) not in made or one.kind == "extreme")
    return [*kept, *(claim for group in made.values() for claim in group)]


def _key(frame: Frame, word: Word) -> Key:
    return frame.sentence.place, word.span.end, word.measure


def _pairs(frame: Frame, setting: Setting) -> Iterator[tuple[Word, Word]]:
    """The words of two scales of one pack that stand side by side in a sentence."""
    if len(frame.having(SCALED)) < PAIR or frame.sentence.kind in ("row", "header"):
        return
    yield from told_alike(frame, words_of(frame, setting))


def told_alike(frame: Frame, words: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
    """Those of the words of a sentence that stand side by side and are of two scales of one pack, or one once more."""
    for one, other in pairwise(words):
        alike = one.measure != other.measure or _is_once_more(frame, one, other)
        if one.pack == other.pack and alike and _beside(frame, one, other):
            yield one, other


def _is_once_more(frame: Frame, one: Word, other: Word) -> bool:
    """ "Rapor merah alias zona merah": whether a word says the same as the one before it, with "or" between."""
    between = frame.plain[frame.mentions[one.at].end : frame.mentions[other.at].start].lower().split()
    return one.word == other.word and any(word in frame.words.alternative for word in between)


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
