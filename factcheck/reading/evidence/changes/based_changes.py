"""A change of which the sentence says from when it is told, and the reference has the value of then: "8.57 percent,
0.46 percentage points less than in March 2024", "0,54 poin lebih rendah dari Agustus 2022"; or that but for one slip.

What it was then stands nowhere in the text, and no verb of change need stand in front of the figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.language.figures import PERCENT, Number
from factcheck.model import Claim, number_of
from factcheck.reading.evidence.changes.told_changes import Told, made_like, values_told
from factcheck.reading.evidence.explained.one_slip import one_slip, written_like
from factcheck.reading.evidence.explained.slots import Known
from factcheck.reading.period.told_from import base_of, named_bases
from factcheck.reading.scan.frame import FIGURES, UNITS, Frame
from factcheck.reading.values.change_sizes import in_points
from factcheck.reading.values.mood import demanded, irrealis

FINE = Decimal("0.01")
"""Points with fewer decimals are any change's."""
NEAR = 2
"""Sentences in front of a change in which the later value stands."""
ONE_OFF = 2
"""A change is off by so many of its last digit where it was reckoned with finer values, and is no slip."""


def based_changes(claims: Sequence[Claim], frames: Sequence[Frame], known: Known) -> list[Claim]:
    """The claims, and those of such changes that nothing else reads."""
    read = {claim.start for claim in claims if isinstance(claim.value, Decimal)}
    told = values_told(claims, known)
    made = [
        change
        for frame in (frames if told.here else ())
        for at in frame.having(FIGURES)
        if (change := _change(frame, at, read, told, known)) is not None
    ]
    return [*claims, *made]


def _change(frame: Frame, at: int, read: set[int], told: Told, known: Known) -> Claim | None:
    number = frame.mentions[at].number
    if number is None or number.figure.start in read or number.form != "digits" or not _is_size(frame, at, number):
        return None
    bases = list(named_bases(frame, at))
    if not bases or demanded(frame, at) or irrealis(frame, at):
        return None
    for value in _values(frame, at, told):
        if _is_rate(value, known) == in_points(frame, at) and _lies(number, value, bases[0], known):
            return made_like(number, value, frame)._replace(kind="difference")
    return None


def _is_size(frame: Frame, at: int, number: Number) -> bool:
    """Whether a figure counts points to hundredths, or thousands and millions of what is counted."""
    if in_points(frame, at):
        return number.quantum == FINE
    return number.quantum > 1 and not number.unit and frame.has(UNITS, at + 1, at + 2)


def _values(frame: Frame, at: int, told: Told) -> Iterator[Claim]:
    """The values told in front of a figure, in its sentence or the few before, the last first; of whom its sentence
    names where it does."""
    place, start = frame.sentence.place, frame.mentions[at].start
    named = {one for where, ids in frame.bearers if where < at for one in ids}
    for back in range(place, max(-1, place - NEAR - 1), -1):
        for value in reversed(told.here.get(back, ())):
            if value.start < start and (not named or value.subject in named):
                yield value


def _is_rate(value: Claim, known: Known) -> bool:
    return known.setting.packs[value.pack].measures[value.measure].unit == PERCENT


def _lies(number: Number, value: Claim, told: str, known: Known) -> bool:
    """Whether a figure is how far a value lies from that of the period it is told from, or misses it by a slip."""
    base = base_of(told, value.period, value.part)
    facts = known.setting.reference.facts(value.measure, value.subject, base, value.pack) if base else ()
    held = {fact.value for fact in facts if isinstance(fact.value, Decimal) and not fact.trust}
    if len(held) != 1:
        return False
    apart = abs(number_of(value) - held.pop())
    if abs(apart - number.value) <= number.quantum / 2:
        return True
    far = abs(apart - number.value) > ONE_OFF * number.quantum
    return far and one_slip(written_like(number.value, number), written_like(apart, number))
