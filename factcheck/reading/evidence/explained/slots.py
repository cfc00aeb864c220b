"""What the figures of an article fill: whose value in which year each explained one is, and which slots stay free."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from factcheck.cache.once import once
from factcheck.language.figures import PERCENT, Number
from factcheck.model import COUNTRY, Claim, Fact, Span
from factcheck.reading.evidence.explained.choose import (
    BEFORE,
    BESIDE,
    LONG,
    MAIN,
    NAMED,
    PARAGRAPH,
    SENTENCE,
    TOPIC,
    WRITTEN,
    Choice,
    Surroundings,
    is_beside_written,
)
from factcheck.reading.evidence.explained.explained_figures import Evidence, Figure
from factcheck.reading.evidence.explained.known_facts import TELLING, units
from factcheck.reading.evidence.explained.printed import digits
from factcheck.reading.evidence.explained.shown_measures import is_short
from factcheck.reading.period.marks import in_date
from factcheck.reading.period.year_marks import month_marks
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.typed import NamedTuple

PAIR, SHORT = 2, 3
EXACT = 5
"""A whole number of so many digits is hardly that of somebody whom its paragraph names by chance."""


class Known(NamedTuple):
    """What settling goes by: the evidence, where it stands, what explains each figure, what is said of whom."""

    evidence: Evidence
    around: Surroundings
    setting: Setting
    choices: Mapping[int, Choice]
    said: Mapping[tuple[str, str, str], int]
    years: frozenset[str]
    filled: Mapping[tuple[int, str, str, str], Span | None]
    parts: Mapping[int, int]
    slots: Mapping[tuple[int, str, str], frozenset[str]]
    chosen: frozenset[tuple[int, str, str, str]]
    lone: Mapping[int, Sequence[tuple[str, str]]]
    series: Mapping[int, Fact]
    gaps: Mapping[int, Fact]


def gather_known(
    claims: Sequence[Claim], evidence: Evidence, frames: Sequence[Frame], setting: Setting, published: date | None
) -> Known:
    today = str(published.year) if published else ""
    around = Surroundings(frames, evidence, setting.reference, main_year(claims), today)
    around.tell(_shown_years(evidence, around))
    proposed = {claim.start: claim for claim in claims if is_value(claim, setting)}
    choices = {}
    for start, figure in evidence.figures.items():
        choice = around.choose(figure, proposed.get(start)) if figure.facts else None
        if choice is not None and (_is_near(choice, figure) or _is_exact(choice, figure)):
            choices[start] = choice
    series, gaps = _of_series(evidence)
    choices |= {start: Choice(fact, SENTENCE, MAIN) for start, fact in series.items()}
    if evidence.wholes:
        from factcheck.reading.evidence.explained.lone_wholes import lone_wholes

        choices |= lone_wholes(evidence, choices, around)
    said = Counter((one.fact.entity, one.fact.period, one.fact.measure) for one in choices.values())
    years = frozenset(one.fact.period for one in choices.values())
    chosen = frozenset(_place(evidence.figures[start], one.fact) for start, one in choices.items())
    slots: dict[tuple[int, str, str], frozenset[str]] = {}
    for start, one in choices.items():
        if evidence.figures[start].tells:
            slot = (evidence.figures[start].frame.sentence.place, *slot_of(one.fact))
            slots[slot] = slots.get(slot, frozenset()) | {one.fact.measure}
    parts, lone = _parts(evidence), _lone(evidence)
    bare = Known(evidence, around, setting, choices, said, years, {}, parts, slots, chosen, lone, series, gaps)
    return bare._replace(filled=dict(_filled(proposed, bare)))


def _of_series(evidence: Evidence) -> tuple[Mapping[int, Fact], Mapping[int, Fact]]:
    """What explains the figures that stand in the order of their years, and what one in such a row misses by a slip."""
    every = Counter(one.frame.sentence.place for one in evidence.figures.values())
    explained = Counter(one.frame.sentence.place for one in evidence.figures.values() if one.facts)
    if not any(number > PAIR and explained[place] >= PAIR for place, number in every.items()):
        return {}, {}
    from factcheck.reading.evidence.explained.year_series import in_series

    return in_series(evidence)


@once
def slots_at(known: Known) -> Mapping[int, Sequence[tuple[str, str]]]:
    """Of whom and of which year the telling figures of each sentence are, by its place."""
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for place, entity, period in known.slots:
        found[place].append((entity, period))
    return dict(found)


def _shown_years(evidence: Evidence, around: Surroundings) -> list[str]:
    """The years that two and more telling figures are of, each of somebody named in its sentence, or in the head of its
    list where it is too long for chance, and of that year alone."""
    times: Counter[str] = Counter()
    for figure in evidence.figures.values():
        years = {fact.period for fact in figure.facts} if figure.tells else set()
        near = BEFORE if digits(figure.number) >= LONG else SENTENCE
        if len(years) == 1 and any(around.weigh(figure, fact, None).subject >= near for fact in figure.facts):
            times.update(years)
    return [year for year, count in times.items() if count >= PAIR]


def _is_near(choice: Choice, figure: Figure) -> bool:
    """Whether an explanation is near enough to hang something on: somebody named here or in the sentence before, in a
    year that is named, or in any for a figure too long for chance; or the topic, in a year that is written beside the
    figure ("• 2023: Rp3.181.013"), or is next to one that is, where nobody is named there; or anybody named, in a year
    that is written there, for a figure too long for chance."""
    long = digits(figure.number) >= LONG
    if choice.subject >= BEFORE:
        return choice.period >= NAMED or long
    if choice.subject >= TOPIC:
        meant = not figure.frame.bearers and is_beside_written(figure.frame, choice.fact.period)
        if meant or not is_short(figure.number):
            return choice.period >= WRITTEN or long or (meant and choice.period >= NAMED)
    return long and choice.period >= WRITTEN


def _is_exact(choice: Choice, figure: Figure) -> bool:
    """ "Di posisi kedua Anies-Muhaimin memperoleh 532.605": of the one whom the paragraph is about."""
    whole = figure.number.quantum == 1 and digits(figure.number) >= EXACT
    return whole and choice.subject >= PARAGRAPH and choice.period >= NAMED


def _lone(evidence: Evidence) -> Mapping[int, Sequence[tuple[str, str]]]:
    """The entity and period of each figure too long for chance that is a fact of one entity in one year, by the place
    of its sentence, whoever is named there."""
    found: dict[int, dict[tuple[str, str], None]] = defaultdict(dict)
    for figure in evidence.figures.values():
        slots = {slot_of(fact) for fact in figure.facts} if digits(figure.number) >= LONG else set()
        if len(slots) == 1:
            found[figure.frame.sentence.place].update(dict.fromkeys(slots))
    return {place: tuple(slots) for place, slots in found.items()}


def _parts(evidence: Evidence) -> dict[int, int]:
    """Where the second half of each broken decimal begins, with where the whole does."""
    return {
        figure.frame.mentions[figure.at + 2].start: start
        for start, figure in evidence.figures.items()
        if figure.number.figure.end > figure.frame.mentions[figure.at].end
    }


def _filled(proposed: Mapping[int, Claim], known: Known) -> Iterator[tuple[tuple[int, str, str, str], Span | None]]:
    """The slots of each sentence that a figure fills, be it by one slip: sentence, entity, period, measure."""
    for start, claim in proposed.items():
        figure = known.evidence.figures.get(start)
        if figure is None:
            continue
        own = any(slot_of(fact) == (claim.subject, claim.period) for fact in figure.facts)
        miss = None if figure.facts else missed(figure, claim, known)
        if own or (miss is not None and slot_of(miss) == (claim.subject, claim.period)):
            yield (claim.sentence, claim.subject, claim.period, claim.measure), claim.period_span


def years_named(known: Known, published: date | None) -> list[str]:
    """The years that an article may be about: those that explained figures are of, those named, that of publication
    and the one before."""
    told = sorted((*known.years, *known.evidence.years), reverse=True)
    near = [str(published.year), str(published.year - 1)] if published else []
    return list(dict.fromkeys([*told, *near]))


@once
def main_year(claims: Sequence[Claim]) -> str:
    """The year that most of the claims are of, the last of several; pass after pass asks it of the same."""
    years = Counter(claim.period for claim in claims if claim.period)
    return max(years, key=lambda year: (years[year], year), default="")


def slot_of(fact: Fact) -> tuple[str, str]:
    return fact.entity, fact.period


def _place(figure: Figure, fact: Fact) -> tuple[int, str, str, str]:
    """The slot of a fact in the sentence of a figure: sentence, entity, period, measure."""
    return (figure.frame.sentence.place, *slot_of(fact), fact.measure)


def is_value(claim: Claim, setting: Setting) -> bool:
    """Whether the claim is a value of a number measure and no change, rank or count."""
    pack = setting.packs.get(claim.pack)
    measure = pack.measures.get(claim.measure) if pack else None
    return measure is not None and measure.type == "number" and claim.kind == measure.kind


def ends_step(figure: Figure, known: Known) -> bool:
    """ "54 sampai 77,99 sedang": whether a figure is where a step of a scale ends, in a sentence that names nobody in
    front of it."""
    from factcheck.reading.values.counts import edges_of

    return figure.number.value in edges_of(known.setting) and not figure.frame.names_between(0, figure.at)


def missed(figure: Figure, claim: Claim | None, known: Known) -> Fact | None:
    """The fact of somebody near by that the figure misses by one slip and that nothing else says; the best of them."""
    if figure.number.figure.start in known.gaps:
        return known.gaps[figure.number.figure.start]
    round_ = figure.tells and figure.number.quantum > 1 and digits(figure.number) < TELLING
    short = digits(figure.number) < TELLING and claim is None and not round_
    if digits(figure.number) < SHORT or (short and not _among_explained(figure, known)):
        return None
    if claim is None and ends_step(figure, known):
        return None
    from factcheck.reading.evidence.explained.one_slip import near_misses

    around = known.around
    near = dict.fromkeys(
        (*(() if claim is None else (claim.subject,)), *around.nearby(figure), *_told_of(figure, known))
    )
    facts = (fact for name in near for unit in units(figure.number) for fact in known.evidence.known.of(name, unit))
    own = (claim.subject, claim.period) if claim else ("", "")
    misses = [
        fact
        for fact in near_misses(figure.number, facts)
        if slot_of(fact) == own or (_free(fact, figure, claim, known) and _spoken_of(fact, figure, known))
    ]
    from factcheck.reading.evidence.explained.printed_slips import misprinted

    misses += misprinted(figure.number, near, known.setting)
    weighed = [around.weigh(figure, fact, claim) for fact in misses if not fact.trust]
    best = max(weighed, key=lambda choice: choice.weight, default=None)
    nearness, dated = BEFORE if figure.tells and not round_ else SENTENCE, NAMED
    if round_:  # "1,45 juta ton pada 2022" is of a year that the reference may not have
        dated = WRITTEN if figure.frame.has(Tag.YEAR_DIGITS) else MAIN
        alone = dated == WRITTEN and not figure.frame.bearers  # "Pada 2024 hasilnya 8,63 juta"
        nearness = BEFORE if alone else SENTENCE
    if figure.number.quantum == 1 and digits(figure.number) >= EXACT:
        nearness = PARAGRAPH
    if best is not None and best.fact.entity == COUNTRY and claim is not None and _is_first_rate(figure, known):
        nearness = BEFORE
    if short and best is not None:
        nearness, dated = SENTENCE if best.fact.entity == COUNTRY else BESIDE, MAIN
    return best.fact if best is not None and best.subject >= nearness and best.period >= dated else None


def _among_explained(figure: Figure, known: Known) -> bool:
    """ "Maluku tumbuh 5,31 persen pada 2022, 5,12 persen pada 2023, dan 5,34 persen pada 2024": whether all other
    figures of a sentence with the unit of a short one are explained, by facts of one measure, of which its paragraph
    tells two and more."""
    frame, own = figure.frame, figure.frame.mentions[figure.at].number
    told = _measures_told(frame, known).get(figure.number.unit, {})
    mine = _measure_told(own, known) if own is not None and own.unit == figure.number.unit else None
    measures = {measure for measure, times in told.items() if times > (measure == mine)}
    if len(measures) != 1 or measures == {""}:
        return False
    return _told_in_blocks(known)[frame.sentence.block, measures.pop()] >= PAIR


@once
def _measures_told(frame: Frame, known: Known) -> Mapping[str, Mapping[str, int]]:
    """By unit, of which measure how many figures of a sentence are explained; those of none under an empty name."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for at in frame.having(FIGURES):
        number = frame.mentions[at].number
        if number is not None:
            found[number.unit][_measure_told(number, known)] += 1
    return found


def _measure_told(number: Number, known: Known) -> str:
    """The measure of the fact that explains a figure; empty where none does."""
    choice = known.choices.get(number.figure.start)
    return choice.fact.measure if choice is not None else ""


@once
def _told_in_blocks(known: Known) -> Mapping[tuple[int, str], int]:
    """How many figures of each paragraph are explained by facts of each measure."""
    places = ((known.evidence.figures[start].frame.sentence.block, one) for start, one in known.choices.items())
    return Counter((block, one.fact.measure) for block, one in places)


def _is_long_count(figure: Figure) -> bool:
    """Whether a figure counts people or votes and is too long for chance; amounts of money lie close together."""
    return not figure.number.unit and figure.number.quantum == 1 and digits(figure.number) >= LONG


def _told_of(figure: Figure, known: Known) -> list[str]:
    """Whom else a figure may be of: the country where its sentence says so ("Secara nasional baru 83,06 persen"); of a
    whole number too long for chance also those of whom the sentence in front of one that names nobody tells figures
    ("Totalnya 1.631.968 suara sah"), and of a rate where no region is named yet."""
    if figure.frame.has(Tag.RANK_NATIONAL, 0, figure.at):
        return [COUNTRY]
    if _is_first_rate(figure, known):
        return [COUNTRY]
    if figure.frame.bearers or not _is_long_count(figure):
        return []
    before = figure.frame.sentence.place - 1
    return [*(entity for entity, _ in slots_at(known).get(before, ())), COUNTRY]


def _is_first_rate(figure: Figure, known: Known) -> bool:
    """ "Angka kemiskinan pada Maret 2025 turun menjadi 8,74 persen": whether a rate stands beside a month where no
    region is named yet."""
    frame = figure.frame
    return figure.number.unit == PERCENT and not known.around.names_before(frame) and bool(month_marks(frame))


def _free(fact: Fact, figure: Figure, claim: Claim | None, known: Known) -> bool:
    """Whether the slot of a fact is not filled by another figure of its sentence; nor of the article, where nothing but
    the slip reads this one, it is not too long for chance ("Bogor 5,8 Juta" in a headline), and the one named last in
    front of it is another."""
    if _place(figure, fact) in known.chosen:
        return False
    if claim is not None or _is_long_count(figure) or (*slot_of(fact), fact.measure) not in known.said:
        return True
    named = [ids for place, ids in figure.frame.bearers if place < figure.at]
    return bool(named) and fact.entity in named[-1] and figure.frame.sentence.voice != "headline"


def _spoken_of(fact: Fact, figure: Figure, known: Known) -> bool:
    """Whether the year of a fact is that of explained figures, or written in the sentence."""
    return fact.period in known.years or not known.years or year_span(figure, fact.period) is not None


def year_span(figure: Figure, period: str) -> Span | None:
    """Where a year is written in the sentence of a figure: the place nearest to it."""
    frame = figure.frame
    written = (at for at in frame.having(Tag.YEAR_DIGITS) if frame.mentions[at].tags[Tag.YEAR_DIGITS] == period)
    places = [at for at in written if not in_date(frame, at)]
    if not places:
        return None
    nearest = frame.mentions[min(places, key=lambda at: abs(at - figure.at))]
    return Span(nearest.start, nearest.end)
