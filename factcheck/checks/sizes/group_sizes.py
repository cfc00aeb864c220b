"""How many of a group there are in a province, where a draft says so of all: "dua dari 21 kabupaten/kota se-NTT"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from factcheck.judging.case import Case
from factcheck.language.figures import Number
from factcheck.reading.evidence.counts.explained_counts import whole
from factcheck.reading.scan.frame import PLACE, SCOPE, Frame, with_tag
from factcheck.reading.scan.mentions import Tag
from factcheck.reference.packs.info import FIRST, SECOND
from factcheck.typed import NamedTuple

BEHIND = 2
"""Mentions behind a group among which the name of its province stands."""
FEWEST = 2
"""Of a single one nobody says of how many it is."""


class Missed(NamedTuple):
    """A number that is said to be all of a group in a province, and how many there are."""

    number: Number
    group: str
    province: str
    size: int


def sizes_missed(case: Case) -> Iterator[Missed]:
    """The numbers of a draft that are said to be of all regencies and cities of a province, which has another."""
    for frame in with_tag(case.frames, Tag.GROUP):
        for at in frame.having(Tag.GROUP):
            number = whole(frame, at - 1) if at > 1 and frame.close(at - 1, at) else None
            province = _province(case, frame, at) if number is not None else ""
            if number is None or not province or _is_told_rightly(case, number):
                continue
            group = frame.mentions[at].tags[Tag.GROUP]
            size = _size(case, group, province)
            if size >= FEWEST and number.value not in (size, 0, 1):
                yield Missed(number, group, province, size)


def _province(case: Case, frame: Frame, at: int) -> str:
    """The province of which all of a group are spoken of: "di antara 22 kabupaten/kota se-NTT", "seluruh 22
    kabupaten/kota di NTT"; empty where only some are, as those "yang dinilai"."""
    named = next((one for one in range(at + 1, min(at + 1 + BEHIND, len(frame.mentions))) if frame.roles[one]), -1)
    if named < 0 or len(frame.mentions[named].ids) != 1 or not frame.close(at, named, 1):
        return ""
    among, every = (Tag.RANK_AMONG in frame.mentions[at - 2].tags, Tag.MOOD_ALL in frame.mentions[at - 2].tags)
    role, ids = frame.roles[named], frame.mentions[named].ids
    said = (role == SCOPE and (among or every)) or (role == PLACE and every)
    behind = frame.plain[frame.mentions[named].end : frame.sentence.end].split()[:1]
    restricted = bool(behind) and behind[0] in frame.language.words.text.relative
    return ids[0] if said and not restricted and case.reference.level_of(ids[0]) == FIRST else ""


def _size(case: Case, group: str, province: str) -> int:
    """How many of a group a province has; none where the group is not of regencies and cities alone, or others came
    out of the province."""
    if not group or not case.reference.all_on(group, SECOND):
        return 0
    if any(record.out_of == province for record in case.reference.entities.values()):
        return 0
    return len(case.reference.members(group, province))


def _is_told_rightly(case: Case, number: Number) -> bool:
    """Whether the reference counts just so many as were assessed, or ranks among so many."""
    told = [one for one in case.claims.over(number.start, number.end) if one.condition == "assessed"]
    ranked = number.start in _sizes_of_right_ranks(case)
    return ranked or any(case.answer(one).verdict == "supported" for one in told)


@lru_cache(maxsize=2)
def _sizes_of_right_ranks(case: Case) -> Collection[int]:
    """Where the sizes of groups stand in which ranks are right."""
    sized = (one for one in case.claims if one.kind == "rank" and one.of_span is not None)
    return {one.of_span.start for one in sized if one.of_span is not None and case.answer(one).verdict == "supported"}
