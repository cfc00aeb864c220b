"""A figure that is just how much two figures told near by differ is that change: "3,04 persen. … Selisihnya 0,77 persen
poin", "| 3.545.000 | 3.775.425 | 230.425 |".

The grammar asks for both in one sentence, and the reference may have neither: what the text itself tells is enough.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, islice

from factcheck.cache.once import once
from factcheck.language.figures import PERCENT, RUPIAH, Number
from factcheck.language.interval import interval
from factcheck.model import Claim, How, number_of
from factcheck.reading.evidence.explained.printed import digits
from factcheck.reading.evidence.explained.slots import Known, is_value
from factcheck.reading.scan.frame import ENDS, FIGURES, UNITS, Frame, with_tag
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.values.change_sizes import FINE, in_own_unit, in_points
from factcheck.reading.values.mood import demanded
from factcheck.reading.values.scores import of_other_things
from factcheck.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcheck.reading.evidence.changes.known_ends import Ends

BACK, PAIR = 2, 2
"""Sentences in front of a change in which the figures it lies between may stand."""
LONG = 5
"""A figure of so many digits in a row of a table is the difference of two others of the row by no chance."""
POINTED = 3
"""Points of so many digits are the difference of two values told near by, whatever word stands in front."""
LARGE = 1000
"""Such a number of people or votes is the difference of two others near by by no chance."""
POINT = "point"
"""What a change in points is measured by while nobody knows whose points they are."""
CLOSE = Decimal("0.03")
"""How far from the difference of the two amounts of the sentence before a figure may be that is told as it."""
MOST = 8
"""So many values of one subject, in front of a change and behind it, it may lie between."""
FEW = 4
"""So many names of its sentence a change may be of."""
CHANGE = (How.SUBJECT_OF_CHANGE, How.YEAR_OF_CHANGE)


class Told(NamedTuple):
    """The values that an article tells, by sentence, and by whose they are in the order of the text."""

    here: Mapping[int, Sequence[Claim]]
    of: Mapping[str, Sequence[Claim]]

    def near(self, subject: str, place: int) -> Sequence[Claim]:
        """The values of one subject that are told nearest to a sentence."""
        own = self.of.get(subject, ())
        at = bisect_right(own, place, key=lambda one: one.sentence)
        return own[max(0, at - MOST) : at + MOST]


def told_changes(claims: Sequence[Claim], frames: Sequence[Frame], known: Known) -> list[Claim]:
    """The claims, those of figures that are the difference of two values told of one subject near by added, and changes
    that nothing else bears out put under whom and when such values are of."""
    read = {claim.start: claim for claim in claims if isinstance(claim.value, Decimal)}
    told = values_told(claims, known)
    made: dict[int, Claim] = {}
    for frame in with_tag(frames, FIGURES) if told.here else ():
        for at, number in _changes(frame, read, known):
            own = read.get(number.figure.start)
            if own is None or own.kind != "difference" or _is_gap(frame) or _is_unborne(own, number, told, known):
                change = _told(number, frame, told)
                figure = known.evidence.figures.get(number.figure.start)
                if change is None and not (own is None and figure is not None and figure.facts):
                    change = _between(ends_at(number, at, frame, frames, told, known), unread=own is None)
                if change is not None:
                    made[number.figure.start] = change
    told_all = [*(made.pop(claim.start, claim) for claim in claims), *made.values()]
    return [*told_all, *_restated(told_all, frames, known)]


def _is_gap(frame: Frame) -> bool:
    """Whether a sentence leads to the other end of a distance; asked where a change may be one."""
    if "any" not in (frame.mentions[at].tags[Tag.CHANGE] for at in frame.having(Tag.CHANGE)):
        return False
    from factcheck.reading.evidence.changes.known_ends import is_gap

    return is_gap(frame)


def values_told(claims: Iterable[Claim], known: Known) -> Told:
    """The values among the claims, by sentence and by whose they are."""
    here: dict[int, list[Claim]] = defaultdict(list)
    of: dict[str, list[Claim]] = defaultdict(list)
    values = (one for one in claims if isinstance(one.value, Decimal) and is_value(one, known.setting))
    for claim in sorted(values, key=lambda one: one.start):
        here[claim.sentence].append(claim)
        of[claim.subject].append(claim)
    return Told(here, of)


def _restated(claims: Sequence[Claim], frames: Sequence[Frame], known: Known) -> Iterator[Claim]:
    """The rates of the changes of an amount that a rate in per cent stands beside, which says the same once more:
    "Selisihnya Rp210.898 atau 7,04 persen"."""
    read = {claim.start: claim for claim in claims if isinstance(claim.value, Decimal)}
    places = {claim.sentence for claim in claims if claim.kind == "difference"}
    for frame in [one for one in frames if one.sentence.place in places]:
        for at in frame.having(FIGURES):
            number = frame.mentions[at].number
            if number is None or number.unit != PERCENT or number.figure.start in read:
                continue
            change = next((read[one] for one in _beside(frame, at) if one in read), None)
            if change is not None and change.kind == "difference":
                yield from _rate_of(number, change, frame, known)


def _rate_of(number: Number, change: Claim, frame: Frame, known: Known) -> Iterator[Claim]:
    from factcheck.reading.evidence.rates.rates_beside import rate_of_pack

    rate = rate_of_pack(known, change.pack)
    if rate is not None:
        yield made_like(number, change, frame)._replace(kind=rate.kind, measure=rate.name)


def _beside(frame: Frame, at: int) -> Iterator[int]:
    """Where the amounts begin that a bracket or a word for "or" joins to a rate."""
    joins = (*frame.words.alternative, "")
    for one, other, place in ((at - 2, at, at - 2), (at - 1, at, at - 1), (at, at + 1, at + 1), (at, at + 2, at + 2)):
        number = frame.mentions[place].number if 0 <= place < len(frame.mentions) else None
        if number is not None and number.unit == RUPIAH:
            between = frame.plain[frame.mentions[one].end : frame.mentions[other].start]
            if between.strip(" (,").lower() in joins:
                yield number.figure.start


def _is_unborne(claim: Claim, number: Number, told: Told, known: Known) -> bool:
    """Whether neither the reference nor the text has two values of whom and when a change is read, so far apart; of the
    many rates that the reference has, some are so far apart whatever is meant: there the text alone tells."""
    from factcheck.reading.evidence.rates.rates_alike import of_rate

    if claim.measure == POINT:
        return True
    if claim.subject_span is not None and (claim.pack, claim.measure) in known.evidence.shown:
        from factcheck.reading.evidence.changes.points_of_rates import is_since_year_before

        if is_since_year_before(claim, known):
            return False
    if claim.kind != "difference" or ({*claim.how} & {*CHANGE} and not of_rate(claim, known.setting)):
        return False
    later = _later(number, told.near(claim.subject, claim.sentence))
    return later is None or (later.period, later.measure) != (claim.period, claim.measure)


def _changes(frame: Frame, read: Mapping[int, Claim], known: Known) -> Iterator[tuple[int, Number]]:
    """The figures of a sentence that may be changes: behind a word for one, or long ones of a row; not those that are
    read as something else, but for numbers of people or votes."""
    row = frame.sentence.kind == "row"
    tells = row or frame.has_any((Tag.CHANGE, Tag.UNIT, UNITS))
    for at in frame.having(FIGURES) if tells or _has_amounts(known) else ():
        number = frame.mentions[at].number
        if not tells and (number is None or number.unit != RUPIAH):
            continue
        if number is None or number.form != "digits" or Tag.YEAR_DIGITS in frame.mentions[at].tags:
            continue
        own = _surely_read(read.get(number.figure.start))
        if own is not None and own.kind != "difference" and not _is_of_unit(frame, at, number):
            continue
        long = digits(number) >= LONG and (row or (own is None and number.unit == RUPIAH))
        told = long or (not row and (_is_pointed(frame, at, number) or is_change(frame, at, number, known)))
        if told and not demanded(frame, at):
            yield at, number


def _surely_read(claim: Claim | None) -> Claim | None:
    """ "Sulawesi Utara 3.545.000 … tetap lebih tinggi Rp345.000": what a figure is read as, where it is not only a slip
    away from what the reference has."""
    return None if claim is not None and How.YEAR_OF_MISPRINT in claim.how else claim


@once
def _has_amounts(known: Known) -> bool:
    """Whether an article has a figure in rupiah."""
    return any(figure.number.unit == RUPIAH for figure in known.evidence.figures.values())


def _is_pointed(frame: Frame, at: int, number: Number) -> bool:
    """Whether a figure of so many digits counts points, or what the measure is told in."""
    fine = number.quantum == FINE or (number.quantum < 1 and digits(number) >= POINTED)
    return fine and (in_points(frame, at) or in_own_unit(frame, at))


def is_change(frame: Frame, at: int, number: Number, known: Known) -> bool:
    """Whether a figure stands behind a word for a change, in points or in rupiah, or finer than whole numbers, or is a
    whole one of a measure that the article shows by such."""
    pointed = in_points(frame, at) or is_of_rate(frame, at, number)
    fine = number.quantum < 1 and not number.unit
    large = number.quantum > 1 and frame.before(at, Tag.CHANGE, 1) and frame.has(UNITS, 0, at)  # "berkurang 2,22 ribu"
    counted = number.unit == RUPIAH or fine or large or _is_of_unit(frame, at, number)
    counted = counted or (bool(known.evidence.wholes) and _is_whole_change(frame, at, number))
    return frame.has(Tag.CHANGE, 0, at) and (pointed or counted)


def is_of_rate(frame: Frame, at: int, number: Number) -> bool:
    """ "dibanding 12,64 persen turun 0,31 persen": whether a figure in per cent stands right behind a word for a
    change; of a rate the press often says so for points."""
    return number.unit == PERCENT and number.quantum < 1 and frame.before(at, Tag.CHANGE, 1)


def _is_whole_change(frame: Frame, at: int, number: Number) -> bool:
    """ "Bertambah 2.539 dalam setahun", "tambahan 868 kasus": whether a whole number stands right behind a word for a
    change, or in front of what is counted and behind such a word with no other figure between."""
    if number.unit or number.quantum != 1 or digits(number) < PAIR or Tag.YEAR_DIGITS in frame.mentions[at].tags:
        return False
    words = frame.having(Tag.CHANGE, 0, at)
    if not words or frame.has(FIGURES, words[-1] + 1, at) or frame.has_any(ENDS, words[-1], at):
        return False
    return frame.has(UNITS, at + 1, at + 1 + PAIR) or (at - words[-1] <= PAIR and not of_other_things(frame, at))


def _is_of_unit(frame: Frame, at: int, number: Number) -> bool:
    """Whether a large number stands in front of a word that some measure is counted in: "75.608 suara"."""
    return not number.unit and number.value >= LARGE and frame.has(UNITS, at + 1, at + 2)


def _told(number: Number, frame: Frame, told: Told) -> Claim | None:
    place = frame.sentence.place
    row = frame.sentence.kind == "row"
    near = [claim for at in range(place if row else place - BACK, place + 1) for claim in told.here.get(at, ())]
    found = _later(number, near)
    if found is None and not row:
        names = (name for _, ids in frame.bearers for name in ids)
        named = dict.fromkeys([*names, *(claim.subject for claim in told.here.get(place, ()))])
        named = named or dict.fromkeys(_gone_on_with(frame, told))
        found = _later(number, [one for name in islice(named, FEW) for one in told.near(name, place)])
    if found is None and number.unit == RUPIAH and not told.here.get(place):
        found = _later(number, told.here.get(place - 1, ()), CLOSE)
    return made_like(number, found, frame)._replace(kind="difference") if found is not None else None


def _between(ends: Ends, *, unread: bool) -> Claim | None:
    """A distance to another, or, where it is read as nothing yet, a change since the year before, of which one of the
    two ends may be what only the reference has."""
    if ends.frame.sentence.kind == "row" or ends.number.unit == PERCENT or _is_rough(ends.number):
        return None
    from factcheck.reading.evidence.changes.known_ends import change_between, gap_between

    found = (change_between(ends) if unread else None) or gap_between(ends)
    if found is None:
        return None
    return made_like(ends.number, found, ends.frame)._replace(kind="difference", condition=found.condition)


def _is_rough(number: Number) -> bool:
    """ "4 thousand people": one digit is how far many are apart."""
    return number.quantum >= 1 and digits(number) == 1


def ends_at(number: Number, at: int, frame: Frame, frames: Sequence[Frame], told: Told, known: Known) -> Ends:
    """What a figure of a sentence may lie between."""
    from factcheck.reading.evidence.changes.known_ends import Ends

    place = frame.sentence.place
    near = (frames[at] for at in range(place - 1, max(-1, place - 1 - BACK), -1))
    spoken = [*_told_in(frame, told, named=False), *(name for one in near for name in _told_in(one, told))]
    return Ends(number, at, frame, spoken, lambda name: told.near(name, place), known.setting.reference)


def _told_in(frame: Frame, told: Told, *, named: bool = True) -> Sequence[str]:
    """Whom a sentence tells values of, and whom it names, the last first."""
    names = [name for _, ids in frame.bearers for name in ids] if named else []
    subjects = [claim.subject for claim in told.here.get(frame.sentence.place, ())]
    return list(dict.fromkeys(reversed([*names, *subjects])))


def _gone_on_with(frame: Frame, told: Told) -> Collection[str]:
    """Whom a sentence that names nobody and tells no value goes on with: the one whom all values of the sentence before
    are of ("… tinggal 704,69 ribu orang. Dibanding tahun lalu ada pengurangan 99,84 ribu orang")."""
    subjects = {claim.subject for claim in told.here.get(frame.sentence.place - 1, ())}
    return subjects if len(subjects) == 1 else ()


def made_like(number: Number, like: Claim, frame: Frame) -> Claim:
    """A figure as the change of the subject, measure and year of a claim."""
    low, high = interval(number, "")
    return like._replace(
        start=number.figure.start, end=number.figure.end, value=number.value, low=low, high=high,
        subject_span=None, period_span=None, period_origin=None, voice=frame.sentence.voice,
        sentence=frame.sentence.place, how=CHANGE, readings=(), condition="",
    )  # fmt: skip


def _later(number: Number, values: Sequence[Claim], close: Decimal = Decimal(0)) -> Claim | None:
    """The later of the two values of one subject and measure that differ by a figure, or by it but for so small a part
    (`close`), of several the last told; None where none do."""
    by_slot: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for value in values[-2 * MOST :]:
        by_slot[value.subject, value.pack, value.measure].append(value)
    fitting = [
        max(pair, key=lambda one: one.period)
        for some in by_slot.values()
        for pair in combinations(some, 2)
        if _differ_by(number, *pair, close)
    ]
    return max(fitting, key=lambda one: one.start, default=None)


def _differ_by(number: Number, one: Claim, other: Claim, close: Decimal) -> bool:
    """Whether two values are just so much apart; amounts cut off to whole rupiah one more or less."""
    apart = abs(number_of(one) - number_of(other))
    if number.unit == PERCENT or number.quantum < 1:
        return apart == number.value
    return abs(apart - number.value) <= max(Decimal(1), close * number.value)
