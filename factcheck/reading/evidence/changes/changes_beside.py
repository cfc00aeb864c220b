"""How much a rate or a number of people rose or fell since a time of which nothing is told: "8,57 persen, turun 0,46
persen poin terhadap Maret", "Angka itu berkurang 0,20 juta orang". It is a change of the figure told last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from factcheck.language.figures import PERCENT, Number
from factcheck.model import Claim, How, number_of
from factcheck.reading.evidence.changes.told_changes import made_like
from factcheck.reading.evidence.explained.slots import Known, is_value
from factcheck.reading.scan.frame import ENDS, FIGURES, UNITS, Frame
from factcheck.reading.scan.mentions import CUE_OF, Tag
from factcheck.reading.values.change_sizes import in_points
from factcheck.reading.values.mood import demanded, irrealis
from factcheck.reading.values.scores import is_size_of_change

THOUSAND = 1000
COUNT = "count"
BACK = 4
"""So many sentences back stands the figure of which a change of a measure named again is."""
FAR = 16
"""So many letters are looked at behind a figure for the word that says it is how far two are from each other."""
BESIDE = How.SUBJECT_OF_FIGURE, How.YEAR_OF_FIGURE


def changes_beside(claims: Sequence[Claim], frames: Sequence[Frame], known: Known) -> list[Claim]:
    """The claims, and those of sizes of changes that nothing else tells of, each of whom and when the figure of its
    unit is of that stands last in front of it, in its sentence or at the end of the one before."""
    told = _people(claims, known)
    read = {claim.start for claim in claims if isinstance(claim.value, Decimal)} if told else set()
    made = [
        made_like(number, like, frame)._replace(kind="difference", how=BESIDE)
        for frame in (frames if told else ())
        for at, number in _sizes(frame, read)
        if (like := _of(frame, at, frames, told)) is not None
    ]
    return [*claims, *made]


def _people(claims: Sequence[Claim], known: Known) -> Mapping[int, Sequence[Claim]]:
    """The rates and the numbers of people that the claims tell, by sentence."""
    found: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        pack = known.setting.packs.get(claim.pack)
        measure = pack.measures.get(claim.measure) if pack is not None else None
        if measure is None or not measure.reported or not claim.subject or not claim.period:
            continue
        if isinstance(claim.value, Decimal) and is_value(claim, known.setting):
            found[claim.sentence].append(claim)
    return found


def _sizes(frame: Frame, read: set[int]) -> Iterator[tuple[int, Number]]:
    """The figures of a sentence of prose that are how much something changed: points, a rate right behind a word for a
    change, or a large number of those."""
    if frame.sentence.kind in ("row", "header") or frame.has(Tag.COUNT_PEOPLE):
        return
    for at in frame.having(FIGURES):
        number = frame.mentions[at].number
        if number is None or number.form != "digits" or number.figure.start in read or not _is_size(frame, at, number):
            continue
        if not (irrealis(frame, at) or demanded(frame, at) or frame.before(at, Tag.BIND_TO)):
            yield at, number


def _is_size(frame: Frame, at: int, number: Number) -> bool:
    if _kind(frame, at, number) == PERCENT:
        led = frame.before(at, Tag.CHANGE, 1) and number.quantum < 1
        return (in_points(frame, at) and is_size_of_change(frame, at)) or led
    return number.value >= THOUSAND and not number.unit and (is_size_of_change(frame, at) or _is_apart(frame, at))


def _is_apart(frame: Frame, at: int) -> bool:
    """ "98.058 orang lebih banyak dari Agustus 2022", "1.84 million fewer than in March": whether a word for more or
    less stands right behind a number, or behind what it counts."""
    last = at + frame.has_any((UNITS, Tag.UNIT), at + 1, at + 2)
    behind = frame.plain[frame.mentions[last].end : frame.mentions[last].end + FAR].lstrip().lower()
    return behind.startswith(frame.words.sided)


def _kind(frame: Frame, at: int, number: Number) -> str:
    """In what a figure is told: per cent or points, people, or something else."""
    if number.unit == PERCENT or (not number.unit and in_points(frame, at)):
        return PERCENT
    counted = frame.has(UNITS, at + 1, at + 2) or number.quantum >= THOUSAND or number.value >= THOUSAND
    return COUNT if counted and not number.unit else number.unit


def _of(frame: Frame, at: int, frames: Sequence[Frame], told: Mapping[int, Sequence[Claim]]) -> Claim | None:
    """The figure of which a size at a place is the change; None where another of its unit stands between that is none
    of a subject, or where anybody else is named."""
    number = frame.mentions[at].number
    kind = _kind(frame, at, number) if number is not None else ""
    place = frame.sentence.place
    like = _last(frame, at, kind, told.get(place, ()))
    if like is None and not _figures(frame, at, kind):
        if place and (in_points(frame, at) or _goes_on(frame, at)):
            like = _at_end(frames[place - 1], kind, told)
        else:
            like = _of_measure(frame, at, kind, frames, told)
    if like is None or number is None or number.value >= number_of(like):
        return None
    others = (ids for one, ids in frame.bearers if one < at and like.subject not in ids)
    return None if any(others) or frame.has_any(ENDS, _start(frame, like), at) else like


def _at_end(before: Frame, kind: str, told: Mapping[int, Sequence[Claim]]) -> Claim | None:
    """What is told of the last figure of a kind in a sentence of prose that tells of all people."""
    if before.has(Tag.COUNT_PEOPLE) or before.sentence.kind in ("row", "header"):
        return None
    return _last(before, len(before.mentions), kind, told.get(before.sentence.place, ()))


def _of_measure(
    frame: Frame, at: int, kind: str, frames: Sequence[Frame], told: Mapping[int, Sequence[Claim]]
) -> Claim | None:
    """ "Penduduk miskin pun berkurang 0,68 juta orang.": what is told last, a few sentences back, of the measure that a
    sentence names in front of a change of its number."""
    place = frame.sentence.place
    for before in reversed(frames[max(0, place - BACK) : place]):
        like = _at_end(before, kind, told)
        if like is not None:
            return like if frame.has(f"{CUE_OF}{like.measure}", 0, at) else None
    return None


def _goes_on(frame: Frame, at: int) -> bool:
    """ "Angka itu berkurang 0,20 juta orang", "Turun 0,33 persen": whether a sentence points back in front of a figure,
    or begins with its change, and so does not say of what else it is."""
    lead = frame.plain[frame.sentence.start : frame.mentions[at].start].lower().split()
    first = frame.first(Tag.CHANGE, 0, at)
    opens = first >= 0 and not frame.plain[frame.sentence.start : frame.mentions[first].start].strip(" \"'“*_")
    return opens or any(word in frame.words.pointing for word in lead)


def _start(frame: Frame, like: Claim) -> int:
    """The place behind a figure of a sentence; its beginning where the figure stands before it."""
    return next((at + 1 for at in frame.having(FIGURES) if frame.mentions[at].start == like.start), 0)


def _last(frame: Frame, stop: int, kind: str, told: Sequence[Claim]) -> Claim | None:
    """What is told of the last figure of a kind in front of a place; None where nothing is."""
    figures = _figures(frame, stop, kind)
    return next((one for one in told if figures and one.start == figures[-1].figure.start), None)


def _figures(frame: Frame, stop: int, kind: str) -> Sequence[Number]:
    """The figures of a kind in front of a place, without those that are sizes of changes."""
    found = []
    for at in frame.having(FIGURES, 0, stop):
        number = frame.mentions[at].number
        if number is None or Tag.YEAR_DIGITS in frame.mentions[at].tags or _kind(frame, at, number) != kind:
            continue
        if not _is_size(frame, at, number):
            found.append(number)
    return found
