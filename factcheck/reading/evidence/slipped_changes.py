"""A figure behind a word for a change that misses the difference of two values told of one subject by one slip of the
finger is that change: "Pada 2021 kabupaten itu meraih 83,81. Selisih keduanya 8,83 poin", where it has 92,19 now.

Read as such it is held against them; nothing else of the text or the reference explains it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from factcheck.language.written import Number
from factcheck.model import Claim, number_of
from factcheck.reading.evidence.one_slip import one_slip, written_like
from factcheck.reading.evidence.printed import digits
from factcheck.reading.evidence.slots import Known
from factcheck.reading.evidence.told_changes import Told, is_change, made_like, values_told
from factcheck.reading.scan.frame import ENDS, FIGURES, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.values.mood import demanded, irrealis

TELLING = 3
"""Fewer digits miss some difference by chance."""
LEAD = 3
"""So many mentions in front of a figure in which the word for its change stands."""
NEAR = 2
"""Sentences around a change in which one of its two values stands."""


def slipped_changes(claims: Sequence[Claim], frames: Sequence[Frame], known: Known) -> list[Claim]:
    """The claims, and the figures that are the change of somebody but for a slip of the finger."""
    taken = {claim.start for claim in claims}
    told = values_told(claims, known)
    made = (
        change
        for frame in frames
        if told.here and frame.has(Tag.CHANGE) and frame.sentence.kind != "row"
        for at in frame.having(FIGURES)
        if (change := _change(frame, at, told, known)) is not None and change.start not in taken
    )
    return [*claims, *made]


def _change(frame: Frame, at: int, told: Told, known: Known) -> Claim | None:
    number = frame.mentions[at].number
    if number is None or not _may_be_change(frame, at, number):
        return None
    figure = known.evidence.figures.get(number.figure.start)
    if figure is not None and figure.facts:
        return None
    subject = _subject(frame, at, told)
    found = list(_missed(number, told.near(subject, frame.sentence.place), frame.sentence.place)) if subject else []
    if len({abs(number_of(one) - number_of(other)) for one, other in found}) != 1:
        return None
    later = max(found[0], key=lambda one: one.period)
    return made_like(number, later, frame)._replace(kind="difference")


def _may_be_change(frame: Frame, at: int, number: Number) -> bool:
    """Whether a figure stands right behind a word for a change and may be the size of it."""
    if number.form != "digits" or digits(number) < TELLING or not is_change(frame, at, number):
        return False
    first = max(0, at - LEAD)
    words = frame.having(Tag.CHANGE, first, at)
    parted = not words or frame.has_any((*ENDS, FIGURES), words[-1] + 1, at)
    return not parted and not demanded(frame, at) and not irrealis(frame, at)


def _subject(frame: Frame, at: int, told: Told) -> str:
    """Who is named last in front of a figure, else the one whom the values of its sentence and of the two before are
    all of."""
    named = [ids for place, ids in frame.bearers if place < at]
    if named:
        return next((one for one in named[-1] if one in told.of), "")
    place = frame.sentence.place
    subjects = {one.subject for near in range(place - NEAR, place + 1) for one in told.here.get(near, ())}
    return subjects.pop() if len(subjects) == 1 else ""


def _missed(number: Number, values: Sequence[Claim], place: int) -> Iterator[tuple[Claim, Claim]]:
    """The pairs of values of one measure and two years, one of them near, whose difference a figure misses."""
    written = written_like(number.value, number)
    for one, other in combinations(values, 2):
        alike = (one.pack, one.measure) == (other.pack, other.measure) and one.period != other.period
        near = min(abs(one.sentence - place), abs(other.sentence - place)) <= NEAR
        size = abs(number_of(one) - number_of(other))
        if alike and near and size > Decimal(0) and one_slip(written, written_like(size, number)):
            yield one, other
