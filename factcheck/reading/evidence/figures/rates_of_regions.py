"""A rate in per cent is that of the one named beside it: "Riau 6,16 persen, Sumatera Barat 5,35 persen"."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from factcheck.cache.once import once
from factcheck.language.figures import PERCENT
from factcheck.model import COUNTRY, Fact
from factcheck.reading.evidence.explained.choose import BESIDE, MAIN, NAMED, PARAGRAPH, SENTENCE, WRITTEN, Choice
from factcheck.reading.evidence.explained.differences import gap
from factcheck.reading.evidence.explained.explained_figures import Figure
from factcheck.reading.evidence.explained.one_slip import near_misses
from factcheck.reading.evidence.explained.slots import PAIR, Known, slots_at
from factcheck.reading.evidence.figures.named_beside import named_next, strange_beside
from factcheck.reading.scan.frame import ENDS, FIGURES, Frame
from factcheck.reading.scan.mentions import CUE_OF, Tag
from factcheck.reading.values.change_sizes import in_points
from factcheck.reading.values.scores import ends_range, is_size_of_change, of_something_else

MANY = 4
"""So many right rates of a measure and year say what an article is about."""
HEADS = ("title", "heading")
FINE, TENTH = Decimal("0.01"), Decimal("0.1")
"""Two decimals are hardly anybody's by chance; with one a figure is of the one right in front, in its year."""


def rate_of(figure: Figure, known: Known) -> Fact | None:
    """The rate that a figure is, of a measure in per cent: four digits of anybody named in its sentence or told of in
    the one before, three of the one right in front, or of the country where nobody else is named. Two decimals are
    hardly anybody's by chance who is named beside them."""
    if not figure.facts or not (figure.tells or figure.number.quantum in (FINE, TENTH)):
        return None
    weighed = (known.around.weigh(figure, fact, None) for fact in figure.facts if _is_rate(fact, known))
    fitting = [choice for choice in weighed if _fits(choice, figure, known)]
    fitting = [one for one in fitting if one.fact.entity in known.around.teller] or fitting
    best = max(fitting, key=lambda choice: choice.weight, default=None)
    return best.fact if best is not None else None


def missed_rate(figure: Figure, known: Known) -> Fact | None:
    """The rate that a figure misses by one slip: of the one right in front, where two rates of that measure and year
    beside it are right; of one whom another figure of the sentence is of, where it has four digits; of the country,
    where nobody else is named, and two digits have changed places or two of its rates beside it are right."""
    number, frame = figure.number, figure.frame
    if number.quantum not in (FINE, TENTH) or number.unit not in (PERCENT, ""):
        return None
    at, shown = figure.at, known.evidence.shown
    if ends_range(frame, at) or is_size_of_change(frame, at) or of_something_else(frame, at):
        return None
    place = frame.sentence.place
    country = () if _others(figure, known) else (COUNTRY,)
    alone = figure.frame.bearers[0][1] if len(figure.frame.bearers) == 1 else ()
    own = (*named_next(figure), *alone, *country, *(known.around.teller if not figure.frame.bearers else ()))
    near = dict.fromkeys([*own, *_told_of(figure, known)])
    if any(_may_be(fact, figure, known) or fact.entity in own for fact in figure.facts):
        return None
    facts = (fact for name in near for fact in known.evidence.known.of(name, PERCENT) if not fact.trust)
    if number.quantum == TENTH:
        facts = (fact for fact in facts if (fact.pack, fact.measure) in shown)
    misses = [
        fact
        for fact in near_misses(number, facts)
        if not _is_told_in(place, fact, known)
        and (_is_cued(fact, figure) or not _is_told_below(fact, known))
        and not _is_told_of_another(fact, frame, known)
        and _is_meant(fact, figure, known)
    ]
    weighed = [known.around.weigh(figure, fact, None) for fact in misses]
    best = max(weighed, key=lambda choice: choice.weight, default=None)
    return best.fact if best is not None and best.period >= NAMED else None


def _may_be(fact: Fact, figure: Figure, known: Known) -> bool:
    """Whether a figure may be a fact of somebody who is named: in a year that is; of all the rates of all years that
    are kept most of two digits behind the comma are somebody's."""
    return known.around.weigh(figure, fact, None).period >= NAMED


def changed_rate(figure: Figure, known: Known) -> Fact | None:
    """The later rate of a change in percentage points, where that is explained in its sentence or next to it:
    "8,47 persen, turun 0,10 persen poin dari September 2024"."""
    number, frame, at = figure.number, figure.frame, figure.at
    lead = frame.having(Tag.CHANGE, 0, at)
    points = in_points(frame, at)
    bare = not points and number.unit == PERCENT and is_size_of_change(frame, at)  # "TPT Riau 4,23%, turun 0,14%"
    points = points or bare
    if number.unit not in (PERCENT, "") or not points or not lead or frame.has_any(ENDS, lead[-1], at):
        return None
    later = _explained_near(known).get(frame.sentence.place, ())
    said = Counter((fact.entity, fact.period, fact.measure) for fact in later)
    names = dict.fromkeys(fact.entity for fact in later)
    regions = (name for name in named_next(figure) if known.setting.reference.level_of(name))
    beside = dict.fromkeys(regions)  # "Penurunan terbesar milik Riau, 0,98 poin", behind those of others
    if beside and not beside.keys() & names.keys():
        names, said = beside, Counter(dict(known.said))
    found = gap(figure, (fact for name in names for fact in known.evidence.known.of(name, PERCENT)), said, changes=True)
    told = found is not None and (found.later.entity, found.later.period, found.later.measure) in said
    told = told and not (bare and found is not None and _last_told(figure, known) != _key(found.later))
    return found.later if found is not None and told else None


def _key(fact: Fact) -> tuple[str, str, str]:
    return fact.entity, fact.period, fact.measure


def _last_told(figure: Figure, known: Known) -> tuple[str, str, str] | None:
    """Of whom, of which year and measure the last rate in front of a figure in its sentence is."""
    frame = figure.frame
    before = [frame.mentions[at].number for at in frame.having(FIGURES, 0, figure.at)]
    figures = (known.evidence.figures.get(one.figure.start) for one in reversed(before) if one is not None)
    facts = (rate_of(one, known) for one in figures if one is not None)
    return next((_key(fact) for fact in facts if fact is not None), None)


def _is_told_of_another(fact: Fact, frame: Frame, known: Known) -> bool:
    """ "TPT laki-laki di kota naik dari 5,87% menjadi 6,06%" in a draft on the poor: whether the words of the sentence
    are those of another rate."""
    rates = {
        name for pack in known.setting.packs.values() for name, one in pack.measures.items() if one.unit == PERCENT
    }
    told = {name for name in rates if f"{CUE_OF}{name}" in frame.tagged}
    return bool(told) and fact.measure not in told


def _is_meant(fact: Fact, figure: Figure, known: Known) -> bool:
    """Whether enough stands beside a slip to tell that this rate is meant: two right ones of its measure and year, many
    anywhere where the name stands right in front, another one of the same region in a sentence of no other."""
    if fact.entity in known.around.teller and not figure.frame.bearers:
        exchanged = sorted(str(figure.number.value)) == sorted(f"{fact.value:.2f}")
        return exchanged and _is_cued(fact, figure) and known.around.weigh(figure, fact, None).period >= WRITTEN
    right = _right_beside(known)[figure.frame.sentence.place]
    if fact.entity in named_next(figure):
        enough = MANY if figure.tells else PAIR * MANY
        if (
            right[fact.pack, fact.measure, fact.period] >= max(PAIR, strange_beside(figure, known))
            or _right(known)[fact.pack, fact.measure, fact.period] >= enough
        ):
            return True
    elif _is_alone(fact, figure) and _in_pair(fact, figure, known):
        return _right(known)[fact.pack, fact.measure, fact.period] >= MANY
    beside = right[fact.pack, fact.measure, COUNTRY] and fact.entity not in named_next(figure)
    cues = [f"{CUE_OF}{name}" for name in known.setting.packs[fact.pack].measures]
    told_of = figure.frame.has_any((*cues, Tag.RANK_NATIONAL), 0, figure.at)
    if fact.entity == COUNTRY and not beside and not told_of:
        return False  # "Indonesia's economy expanded at 4.87 percent"; "pasokan air menurun 10,09 persen"
    if fact.entity == COUNTRY and not figure.tells and right[fact.pack, fact.measure, COUNTRY] < PAIR:
        return sorted(str(figure.number.value)) == sorted(f"{fact.value:.2f}")
    told = fact.entity not in named_next(figure) or fact.entity == COUNTRY
    return told and figure.number.unit == PERCENT and (figure.tells or fact.entity == COUNTRY)


def _is_cued(fact: Fact, figure: Figure) -> bool:
    """Whether a word for the measure of a fact stands in front of a figure in its sentence."""
    return figure.frame.has(f"{CUE_OF}{fact.measure}", 0, figure.at)


def _is_alone(fact: Fact, figure: Figure) -> bool:
    """Whether a sentence names one region and no other."""
    return {ids for _, ids in figure.frame.bearers} == {(fact.entity,)}


def _is_told_in(place: int, fact: Fact, known: Known) -> bool:
    """Whether a figure of a sentence is that very rate; each month of a year has its own."""
    rate = (fact.entity, fact.measure, fact.period, fact.value)
    return rate in _rates_at(known).get(place, frozenset())


def _is_told_below(fact: Fact, known: Known) -> bool:
    """Whether a figure of the text, which is no headline, is that very rate: another one of the same region, where no
    word names the measure, is hardly a slip of it ("Ekonomi Jawa Timur tumbuh 5,94 persen")."""
    return (fact.entity, fact.measure, fact.period, fact.value) in _rates_below(known)


@once
def _rates_below(known: Known) -> frozenset[tuple[str, str, str, object]]:
    """The rates that the figures of the text are, but for its headlines."""
    heads = {one.frame.sentence.place for one in known.evidence.figures.values() if one.frame.sentence.kind in HEADS}
    return frozenset(rate for place, rates in _rates_at(known).items() if place not in heads for rate in rates)


@once
def _rates_at(known: Known) -> Mapping[int, frozenset[tuple[str, str, str, object]]]:
    """The rates that figures are, by the place of their sentence."""
    found: dict[int, set[tuple[str, str, str, object]]] = defaultdict(set)
    for start, choice in known.choices.items():
        one = choice.fact
        place = known.evidence.figures[start].frame.sentence.place
        found[place].add((one.entity, one.measure, one.period, one.value))
    return {place: frozenset(rates) for place, rates in found.items()}


@once
def _right(known: Known) -> Counter[tuple[str, str, str]]:
    """How many rates of an article are explained, by pack, measure and year."""
    rates = (rate_of(figure, known) for figure in known.evidence.figures.values())
    return Counter((fact.pack, fact.measure, fact.period) for fact in rates if fact is not None)


def _told_of(figure: Figure, known: Known) -> list[str]:
    """Whom the telling figures of the sentence are of."""
    return [entity for entity, _ in slots_at(known).get(figure.frame.sentence.place, ())]


@once
def _right_beside(known: Known) -> Mapping[int, Counter[tuple[str, str, str]]]:
    """How many rates that are explained stand in a sentence or next to it, by its place; by pack, measure
    and year, and by pack, measure and whose they are."""
    found: dict[int, Counter[tuple[str, str, str]]] = defaultdict(Counter)
    for place, facts in _explained_near(known).items():
        for fact in facts:
            found[place][fact.pack, fact.measure, fact.period] += 1
            found[place][fact.pack, fact.measure, fact.entity] += 1
    return found


@once
def _explained_near(known: Known) -> Mapping[int, Sequence[Fact]]:
    """The rates that are explained in a sentence or next to it, by its place."""
    found: dict[int, list[Fact]] = defaultdict(list)
    for figure in known.evidence.figures.values():
        fact = rate_of(figure, known)
        if fact is not None:
            place = figure.frame.sentence.place
            for near in (place - 1, place, place + 1):
                found[near].append(fact)
    return found


def _is_rate(fact: Fact, known: Known) -> bool:
    return known.setting.packs[fact.pack].measures[fact.measure].unit == PERCENT


def _fits(choice: Choice, figure: Figure, known: Known) -> bool:
    if figure.number.quantum == TENTH and not figure.tells:
        return figure.number.unit == PERCENT and _fits_shortly(choice, figure, known)
    if figure.tells and choice.subject >= PARAGRAPH and _is_told_of(choice.fact, figure, known):
        return True
    if choice.fact.entity == COUNTRY and not _others(figure, known):
        told = choice.period >= WRITTEN or choice.subject >= SENTENCE or _is_year_before(choice.fact, figure, known)
        return told or _is_cued(choice.fact, figure)
    if choice.period < NAMED or figure.number.unit != PERCENT:
        return False
    if figure.tells:
        return choice.subject >= SENTENCE
    if choice.fact.entity in known.around.teller and not figure.frame.bearers and _is_cued(choice.fact, figure):
        return choice.period >= MAIN or _in_pair(choice.fact, figure, known)
    if not figure.frame.bearers:  # "Februari 2023 masih 3,04 persen", behind the rate of August
        written = choice.period >= WRITTEN and _goes_on(choice.fact, figure, known)
        return written or _is_year_before(choice.fact, figure, known)
    return choice.subject >= BESIDE and (bool(named_next(figure)) or _in_pair(choice.fact, figure, known))


def _fits_shortly(choice: Choice, figure: Figure, known: Known) -> bool:
    """Whether a rate with one decimal is that of the one right in front of it, in the year written or told of, or
    beside the rate of another year of the same ("dari 32,7 jadi 24,6 persen"); or of the country, in a written year."""
    if choice.fact.entity == COUNTRY and not _others(figure, known):
        told = figure.frame.has(Tag.RANK_NATIONAL) or _in_pair(choice.fact, figure, known)
        return told and choice.period >= WRITTEN
    if choice.subject < BESIDE:
        return False
    if named_next(figure):
        return choice.period >= MAIN or _in_pair(choice.fact, figure, known)
    return choice.period >= NAMED and _in_pair(choice.fact, figure, known)


def _goes_on(fact: Fact, figure: Figure, known: Known) -> bool:
    """Whether the last rate of the sentence in front of a figure is another one of the same region."""
    last = _last_rates(known).get(figure.frame.sentence.place - 1)
    return last is not None and last[:2] == (fact.entity, fact.measure)


def _is_year_before(fact: Fact, figure: Figure, known: Known) -> bool:
    """ "Secara nasional 8,47 persen. Setahun sebelumnya 9,03 persen": whether a figure is told as that of the year
    before the last rate of the sentence in front of it."""
    last = _last_rates(known).get(figure.frame.sentence.place - 1)
    years = [figure.frame.mentions[at].tags[Tag.YEAR] for at in figure.frame.having(Tag.YEAR, 0, figure.at)]
    if last is None or years != ["-1"] or not fact.period.isdigit() or not last[2].isdigit():
        return False
    return last[:2] == (fact.entity, fact.measure) and int(fact.period) == int(last[2]) - 1


@once
def _last_rates(known: Known) -> Mapping[int, tuple[str, str, str]]:
    """Of whom, of which measure and year the last explained rate of each sentence is, by its place."""
    found: dict[int, tuple[str, str, str]] = {}
    for start in sorted(known.choices):
        fact, frame = known.choices[start].fact, known.evidence.figures[start].frame
        if _is_rate(fact, known):
            found[frame.sentence.place] = (fact.entity, fact.measure, fact.period)
    return found


def _in_pair(fact: Fact, figure: Figure, known: Known) -> bool:
    """Whether another figure of the sentence is another rate of the same one, of another year or half of it."""
    others = (
        known.evidence.figures.get(number.figure.start)
        for at in figure.frame.having(FIGURES)
        if at != figure.at and (number := figure.frame.mentions[at].number) is not None
    )
    return any(
        (one.entity, one.measure) == (fact.entity, fact.measure) and one.value != fact.value
        for other in others
        if other is not None and other.number.unit == PERCENT
        for one in other.facts
    )


def _is_told_of(fact: Fact, figure: Figure, known: Known) -> bool:
    """Whether a figure of the sentence, or of the one before where this names nobody, is of the same one and year."""
    place = figure.frame.sentence.place
    places = (place,) if figure.frame.bearers else (place, place - 1)
    return any((one, fact.entity, fact.period) in known.slots for one in places)


def _others(figure: Figure, known: Known) -> bool:
    """Whether the sentence names a region, which has a rate of its own; the office that counts has none."""
    names = {name for _, ids in figure.frame.bearers for name in ids} - {COUNTRY}
    return any(known.setting.reference.level_of(name) for name in names)
