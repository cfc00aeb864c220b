"""Words of a scale told one after the other of one, each with its year: "X hijau pada 2021, kuning pada 2022, dan hijau
lagi pada 2023", "X: merah (2015), kuning (2021)", "Pada 2021 X hijau, pada 2022 kuning"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.model import Claim, Span
from factcheck.reading.evidence.words.words_of_scales import Word, said_of_nobody, words_of
from factcheck.reading.scan.frame import ENDS, FIGURES, SCALED, Frame, with_tag
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting

APART = (
    *ENDS, Tag.GROUP, Tag.ENTITY_OFFICES, Tag.ENTITY_GOVERNMENT, Tag.COLLECTIVE, Tag.COUNT_EXISTS, Tag.COUNT_PART,
    Tag.COUNT_OTHER, Tag.COUNT_LEFT, Tag.CHANGE, Tag.EXTREME, Tag.MOOD_ALL, Tag.MOOD_THEM, Tag.MOOD_SOME,
    Tag.BIND_COMPARE, Tag.BIND_SINCE, Tag.RANK_CUE,
)  # fmt: skip
"""With one of these between them two words are not told of one in turn."""
PAIR = 2


def words_in_turn(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> list[Claim]:
    """The claims, and those of words that stand behind one which is said of somebody in a year, each with its own."""
    turns = [frame for frame in with_tag(frames, SCALED) if may_turn(frame)]
    places = {frame.sentence.place for frame in turns}
    said: dict[tuple[int, int, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.sentence in places and isinstance(claim.value, str) and claim.measure:
            said[claim.sentence, claim.end, claim.measure].append(claim)
    found = list(claims)
    for frame in turns:
        for before, word in _in_turn(frame, setting):
            own = said[frame.sentence.place, before.span.end, before.measure]
            key = (frame.sentence.place, word.span.end, word.measure)
            year = _year_of(frame, word)
            if len(own) == 1 and key not in said and year is not None and _is_dated(own[0]):
                said[key].append(_told(own[0], word, frame, year))
                found += said[key]
    return found


def may_turn(frame: Frame) -> bool:
    """Whether a sentence has two words of scales and two years."""
    return len(frame.having(SCALED)) >= PAIR <= len(frame.having(Tag.YEAR_DIGITS))


def _in_turn(frame: Frame, setting: Setting) -> Iterator[tuple[Word, Word]]:
    """The words of one scale that follow one another with nobody between them and nothing told but years."""
    by_scale: dict[str, list[Word]] = defaultdict(list)
    for word in words_of(frame, setting):
        by_scale[word.measure].append(word)
    for words in by_scale.values():
        for before, word in pairwise(words):
            if not said_of_nobody(frame, word, setting) and _is_joined(frame, before.at, word.at):
                yield before, word


def _is_joined(frame: Frame, one: int, other: int) -> bool:
    years = frame.having(Tag.YEAR_DIGITS, one + 1, other)
    figures = frame.having(FIGURES, one + 1, other)
    if not {*figures} <= {*years} or frame.names_between(one + 1, other):
        return False
    joined = frame.has_any((Tag.COMMA, Tag.BIND_AND, Tag.BIND_TO), one + 1, other)
    return joined and not frame.has_any(APART, one + 1, other)


def _year_of(frame: Frame, word: Word) -> int | None:
    """Where the year of a word stands: right behind it, in brackets there, or right in front of it; None where none
    does."""
    first = behind = word.at + 1 + frame.after(word.at, Tag.STATE_BEFORE, 0)  # "hijau lagi pada 2023"
    while frame.has(Tag.YEAR, behind, behind + 1) and frame.mentions[behind].tags[Tag.YEAR] == "word":
        behind += 1
    if frame.has(Tag.YEAR_DIGITS, behind, behind + 1) and frame.close(first - 1, first, 1):
        return behind
    if frame.after(word.at, Tag.OPEN) and frame.has(Tag.YEAR_DIGITS, word.at + 2, word.at + 3):
        return word.at + 2 if frame.after(word.at + 2, Tag.CLOSE) else None
    front = word.at - 1 - frame.before(word.at, Tag.CUE_WORD)
    if front > 0 and frame.has(Tag.YEAR_DIGITS, front, front + 1) and frame.before(front, Tag.YEAR):
        return front
    return None


def _is_dated(claim: Claim) -> bool:
    """Whether a word is said of somebody in a year that its sentence writes."""
    return claim.period_span is not None and claim.period.isdigit() and claim.subject != ""


def _told(model: Claim, word: Word, frame: Frame, year: int) -> Claim:
    mention = frame.mentions[year]
    span = Span(mention.start, mention.end)
    how = tuple(part for part in model.how if not part.is_year)
    return model._replace(
        start=word.span.start, end=word.span.end, value=word.word, period=mention.tags[Tag.YEAR_DIGITS],
        period_span=span, period_origin=span, how=how, readings=(),
    )  # fmt: skip
