"""Rates that the reference does not bear out, in the slots that the right rates beside them show: "Sulawesi Utara tidak
jauh, 6,01 (semula 6,19)", where 6,10 is told between others of that measure and year.

Of the many rates of a region most figures of three digits miss some by one slip. So only those of the measure and the
year that several right ones near by are of count, of whom the sentence says it is, and which no other figure tells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from factcheck.language.figures import PERCENT
from factcheck.model import COUNTRY, Claim, Fact
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.evidence.explained.explained_figures import Figure
from factcheck.reading.evidence.explained.one_slip import near_misses
from factcheck.reading.evidence.explained.slots import PAIR, Known
from factcheck.reading.evidence.figures.made_claims import OF_FIGURES, made_claim, part_told
from factcheck.reading.evidence.figures.named_beside import named_next, strange_beside
from factcheck.reading.evidence.figures.rates_of_regions import HEADS, MANY
from factcheck.reading.evidence.figures.whose_figure import is_of_both, is_of_several
from factcheck.reading.evidence.rates.odd_rates import is_odd_one, tells_of_one
from factcheck.reading.evidence.rates.rate_owners import owners
from factcheck.reading.evidence.rates.rates_alike import rates_of, rates_told, values_explained
from factcheck.reading.scan.frame import ENDS, FIGURES, Frame
from factcheck.reading.scan.mentions import CUE_OF, Tag
from factcheck.reading.values.mood import demanded, irrealis, national_before
from factcheck.reading.values.scores import ends_range, is_size_of_change, of_something_else, own_units
from factcheck.typed import NamedTuple

FINE, TENTH = Decimal("0.01"), Decimal("0.1")
"""Fewer than two decimals are anybody's, but in an article that shows a measure by such figures."""
LISTED = ("item", "row")
NEAR = 2
"""Sentences around a rate in which those that show its measure and year stand."""
FEW = 3
"""So many words in front of a figure leave its sentence about whom the one before was about."""

EARLIER, BESIDE, WRITTEN = 0, 1, 2
"""How well a year fits a figure: that before those shown, one of those, one that is written in front of it."""

Kind = tuple[str, str]
"""Measure and year."""
Weight = tuple[int, int]
"""How well a year fits, and how many right rates show it."""


class Shown(NamedTuple):
    """The right rates of an article: by sentence, how many of each kind, which slots they fill in its text, and which
    parts of a year those of each measure are of; `values` are all that is right of their packs, by sentence."""

    values: Mapping[int, Sequence[Claim]]
    told: Mapping[int, Sequence[Claim]]
    kinds: Mapping[Kind, int]
    filled: Collection[tuple[str, str, Decimal]]
    parts: Collection[tuple[str, str]]


def rate_slots(claims: Sequence[Claim], frames: Sequence[Frame], known: Known) -> list[Claim]:
    """The claims, and those of figures that are a rate but for one slip of the finger, as the rates beside them show;
    they go before what explains such a figure in a year that nobody speaks of."""
    shown = _shown(claims, frames, known)
    if not shown.kinds:
        return list(claims)
    read = {claim.start: claim for claim in claims if isinstance(claim.value, Decimal)}
    made = {
        claim.start: claim
        for frame in frames
        for figure in _figures(frame, read, known)
        if (claim := _slot(figure, frames, shown, known)) is not None
    }
    return [*(made.pop(claim.start, claim) for claim in claims), *made.values()]


def _shown(claims: Sequence[Claim], frames: Sequence[Frame], known: Known) -> Shown:
    """What the right rates show; one alone of a year that the article does not write is right by chance."""
    values = values_explained(claims, known)
    told = {
        place: [one for one in group if _is_told(one, frames[max(0, place - 1) : place + 1], values[place])]
        for place, group in rates_told(claims, known).items()
    }
    every = [one for group in told.values() for one in group]
    times = Counter((one.measure, one.period) for one in every)
    most = max(times.values(), default=0)
    years = {*known.evidence.years, *(year for (_, year), count in times.items() if count == most >= PAIR)}
    kinds = {kind: count for kind, count in times.items() if count >= PAIR or kind[1] in years}
    kept = {
        place: [one for one in group if (one.measure, one.period) in kinds] for place, group in sorted(told.items())
    }
    heads = {frame.sentence.place for frame in frames if frame.sentence.kind in HEADS}
    rates = [one for group in kept.values() for one in group]
    below = (one for one in rates if one.sentence not in heads)
    filled = {(one.subject, one.measure, Decimal(str(one.value))) for one in below}
    facts = (
        fact
        for one in rates
        for fact in known.evidence.figures[one.start].facts
        if (fact.entity, fact.measure) == (one.subject, one.measure)
    )
    parts = {(fact.measure, part_told(fact, known)) for fact in facts if (fact.measure, fact.period) in kinds}
    return Shown(values, kept, kinds, filled, parts)


def _is_told(claim: Claim, frames: Sequence[Frame], values: Sequence[Claim]) -> bool:
    """Whether a right rate of the country is told as one in its sentence or the one before, or stands beside another
    right value of its: "Ekonomi tumbuh 4,91 persen pada 2024" may be it by chance."""
    if any((one.subject, one.pack) == (COUNTRY, claim.pack) and one.measure != claim.measure for one in values):
        return True
    tags = (Tag.RANK_NATIONAL, f"{CUE_OF}{claim.measure}")
    return claim.subject != COUNTRY or any(
        frame.has_any(tags) or any(COUNTRY in ids for _, ids in frame.bearers) for frame in frames
    )


def _is_dated(frame: Frame, at: int) -> bool:
    """Whether a year is told in front of a place: "setahun sebelumnya", "semula", "2024"; no bare "pada"."""
    years = (frame.mentions[one].tags[Tag.YEAR] for one in frame.having(Tag.YEAR, 0, at))
    return frame.has_any((Tag.MOOD_PAST, Tag.BIND_THEN, Tag.YEAR_DIGITS), 0, at) or any(
        year != "word" for year in years
    )


def _figures(frame: Frame, read: Mapping[int, Claim], known: Known) -> Iterator[Figure]:
    """The figures of a sentence that may be rates, but for those that are read as something else, or rightly."""
    for at in frame.having(FIGURES):
        number = frame.mentions[at].number
        figure = known.evidence.figures.get(number.figure.start) if number is not None else None
        if figure is None or figure.number.unit not in (PERCENT, ""):
            continue
        if not (figure.number.quantum == FINE or (known.evidence.shown and _is_short_rate(figure))):
            continue
        claim = read.get(figure.number.figure.start)
        if claim is not None and kind_of(claim.kind) is not VALUE:
            continue
        shared = is_of_several(figure) and national_before(frame, at) < 0
        if figure.number.value >= 1 and not (shared or is_size_of_change(frame, at) or _is_no_state(frame, at, known)):
            yield figure


def _is_short_rate(figure: Figure) -> bool:
    """Whether a figure is a rate of one decimal, or a whole one in a list: "2. Sulawesi Barat: 35 persen"."""
    whole = figure.number.quantum == 1 and figure.number.unit == PERCENT
    return figure.number.quantum == TENTH or (whole and figure.frame.sentence.kind in LISTED)


def _is_no_state(frame: Frame, at: int, known: Known) -> bool:
    """Whether a figure is wished for, of another unit or measure, or the end of a range."""
    planned = frame.having(Tag.MOOD_PLANNED, 0, at)
    wished = demanded(frame, at) or irrealis(frame, at) or (planned and not frame.has_any(ENDS, planned[-1], at))
    strange = frame.after(at, Tag.UNIT) and not own_units(frame, at, known.setting)
    return bool(wished) or strange or of_something_else(frame, at) or ends_range(frame, at)


def _slot(figure: Figure, frames: Sequence[Frame], shown: Shown, known: Known) -> Claim | None:
    """The claim of the one rate that a figure misses in the slot where it stands."""
    frame, at = figure.frame, figure.at
    both = is_of_both(figure)
    names = _both(frame, at) if both else owners(frame, at, frames, shown.values, known.setting)
    kinds = _kinds(figure, frames, shown, known)
    if not names or not kinds or _is_right(figure, names, kinds, known):
        return None
    facts = [fact for name in names for fact in rates_of(name, figure.number.unit, known) if not fact.trust]
    if _is_before_all(figure, facts):
        return None
    if figure.number.quantum != FINE:
        facts = [fact for fact in facts if (fact.pack, fact.measure) in known.evidence.shown]
    here = {(one.subject, one.measure, one.value) for one in shown.told.get(frame.sentence.place, ())}
    missed = {
        (fact.entity, fact.measure, fact.value): fact
        for fact in near_misses(figure.number, (one for one in facts if (one.measure, one.period) in kinds))
        if (fact.entity, fact.measure, fact.value) not in here
    }
    best = max((kinds[fact.measure, fact.period] for fact in missed.values()), default=None)
    first = [fact for fact in missed.values() if kinds[fact.measure, fact.period] == best]
    found = [fact for fact in first if (fact.measure, part_told(fact, known)) in shown.parts] or first
    if both and len(names) == len(found) and len({fact.value for fact in found}) == 1:
        found = found[-1:]  # "sama-sama 42,5 persen" where both had 24,5
    elif both:
        return None
    if len(found) != 1 or not (_is_meant(found[0], figure, kinds, shown) or is_odd_one(found[0], figure, shown, known)):
        return None
    if strange_beside(figure, known) > max(1, len(shown.told.get(frame.sentence.place, ()))):
        return None
    return made_claim(figure, found[0], known, OF_FIGURES)._replace(part=part_told(found[0], known))


def _is_before_all(figure: Figure, facts: Sequence[Fact]) -> bool:
    """ "Maluku pada 2018 mencatat 74,7 persen": whether the year written last in front of a figure is one of which its
    owner has no rates."""
    frame, years = figure.frame, {fact.period[:4] for fact in facts}
    written = frame.having(Tag.YEAR_DIGITS, 0, figure.at)
    return bool(written) and frame.mentions[written[-1]].tags[Tag.YEAR_DIGITS] not in years


def _both(frame: Frame, at: int) -> tuple[str, ...]:
    """The two who are told together in front of a place."""
    return tuple(one for _, ids in [(place, ids) for place, ids in frame.bearers if place < at][-PAIR:] for one in ids)


def _kinds(figure: Figure, frames: Sequence[Frame], shown: Shown, known: Known) -> Mapping[Kind, Weight]:
    """Of which kinds a figure may be, and how many right rates show it: those in its sentence and near it, or of all of
    the article where it is a headline or the sentence names the measure; before them those of a year that its sentence
    writes, behind them those of the year before, where it looks back."""
    frame, at, place = figure.frame, figure.at, figure.frame.sentence.place
    near = Counter(
        (one.measure, one.period) for back in range(place - NEAR, place + NEAR) for one in shown.told.get(back, ())
    )
    cued = _cued(frame, at, known)
    told = cued or (_cued(frames[place - 1], None, known) if place else set())
    measures = cued or {measure for measure, _ in near} or {measure for measure, _ in shown.kinds}
    every = Counter(measure for measure, _ in near.elements())
    found = {kind: (BESIDE, count) for kind, count in near.items()}
    short = figure.number.quantum != FINE
    named = short and (bool(named_next(figure)) or national_before(frame, at) >= 0)
    for (measure, year), count in shown.kinds.items():
        if named or (short and tells_of_one(measure, shown, known)):  # "NTT masih 37,0 persen"
            found.setdefault((measure, year), (BESIDE, count))
        elif count >= MANY and (every[measure] or measure in told or frame.sentence.kind in HEADS):
            found[measure, year] = (BESIDE, count)
    written, before = _years(figure, shown)
    for measure in measures:
        for year in (*written, *before):
            _, count = found.get((measure, year), (BESIDE, 0))
            rank = WRITTEN if year in written else found.get((measure, year), (EARLIER, 0))[0]
            found[measure, year] = (rank, max(every[measure], count))
    return found if not cued else {kind: weight for kind, weight in found.items() if kind[0] in cued}


def _years(figure: Figure, shown: Shown) -> tuple[set[str], set[str]]:
    """The years that are written in front of a figure in its sentence; that before those shown, where it looks back."""
    frame, at = figure.frame, figure.at
    written = {frame.mentions[one].tags[Tag.YEAR_DIGITS] for one in frame.having(Tag.YEAR_DIGITS, 0, at)}
    back = frame.has_any((Tag.BIND_FROM, Tag.MOOD_PAST), 0, at)
    back = back or any(frame.mentions[one].tags[Tag.YEAR] == "-1" for one in frame.having(Tag.YEAR, 0, at))
    later = max((year for _, year in shown.kinds if year.isdigit()), default="") if back else ""
    return written, {str(int(later) - 1)} if later else set()


def _cued(frame: Frame, at: int | None, known: Known) -> set[str]:
    """The rates whose words stand in a sentence, in front of a figure."""
    return {
        name
        for pack in known.setting.packs.values()
        for name, measure in pack.measures.items()
        if measure.unit == PERCENT or (pack.name, name) in known.evidence.exact
        if frame.has(f"{CUE_OF}{name}", 0, at)
    }


def _is_right(figure: Figure, names: Collection[str], kinds: Collection[Kind], known: Known) -> bool:
    """Whether a figure is a rate of those kinds of anybody whom its sentence names, or of anybody at all where it names
    nobody in front of it; or one of its owner of a year that is spoken of."""
    bearers = figure.frame.bearers
    short = figure.number.quantum != FINE and bool(named_next(figure))
    named = {*names} if short else {*names, COUNTRY, *(one for _, ids in bearers for one in ids)}
    anybody = not any(at < figure.at for at, _ in bearers)
    elsewhen, measures = _is_of_another_time(figure.frame, figure.at), {measure for measure, _ in kinds}
    return any(
        ((anybody or fact.entity in named) and (fact.measure, fact.period) in kinds)
        or (fact.entity in names and known.around.weigh(figure, fact, None).period > 0)
        or (elsewhen and fact.entity in names and fact.measure in measures)
        for fact in figure.facts
    )


def _is_of_another_time(frame: Frame, at: int) -> bool:
    """ "(sebelumnya 9,32)", "Dua tahun sebelumnya 7,18 persen", "a year later it was 37.9": whether a time that is
    counted, or gone, stands in front of a figure, so that any year of its owner may be its own."""
    figures = [one for one in frame.having(FIGURES, 0, at) if Tag.YEAR_DIGITS not in frame.mentions[one].tags]
    start = figures[-1] if figures else 0
    return frame.has_any((Tag.MOOD_PAST, Tag.YEAR_ANCHORED), start, at)


def _is_meant(fact: Fact, figure: Figure, kinds: Mapping[Kind, Weight], shown: Shown) -> bool:
    """Whether the sentence says whose rate a figure is: its name stands right in front, or a right one of it, or the
    measure does; and enough right ones show which rate it is."""
    frame, at = figure.frame, figure.at
    pair = any((one.subject, one.measure) == (fact.entity, fact.measure) for one in _beside(figure, shown))
    cued = frame.has(f"{CUE_OF}{fact.measure}", 0, at)
    if (fact.entity, fact.measure, fact.value) in shown.filled and not (cued or frame.sentence.kind in HEADS):
        return False
    dated = _is_dated(frame, at)
    if kinds[fact.measure, fact.period][1] < PAIR and not (pair and (cued or dated)):
        return False
    beside = fact.entity in named_next(figure) or (fact.entity == COUNTRY and frame.has(Tag.RANK_NATIONAL, 0, at))
    return beside or pair or cued or dated or _begins(figure)


def _beside(figure: Figure, shown: Shown) -> Sequence[Claim]:
    """The right rates of the sentence of a figure; where it names nobody, the last one of the sentence before too."""
    place = figure.frame.sentence.place
    before = () if figure.frame.bearers else shown.told.get(place - 1, ())
    return (*shown.told.get(place, ()), *before[-1:])


def _begins(figure: Figure) -> bool:
    """ "Cuma 2,27 persen", "Turunnya tajam, dari 6,37": whether hardly a word stands in front of a figure in its
    sentence."""
    frame = figure.frame
    return len(frame.plain[frame.sentence.start : figure.number.start].split()) <= FEW
