"""A rate that misses by one slip of the finger what another figure beside it vouches for: "Penduduk miskin Maret 2024
8,03 persen atau 25,22 juta orang" by the number, "8,75 persen, turun 0,46 poin dari Maret 2024" by the change.

Of three digits a figure misses some rate of somebody by chance; a right figure of the same one and the same month,
beside it, is none. Without one the words must say all: whose it is, which rate, and of which month.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.cache.once import once
from factcheck.language.figures import PERCENT
from factcheck.model import COUNTRY, Claim, Fact, part_of, year_of
from factcheck.reading.evidence.explained.explained_figures import Figure
from factcheck.reading.evidence.explained.one_slip import near_misses
from factcheck.reading.evidence.explained.slots import Known, is_value
from factcheck.reading.evidence.figures.made_claims import OF_FIGURES, made_claim
from factcheck.reading.evidence.rates.of_part import is_of_part
from factcheck.reading.evidence.rates.rates_alike import of_rate
from factcheck.reading.period.told_from import YEAR_BEFORE, base_of, named_bases, period_at
from factcheck.reading.scan.frame import ENDS, FIGURES, Frame
from factcheck.reading.scan.mentions import CUE_OF, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.change_sizes import in_points
from factcheck.reading.values.mood import demanded, irrealis
from factcheck.reading.values.scores import ends_range, is_size_of_change, of_something_else

FINE = Decimal("0.01")
"""Fewer decimals are anybody's."""
POINTS = Decimal(5)
"""No larger change of a rate vouches for it."""
NEAR = 3
"""Sentences in front of a figure in which its month may stand."""
SHORT = 4
"""A word of so few letters says no more of a rate: "di", "pada"."""
ONE_OFF = Decimal("0.02")
"""So near a figure is one counted otherwise, and no slip."""


def vouched_rates(claims: Sequence[Claim], frames: Sequence[Frame], known: Known) -> list[Claim]:
    """The claims, and those of figures that are a rate but for a slip, as a figure beside them or their words show;
    such a figure that is read as the rate of somebody whom its sentence does not name is put right."""
    read = {claim.start: claim for claim in claims if isinstance(claim.value, Decimal)}
    counts: dict[int, list[Claim]] = {}
    for claim in claims:
        if is_value(claim, known.setting) and not of_rate(claim, known.setting):
            counts.setdefault(claim.sentence, []).append(claim)
    made: dict[int, Claim] = {}
    for figure in known.evidence.figures.values():
        own = read.get(figure.number.figure.start)
        if (own is None or _is_carried(own)) and _may_be_slip(figure, known):
            fact = _meant(figure, frames, counts.get(figure.frame.sentence.place, ()), known)
            if fact is not None:
                made[figure.number.figure.start] = _claim(figure, fact, known)
    return [*(made.pop(claim.start, claim) for claim in claims), *made.values()]


def _is_carried(claim: Claim) -> bool:
    return claim.subject_span is None and claim.kind != "difference"


def _claim(figure: Figure, fact: Fact, known: Known) -> Claim:
    """The claim of a slip, of the year and the part of it that a fact of a month is of."""
    year = fact._replace(period=year_of(fact.period))
    return made_claim(figure, year, known, OF_FIGURES)._replace(part=part_of(fact.period))


def _may_be_slip(figure: Figure, known: Known) -> bool:
    """Whether a figure is in per cent, to hundredths, and told as a state of all the people that is."""
    frame, at, number = figure.frame, figure.at, figure.number
    if number.unit != PERCENT or number.quantum != FINE or frame.sentence.kind == "row":
        return False
    if in_points(frame, at) or is_size_of_change(frame, at) or ends_range(frame, at) or of_something_else(frame, at):
        return False
    return not (demanded(frame, at) or irrealis(frame, at) or is_of_part(frame, number.start, ""))


def _meant(figure: Figure, frames: Sequence[Frame], counts: Sequence[Claim], known: Known) -> Fact | None:
    """The one rate of its owner that a figure misses, which something vouches for."""
    owner = _owner(figure, known.setting)
    if not owner or any(fact.entity == owner for fact in figure.facts):
        return None
    missed = {(fact.measure, year_of(fact.period), fact.value): fact for fact in _missed(figure, owner, frames, known)}
    vouched = [
        fact
        for fact in missed.values()
        if _by_count(fact, counts, known)
        or _by_change(fact, figure, frames, known)
        or _by_base(fact, figure, known)
        or _by_words(fact, figure, frames, known)
    ]
    return vouched[0] if len(vouched) == 1 and not _is_told(vouched[0], figure) else None


def _owner(figure: Figure, setting: Setting) -> str:
    """Whose a figure is: the region named last in front of it, else the country where none is named in its sentence."""
    regions = [(at, ids) for at, ids in figure.frame.bearers if any(setting.reference.level_of(one) for one in ids)]
    before = [ids for at, ids in regions if at < figure.at]
    national = figure.frame.having(Tag.RANK_NATIONAL, 0, figure.at)
    if before and not (national and national[-1] > [at for at, _ in regions if at < figure.at][-1]):
        return before[-1][0] if len(before[-1]) == 1 else ""
    return COUNTRY if national or not regions else ""


def _missed(figure: Figure, owner: str, frames: Sequence[Frame], known: Known) -> Iterator[Fact]:
    """The rates of the years and months told nearest in front of a figure, or right behind it, that it misses."""
    reference = known.setting.reference
    for period in _periods(figure, frames):
        for pack in known.setting.packs.values():
            for name, measure in pack.measures.items():
                facts = reference.facts(name, owner, period, pack.name) if measure.unit == PERCENT else ()
                for fact in near_misses(figure.number, iter(facts)):
                    apart = isinstance(fact.value, Decimal) and abs(fact.value - figure.number.value) > ONE_OFF
                    if apart and not fact.trust:
                        yield fact


def _periods(figure: Figure, frames: Sequence[Frame]) -> Iterator[str]:
    """The year, with its month where that is written, that stands last in front of a figure; else that behind it, or
    the last month of the few sentences before."""
    frame, at, place = figure.frame, figure.at, figure.frame.sentence.place
    years = frame.having(Tag.YEAR_DIGITS, 0, at)[-1:] or frame.having(Tag.YEAR_DIGITS, at + 1)[:1]
    if years:
        yield period_at(frame, years[0])
        return
    before = [
        period_at(one, year) for one in frames[max(0, place - NEAR) : place] for year in one.having(Tag.YEAR_DIGITS)
    ]
    yield from [period for period in before if part_of(period)][-1:]


def _by_count(fact: Fact, counts: Sequence[Claim], known: Known) -> bool:
    """Whether a right number of people of the same one, pack and month stands in the sentence."""
    for one in counts:
        if (one.subject, one.pack) == (fact.entity, fact.pack) and fact.period.startswith(one.period):
            held = known.setting.reference.facts(one.measure, one.subject, fact.period, one.pack)
            if any(isinstance(each.value, Decimal) and one.states(each.value) for each in held):
                return True
    return False


def _by_change(fact: Fact, figure: Figure, frames: Sequence[Frame], known: Known) -> bool:
    """Whether a change in points from a month or year that is named stands behind a figure, or in the next sentence
    ("Angka itu 0,54 poin lebih rendah dari Agustus 2022"), which is just that of the rate."""
    place = figure.frame.sentence.place
    here = [(figure.frame, at) for at in figure.frame.having(FIGURES, figure.at + 1)]
    after = frames[place + 1] if place + 1 < len(frames) else None
    if after is not None and not here and after.has(Tag.ENTITY_SELF) and not after.bearers:
        here = [(after, at) for at in after.having(FIGURES)]
    return any(_is_change_of(fact, frame, at, known) for frame, at in here)


def _is_change_of(fact: Fact, frame: Frame, at: int, known: Known) -> bool:
    number = frame.mentions[at].number
    if number is None or number.quantum != FINE or number.value >= POINTS or not isinstance(fact.value, Decimal):
        return False
    for told in named_bases(frame, at):
        base = base_of(told, year_of(fact.period), part_of(fact.period))
        held = known.setting.reference.facts(fact.measure, fact.entity, base, fact.pack)
        if any(isinstance(one.value, Decimal) and abs(fact.value - one.value) == number.value for one in held):
            return True
    return False


def _by_base(fact: Fact, figure: Figure, known: Known) -> bool:
    """ "5,23 persen, lebih rendah dari Agustus tahun lalu, 5,86 persen": whether another figure of the sentence is the
    right rate of the same one in another year or month, which is written or counted from that of the figure."""
    frame = figure.frame
    periods = {period_at(frame, at) for at in frame.having(Tag.YEAR_DIGITS)}
    if frame.has(Tag.YEAR):
        periods |= {
            base_of(YEAR_BEFORE, year_of(fact.period), part_of(fact.period))
            for at in frame.having(Tag.YEAR)
            if frame.mentions[at].tags[Tag.YEAR] == YEAR_BEFORE
        }
    periods.discard(fact.period)
    values = {number.value for at in frame.having(FIGURES) if (number := frame.mentions[at].number) is not None}
    held = (known.setting.reference.facts(fact.measure, fact.entity, one, fact.pack) for one in sorted(periods) if one)
    return any(each.value in values and each.period != fact.period for facts in held for each in facts)


@once
def _is_national(frames: Sequence[Frame], setting: Setting) -> bool:
    """Whether an article names no region but the country."""
    names = {one for frame in frames for _, ids in frame.bearers for one in ids} - {COUNTRY}
    return not any(setting.reference.level_of(one) for one in names)


def _by_words(fact: Fact, figure: Figure, frames: Sequence[Frame], known: Known) -> bool:
    """ "Tingkat kemiskinan nasional pada Maret 2025 sebesar 7,47 persen": whether the words in front of a figure say of
    the country which rate it is and of which month, and no other figure stands there."""
    frame, at = figure.frame, figure.at
    cues = frame.having(f"{CUE_OF}{fact.measure}", 0, at)
    if fact.entity != COUNTRY or not cues or not part_of(fact.period) or frame.has_any(ENDS, cues[-1], at):
        return False
    rates = [one for one in frame.having(FIGURES, 0, at) if _is_rate(frame, one)]
    spoken = frame.has(Tag.RANK_NATIONAL, 0, at) or any(COUNTRY in ids for one, ids in frame.bearers if one < at)
    strange = frame.has(Tag.MAGNITUDE_BEFORE, 0, at) or _is_narrowed(frame, cues[-1])
    return not rates and not strange and (spoken or _is_national(frames, known.setting))


def _is_narrowed(frame: Frame, cue: int) -> bool:
    """ "Tingkat kemiskinan ekstrem nasional": whether a word behind the name of a rate, which is neither short nor a
    month, makes it another one."""
    months = frame.language.dates.months
    return any(len(word) > SHORT and word not in months for word in frame.gap(cue, cue + 1).lower().split())


def _is_rate(frame: Frame, at: int) -> bool:
    number = frame.mentions[at].number
    return number is not None and number.unit == PERCENT


def _is_told(fact: Fact, figure: Figure) -> bool:
    """Whether the right rate stands in the sentence itself, beside a figure: then that is another one."""
    frame = figure.frame
    numbers = (frame.mentions[at].number for at in frame.having(FIGURES))
    return any(one is not None and one.value == fact.value for one in numbers)
