"""Rates whose unit, or whose region, only the rates beside them tell: "Riau 3,16 persen (semula 3,67), Jambi 3,07",
"turun dari 6,12 ke 5,88 persen", "Februari tahun yang sama 5,42", "masing-masing 60,10 persen dan 6,50 persen"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product

from factcheck.language.figures import PERCENT
from factcheck.model import Claim, Fact
from factcheck.reading.evidence.explained.explained_figures import Figure
from factcheck.reading.evidence.explained.slots import PAIR, Known, is_value
from factcheck.reading.evidence.figures.made_claims import EXPLAINED, made_claim, part_told
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import CUE_OF, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.scores import is_size_of_change
from factcheck.reference.packs.info import PackInfo

FINE = Decimal("0.01")
"""Fewer decimals are anybody's."""
BACK = 2
"""Sentences in front of a rate in which those of its kind may stand."""
MANY = 4
"""So many rates of one measure and year say what an article is about."""
SPAN = 2
"""Years between the two rates of a change."""

Kind = tuple[str, str]
"""Measure and year."""
Beside = tuple[Sequence[Claim], tuple[Sequence[Kind], Sequence[Kind]], tuple[str, ...]]
"""The rates near a sentence, the kinds of all of the article and those of many rates, whom it goes on with."""


def rates_alike(claims: Sequence[Claim], frames: Sequence[Frame], known: Known) -> list[Claim]:
    """The claims, and those of figures that are rates of whom they stand behind, of the measure and year of rates near
    by; or two rates of one region, one of them of a year of these."""
    told = rates_told(claims, known)
    if not told:
        return list(claims)
    again = _with_alike(claims, told, frames, known)
    return again if len(again) == len(claims) else _with_alike(again, told, frames, known)


def _with_alike(
    claims: Sequence[Claim], told: dict[int, list[Claim]], frames: Sequence[Frame], known: Known
) -> list[Claim]:
    """The claims with those that the rates told so far show; these are added to them."""
    from factcheck.reading.evidence.rates.rate_owners import carried

    read = {claim.start for claim in claims if isinstance(claim.value, Decimal)}
    made: list[Claim] = []
    values = values_explained(claims, known)
    times = Counter((one.measure, one.period) for group in told.values() for one in group)
    most = [kind for kind, count in times.most_common() if count >= MANY]
    for frame in frames:
        near = [one for place in range(frame.sentence.place - BACK, frame.sentence.place + 1) for one in told[place]]
        last = carried(frame, frames, values, known.setting) if not frame.bearers else ()
        for figure, fact in _of_frame(frame, (near, (list(times), most), last), known):
            if figure.number.figure.start not in read:
                claim = made_claim(figure, fact, known, EXPLAINED)._replace(part=part_told(fact, known))
                made.append(claim)
                told[frame.sentence.place].append(claim)
                values[frame.sentence.place].append(claim)
    return [*claims, *made]


def rates_told(claims: Sequence[Claim], known: Known) -> dict[int, list[Claim]]:
    """The rates that are explained, by the place of their sentence."""
    return _by_place(claim for claim in claims if _is_explained(claim, known) and is_rate(claim, known))


def values_explained(claims: Sequence[Claim], known: Known) -> dict[int, list[Claim]]:
    """The values that are explained, of the packs that have a rate, by the place of their sentence."""
    rated = {pack.name for pack in known.setting.packs.values() if _has_rate(pack)}
    rated |= {pack for pack, _ in known.evidence.exact}
    return _by_place(claim for claim in claims if claim.pack in rated and _is_explained(claim, known))


def _by_place(claims: Iterable[Claim]) -> dict[int, list[Claim]]:
    found: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.sentence].append(claim)
    return found


def _has_rate(pack: PackInfo) -> bool:
    return any(measure.unit == PERCENT for measure in pack.measures.values())


def of_rate(claim: Claim, setting: Setting) -> bool:
    """Whether a claim is of a measure in per cent, or of a change of one."""
    pack = setting.packs.get(claim.pack)
    measure = pack.measures.get(claim.measure) if pack is not None else None
    return measure is not None and measure.unit == PERCENT


def is_rate(claim: Claim, known: Known) -> bool:
    """Whether a claim is of a measure in per cent, or of another whose short figures the article shows: of years, of an
    index."""
    return of_rate(claim, known.setting) or (claim.pack, claim.measure) in known.evidence.exact


def rates_of(entity: str, unit: str, known: Known) -> list[Fact]:
    """The rates of somebody that a figure of a unit may be: a bare one may be in per cent, as a table has it."""
    exact = known.evidence.exact
    plain = [fact for fact in known.evidence.known.of(entity, "") if (fact.pack, fact.measure) in exact]
    return [*known.evidence.known.of(entity, PERCENT), *(plain if not unit else ())]


def _is_explained(claim: Claim, known: Known) -> bool:
    figure = known.evidence.figures.get(claim.start) if is_value(claim, known.setting) else None
    own = (claim.subject, claim.period, claim.measure)
    return figure is not None and any((one.entity, one.period, one.measure) == own for one in figure.facts)


def _of_frame(frame: Frame, told: Beside, known: Known) -> Iterator[tuple[Figure, Fact]]:
    near, (everywhere, most), last = told
    for owners, figures in _by_owner(frame, last, known).items():
        facts = [(figure, _facts(figure, owners, known)) for figure in figures]
        here = [one for one in near if one.sentence == frame.sentence.place and one.subject in owners]
        own = [(name, one.period) for one in here for name in known.setting.packs[one.pack].measures]
        beside = ((one.measure, one.period) for one in near[::-1])
        shown = list(dict.fromkeys([*_written(frame, known), *beside, *own, *most]))
        yield from _of_owner([one for one in facts if one[1]], shown, everywhere)


def _written(frame: Frame, known: Known) -> Iterator[Kind]:
    """The measure and the year that a sentence names both, where it is one rate and one year."""
    years = {frame.mentions[at].tags[Tag.YEAR_DIGITS] for at in frame.having(Tag.YEAR_DIGITS)}
    rates = [
        name
        for pack in known.setting.packs.values()
        for name, one in pack.measures.items()
        if one.unit == PERCENT and frame.has(f"{CUE_OF}{name}")
    ]
    if len(years) == len(rates) == 1:
        yield rates[0], next(iter(years))


def _by_owner(frame: Frame, last: tuple[str, ...], known: Known) -> Mapping[tuple[str, ...], list[Figure]]:
    """The figures of a sentence that may be rates, by whom they stand behind; those of a sentence that names nobody are
    of whom it goes on with (`last`)."""
    found: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for at in frame.having(FIGURES):
        number = frame.mentions[at].number
        figure = known.evidence.figures.get(number.figure.start) if number is not None else None
        if figure is None or figure.number.quantum != FINE or figure.number.unit not in (PERCENT, ""):
            continue
        owners = next((ids for place, ids in reversed(frame.bearers) if place < at), last)
        if owners and figure.facts and not frame.after(at, Tag.UNIT) and not is_size_of_change(frame, at):
            found[owners].append(figure)
    return found


def _facts(figure: Figure, owners: Sequence[str], known: Known) -> Sequence[Fact]:
    """The rates of its owners that a figure may be."""
    packs = known.setting.packs
    return [
        fact
        for fact in figure.facts
        if fact.entity in owners and not fact.trust and packs[fact.pack].measures[fact.measure].unit == PERCENT
    ]


def _of_owner(
    facts: Sequence[tuple[Figure, Sequence[Fact]]], shown: Sequence[Kind], everywhere: Sequence[Kind]
) -> Iterator[tuple[Figure, Fact]]:
    """The rates among the figures behind one name: the two of a change whose years lie close, the later one told of
    anywhere, else those of a measure and year shown near by."""
    paired = _pair(facts, everywhere) if len(facts) == PAIR else None
    if paired is not None:
        yield from paired
        return
    plain = ((figure, _first(own, shown)) for figure, own in facts)
    yield from ((figure, fact) for figure, fact in plain if fact is not None)


def _first(facts: Sequence[Fact], shown: Sequence[Kind]) -> Fact | None:
    fitting = {(fact.measure, fact.period): fact for fact in reversed(facts)}
    return next((fitting[kind] for kind in shown if kind in fitting), None)


def _pair(
    facts: Sequence[tuple[Figure, Sequence[Fact]]], everywhere: Sequence[Kind]
) -> Sequence[tuple[Figure, Fact]] | None:
    (first, ones), (second, others) = facts
    pairs = [
        (one, other)
        for one, other in product(ones, others)
        if one.measure == other.measure and one.value != other.value and one.period <= other.period
        if one.period.isdigit() and other.period.isdigit()
        if (one.measure, other.period) in everywhere and int(other.period) - int(one.period) <= SPAN
    ]
    best = min(pairs, key=lambda pair: int(pair[1].period) - int(pair[0].period), default=None)
    return None if best is None else ((first, best[0]), (second, best[1]))
