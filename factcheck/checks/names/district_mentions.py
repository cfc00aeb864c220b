"""Districts that a draft names with a region behind them: "Kecamatan Cibinong, Kabupaten Bogor"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case
from factcheck.language.fold import fold, starts_of, word_start
from factcheck.model import EntityRecord
from factcheck.reading.people.governments import list_goes_on, regions_at
from factcheck.spans import own_text
from factcheck.typed import NamedTuple

_NAME = compiled(r"[ \n]+([A-Z][\w'’-]*(?:[ \n][A-Z][\w'’-]*){0,3})")
_BEHIND = compiled(r"(?:,[ \n]|[ \n]\(|[ \n]di[ \n]|[ \n](?=Kabupaten|Kab\.|Kota ))(?=[A-Z])")

_WORD = r"\w"
"""None of these stands before the word for a district."""


class District(NamedTuple):
    """A district as written, with the region behind it: their places, the regions that the name may mean, and the ids
    of those in which a district of that name lies (none: nobody knows it)."""

    start: int
    end: int
    region_start: int
    region_end: int
    regions: list[EntityRecord]
    within: tuple[str, ...]


def named_districts(case: Case) -> Iterator[District]:
    """The districts of a draft that have a region behind them, but for members of lists of places."""
    words = case.language.people.governments.districts
    if not words:
        return
    low, own = fold(case.document.plain), own_text(case.document)
    for start in starts_of(low, words):
        cue = _cue(words).match(low, start)
        district = _district(case, cue.end()) if cue and own.holds(start) else None
        if district is not None and not list_goes_on(
            case.document.plain, district.region_end, case.language, case.reference
        ):
            yield district


@cache
def _cue(words: tuple[str, ...]) -> re.Pattern[str]:
    return compiled(rf"{word_start(words, _WORD)}(?=[ \n])")


def _district(case: Case, at: int) -> District | None:
    """The longest name behind the word that is known and has a region behind it, else the longest with a region."""
    name = _NAME.match(case.document.plain, at)
    if name is None:
        return None
    ends = [name.start(1) + word.end() for word in re.finditer(r"[^ \n]+", name[1])]
    found = [one for end in reversed(ends) if (one := _with_region(case, name.start(1), end)) is not None]
    return next((one for one in found if one.within), found[0] if found else None)


def _with_region(case: Case, start: int, end: int) -> District | None:
    plain = case.document.plain
    mark = _BEHIND.match(plain, end)
    if mark is None:
        return None
    region_end, ids = regions_at(plain, mark.end(), case.reference)
    regions = [case.reference.entities[one] for one in ids if one in case.reference.entities]
    if not regions or not all(region.parent for region in regions):
        return None
    return District(start, end, mark.end(), region_end, regions, case.reference.districts(plain[start:end]))
