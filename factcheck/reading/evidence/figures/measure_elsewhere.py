"""Of which measure a figure from another source is: by its unit and the word in front of it, or as told last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.cache.patterns import compiled
from factcheck.reading.evidence.figures.owner_elsewhere import BACK, Told
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import CUE_OF, IN_OF, Tag
from factcheck.reference.packs.info import Measure

_WORD = compiled(r"[ \u00a0]?([^\W\d_]+)")


def ends_phrase(frame: Frame, at: int) -> bool:
    """Whether no word that nobody knows stands behind the unit of a number: "41.200 jiwa mengungsi"."""
    return _is_known(frame, at + 1)


def _is_known(frame: Frame, at: int) -> bool:
    """Whether what stands right behind a mention is a mark, a figure, a word that the lexicon has, or a common one."""
    end = frame.mentions[at].end
    word = _WORD.match(frame.plain, end, frame.sentence.end)
    following = frame.mentions[at + 1].start if at + 1 < len(frame.mentions) else -1
    return word is None or word.start(1) == following or word[1].lower() in frame.language.about.common


def _behind_strange(frame: Frame, at: int) -> bool:
    """Whether the word right in front of a figure is one that nobody knows."""
    start = frame.mentions[at - 1].end if at else frame.sentence.start
    words = frame.plain[start : frame.mentions[at].start].lower().split()
    return bool(words) and words[-1] not in frame.language.about.common


def cued_measures(frame: Frame, at: int, measures: Mapping[str, Measure]) -> Sequence[str]:
    """The measures that a mention is the word for, where no word behind it says that it is something else's."""
    places = [place for tag, place in frame.mentions[at].tags.items() if tag.startswith(CUE_OF) and place in measures]
    return list(dict.fromkeys(places)) if places and _is_known(frame, at) else []


def measure_elsewhere(frame: Frame, at: int, measures: Mapping[str, Measure], told: Told) -> str:
    """Which measure a figure is of: that of its word in the sentence, else the one told last in its unit."""
    tags = frame.mentions[at + 1].tags
    units = [place for tag, place in tags.items() if tag.startswith(IN_OF) and place in measures]
    if not units:
        return next(iter(cued_measures(frame, at + 1, measures)), "")
    cues = frame.having(Tag.CUE_NUMBER, 0, at)
    if cues:
        return next((one for one in cued_measures(frame, cues[-1], measures) if one in units), "")
    most = frame.having(Tag.END_OF, 0, at)  # "yang terluas Kepulauan Mentawai, 6.011,35 km persegi"
    if most and not _behind_strange(frame, most[-1]):
        measure, _, _ = frame.mentions[most[-1]].tags[Tag.END_OF].rpartition(":")
        if measure in units:
            return measure
    if at + 2 < len(frame.mentions) and Tag.CUE_NUMBER in frame.mentions[at + 2].tags and frame.close(at + 1, at + 2):
        return next((one for one in cued_measures(frame, at + 2, measures) if one in units), "")
    if not any(place < at for place, _ in frame.bearers) and _behind_strange(frame, at):
        return ""  # "Hutannya 1.204,50 km2"
    near = told.sentence < 0 or frame.sentence.place - told.sentence <= BACK
    return told.measure if near and told.measure in units else ""
