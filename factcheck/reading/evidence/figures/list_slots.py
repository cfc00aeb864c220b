"""Figures in the slots that their list shows: where two items and more have a figure of one measure and year that is
explained, the figure in the same place of another item is of that measure and year too, whose it says it is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from factcheck.language.figures import Number
from factcheck.language.interval import interval
from factcheck.model import Claim, How, Span
from factcheck.reading.evidence.explained.next_name import places_in_step
from factcheck.reading.evidence.explained.printed import digits
from factcheck.reading.evidence.explained.slots import Known, is_value
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.values.mood import is_supposed
from factcheck.reading.values.scores import is_size_of_change, of_something_else, own_units
from factcheck.typed import NamedTuple

LISTED = ("item", "row")
PAIR, SHOWN = 2, 3
"""So many explained figures show what a place of a list is of; what the figures behind names in a sentence are of."""
LEAST, COUNTED = 3, 2
"""So many digits a figure has that tells something there; and one with what is counted behind it."""

Place = tuple[int, int]
"""The cell of a row, and which figure of it; an item of a list is one cell."""


class Slot(NamedTuple):
    """A figure of an item: where in it, the place among the mentions, the number, who is named in the item."""

    place: Place
    frame: Frame
    at: int
    number: Number
    name: int


def list_slots(claims: Sequence[Claim], frames: Sequence[Frame], known: Known) -> list[Claim]:
    """The claims, and those of figures that only the other items of their list tell."""
    told = {claim.start: claim for claim in claims if isinstance(claim.value, Decimal)}
    made = (claim for run in _runs(frames) for claim in _of_run(run, told, known))
    return [*claims, *made]


def sentence_slots(claims: Sequence[Claim], frames: Sequence[Frame], known: Known) -> list[Claim]:
    """The claims, and those of figures right behind a name where that sentence and those beside it in its paragraph
    tell several others so, all of one measure and year: "Kalimantan Tengah 5,17 persen, Kalimantan Timur 5,95
    persen, Kalimantan Barat 6,32 persen"."""
    told = {claim.start: claim for claim in claims if isinstance(claim.value, Decimal)}
    blocks = Counter(frames[claim.sentence].sentence.block for claim in told.values())
    made: list[Claim] = []
    for block, paragraph in groupby(frames, key=lambda frame: frame.sentence.block):
        if blocks[block] >= SHOWN:
            sentences = [[*_behind_names(frame)] for frame in paragraph if frame.sentence.kind not in LISTED]
            for before, here, behind in zip([[], *sentences], sentences, [*sentences[1:], []], strict=False):
                made += _of_slots(here, told, known, [*before, *behind])
    return [*claims, *made]


def _behind_names(frame: Frame) -> Iterator[Slot]:
    """The figures of a sentence with a name, and no other figure, in front of each; those that are shared out
    ("A dan B masing-masing 20,2 persen dan 20,8 persen") with the name in their turn."""
    shared = places_in_step(frame)
    for at in frame.having(FIGURES):
        number, names = frame.mentions[at].number, [place for place, _ in frame.bearers if place < at]
        if number is None or not names or (at not in shared and frame.has_any((FIGURES, Tag.BIND_PAIR), names[-1], at)):
            continue
        if digits(number) >= LEAST and not (is_size_of_change(frame, at) or of_something_else(frame, at)):
            yield Slot((0, 0), frame, at, number, shared.get(at, names[-1]))


def without_supposed(claims: Sequence[Claim], frames: Sequence[Frame], known: Known) -> list[Claim]:
    """The claims but for the values, which nothing explains, of a list that its announcement puts under a condition:
    "Berikut daftar iuran jika naik 6,5 persen:"."""
    supposed = {frame.sentence.place for frame in _supposed(frames)}
    if not supposed:
        return list(claims)
    return [
        claim
        for claim in claims
        if claim.sentence not in supposed or not is_value(claim, known.setting) or _is_explained(claim, known)
    ]


def _supposed(frames: Sequence[Frame]) -> Iterator[Frame]:
    """The items behind a sentence with a condition in it that a colon ends."""
    open_list = False
    for frame in frames:
        if frame.sentence.kind in LISTED:
            if open_list:
                yield frame
            continue
        closed = frame.plain[frame.sentence.start : frame.sentence.end].rstrip().endswith(":")
        open_list = closed and is_supposed(frame, len(frame.mentions))


def _runs(frames: Sequence[Frame]) -> Iterator[list[Frame]]:
    """The items, or rows, that follow each other, each with its first sentence only."""
    run: list[Frame] = []
    for frame in frames:
        if frame.sentence.kind not in LISTED or (run and frame.sentence.kind != run[-1].sentence.kind):
            if len(run) > PAIR:
                yield run
            run = []
        if frame.sentence.kind in LISTED and not (run and run[-1].sentence.block == frame.sentence.block):
            run.append(frame)
    if len(run) > PAIR:
        yield run


def _of_run(run: Sequence[Frame], told: Mapping[int, Claim], known: Known) -> Iterator[Claim]:
    by_place: dict[Place, list[Slot]] = defaultdict(list)
    for frame in run:
        for slot in _slots(frame):
            by_place[slot.place].append(slot)
    for slots in by_place.values():
        yield from _of_slots(slots, told, known)


def _of_slots(
    slots: Sequence[Slot], told: Mapping[int, Claim], known: Known, beside: Sequence[Slot] | None = None
) -> Iterator[Claim]:
    """The claims of those of the slots that nobody read, where others show what all are of; more of them where some
    only stand `beside`."""
    every = [*slots, *(beside or ())]
    shown = [claim for slot in every if (claim := told.get(slot.number.figure.start)) is not None]
    like = _like(shown, every, known, PAIR if beside is None else SHOWN)
    if like is None:
        return
    level = known.setting.reference.level_of(like.subject)
    for slot in slots:
        ids = slot.frame.mentions[slot.name].ids  # "Gorontalo" among provinces is the province
        alike = [name for name in ids if known.setting.reference.level_of(name) == level]
        if len(alike) == 1 and slot.number.figure.start not in told and _tells(slot, known):
            yield _made(slot, alike[0], like)


def _tells(slot: Slot, known: Known) -> bool:
    """ "Bone Bolango, 18 kecamatan": whether a figure has digits enough, or those of a count before its unit."""
    told = digits(slot.number)
    return told >= LEAST or (told >= COUNTED and bool(own_units(slot.frame, slot.at, known.setting)))


def _slots(frame: Frame) -> Iterator[Slot]:
    """The figures behind the one name of an item."""
    names = [at for at, _ in frame.bearers]
    if len(names) != 1:
        return
    cells, within = 0, 0
    for at in range(names[0] + 1, len(frame.mentions)):
        mention = frame.mentions[at]
        if Tag.CELL in mention.tags:
            cells, within = cells + 1, 0
        number = mention.number
        if number is not None and number.form == "digits" and Tag.YEAR_DIGITS not in mention.tags:
            yield Slot((cells, within), frame, at, number, names[0])
            within += 1


def _like(shown: Sequence[Claim], slots: Sequence[Slot], known: Known, enough: int) -> Claim | None:
    """A claim of the one kind, measure and year that the explained figures of a place are of; None where they are of
    several, or too few."""
    right = [claim for claim in shown if _is_shown(claim, known)]
    kinds = {(claim.kind, claim.pack, claim.measure, claim.period) for claim in shown}
    units = {(slot.number.unit, slot.number.quantum if enough == SHOWN else 0) for slot in slots}
    return right[0] if len(right) >= enough and len(kinds) == 1 and len(units) == 1 else None


def _is_shown(claim: Claim, known: Known) -> bool:
    """Whether a claim is a value that is explained, or a change of two values told."""
    if claim.kind == "difference":
        return How.SUBJECT_OF_CHANGE in claim.how
    return is_value(claim, known.setting) and _is_explained(claim, known)


def _is_explained(claim: Claim, known: Known) -> bool:
    figure = known.evidence.figures.get(claim.start)
    facts = figure.facts if figure is not None else ()
    return any((one.entity, one.period, one.measure) == (claim.subject, claim.period, claim.measure) for one in facts)


def _made(slot: Slot, subject: str, like: Claim) -> Claim:
    mention, sentence = slot.frame.mentions[slot.name], slot.frame.sentence
    low, high = interval(slot.number, "")
    return like._replace(
        start=slot.number.figure.start, end=slot.number.figure.end, value=slot.number.value, low=low, high=high,
        subject=subject, subject_span=Span(mention.start, mention.end), period_span=None, period_origin=None,
        voice=sentence.voice, sentence=sentence.place, how=(How.YEAR_OF_FIGURE,), readings=(),
    )  # fmt: skip
