"""Which word of a scale the right figure beside one has: "Nilainya 79,35, juga kuning", which is green by the scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice

from factcheck.checks.wording import measure_of
from factcheck.judging.case import Case
from factcheck.judging.vouching import spoken_years
from factcheck.model import Claim, year_of
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.evidence.words.words_of_scales import Word, word_known
from factcheck.reading.scan.frame import ENDS, FIGURES, SCALED, Frame
from factcheck.reading.scan.mentions import VALUE_OF, Mention, Tag

PARTS = (
    *ENDS, Tag.BIND_LEAVE, Tag.BIND_OUT, Tag.BIND_FROM, Tag.BIND_COMPARE, Tag.COUNT_OTHER, Tag.COUNT_LEFT, Tag.GROUP,
    Tag.MOOD_PAST, Tag.MOOD_ALL, Tag.YEAR_DIGITS, Tag.YEAR, Tag.YEAR_ANCHORED, Tag.CHANGE, Tag.BIND_THEN,
)  # fmt: skip
"""What parts a word from a figure of its sentence that does not tell it."""
LED = (Tag.BIND_LEAVE, Tag.BIND_OUT, Tag.BIND_FROM, Tag.BIND_COMPARE, Tag.MOOD_PAST, Tag.BIND_THEN)
"""What says, close in front of a word, that it is not what somebody is."""
GLUE = {
    Tag.COMMA, Tag.OPEN, Tag.CLOSE, Tag.BIND_FRONT, Tag.CUE_WORD, Tag.CUE_NUMBER, Tag.STATE_BEFORE, Tag.UNIT,
    Tag.COUNT_EXISTS, Tag.BIND_IS, Tag.MOOD_MEANS, Tag.COLON,
}  # fmt: skip
"""What joins a word to its figure."""
MOST, SHORT = 8, 4
"""Mentions between the two, and letters of a word there that nobody knows: "atau", "or"."""
_MARKS = str.maketrans(dict.fromkeys("\"'*_()-–—.,“”:/|", " "))
REACH = 16
"""So many mentions from a word a figure may stand."""
NEAR = 3
"""So many mentions in front of a word such may stand."""


def figure_of(case: Case, frame: Frame, word: Word) -> tuple[Claim, str] | None:
    """The right figure that a word of a scale is told with, and the word that it has by the scale; None where none
    tells, where it has the word itself, or where two figures tell of two words."""
    measure, setting = measure_of(case, word.pack, word.measure), case.article.setting
    if measure is None or setting is None or not measure.banded_by:
        return None
    if frame.has_any(LED, max(0, word.at - NEAR), word.at):
        return None
    told = _told_with(case, frame, word, measure.banded_by)
    told = [one for one in told if is_tight(frame, word, one)] or told
    known = {word_known(word, one.subject, one.period, setting, one) for one in told}
    if len(known) != 1 or not known.isdisjoint(("", word.word)) or any(_bore(case, word, one) for one in told):
        return None
    return told[-1], known.pop()


def _told_with(case: Case, frame: Frame, word: Word, banded: str) -> list[Claim]:
    """The right figures of a sentence between which and a word nothing stands that parts them."""
    right = [one for at in _figures_beside(frame, word.at) for one in _right_at(case, frame, at, banded)]
    return [one for one in right if is_tight(frame, word, one) or not _is_parted(frame, word, one)]


def _figures_beside(frame: Frame, at: int) -> Iterator[int]:
    """Where the nearest figures with decimals stand in front of a mention and behind it."""
    for near in (reversed(frame.having(FIGURES, max(0, at - REACH), at)), frame.having(FIGURES, at + 1, at + REACH)):
        printed = ((one, frame.mentions[one].number) for one in near)
        yield from islice((one for one, number in printed if number is not None and number.quantum < 1), 1)


def is_tight(frame: Frame, word: Word, claim: Claim) -> bool:
    """ "hijau dengan 81,43", "63.36 in 2022, a yellow mark", "di zona kuning atau sedang, rata-ratanya 56,16": whether
    nothing but what joins a word to its figure stands between the two: marks, cues, their year, another word of the
    scale, and one short word at most."""
    at = frame.ending(claim.end, FIGURES)
    first, last = min(at, word.at), max(at, word.at)
    between = frame.mentions[first + 1 : last]
    if at < 0 or len(between) > MOST or not all(_joins_word(one, word, claim) for one in between):
        return False
    untold = _untold(frame, first, last)
    return len(untold) <= 1 and all(len(one) <= SHORT for one in untold)


def _untold(frame: Frame, first: int, last: int) -> Sequence[str]:
    """The words between two mentions that nobody knows."""
    return "".join(frame.gap(one, one + 1) for one in range(first, last)).translate(_MARKS).split()


def _is_scaled(tag: str) -> bool:
    return tag.startswith(SCALED)


def _joins_word(mention: Mention, word: Word, claim: Claim) -> bool:
    year = mention.tags.get(Tag.YEAR_DIGITS)
    if year is not None or mention.ids:
        return year == claim.period or claim.subject in mention.ids
    scales = [*filter(_is_scaled, mention.tags)]
    if scales:
        return f"{VALUE_OF}{word.measure}" not in scales
    return bool(mention.tags.keys() & GLUE) and mention.number is None


def _is_parted(frame: Frame, word: Word, claim: Claim) -> bool:
    at = frame.ending(claim.end, FIGURES)
    if at < 0:
        return True
    first, last = min(at, word.at), max(at, word.at)
    between = frame.mentions[first + 1 : last]
    scale = f"{VALUE_OF}{word.measure}"
    others = any(one.ids and claim.subject not in one.ids for one in between)
    figures = any(one.number is not None and one.number.quantum < 1 for one in between)
    return others or figures or any(scale in one.tags for one in between) or frame.has_any(PARTS, first + 1, last)


def _right_at(case: Case, frame: Frame, at: int, measure: str) -> Iterator[Claim]:
    """What a figure states of a measure, if that is right."""
    for claim in case.claims.at(frame.mentions[at].start):
        stated = claim.measure == measure and isinstance(claim.value, Decimal) and kind_of(claim.kind) is VALUE
        if stated and case.answer(claim).verdict == "supported":
            yield claim


def _bore(case: Case, word: Word, claim: Claim) -> bool:
    """Whether whom a figure is of had the word in a year that the draft speaks of, or in the one before."""
    years = {*spoken_years(case), str(int(claim.period) - 1) if claim.period.isdigit() else ""}
    facts = case.reference.facts(word.measure, claim.subject, "", word.pack)
    return any(str(fact.value) == word.word and year_of(fact.period) in years for fact in facts)
