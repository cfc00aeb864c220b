"""Numbers of what a region is divided into, in front of the word for that: "Lampung terdiri atas 15 kabupaten/kota
dengan 229 kecamatan".

A measure of which one year alone is held hardly changes, so such a number is its region's, whatever year an article is
of. It is a claim where it is right of whom it is told; where it is not, it is one only if it misses the right one by a
slip, and other numbers, or what leads to it, show that all there are is meant: "12 kecamatan terendam" is some of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from factcheck.language.figures import Number
from factcheck.model import Claim, Fact, How, Span, Strength
from factcheck.reading.evidence.counts.division_owners import Asked, Owner, owners, parts_behind
from factcheck.reading.evidence.counts.division_runs import division_runs
from factcheck.reading.evidence.counts.explained_counts import whole
from factcheck.reading.evidence.explained.one_slip import one_slip
from factcheck.reading.scan.frame import FIGURES, UNITS, Frame, with_tag
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.mood import demanded, irrealis
from factcheck.reference.packs.info import Measure
from factcheck.typed import NamedTuple

LEAST, LARGE = 10, 10_000
"""A smaller number is a slip away from any other; from here on people and money are counted."""
SHOWN = 2
"""So many right numbers of others show that a draft tells how many there are."""
NEAR = 6
"""Years around that of a measure in which it is as it is."""
MISPRINT = (How.SUBJECT_OF_MISPRINT, How.YEAR_OF_MISPRINT)


class Divided(NamedTuple):
    """A number in front of the word for what a measure counts, with whose it is and how many these have."""

    frame: Frame
    at: int
    number: Number
    measure: Measure
    owner: Owner
    fact: Fact


def divisions(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> list[Claim]:
    """The claims, and those of numbers of parts that nothing reads."""
    measures = _measures(setting)
    if not measures:
        return list(claims)
    read: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for claim in claims:
        if isinstance(claim.value, Decimal):
            read[claim.start].add((claim.measure, claim.subject))
    counting = [*with_tag(frames, UNITS), *with_tag(frames, Tag.GROUP)]
    told = [one for frame in dict.fromkeys(counting) for one in _of_frame(frame, frames, measures, setting)]
    right: dict[str, set[str]] = defaultdict(set)
    for one in told:
        if one.number.value == one.fact.value:
            right[one.measure.name].add(one.owner.entity)
    latest = max((year for frame in frames for year in _years(frame)), default=0)
    told = [one for one in told if one.number.value == one.fact.value or _is_of_now(one, latest)]
    free = [one for one in told if not _is_read(one, read)]
    made = [_made(one) for one in free if _is_told(one, right[one.measure.name])]
    known = {*read, *(claim.start for claim in made)}
    for place, slot in division_runs(frames, known, measures, setting):
        owner = Owner(slot.entity, slot.span, sure=True)
        made.append(_made(Divided(slot.frame, slot.at, slot.number, measures[place], owner, slot.fact)))
    return [*claims, *made]


def _is_read(one: Divided, read: Mapping[int, Collection[tuple[str, str]]]) -> bool:
    """Whether a number is read of somebody already; of one of several who have as many it is read of the others too."""
    own = read.get(one.number.figure.start, ())
    return bool(own) and (not one.owner.shared or (one.measure.name, one.owner.entity) in own)


def _measures(setting: Setting) -> Mapping[str, Measure]:
    """The measures (PACK/MEASURE) of the open packs that count in whole ones what stands behind their numbers."""
    return {
        f"{pack.name}/{measure.name}": measure
        for pack in setting.packs.values()
        for measure in pack.measures.values()
        if measure.type == "number" and measure.counted_in and not measure.unit and not measure.decimals
    }


def _of_frame(
    frame: Frame, frames: Sequence[Frame], measures: Mapping[str, Measure], setting: Setting
) -> Iterator[Divided]:
    for at in frame.having(FIGURES):
        number = whole(frame, at)
        if number is None or number.value >= LARGE:
            continue
        for place in parts_behind(frame, at, measures):
            pack, _, name = place.partition("/")
            told = owners(Asked(frame, at, place, frames, measures, setting))
            found = [(owner, setting.reference.facts(name, owner.entity, "", pack)) for owner in told]
            if len({fact.value for _, facts in found for fact in facts}) == 1:
                for owner, facts in found:
                    if len(facts) == 1 and _is_of_time(frame, facts[0]):
                        yield Divided(frame, at, number, measures[place], owner, facts[0])


def _is_of_time(frame: Frame, fact: Fact) -> bool:
    """Whether the sentence of a number names no year in which it may have been another."""
    return all(abs(year - int(fact.period[:4])) <= NEAR for year in _years(frame))


def _is_of_now(one: Divided, latest: int) -> bool:
    """Whether a number is told of what is, and the last year that its article names is not long past."""
    wished = irrealis(one.frame, one.at) or demanded(one.frame, one.at)
    return not wished and (not latest or latest >= int(one.fact.period[:4]) - NEAR)


def _years(frame: Frame) -> Iterator[int]:
    yield from (int(frame.mentions[at].tags[Tag.YEAR_DIGITS]) for at in frame.having(Tag.YEAR_DIGITS))
    for at in frame.having(Tag.DATE):
        day = frame.mentions[at].date
        if day is not None and day.year:
            yield day.year


def _is_told(one: Divided, right: set[str]) -> bool:
    """Whether a number is that of its region, or misses it by one slip where all are surely meant."""
    value, known = one.number.value, one.fact.value
    if value == known:
        return one.owner.span is not None or one.owner.sure
    if not isinstance(known, Decimal) or value < LEAST or abs(known - value) <= 1:
        return False
    slip = len(str(value)) == len(str(known)) and one_slip(str(value), str(known))
    return slip and (one.owner.sure or len(right - {one.owner.entity}) >= SHOWN or one.owner.entity in right)


def _made(one: Divided) -> Claim:
    frame, number, fact = one.frame, one.number, one.fact
    years = [at for at in frame.having(Tag.YEAR_DIGITS) if frame.mentions[at].tags[Tag.YEAR_DIGITS] == fact.period]
    dated = frame.mentions[years[-1]] if years else None
    wrong = number.value >= LEAST and number.value != fact.value
    told = (How.SUBJECT_EXPLAINED,) * (one.owner.span is None) + (How.YEAR_EXPLAINED,) * (dated is None)
    return Claim(
        "", one.measure.kind, fact.pack, fact.measure, *number.figure, number.value, subject=fact.entity,
        period=fact.period, low=number.value, high=number.value, subject_span=one.owner.span,
        period_span=Span(dated.start, dated.end) if dated is not None else None,
        how=MISPRINT if wrong else told, strength=Strength.CARRIED, voice=frame.sentence.voice,
        sentence=frame.sentence.place,
    )  # fmt: skip
