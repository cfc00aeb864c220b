"""Prizes named for a step of an older scale: "predikat kepatuhan tinggi" of 2022, when that was not the top."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.judging.case import Case, frame_of
from factcheck.model import Claim, Fact
from factcheck.reading.scan.lexicon import spoken
from factcheck.reading.scan.mentions import CUE_OF

Label = tuple[str, str]
"""A word measure and one of its words."""
NEAR = 2
"""So many words in front of what a prize is called by stands "or": "atau masuk zona hijau"."""


def is_prize(case: Case, claim: Claim) -> bool:
    """Whether a word is that of a scale before, under which the prize is given: it is told with what is assessed
    ("kepatuhan") and led by what several scales are called by ("predikat"), that scale's other words are still its
    subject's, and nothing in its sentence tells of the scale of its own year."""
    fact = next(iter(case.answer(claim).facts), None)
    others = _older(case, claim, fact) if fact is not None else ()
    return bool(others) and _names_topic(case, claim) and not _is_told_apart(case, claim, others)


def _older(case: Case, claim: Claim, fact: Fact) -> Sequence[Label]:
    """The other words of the step of a scale before that had the word of a claim, where they are what the subject has
    now and the word is led by what they are called by; none where there is no such step."""
    frame = frame_of(case, claim)
    cues = next((one.tags for one in frame.mentions if one.start == claim.start), {}) if frame is not None else {}
    steps = case.reference.steps(claim.pack)
    own = (step.labels for step in steps if step.first <= claim.period <= step.last)
    mine = {label for labels in own if (claim.measure, fact.value) in labels for label in labels}
    for step in steps:
        others = [label for label in step.labels if label != (claim.measure, claim.value)]
        led = others and all(f"{CUE_OF}{measure}" in cues for measure, _ in others)
        if step.last < claim.period and len(others) < len(step.labels) and led and {*others} <= mine:
            return others
    return ()


def _names_topic(case: Case, claim: Claim) -> bool:
    """Whether what the pack is about stands in the words of a claim."""
    words = case.document.plain[claim.start : claim.end].lower().split()
    topics = (spoken(info.topics, case.document.language) for info in case.reference.packs if info.name == claim.pack)
    return any(topic in words for found in topics for topic in found)


def _is_told_apart(case: Case, claim: Claim, others: Sequence[Label]) -> bool:
    """Whether a figure or a word of another scale is told of the same one in a sentence."""
    if _is_called_so(case, claim, others):
        return False
    shared = {claim.measure, *(measure for measure, _ in others)}
    beside = (one for one in case.claims.inside(claim.sentence) if one.subject == claim.subject and one.measure)
    return any(one.measure not in shared and one.kind != "extreme" for one in beside)


def _is_called_so(case: Case, claim: Claim, others: Sequence[Label]) -> bool:
    """ "Predikat kepatuhan tinggi atau zona hijau": whether "or" and another word of the older step follow a word, said
    of the same one: they say what is meant by it."""
    frame = frame_of(case, claim)
    behind = (
        one for one in case.claims.inside(claim.sentence) if one.subject == claim.subject and one.start > claim.end
    )
    said = next((one.start for one in behind if (one.measure, one.value) in others), -1)
    words = case.document.plain[claim.end : said].lower().split() if frame is not None and said >= 0 else ()
    return frame is not None and any(word in frame.words.alternative for word in words[-NEAR:])
