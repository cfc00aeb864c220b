"""Figures that the words beside them give to another measure than that of a pack: "SAKIP Kota Padang 89,15", "indeks
kepuasan masyarakat 89,15"."""

from __future__ import annotations

from functools import lru_cache

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case
from factcheck.judging.vouching import NEAR, frame_of
from factcheck.language.fold import fold
from factcheck.model import Claim
from factcheck.reading.scan.frame import Frame
from factcheck.reference.ask.reference import Reference
from factcheck.reference.packs.info import PackInfo

_WORD = compiled(r"[^\W\d_]+")
_SHORT_FORM = compiled(r"\b[A-Z]{3,}\b")
CLOSE = 12
"""Letters between a short form and the name or figure that it says the measure of."""


def of_another_measure(case: Case, claim: Claim) -> bool:
    """Whether a figure is said to be of a measure that the pack of its claim has not."""
    pack = next((info for info in case.reference.packs if info.name == claim.pack), None)
    if pack is None:
        return False
    if _of_kin(case, claim, pack):
        return True
    frame = frame_of(case, claim)
    return frame is not None and (_by_short_form(frame, claim) or _by_index(case, frame, claim))


def _by_short_form(frame: Frame, claim: Claim) -> bool:
    """ "SAKIP Kota Padang 89,15", "nilai IKM 89,15": whether letters that nobody knows stand right in front of the
    figure, or of the name whose it is."""
    text = frame.plain[frame.sentence.start : claim.start]
    if text.upper() == text:
        return False
    known = [(one.start, one.end) for one in frame.mentions]
    name = claim.subject_span.start if claim.subject_span is not None else claim.start
    for found in _SHORT_FORM.finditer(frame.plain, frame.sentence.start, claim.start):
        near = any(0 <= place - found.end() <= CLOSE for place in (claim.start, name))
        if near and not any(start < found.end() and found.start() < end for start, end in known):
            between = frame.plain[found.end() : claim.start if found.end() > name else name]
            return not _WORD.sub("", between).strip()
    return False


def _by_index(case: Case, frame: Frame, claim: Claim) -> bool:
    """ "Indeks kepuasan masyarakat kota sendiri 89,15": whether the last index in front of the figure is called by a
    word that is none of the pack's, of no name and of nothing else that is read, and no verb."""
    text = fold(frame.plain[frame.sentence.start : claim.start])
    found = [one for one in _WORD.finditer(text) if one[0] in frame.words.index]
    behind = _WORD.search(text, found[-1].end()) if found else None
    if behind is None or any(sign.isdigit() or sign in ",;:(" for sign in text[found[-1].end() :].rstrip(" :(")):
        return False
    at = frame.sentence.start + behind.start()
    read = any(one.start <= at < one.end for one in frame.mentions)
    own = behind[0] in _words_of(case.reference.whole, claim.pack) or behind[0] in frame.words.relative
    return not read and not own and not behind[0].startswith(frame.language.words.sentence.verb_prefixes)


@lru_cache(maxsize=64)
def _words_of(reference: Reference, name: str) -> frozenset[str]:
    """The words that a pack is called by, folded."""
    packs = [pack for pack in reference.packs if pack.name == name]
    called = (word for pack in packs for words in (*pack.names.values(), *pack.topics.values()) for word in words)
    return frozenset(part for word in called for part in _WORD.findall(fold(word)))


def _of_kin(case: Case, claim: Claim, pack: PackInfo) -> bool:
    """Whether the sentence names an index whose letters hold those of the pack: one of a sector is not that of all."""
    names = {word for words in pack.names.values() for word in words if word.isupper()}
    start = case.document.plain.rfind("\n", 0, claim.start) + 1
    here = {word.strip("().,;:") for word in case.document.plain[start : claim.start].split()}
    others = {word for word in here - names if word.isalpha() and word.isupper()}
    return any(_holds_letters(other, name) for other in others for name in names)


def _holds_letters(longer: str, shorter: str) -> bool:
    """Whether a short form is another with one or two letters put in."""
    signs = iter(longer)
    return 0 < len(longer) - len(shorter) <= NEAR and all(sign in signs for sign in shorter)
