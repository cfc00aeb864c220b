"""Names that stand side by side: who runs or governs with somebody known is of the same place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.reading.people.by_neighbour import Look, Seen
from factcheck.reading.people.identify import LONG_NAME, WRONG, Meant, agrees
from factcheck.reading.people.known import Known

WIDEST = 5
"""Code points between two names of a pair: a dash or a slash with its blanks, a short word such as "dan"."""
SIGNS = ("-", "–", "/", "&")
LONGEST_WORD = 3
"""Letters of the one word that joins two names."""


def beside_known(look: Look, seen: Sequence[Seen]) -> list[Seen]:
    """The names, those with somebody known right beside them held against who else is known in that place.

    "Ahmad Lutfi-Taj Yasin" names Ahmad Luthfi, whose deputy Taj Yasin is: a letter off is a slip here, however short
    the name is and though no office stands beside it.
    """
    places = {one.parsed.start: one.meant.known.office.places for one in seen if one.meant}
    ends = {one.parsed.end: one.parsed.start for one in seen if one.meant}
    alone = (bool(one.meant) or len(one.parsed.words) < 2 for one in seen)
    return [
        one if known else _held(look, one, _places(look, one, ends, places))
        for one, known in zip(seen, alone, strict=True)
    ]


def _places(look: Look, one: Seen, ends: Mapping[int, int], places: Mapping[int, frozenset[str]]) -> frozenset[str]:
    """The places of those known who stand right before or behind a name."""
    start, end = one.parsed.start, one.parsed.end
    found: frozenset[str] = frozenset()
    for width in range(1, WIDEST + 1):
        before, behind = ends.get(start - width), places.get(end + width)
        if before is not None and _joins(look.plain[start - width : start]):
            found |= places[before]
        if behind and _joins(look.plain[end : end + width]):
            found |= behind
    return found


def _joins(between: str) -> bool:
    """Whether what stands between two names makes a pair of them: a dash, a slash, "dan", "and", "&"."""
    bare = between.strip()
    if bare in SIGNS:
        return True
    return between != bare and bare.isalpha() and bare.islower() and len(bare) <= LONGEST_WORD


def _held(look: Look, one: Seen, places: frozenset[str]) -> Seen:
    if not places:
        return one
    name = one.parsed.words
    most = 2 if sum(map(len, name)) >= LONG_NAME else 1
    near = [known for known, letters in look.people.near(name, look.words.initials) if 0 < letters <= most]
    meant = next((known for known in near if _fits(one, known, places)), None)
    if meant is None:
        return one
    return one._replace(cue=one.cue or "known", meant=Meant(meant, WRONG, agrees(one.office, meant) > 0))


def _fits(one: Seen, known: Known, places: frozenset[str]) -> bool:
    same = len(known.words) == len(one.parsed.words)
    return same and not places.isdisjoint(known.office.places) and agrees(one.office, known) >= 0
