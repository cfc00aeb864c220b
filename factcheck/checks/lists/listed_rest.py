"""Names of all that is left of a whole, that are more or fewer than the part in front of them leaves.

"Sudah 35 dari 38 provinsi selesai. Yang ditunggu tinggal Maluku dan Papua."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case
from factcheck.language.figures import Number
from factcheck.language.fold import fold
from factcheck.reading.evidence.explained.name_lists import NameList, name_lists
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.typed import NamedTuple

SLIP = 2
"""By so many at most the names miss what is left: of more, some only are named."""
_WORD = compiled(r"([a-z]+):? $")


class Left(NamedTuple):
    """The names of all that is left, the whole, and the part that is taken from it."""

    names: NameList
    whole: Number
    part: Number


def left_over(case: Case) -> Iterator[Left]:
    """The lists of all that is left which part and whole do not leave."""
    for found in name_lists(case.frames, case.language):
        if not _is_rest(case, found):
            continue
        told = _part_of(case, found.frame, found.names[0].start)
        if told is None and found.frame.sentence.place and not _is_of_some(found):
            told = _part_of(case, case.frames[found.frame.sentence.place - 1], found.names[0].start)
        if told is None:
            continue
        part, whole, group = told
        known = all(any(case.reference.is_of(one, group) for one in name.ids) for name in found.names)
        missed = whole.value - part.value - len(found.names)
        if known and missed and abs(missed) <= SLIP:
            yield Left(found, whole, part)


def _is_rest(case: Case, found: NameList) -> bool:
    """Whether names stand right behind a word for all that is left, the last joined by "dan", and end the sentence."""
    frame, names = found.frame, found.names
    word = _WORD.search(fold(frame.plain), frame.sentence.start, names[0].start)
    if word is None or word[1] not in case.language.changes.lists.remaining:
        return False
    places = [at for at, one in enumerate(frame.mentions) if one.start == names[-1].start]
    joined = bool(places) and Tag.BIND_AND in frame.mentions[places[0] - 1].tags
    return joined and frame.plain[names[-1].end : names[-1].end + 1] == "."


def _is_of_some(found: NameList) -> bool:
    """ "Di Papua yang belum tinggal …": whether the sentence tells of another number, or of some place only."""
    lead = [one for one in found.frame.mentions if one.start < found.names[0].start]
    return any(one.ids or not one.tags.keys().isdisjoint((Tag.NUMBER, Tag.ENTITY_PLACES)) for one in lead)


def _part_of(case: Case, frame: Frame, stop: int) -> tuple[Number, Number, str] | None:
    """ "34 dari 38 provinsi": the last part of a whole that a sentence tells, and of which group; None where it tells
    none, or more of them."""
    told = [one for at in frame.having(FIGURES) if frame.mentions[at].start < stop for one in _part(frame, at)]
    return told[0] if len(told) == 1 else None


def _part(frame: Frame, at: int) -> Sequence[tuple[Number, Number, str]]:
    """The part, the whole and the group that a number begins, if it begins them."""
    if not frame.after(at, Tag.RANK_AMONG) or at + 3 >= len(frame.mentions) or not frame.after(at + 1, Tag.NUMBER):
        return ()
    part, whole = frame.mentions[at].number, frame.mentions[at + 2].number
    if part is None or whole is None or not frame.after(at + 2, Tag.GROUP) or part.value >= whole.value:
        return ()
    if part.unit or whole.unit or not part.quantum == whole.quantum == 1:
        return ()
    return ((part, whole, frame.mentions[at + 3].tags[Tag.GROUP]),)
