"""How many provinces, regencies or cities the country has, where a draft tells of all: "tertinggi di antara 24
provinsi" of its 34."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from factcheck.checks.sizes.group_sizes import Missed
from factcheck.judging.case import Case
from factcheck.model import COUNTRY
from factcheck.reading.evidence.counts.explained_counts import whole
from factcheck.reading.evidence.explained.one_slip import one_slip
from factcheck.reading.scan.frame import Frame, with_tag
from factcheck.reading.scan.mentions import Tag
from factcheck.reference.ask.computed import stated_counts
from factcheck.reference.packs.info import FIRST, SECOND

FAR = 10
"""By fewer a number is that of another year: of 33, 34 and 38 provinces."""
MANY = 40
"""No province has so many regencies or cities."""
FIRST_OR_LAST = (Tag.EXTREME, Tag.RANK_CUE, Tag.RANK_NATIONAL)
"""With one of these in the sentence "dari 34 provinsi" are all there are."""
OWN = ("'s", "’s")
PARTS = (Tag.COUNT_PART, Tag.COUNT_OTHER, Tag.ENTITY_SELF, Tag.MOOD_SOME)


def national_sizes_missed(case: Case) -> Iterator[Missed]:
    """The numbers of a draft that are said to be of all of a group in the country, and miss that by a slip."""
    for frame in with_tag(case.frames, Tag.GROUP):
        for at in frame.having(Tag.GROUP):
            number = whole(frame, at - 1) if at and frame.close(at - 1, at) else None
            if number is None or number.value < FAR or not _is_of_all(frame, at):
                continue
            group = frame.mentions[at].tags[Tag.GROUP]
            value, sizes = int(number.value), _sizes(case, group)
            near = [size for size in sizes if _is_slip(value, size)]
            once = _told(case)[group, value] == 1 and value not in sizes
            if once and len(near) == 1 and next(iter(case.claims.over(number.start, number.end)), None) is None:
                yield Missed(number, group, COUNTRY, near[0])


def _is_slip(value: int, size: int) -> bool:
    same = len(str(value)) == len(str(size))
    return same and abs(value - size) >= FAR and one_slip(str(value), str(size))


def _is_of_all(frame: Frame, at: int) -> bool:
    """Whether all of a group are spoken of: "seluruh 98 kota", "Indonesia's 38 provinces", and where somebody is first
    or last of them; nothing behind it says which."""
    before, start = (frame.mentions[at - 2] if at > 1 else None), frame.mentions[at - 1].start
    lead = frame.plain[frame.sentence.start : start].rstrip().lower()
    country = before is not None and before.ids == (COUNTRY,) and lead[before.end - frame.sentence.start :] in OWN
    if country or lead.endswith(frame.words.whole_of):
        behind = frame.plain[frame.mentions[at].end : frame.sentence.end].split()[:1]
        return not behind or behind[0].lower() not in frame.words.relative
    if before is None or before.end - frame.sentence.start != len(lead) or not _is_whole(frame, at):
        return False
    among = Tag.RANK_AMONG in before.tags and frame.has_any(FIRST_OR_LAST)
    return Tag.MOOD_ALL in before.tags or among


def _is_whole(frame: Frame, at: int) -> bool:
    """Whether a mark, the end of the sentence or the country stands behind the word for a group."""
    if frame.has_any(PARTS, at + 1, at + 3):
        return False
    end = frame.mentions[at].end
    behind = frame.plain[end : frame.sentence.end].strip(" \"'”’")
    following = frame.mentions[at + 1] if at + 1 < len(frame.mentions) else None
    national = following is not None and (following.ids == (COUNTRY,) or Tag.RANK_NATIONAL in following.tags)
    return not behind or not behind[0].isalnum() or (national and frame.close(at, at + 1, 1))


@lru_cache(maxsize=32)
def _sizes(case: Case, group: str) -> Collection[int]:
    """How many of a group there are in the country, and how many were assessed in any year."""
    reference = case.reference
    members = len(reference.members(group, COUNTRY))
    provinces = reference.all_on(group, FIRST)
    if not provinces and not reference.all_on(group, SECOND):
        return ()
    told = {int(fact.value) for fact in stated_counts(reference, COUNTRY, "assessed") if fact.group == group}
    sizes = {members, *told}
    return sizes if provinces else {size for size in sizes if size >= MANY}


@lru_cache(maxsize=2)
def _told(case: Case) -> Mapping[tuple[str, int], int]:
    """How often each number of a group is told in a draft."""
    found: Counter[tuple[str, int]] = Counter()
    for frame in with_tag(case.frames, Tag.GROUP):
        for at in frame.having(Tag.GROUP):
            number = whole(frame, at - 1) if at and frame.close(at - 1, at) else None
            if number is not None:
                found[frame.mentions[at].tags[Tag.GROUP], int(number.value)] += 1
    return found
