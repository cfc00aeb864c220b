"""Numbers right behind names, in a row, of what was said once: "Malinau 15, Nunukan 21, Bulungan 10, Tana Tidung 5, dan
Tarakan 4" behind "55 kecamatan", a column under "Kecamatan"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby

from factcheck.language.figures import Number
from factcheck.model import Fact, Span
from factcheck.reading.evidence.counts.explained_counts import whole
from factcheck.reading.scan.frame import FIGURES, UNITS, Frame
from factcheck.reading.scan.mentions import IN_OF, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reference.packs.info import Measure
from factcheck.typed import NamedTuple

ENOUGH = 3
"""So many right numbers in a row show what the others are."""
LINED = ("item", "row")
AHEAD = 2
"""So many sentences further the numbers of one row may go on."""
NEAR, WORDS = 3, 2
"""Mentions and words between a name and its number: "sama-sama punya 17", "hanya 10"."""
JOINED = {Tag.COMMA, Tag.OPEN, Tag.COLON, Tag.CELL, Tag.COUNT_EXISTS, Tag.BIND_PAIR, Tag.BIND_ALIKE}
"""What may stand between a name and its number."""


class Slot(NamedTuple):
    """A number right behind a name, and what the reference has of who is named."""

    frame: Frame
    at: int
    number: Number
    entity: str
    span: Span
    fact: Fact


def division_runs(
    frames: Sequence[Frame], read: Collection[int], measures: Mapping[str, Measure], setting: Setting
) -> Iterator[tuple[str, Slot]]:
    """The numbers that nothing reads of rows most of which are right, each with its measure (PACK/MEASURE)."""
    last: Mapping[str, None] = {}
    told: set[tuple[int, str]] = set()
    head: Frame | None = None
    for lined, group in groupby(frames, key=lambda frame: frame.sentence.kind in LINED):
        here = list(group)
        alone = [[frame] for frame in here if not lined or frame.having(UNITS)]
        for at, run in enumerate([here, *alone] if lined else alone):
            own = dict.fromkeys(place for frame in run for place in _units(frame, measures))
            for place in own or last:
                slots = [slot for frame in run for slot in _slots(frame, place, setting)]
                if lined and head is not None:
                    slots = list(_under(head, run, place, setting)) or slots
                if not lined:
                    slots += _going_on(here[at + 1 : at + 1 + AHEAD], place, setting)
                slots = [slot for slot in slots if _is_right(slot) or slot.number.figure.start not in read]
                right = sum(map(_is_right, slots))
                if right >= ENOUGH and len(slots) - right <= right // ENOUGH:
                    new = {(slot.number.figure.start, slot.entity): slot for slot in slots}
                    yield from ((place, slot) for at, slot in new.items() if at[0] not in read and at not in told)
                    told |= new.keys()
                    break
            last = own if own or not lined else last
        head = here[-1] if here[-1].sentence.kind == "header" else None


def _under(head: Frame, rows: Sequence[Frame], place: str, setting: Setting) -> Iterator[Slot]:
    """The numbers of a table in the column whose head is the word for what is counted, each of who its row names."""
    columns = {
        len(head.having(Tag.CELL, 0, at)) for at in head.having(UNITS) if place in head.mentions[at].tags.values()
    }
    pack, _, name = place.partition("/")
    for row in rows if len(columns) == 1 else ():
        named = [(at, ids[0]) for at, ids in row.bearers if len(ids) == 1]
        facts = setting.reference.facts(name, named[0][1], "", pack) if named else ()
        for at in row.having(FIGURES) if len(facts) == 1 else ():
            number = whole(row, at)
            if number is not None and {len(row.having(Tag.CELL, 0, at))} == columns:
                mention = row.mentions[named[0][0]]
                yield Slot(row, at, number, named[0][1], Span(mention.start, mention.end), facts[0])


def _is_right(slot: Slot) -> bool:
    return slot.number.value == slot.fact.value


def _going_on(frames: Sequence[Frame], place: str, setting: Setting) -> list[Slot]:
    """The numbers of the next sentences, as long as each has some that are right."""
    found: list[Slot] = []
    for frame in frames:
        right = [slot for slot in _slots(frame, place, setting) if _is_right(slot)]
        if not right:
            break
        found += right
    return found


def _units(frame: Frame, measures: Mapping[str, Measure]) -> Iterator[str]:
    """The measures whose word for what is counted stands in a sentence."""
    for at in frame.having(UNITS):
        yield from (one for tag, one in frame.mentions[at].tags.items() if tag.startswith(IN_OF) and one in measures)


def _slots(frame: Frame, place: str, setting: Setting) -> Iterator[Slot]:
    """The numbers behind names; one behind several of which all have as many is that of each: "Sukamara dan Palangka
    Raya masing-masing lima"."""
    pack, _, name = place.partition("/")
    bearers = dict(frame.bearers)
    for at in frame.having(FIGURES):
        number = whole(frame, at)
        owner = _name_before(frame, at, bearers) if number is not None else -1
        if number is None or owner < 0 or _counts_else(frame, at, place):
            continue
        run = [one for one in frame.run_before(at) if one in bearers] or [owner]
        found = []
        for one in run if owner in run else [owner]:
            entity, mention = bearers[one][0], frame.mentions[one]
            facts = setting.reference.facts(name, entity, "", pack) if len(bearers[one]) == 1 else ()
            if len(facts) == 1:
                found.append(Slot(frame, at, number, entity, Span(mention.start, mention.end), facts[0]))
        shared = len(found) > 1 and all(slot.fact.value == number.value for slot in found)
        yield from found if shared else [slot for slot in found if slot.span.start == frame.mentions[owner].start]


def _counts_else(frame: Frame, at: int, place: str) -> bool:
    """Whether the word right behind a number is one for what another measure counts: "300.120 jiwa"."""
    behind = frame.mentions[at + 1] if at + 1 < len(frame.mentions) and frame.close(at, at + 1) else None
    return behind is not None and Tag.UNIT in behind.tags and place not in behind.tags.values()


def _name_before(frame: Frame, at: int, bearers: Mapping[int, tuple[str, ...]]) -> int:
    """Where the name right in front of a number stands, no more than a mark or two words between; -1 where none
    does."""
    for owner in range(at - 1, max(-1, at - 1 - NEAR), -1):
        if owner in bearers:
            marks = frame.mentions[owner + 1 : at]
            joined = all(one.tags.keys() & JOINED for one in marks)
            words = frame.plain[frame.mentions[owner].end : frame.mentions[at].start].split()
            return owner if joined and sum(word[:1].isalpha() for word in words) <= WORDS else -1
    return -1
