"""The step of a scale that stands alone behind the figure it is the word for: "Halmahera Utara: 69,63, sedang", "Ambon
81,20 (tinggi)".

Its cue ("kualitas", "opini") is left out, and such words mean much else: one is read where it is the step that the
figure lies on, and another only beside two of its scale that are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from factcheck.cache.patterns import compiled
from factcheck.model import Claim, Span
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.evidence.words.borne_words import PAIR, Cell, said
from factcheck.reading.evidence.words.words_of_scales import Word, word_known
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reference.ask.reference import Reference
from factcheck.reference.packs.info import Measure

_BEHIND = compiled(r"(?:\s*[,:–-]\s+|\s*\(\s*)(\w+)(?=\s*(?:[.;,)]|$))")
"""A mark, and one word up to the next."""
Key = tuple[str, str]
"""The pack and the measure of a scale."""


def short_words(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> list[Claim]:
    """The claims, and those of steps that stand alone behind the figures of their scale."""
    whole, code = setting.reference.whole, setting.language.code
    scales = {key: told for name in setting.packs for key, told in _scales(whole, name, code).items()}
    if not scales:
        return list(claims)
    taken = {(one.end, one.measure) for one in claims}
    found = [one for one in _found(claims, frames, scales, setting) if (one[0].span.end, one[0].measure) not in taken]
    right = Counter((word.pack, word.measure) for word, cell, _ in found if cell.word == word.word)
    return [
        *claims,
        *(
            said(word, cell, frame, None, setting)
            for word, cell, frame in found
            if cell.word == word.word or (cell.word and right[word.pack, word.measure] >= PAIR)
        ),
    ]


@lru_cache(maxsize=64)
def _scales(reference: Reference, name: str, code: str) -> Mapping[Key, tuple[Measure, Mapping[str, str]]]:
    """The scales of a pack whose steps are told by their last words, each with these."""
    measures = [one for pack in reference.packs if pack.name == name for one in pack.measures.values() if one.banded_by]
    return {(name, one.banded_by): (one, steps) for one in measures if (steps := _steps(one, code))}


def _steps(measure: Measure, language: str) -> Mapping[str, str]:
    """The last words of what the steps of a scale are called, where each is called by two words and more, and one word
    ends those of one step only: "sedang" of "kualitas sedang" and "opini sedang"."""
    ends = {
        step: {phrase.split()[-1] for phrase in words.get(language, ())} if words.get(language) else set()
        for step, words in measure.values.items()
    }
    if not all(len(phrase.split()) > 1 for words in measure.values.values() for phrase in words.get(language, ())):
        return {}
    times = Counter(end for one in ends.values() for end in one)
    return {end: step for step, one in ends.items() for end in one if times[end] == 1}


def _found(
    claims: Sequence[Claim],
    frames: Sequence[Frame],
    scales: Mapping[Key, tuple[Measure, Mapping[str, str]]],
    setting: Setting,
) -> Iterator[tuple[Word, Cell, Frame]]:
    """The steps that stand alone behind figures, each with whose figure it is and the step known of them."""
    for claim in claims:
        measure, steps = scales.get((claim.pack, claim.measure), (None, {}))
        if measure is None or not claim.subject or not claim.period or not isinstance(claim.value, Decimal):
            continue
        frame = frames[claim.sentence]
        behind = _BEHIND.match(frame.plain, claim.end, frame.sentence.end)
        step = steps.get(behind[1].lower(), "") if behind and kind_of(claim.kind) is VALUE else ""
        if behind is None or not step:
            continue
        at = bisect_left(frame.mentions, claim.end, key=lambda mention: mention.end)
        if frame.after(at + 1, Tag.EXTREME):  # ": 98,21, tertinggi" of all
            continue
        word = Word(at, claim.pack, measure.name, step, Span(*behind.span(1)))
        known = word_known(word, claim.subject, claim.period, setting, claim)
        yield word, Cell(word.at, claim.subject, claim.period, claim.subject_span, known), frame
