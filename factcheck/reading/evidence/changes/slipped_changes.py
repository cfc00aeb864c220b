"""A figure behind a word for a change that misses the difference of two values told of one subject by one slip of the
finger is that change: "Pada 2021 kabupaten itu meraih 83,81. Selisih keduanya 8,83 poin", where it has 92,19 now.

Read as such it is held against them; nothing else of the text or the reference explains it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from factcheck.language.figures import PERCENT, Number
from factcheck.model import Claim, number_of
from factcheck.reading.evidence.changes.told_changes import Told, is_change, is_of_rate, made_like, values_told
from factcheck.reading.evidence.explained.one_slip import one_slip, written_like
from factcheck.reading.evidence.explained.printed import digits
from factcheck.reading.evidence.explained.slots import PAIR, Known
from factcheck.reading.scan.frame import ENDS, FIGURES, Frame, with_tag
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.sums.changes import Changes
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
BACK = 2
"""Over more years a change that is not told is hardly meant: the many rates of somebody are so far apart by chance."""
BASES = (Tag.BIND_FROM, Tag.BIND_COMPARE, Tag.BIND_SINCE)
FEW = 4
"""So many rates of somebody that a draft tells may be far apart in it and still be what a change lies between."""

Pair = tuple[Claim, Claim]


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
        if (change := _change(frame, at, told, known, frames)) is not None
        and _is_free(taken.get(change.start), change, known)
    }
    return [*(made.pop(claim.start, claim) for claim in claims), *made.values()]


def _is_free(claim: Claim | None, change: Claim, known: Known) -> bool:
    """Whether a figure is no claim yet; or, for the change of a rate, is claimed as another change."""
    from factcheck.reading.evidence.rates.rates_alike import of_rate

    return claim is None or (claim.kind == "difference" and of_rate(change, known.setting))


def _change(frame: Frame, at: int, told: Told, known: Known, frames: Sequence[Frame]) -> Claim | None:
    number = frame.mentions[at].number
    if number is None or not _may_be_change(frame, at, number, known):
        return None
    figure = known.evidence.figures.get(number.figure.start)
    pointed = in_points(frame, at)
    if figure is not None and figure.facts and not pointed:
        return None
    subject = _subject(frame, at, told, frames)
    values = told.near(subject, frame.sentence.place) if subject else ()
    pairs = [*_pairs(values, frame.sentence.place, known), *_since(values, frame, at, known)]
    sizes = [_size(*pair) for pair in pairs]
    if number.value in sizes:
        return None
    written = written_like(number.value, number)
    missed = {size for size in {*sizes} if one_slip(written, written_like(size, number))}
    found = [pair for pair, size in zip(pairs, sizes, strict=True) if size in missed]
    latest = max((pair[0].period for pair in map(_by_year, found)), default="")
    found = [pair for pair in found if _by_year(pair)[0].period == latest]  # a change is told to what is new
    if len({_size(*pair) for pair in found}) != 1:
        return None
    if _is_another_change(number, found[0], pairs, frame.sentence.place, known):
        return None
    later, _ = _by_year(found[0])
    return made_like(number, later, frame)._replace(kind="difference")


def _is_another_change(number: Number, meant: Pair, pairs: Sequence[Pair], place: int, known: Known) -> bool:
    """Whether a change of a rate is right otherwise: in per cent the part by which one of those told changed, and where
    one of the two stands far off the change of two that the reference has and the draft does not tell."""
    if number.unit == PERCENT:
        from factcheck.reading.evidence.changes.relative_changes import is_rate

        return any(is_rate(number, later, base) for later, base in map(_by_year, pairs) if number_of(base))
    if not _is_of_rate(meant, known) or _far(meant, place)[1] <= NEAR:
        return False
    later, _ = _by_year(meant)
    facts = known.setting.reference.facts(later.measure, later.subject, "", later.pack)
    held = Changes((fact.period, number_of(fact)) for fact in facts).sized(number.value, number.value, later.period)
    return any(change.years <= BACK for change in held)


def _may_be_change(frame: Frame, at: int, number: Number, known: Known) -> bool:
    """Whether a figure stands right behind a word for a change and may be the size of it."""
    unit = frame.after(at, Tag.UNIT) or is_of_rate(frame, at, number)
    fine = number.quantum == FINE and unit  # "0,23 poin", "turun 0,31 persen"
    fine = fine or (number.quantum > 1 and digits(number) == PAIR and _has_base(frame, at))  # "0,68 juta … dari 2023"
    if number.form != "digits" or (digits(number) < TELLING and not fine) or not is_change(frame, at, number, known):
        return False
    first = max(0, at - (FAR if fine else LEAD))
    words = frame.having(Tag.CHANGE, first, at)
    parted = not words or frame.has_any((*ENDS, FIGURES), words[-1] + 1, at)
    return not parted and not demanded(frame, at) and not irrealis(frame, at)


def _has_base(frame: Frame, at: int) -> bool:
    """Whether a year is named that a change is told from."""
    if not frame.has_any((Tag.YEAR_DIGITS, Tag.YEAR)) or not frame.has_any(BASES):
        return False
    from factcheck.reading.period.told_from import named_bases

    return next(named_bases(frame, at), None) is not None


def _subject(frame: Frame, at: int, told: Told, frames: Sequence[Frame]) -> str:
    """Who is named last in front of a figure, or alone in the sentence before, else the one whom the values of its
    sentence are all of, or where it has none those of the two before; rows of a table are told of each by itself."""
    named = [ids for place, ids in frame.bearers if place < at]
    if named:
        return next((one for one in named[-1] if one in told.of), "")
    place = frame.sentence.place
    for near in range(place, place - NEAR - 1, -1):
        if near < 0 or frames[near].sentence.kind == "row":
            return ""
        subjects = {one.subject for at in range(near, place + 1) for one in told.here.get(at, ())}
        if subjects:
            return subjects.pop() if len(subjects) == 1 else ""
        if len(frames[near].bearers) == 1:  # "Sumba Tengah tetap tertinggi. Kabupaten kecil ini turun 5,04 poin."
            return next((one for one in frames[near].bearers[0][1] if one in told.of), "")
    return ""


def _size(one: Claim, other: Claim) -> Decimal:
    return abs(number_of(one) - number_of(other))


def _pairs(values: Sequence[Claim], place: int, known: Known) -> Iterator[Pair]:
    """The pairs of values of one measure between which a change may lie: one of them near, and of two years, or, of a
    rate, which each half of a year has its own, both near, or of the few that are told."""
    from factcheck.reading.evidence.rates.rates_alike import of_rate

    for pair in combinations(values, 2):
        one, other = pair
        if (one.pack, one.measure) != (other.pack, other.measure) or number_of(one) == number_of(other):
            continue
        rate = of_rate(one, known.setting)
        if not rate and one.period == other.period:
            continue
        near, far = _far(pair, place)
        if rate:
            told = len({number_of(value) for value in values if value.measure == one.measure})
            if far <= NEAR or told == PAIR or (told <= FEW and near <= NEAR):
                yield pair
        elif near <= NEAR:
            yield pair


def _since(values: Sequence[Claim], frame: Frame, at: int, known: Known) -> Iterator[Pair]:
    """The values told in a sentence, or in the one before where it goes on with "angka itu", each with what the
    reference has of the year or month that the change is told from."""
    if not _has_base(frame, at):
        return
    from factcheck.reading.period.told_from import base_of, named_bases

    place = frame.sentence.place
    near = place - 1 if frame.has(Tag.ENTITY_SELF, 0, at) else place
    for told in named_bases(frame, at):
        for one in values:
            base = base_of(told, one.period, one.part)
            if near <= one.sentence <= place and one.period >= base[: len(one.period)]:
                facts = known.setting.reference.facts(one.measure, one.subject, base, one.pack)
                held = {fact.value for fact in facts if isinstance(fact.value, Decimal) and not fact.trust}
                if len(held) == 1:
                    yield one, one._replace(value=held.pop(), period=base)


def _far(pair: Pair, place: int) -> Sequence[int]:
    """How many sentences the nearer of two values stands from a place, and the other."""
    return sorted(abs(one.sentence - place) for one in pair)


def _by_year(pair: Pair) -> Pair:
    """The later of two values, and the earlier."""
    one, other = pair
    return (one, other) if one.period >= other.period else (other, one)


def _is_of_rate(pair: Pair, known: Known) -> bool:
    from factcheck.reading.evidence.rates.rates_alike import of_rate

    return of_rate(pair[0], known.setting)
