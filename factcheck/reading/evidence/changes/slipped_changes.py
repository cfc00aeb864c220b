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
from factcheck.reading.evidence.changes.told_changes import Told, is_change, made_like, values_told
from factcheck.reading.evidence.explained.one_slip import one_slip, written_like
from factcheck.reading.evidence.explained.printed import digits
from factcheck.reading.evidence.explained.slots import PAIR, Known
from factcheck.reading.scan.frame import ENDS, FIGURES, Frame, with_tag
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.values.change_sizes import in_points
from factcheck.reading.values.mood import demanded, irrealis

TELLING = 3
"""Fewer digits miss some difference by chance."""
FINE = Decimal("0.01")
"""A change in points told to hundredths has no more digits where it is small."""
LEAD = 3
"""So many mentions in front of a figure in which the word for its change stands."""
FAR = 6
"""So many in front of points: "Penurunan terbesar milik Riau, 0,93 poin"."""
NEAR = 2
"""Sentences around a change in which one of its two values stands."""


def slipped_changes(claims: Sequence[Claim], frames: Sequence[Frame], known: Known) -> list[Claim]:
    """The claims, and the figures that are the change of somebody but for a slip of the finger; those in points go
    before a change that only the many rates of the reference have, of years that nobody speaks of."""
    taken = {claim.start: claim for claim in claims}
    told = values_told(claims, known)
    made = {
        change.start: change
        for frame in (with_tag(frames, Tag.CHANGE) if told.here else ())
        if frame.sentence.kind != "row"
        for at in frame.having(FIGURES)
        if (change := _change(frame, at, told, known)) is not None and _is_free(taken.get(change.start), change, known)
    }
    return [*(made.pop(claim.start, claim) for claim in claims), *made.values()]


def _is_free(claim: Claim | None, change: Claim, known: Known) -> bool:
    """Whether a figure is no claim yet; or, for the change of a rate, is claimed as another change."""
    from factcheck.reading.evidence.rates.rates_alike import of_rate

    return claim is None or (claim.kind == "difference" and of_rate(change, known.setting))


def _change(frame: Frame, at: int, told: Told, known: Known) -> Claim | None:
    number = frame.mentions[at].number
    if number is None or not _may_be_change(frame, at, number, known):
        return None
    figure = known.evidence.figures.get(number.figure.start)
    pointed = in_points(frame, at)
    if figure is not None and figure.facts and not pointed:
        return None
    subject = _subject(frame, at, told)
    values = told.near(subject, frame.sentence.place) if subject else ()
    pairs = list(_pairs(values, frame.sentence.place, known))
    written = written_like(number.value, number)
    found = [pair for pair in pairs if one_slip(written, written_like(_size(*pair), number))]
    if len({_size(*pair) for pair in found}) != 1 or any(_size(*pair) == number.value for pair in pairs):
        return None
    later = max(found[0], key=lambda one: one.period)
    return made_like(number, later, frame)._replace(kind="difference")


def _may_be_change(frame: Frame, at: int, number: Number, known: Known) -> bool:
    """Whether a figure stands right behind a word for a change and may be the size of it."""
    fine = number.quantum == FINE and frame.after(at, Tag.UNIT)  # "0,23 poin"
    if number.form != "digits" or (digits(number) < TELLING and not fine) or not is_change(frame, at, number, known):
        return False
    first = max(0, at - (FAR if fine else LEAD))
    words = frame.having(Tag.CHANGE, first, at)
    parted = not words or frame.has_any((*ENDS, FIGURES), words[-1] + 1, at)
    return not parted and not demanded(frame, at) and not irrealis(frame, at)


def _subject(frame: Frame, at: int, told: Told) -> str:
    """Who is named last in front of a figure, else the one whom the values of its sentence are all of, or where it has
    none those of the two before."""
    named = [ids for place, ids in frame.bearers if place < at]
    if named:
        return next((one for one in named[-1] if one in told.of), "")
    place = frame.sentence.place
    for near in range(place, place - NEAR - 1, -1):
        subjects = {one.subject for at in range(near, place + 1) for one in told.here.get(at, ())}
        if subjects:
            return subjects.pop() if len(subjects) == 1 else ""
    return ""


def _size(one: Claim, other: Claim) -> Decimal:
    return abs(number_of(one) - number_of(other))


def _pairs(values: Sequence[Claim], place: int, known: Known) -> Iterator[tuple[Claim, Claim]]:
    """The pairs of values of one measure between which a change may lie: of two years, one of them near; or, of a rate,
    which each half of a year has its own, both near, or the only two that are told."""
    from factcheck.reading.evidence.rates.rates_alike import of_rate

    for one, other in combinations(values, 2):
        if (one.pack, one.measure) != (other.pack, other.measure) or not _size(one, other):
            continue
        far = sorted((abs(one.sentence - place), abs(other.sentence - place)))
        if of_rate(one, known.setting):
            alone = len({number_of(value) for value in values if value.measure == one.measure}) == PAIR
            if far[1] <= NEAR or alone:
                yield one, other
        elif one.period != other.period and far[0] <= NEAR:
            yield one, other
