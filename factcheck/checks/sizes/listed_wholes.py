"""How many of a group there are, where a draft lists them one by one: "Daftar lengkap di 25 kabupaten/kota di Jawa
Tengah:" over a list of them, which may be cut off, or over figures of all 35 anywhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from factcheck.checks.sizes.group_sizes import Missed
from factcheck.judging.case import Case
from factcheck.language.figures import Number
from factcheck.language.fold import fold
from factcheck.model import COUNTRY
from factcheck.reading.evidence.counts.explained_counts import whole
from factcheck.reading.evidence.explained.one_slip import one_slip
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame, with_tag
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.sums.operands import is_hedged
from factcheck.reference.packs.info import FIRST, SECOND
from factcheck.typed import NamedTuple

LEAST = 10
"""Fewer are a slip away from any number of one digit."""
SOME = (Tag.EXTREME, Tag.COUNT_PART, Tag.COUNT_OTHER, Tag.MOOD_SOME, Tag.RANK_AMONG, SCALED)
"""With one of these in the sentence some are listed for a reason."""
BEHIND = (Tag.CHANGE, Tag.NUMBER)
"""Behind the group one of these says which are listed, or that more are."""
LISTED = 3
"""So many of a group, a line each, are a list."""
NEXT, AHEAD = 1, 3
"""Sentences behind that which announces a list: in the next may stand that one follows, and this many ahead it begins
at the latest."""
HEAD = 40
"""Letters of a line in which whom it is of is named."""


class Announced(NamedTuple):
    """A number that announces a list of a group, and in which sentence."""

    number: Number
    group: str
    frame: Frame


class Told(NamedTuple):
    """Of whom a draft tells, by which pack and in which year."""

    ids: Collection[str]
    pack: str
    period: str


def wholes_listed(case: Case) -> Iterator[Missed]:
    """The numbers that announce a list, and how many there are of the group, where a draft has figures of all, or the
    list behind is of another number."""
    announced = [found for frame in with_tag(case.frames, Tag.GROUP) for found in _announced(case, frame)]
    figured = _figured(case) if announced else []
    for one in announced:
        value, listed = int(one.number.value), _listed(case, one)
        if value == len(listed) or any(value == len(told.ids) for told in figured):
            continue
        wholes = {_whole(case, one.group, told, listed) for told in figured}
        if all(value != size for _, size in wholes):
            near = [(scope, size) for scope, size in wholes if size >= LEAST and _is_slip(value, size)]
            yield from (Missed(one.number, one.group, *found) for found in near if len(near) == 1)


def _is_slip(value: int, size: int) -> bool:
    return len(str(value)) == len(str(size)) and abs(value - size) > 1 and one_slip(str(value), str(size))


def _announced(case: Case, frame: Frame) -> Iterator[Announced]:
    """The one number of a sentence, and its group, that may announce a list of all: nothing behind it says which."""
    counted = [at for at in frame.having(Tag.GROUP) if at and whole(frame, at - 1) and frame.close(at - 1, at)]
    if len(counted) != 1 or frame.has_any(SOME) or frame.has_any(BEHIND, counted[0] + 1):
        return
    number = whole(frame, counted[0] - 1)
    if number is None or not (_leads(case, frame) or frame.plain[: frame.sentence.end].rstrip().endswith(":")):
        return
    line = fold(frame.plain[frame.sentence.start : frame.sentence.end])
    words = fold(frame.plain[frame.mentions[counted[0]].end : frame.sentence.end]).split()
    sided = any(f" {word} " in line for word in (*frame.words.higher, *frame.words.lower))
    if sided or not frame.words.relative or {*words} & {*frame.words.relative}:
        return
    if not is_hedged(fold(case.document.plain), number, case.language):
        yield Announced(number, frame.mentions[counted[0]].tags[Tag.GROUP], frame)


def _leads(case: Case, frame: Frame) -> bool:
    """Whether a sentence, or the one behind it, says that a list follows."""
    at = frame.sentence.place
    near = (fold(one.plain[one.sentence.start : one.sentence.end]) for one in case.frames[at : at + NEXT + 1])
    words = {word.strip(".,:;!?") for line in near for word in line.split()}
    return not words.isdisjoint(case.language.changes.lists.following)


def _listed(case: Case, one: Announced) -> Collection[str]:
    """Those of a group who are listed right behind a sentence, a line each."""
    place, found = one.frame.sentence.place, set[str]()
    for frame in case.frames[place + 1 :]:
        mine = {name for ids in _named(frame) for name in ids if case.reference.is_of(name, one.group)}
        if mine:
            found |= mine
        elif found or frame.sentence.place >= place + AHEAD:
            break
    return found if len(found) >= LISTED else ()


def _named(frame: Frame) -> Sequence[Sequence[str]]:
    """Whom a line is of; all where one has a figure for each: "Kabupaten Cilacap Rp2.479.106, Kabupaten Banyumas …"."""
    named = [ids for _, ids in frame.bearers]
    if LISTED <= len(named) <= len(frame.having(FIGURES)):
        return named
    return [ids for at, ids in frame.bearers if frame.mentions[at].start - frame.sentence.start <= HEAD][:1]


def _figured(case: Case) -> list[Told]:
    """Those of whom the draft has a figure, of each pack, measure and year."""
    found: dict[tuple[str, str, str], set[str]] = {}
    for claim in case.claims:
        if claim.measure and claim.kind != "count" and isinstance(claim.value, Decimal):
            found.setdefault((claim.pack, claim.measure, claim.period), set()).add(claim.subject)
    return [Told(ids, pack, period) for (pack, _, period), ids in found.items() if len(ids) >= LISTED]


def _whole(case: Case, group: str, told: Told, listed: Collection[str]) -> tuple[str, int]:
    """The country or a province, and how many of a group there are in it, where all have a figure or a list of some is
    right behind; none where the pack has figures of other than all."""
    reference = case.reference
    if not reference.all_on(group, FIRST) and not reference.all_on(group, SECOND):
        return "", 0
    parents = {COUNTRY if reference.level_of(one) == FIRST else _parent(case, one) for one in listed or told.ids}
    scope = next(iter(parents)) if len(parents) == 1 else ""
    members = {one.id for one in reference.members(group, scope, told.period, told.pack)} if scope else set()
    if any(record.out_of == scope for record in reference.entities.values()):
        return "", 0
    every = len(members & {*told.ids}) >= LISTED and (bool(listed) or members <= {*told.ids})
    return (scope, len(members)) if every else ("", 0)


def _parent(case: Case, entity: str) -> str:
    record = case.reference.entities.get(entity)
    return record.parent if record is not None else ""
