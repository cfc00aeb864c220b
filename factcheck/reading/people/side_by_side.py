"""Names that stand side by side: who runs or governs with somebody known is of the same place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.cache.patterns import compiled
from factcheck.model import Person
from factcheck.reading.people.by_neighbour import Look, Seen
from factcheck.reading.people.identify import LONE_NAME, LONG_NAME, WRONG, Meant, agrees
from factcheck.reading.people.known import Known
from factcheck.reading.people.spelling import name_apart

WIDEST = 5
"""Code points between two names of a pair: a dash or a slash with its blanks, a short word such as "dan"."""
SIGNS = ("-", "–", "/", "&")
LONGEST_WORD = 3
"""Letters of the one word that joins two names."""
PAIR = 2
SHORT_NAME = 8
"""Letters of a name of two words and more that is told from a deputy's by one."""
APART = 60
"""Code points between the names of two who govern together in one sentence."""
ENDS = compiled(r"[.;!?](?:\s|$)|\n")


def beside_known(look: Look, seen: Sequence[Seen]) -> list[Seen]:
    """The names, those with somebody known right beside them held against who else is known in that place.

    "Ahmad Lutfi-Taj Yasin" names Ahmad Luthfi, whose deputy Taj Yasin is: a letter off is a slip here, however short
    the name is and though no office stands beside it.
    """
    known = [(one, one.meant.known.office.places if one.meant else _of_lone(look, one)) for one in seen]
    places = {one.parsed.start: own for one, own in known if own}
    ends = {one.parsed.end: one.parsed.start for one, own in known if own}
    held = [
        one if one.meant or own or _is_short(one) else _held(look, one, _places(look, one, ends, places))
        for one, own in known
    ]
    named = [(one.parsed.start, one.parsed.end, one.meant.known) for one in seen if one.meant]
    after = {end: known for _, end, known in named}
    before = {start: known for start, _, known in named}
    return [
        one if one.meant or _is_short(one) else _mate(look, _running_mate(look, one, named), after, before)
        for one in held
    ]


def _is_short(one: Seen) -> bool:
    return len(one.parsed.words) < PAIR and sum(map(len, one.parsed.words)) < LONE_NAME


def _of_lone(look: Look, one: Seen) -> frozenset[str]:
    """Where somebody governs or runs whose whole name is one word: "Mahyeldi-Vasko Ruseimy"."""
    if len(one.parsed.words) != 1 or _is_short(one):
        return frozenset()
    named = look.people.named(one.parsed.words)
    return frozenset().union(*(known.office.places for known in named))


def _running_mate(look: Look, one: Seen, named: Sequence[tuple[int, int, Known]]) -> Seen:
    """ "Sherly Tjoanda datang bersama wakilnya, Sarbin Sohe": a name a letter off that of the deputy of somebody known
    in its sentence, or of whose deputy somebody there is."""
    name, place = one.parsed.words, (one.parsed.start, one.parsed.end)
    beside = [known for start, end, known in named if _in_one_sentence(look.plain, (start, end), place)]
    if not beside or sum(map(len, name)) < (SHORT_NAME if len(name) > 1 else LONE_NAME):
        return one
    near = [known for known, letters in look.people.near(name, look.words.initials) if letters == 1]
    mates = [known for known in near if any(_are_mates(known.person, other.person) for other in beside)]
    meant = next((known for known in mates if len(known.words) == len(name) and agrees(one.office, known) >= 0), None)
    if meant is None:
        return one
    return one._replace(cue=one.cue or "known", meant=Meant(meant, WRONG, agrees(one.office, meant) > 0))


def _mate(look: Look, one: Seen, after: Mapping[int, Known], before: Mapping[int, Known]) -> Seen:
    """ "Raudatul Jannah-Rozanie Himawan Nugroho": a name right beside somebody known that is, or ends as, the name of
    who runs or governs with that one, but for a slip or two."""
    name = one.parsed.words
    if one.meant or len(name) < PAIR:
        return one
    most = 2 if sum(map(len, name)) >= LONG_NAME else 1
    for other in _beside(look, one, after, before):
        for known in look.people.holding(other.person.institution):
            tail = known.words[-len(name) :]
            fits = len(tail) == len(name) and not {*tail}.isdisjoint(name) and _are_mates(known.person, other.person)
            if fits and 0 < name_apart(name, tail, look.words.initials) <= most and agrees(one.office, known) >= 0:
                return one._replace(cue=one.cue or "known", meant=Meant(known, WRONG, agrees(one.office, known) > 0))
    return one


def _beside(look: Look, one: Seen, after: Mapping[int, Known], before: Mapping[int, Known]) -> Iterator[Known]:
    """Those known who stand right in front of a name or behind it."""
    start, end = one.parsed.start, one.parsed.end
    for width in range(1, WIDEST + 1):
        if start - width in after and _joins(look.plain[start - width : start]):
            yield after[start - width]
        if end + width in before and _joins(look.plain[end : end + width]):
            yield before[end + width]


def _in_one_sentence(plain: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    (_, end), (start, _) = sorted((one, other))
    between = plain[end:start]
    return len(between) <= APART and not ENDS.search(between)


def _are_mates(one: Person, other: Person) -> bool:
    """Whether one holds, or stands for, the office of the other with a word more: "Gubernur", "Wakil Gubernur"."""
    roles = {*one.role.lower().split()}, {*other.role.lower().split()}
    short, long = sorted(roles, key=len)
    return one.institution == other.institution and short < long and len(long - short) == 1


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
