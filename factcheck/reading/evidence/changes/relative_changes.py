"""A figure in per cent that is just by what part of it a value changed is the relative change of whom it is told: "naik
dari 9,45 juta menjadi 9,89 juta ton, atau 4,66 persen", where the measure has no rate of its own in its pack.

What it is reckoned from is what the reference has, which is finer than "9,89 juta"; and what the article tells of whom
the reference does not know. One that misses the rate of the two values told right beside it by one slip of the finger
is that rate too, and is held against them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from factcheck.language.figures import PERCENT, Number
from factcheck.language.interval import interval
from factcheck.model import RATE, Claim, number_of
from factcheck.reading.evidence.changes.known_ends import MOST, Ends
from factcheck.reading.evidence.changes.told_changes import Told, ends_at, made_like, values_told
from factcheck.reading.evidence.explained.explained_figures import Figure
from factcheck.reading.evidence.explained.one_slip import one_slip, written_like
from factcheck.reading.evidence.explained.slots import Known
from factcheck.reading.evidence.rates.rates_beside import rate_of_pack
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.sums.mistyped import is_near
from factcheck.reading.values.mood import demanded, irrealis

MEASURE = "relative"
HUNDRED = Decimal(100)
FEWEST = 2
"""Digits of a rate of which one may be a slip."""
JOINED, FAR = 20, Decimal(4)
"""Letters between a change and the same change in per cent, and how many times what it should be that may be."""


def relative_changes(claims: Sequence[Claim], frames: Sequence[Frame], known: Known) -> list[Claim]:
    """The claims, with figures in per cent that are relative changes of values told near by."""
    read = {claim.start for claim in claims if isinstance(claim.value, Decimal)}
    rates = [
        figure
        for start, figure in known.evidence.figures.items()
        if figure.number.unit == PERCENT and figure.number.quantum < 1 and start not in read and not figure.facts
    ]
    told = values_told(claims, known) if rates else None
    if told is None or not told.here:
        return list(claims)
    changes = {claim.sentence: claim for claim in claims if claim.kind == "difference"}
    found = (_relative(figure, frames, told, changes, known) for figure in rates if _may_be(figure, changes))
    return [*claims, *(claim for claim in found if claim is not None)]


def _may_be(figure: Figure, changes: Mapping[int, Claim]) -> bool:
    """Whether a rate stands in a sentence with a word for a change, or behind a change, and is no wish."""
    frame, at = figure.frame, figure.at
    changing = frame.has(Tag.CHANGE) or frame.sentence.place in changes
    return changing and not demanded(frame, at) and not irrealis(frame, at)


def _relative(
    figure: Figure, frames: Sequence[Frame], told: Told, changes: Mapping[int, Claim], known: Known
) -> Claim | None:
    ends = ends_at(figure.number, figure.at, figure.frame, frames, told, known)
    beside = changes.get(figure.frame.sentence.place)
    subject = beside.subject if beside is not None and beside.start < figure.number.start else ends.subject()
    values = [one for one in ends.values(subject)[:MOST] or ends.untold(subject) if _bears_rates(one, known)]
    pairs = list(_pairs(ends, subject, values))
    found = next((one for one, base in pairs if is_rate(figure.number, one, base)), None)
    found = found or _missed(figure, beside, pairs)
    return _made(figure, found) if found is not None else None


def _bears_rates(value: Claim, known: Known) -> bool:
    """Whether the pack of a value has no measure in per cent, which would be what tells of changes."""
    measure = known.setting.packs[value.pack].measures.get(value.measure)
    return measure is not None and measure.unit != PERCENT and rate_of_pack(known, value.pack) is None


def _pairs(ends: Ends, subject: str, values: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The values of whom a rate is told, each with an earlier one: that of the year before, and of the years told."""
    told = {(one.pack, one.measure, one.period): one for one in reversed(values)}
    years = {one.period for one in values if one.period.isdigit()}
    years |= {ends.frame.mentions[at].tags[Tag.YEAR_DIGITS] for at in ends.frame.having(Tag.YEAR_DIGITS)}
    for like in {one.measure: one for one in values}.values():
        for year in sorted({*years, *(str(int(one) - 1) for one in years)}, reverse=True):
            later = _value(ends, subject, like, year, told)
            for before in dict.fromkeys((str(int(year) - 1), *sorted(years, reverse=True))):
                base = _value(ends, subject, like, before, told) if before < year and later is not None else None
                if later is not None and base is not None and number_of(base):
                    yield later, base


def _value(
    ends: Ends, subject: str, like: Claim, year: str, told: Mapping[tuple[str, str, str], Claim]
) -> Claim | None:
    held = ends.held(subject, like, year)
    return held[0]._replace(period=year) if held else told.get((like.pack, like.measure, year))


def rate(later: Decimal, base: Decimal) -> Decimal:
    """By how many per cent a value is off from an earlier one."""
    return abs(later - base) / base * HUNDRED


def is_rate(number: Number, one: Claim, base: Claim) -> bool:
    """Whether a figure is the rate of two values, rounded or cut off to what it prints."""
    off = number.value - rate(number_of(one), number_of(base))
    return -number.quantum < off <= number.quantum / 2


def _missed(figure: Figure, beside: Claim | None, pairs: Sequence[tuple[Claim, Claim]]) -> Claim | None:
    """Of whom a figure misses the rate since the year before: that of the change right in front of it, be it by what it
    may, or by one slip that of a change of its sentence, or of the value of whom the sentence names or whose value was
    told in it or the one before."""
    number = figure.number
    if len(str(number.value).replace(".", "").lstrip("0")) < FEWEST:
        return None
    yearly = [pair for pair in pairs if int(pair[0].period) - int(pair[1].period) == 1]
    if beside is not None and number.start - beside.end > 0:
        yearly = [pair for pair in yearly if pair[0].period == beside.period]
        if number.start - beside.end <= JOINED:
            return yearly[0][0] if yearly and is_near(number, rate(*map(number_of, yearly[0])), FAR) else None
    elif not figure.frame.bearers:
        place = figure.frame.sentence.place
        yearly = [pair for pair in yearly if place - 1 <= pair[0].sentence <= place]
    written = written_like(number.value, number)
    rights = [(one, rate(number_of(one), number_of(base)).quantize(number.quantum)) for one, base in yearly]
    missed = [one for one, right in rights if one_slip(written, written_like(right, number))]
    return missed[0] if len(missed) == 1 else None


def _made(figure: Figure, like: Claim) -> Claim:
    low, high = interval(figure.number, "")
    made = made_like(figure.number, like, figure.frame)
    return made._replace(kind="difference", measure=MEASURE, condition=f"{RATE}{like.measure}", low=low, high=high)


def states_rate(claim: Claim, later: Decimal, base: Decimal) -> bool:
    """Whether a claim states the rate of two values, rounded or cut off to what it prints."""
    right, cut = rate(later, base), number_of(claim)
    return claim.states(right) or (claim.high is not None and cut <= right < 2 * claim.high - cut)
