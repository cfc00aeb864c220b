"""What vouches for a contradicted claim: who is named, what right figures stand beside it, what is written out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_DOWN, Decimal
from functools import lru_cache

from factcheck.cache.once import once
from factcheck.judging.answers.as_printed import decimals_printed, misses, rounded_to
from factcheck.judging.case import Case, frame_of
from factcheck.model import Claim, How, Span, number_of, year_of
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.evidence.words.beside_figures import bears_figure
from factcheck.reading.scan.frame import SCALED, places_with
from factcheck.reading.scan.mentions import Tag
from factcheck.typed import NamedTuple

AMOUNT = 6
"""So many digits are no other's by chance."""
NEAR = 2
"""Sentences to both sides in which a right claim vouches for a slot."""
ENOUGH = 2
"""So many right claims beside it make a slot a parallel one."""
SHORTEST = 2
"""So many digits of a figure may be all that was printed of a longer one."""
PLACES = 4
"""So many places of one figure are looked at."""
ABOVE = 250
"""Letters that a year may stand above what it is said of."""


def is_named(claim: Claim) -> bool:
    """Whether the subject is written in the sentence as the one the claim is about."""
    return claim.subject_span is not None and not any(part.is_subject for part in claim.how)


def is_written(claim: Claim) -> bool:
    """Whether subject and year both stand in the sentence of the claim."""
    return is_named(claim) and claim.period_span is not None


def is_headed(claim: Claim) -> bool:
    """Whether the year stands not far above: "Hasil tahun 2023:" over a list or a table."""
    origin = claim.period_origin
    return origin is not None and 0 <= claim.start - origin.end <= ABOVE


def hangs(case: Case, claim: Claim, near: int) -> bool:
    """Whether a right figure of the same subject and year stands in the sentence, or so many sentences from it; one
    whose subject is not written there hangs on what was said before it, not on what comes."""
    about, named = _right(case).about, is_named(claim)
    return any(
        isinstance(other.value, Decimal) and kind_of(other.kind) is VALUE
        for place in _beside(claim, near)
        if named or place <= claim.sentence
        for other in about.get((place, claim.subject, claim.period), ())
        if other.id != claim.id
    )


def siblings(case: Case, claim: Claim, near: int = 1) -> int:
    """How many right claims of the same measure and year about others stand beside it, in so many sentences around."""
    right, slot = _right(case), (claim.measure, claim.kind, claim.period)
    places = _beside(claim, near)
    return sum(right.slots[place, *slot] - right.slots_of[place, claim.subject, *slot] for place in places)


def counted_beside(case: Case, claim: Claim) -> int:
    """How many right counts of the same region and year stand beside it; one of the same scale counts for two."""
    counts, where = _right(case).counts, (claim.subject, claim.period)
    own = _scale(claim) if case.answer(claim).verdict == "supported" and claim.kind == "count" else None
    return sum(
        (number - (place == claim.sentence and scale == own)) * (1 + (bool(scale) and scale == _scale(claim)))
        for place in _beside(claim, 1)
        for scale, number in counts.get((place, *where), {}).items()
    )


def right_beside(case: Case, claim: Claim) -> list[Claim]:
    """The other right claims of a sentence about the subject of one."""
    return [one for one in _right(case).of.get((claim.sentence, claim.subject), ()) if one.id != claim.id]


def is_spoken_of_rightly(case: Case, claim: Claim) -> bool:
    """Whether a sentence or the one before has another right claim of the pack about the same subject."""
    of = _right(case).of
    here = (*of.get((claim.sentence, claim.subject), ()), *of.get((claim.sentence - 1, claim.subject), ()))
    return any(one.id != claim.id and one.pack == claim.pack for one in here)


def is_told_rightly(case: Case, claim: Claim) -> bool:
    """Whether a draft has a right figure, or a right word of another scale, of the subject and year of a claim."""
    told = _values_right(case).get((claim.subject, claim.period, claim.pack), ())
    return any(measure != claim.measure for measure in told)


@lru_cache(maxsize=2)
def _values_right(case: Case) -> Mapping[tuple[str, str, str], frozenset[str]]:
    """The measures of which a draft is right, by subject, year and pack."""
    found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for claim in case.claims:
        if kind_of(claim.kind) is VALUE and case.answer(claim).verdict == "supported":
            found[claim.subject, claim.period, claim.pack].add(claim.measure)
    return {place: frozenset(measures) for place, measures in found.items()}


def is_beside_right(case: Case, claim: Claim) -> bool:
    """ "Pada 2022 di urutan 22 dari 34 provinsi dengan warna merah": whether a right rank, or a right word of another
    scale, of the subject and written year of a word stands in its sentence, which has no other word of its scale."""
    return claim.period_span is not None and len(_measures_right(case, claim)) > 0 and _is_only_word(case, claim)


def is_outvoted(case: Case, claim: Claim) -> bool:
    """ "82,79, zona hijau kategori A (kualitas tinggi)": whether so many right values of other measures of the subject
    and year of a word stand in its sentence, which has no other word of its scale."""
    return len(_measures_right(case, claim)) >= ENOUGH and _is_only_word(case, claim)


def _measures_right(case: Case, claim: Claim) -> set[str]:
    """Of which other measures of its pack a sentence is right, of the subject and year of a claim."""
    here = _right(case).about.get((claim.sentence, claim.subject, claim.period), ())
    return {
        one.measure for one in here if one.measure != claim.measure and one.pack == claim.pack and not one.condition
    }


def _is_only_word(case: Case, claim: Claim) -> bool:
    """Whether a sentence has no other word of the scale of one."""
    words = (one for one in case.claims.inside(claim.sentence) if one.measure == claim.measure and one.end != claim.end)
    return not any(isinstance(one.value, str) for one in words)


@lru_cache(maxsize=2)
def _right_years(case: Case) -> Counter[str]:
    """How many values are right in each year."""
    return Counter(one.period for one in case.claims if one.measure and case.answer(one).verdict == "supported")


def is_in_its_year(case: Case, claim: Claim) -> bool:
    """Whether a word whose year is not written is told in the year of its draft: that of most right values, and of all
    that is told near in front of it, in a sentence that speaks of no other time."""
    frame = frame_of(case, claim)
    if frame is None or not {How.YEAR_OF_ARTICLE, How.YEAR_OF_ALL} & {*claim.how}:
        return False
    if frame.has_any((Tag.YEAR, Tag.YEAR_DIGITS, Tag.YEAR_ANCHORED, Tag.BIND_THEN, Tag.MOOD_PAST)):
        return False
    years = _right_years(case)
    told = years[claim.period]
    if told < PLACES or told < max(years.values()):
        return False
    around = (one for at in range(claim.sentence - PLACES, claim.sentence + 1) for one in case.claims.inside(at))
    before = [one for one in around if one.measure and one.period and one.start < claim.start]
    return bool(before) and all(one.period == claim.period for one in before)


def is_told_by_figure(case: Case, claim: Claim) -> bool:
    """Whether a right figure is joined to a word of a scale, which tells of what time it is said: "pernah kuning dengan
    83,98"."""
    frame = frame_of(case, claim) if isinstance(claim.value, str) else None
    return frame is not None and bears_figure(frame, frame.ending(claim.end, SCALED)) and hangs(case, claim, near=0)


def is_right_elsewhere(case: Case, claim: Claim) -> bool:
    """Whether another claim gives the right figure for the slot of this one."""
    right = _right(case).ids.get((claim.subject, claim.period, claim.measure, claim.kind), ())
    return any(name != claim.id for name in right[:2])


class Right(NamedTuple):
    """The right claims of a draft: `of` by sentence and subject, `about` by their year too; how many fill the slots of
    a sentence, and those of each subject; how many count by each scale; `ids` of those that fill a slot anywhere."""

    of: Mapping[tuple[int, str], Sequence[Claim]]
    about: Mapping[tuple[int, str, str], Sequence[Claim]]
    slots: Mapping[tuple[int, str, str, str], int]
    slots_of: Mapping[tuple[int, str, str, str, str], int]
    counts: Mapping[tuple[int, str, str], Mapping[str, int]]
    ids: Mapping[tuple[str, str, str, str], Sequence[str]]


@lru_cache(maxsize=2)
def _right(case: Case) -> Right:
    of: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    about: dict[tuple[int, str, str], list[Claim]] = defaultdict(list)
    ids: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    slots: Counter[tuple[int, str, str, str]] = Counter()
    slots_of: Counter[tuple[int, str, str, str, str]] = Counter()
    counts: dict[tuple[int, str, str], Counter[str]] = defaultdict(Counter)
    for claim in case.claims:
        if case.answer(claim).verdict != "supported":
            continue
        place, slot = claim.sentence, (claim.measure, claim.kind, claim.period)
        of[place, claim.subject].append(claim)
        about[place, claim.subject, claim.period].append(claim)
        ids[claim.subject, claim.period, claim.measure, claim.kind].append(claim.id)
        slots[place, *slot] += 1
        slots_of[place, claim.subject, *slot] += 1
        if claim.kind == "count":
            counts[place, claim.subject, claim.period][_scale(claim)] += 1
    return Right(of, about, slots, slots_of, counts, ids)


def _scale(count: Claim) -> str:
    """The scale whose word a count is under: `zone`; empty where it is none."""
    return count.condition.partition(":")[0] if ":" in count.condition else ""


def _beside(claim: Claim, near: int) -> range:
    """The sentences that are no further from that of a claim."""
    return range(claim.sentence - near, claim.sentence + near + 1)


def is_shown(case: Case, period: str) -> bool:
    """Whether any right figure of the draft is of the year."""
    return period in _shown_years(case)


@lru_cache(maxsize=2)
def _shown_years(case: Case) -> frozenset[str]:
    figures = (claim for claim in case.claims if isinstance(claim.value, Decimal))
    return frozenset(claim.period for claim in figures if case.answer(claim).verdict == "supported")


def digits_of(claim: Claim) -> int:
    return sum(sign.isdigit() for sign in str(claim.value).lstrip("0."))


def digits_printed(claim: Claim) -> int:
    """How many digits of a figure tell, its naughts behind the comma among them: four of 86,00, three of 5,89 juta."""
    whole = isinstance(claim.value, Decimal) and claim.value == claim.value.to_integral_value()
    return digits_of(claim) + (decimals_printed(claim) if whole else 0) - rounded_to(claim).adjusted()


def is_exact(claim: Claim) -> bool:
    """Whether a figure is printed with so many digits that it is no other's by chance: an amount to its last rupiah."""
    return isinstance(claim.value, Decimal) and digits_printed(claim) >= AMOUNT


@lru_cache(maxsize=2)
def spoken_years(case: Case) -> frozenset[str]:
    """The years that the draft speaks of."""
    written = {frame.mentions[at].tags[Tag.YEAR_DIGITS] for frame, at in places_with(case.frames, Tag.YEAR_DIGITS)}
    return frozenset(written | {year_of(claim.period) for claim in case.claims})


def spoken_months(case: Case) -> frozenset[str]:
    """The months that the figures of a draft are told of, as periods have them: "09"."""
    return frozenset(claim.part for claim in case.claims if claim.part)


def is_cut_short(case: Case, claim: Claim) -> bool:
    """ "3,3 persen" of 3,38: whether a figure of two digits is a fact cut off behind the second."""
    value = number_of(claim)
    if digits_of(claim) != SHORTEST:
        return False
    facts = (fact.value for fact in case.answer(claim).facts)
    return any(isinstance(fact, Decimal) and fact.quantize(value, ROUND_DOWN) == value for fact in facts)


@once
def is_slip(case: Case, claim: Claim) -> bool:
    """Whether the figure is the right one but for one slip of the finger."""
    return any(misses(claim, fact) for fact in case.answer(claim).facts)


def is_told_apart(case: Case, claim: Claim) -> bool:
    """ "TPT tamatan kejuruan 8,12 persen. … dari 6,27 persen menjadi 8,12 persen", "26,55 persen pada September 2019"
    told twice: whether a draft has just that figure in another sentence where it is nobody's, or is held of the same
    one in the same year and contradicted by nothing."""
    value = claim.value
    if not isinstance(value, Decimal) or value == value.to_integral_value():
        return False
    frame = frame_of(case, claim)
    here = frame.sentence if frame is not None else claim
    again = (span for span in _places(case).get(value, ()) if not here.start <= span.start < here.end)
    return any(_is_apart(case, claim, case.claims.over(*span)) for span in again)


@lru_cache(maxsize=2)
def _places(case: Case) -> Mapping[Decimal, Sequence[Span]]:
    """Where the figures of a draft with decimals stand, the first few of each value."""
    found: dict[Decimal, list[Span]] = defaultdict(list)
    for number in case.numbers:
        if number.quantum < 1 and len(found[number.value]) < PLACES:
            found[number.value].append(number.figure)
    return found


def _is_apart(case: Case, claim: Claim, there: Iterable[Claim]) -> bool:
    own = (claim.subject, claim.period, claim.measure)
    return all(
        one.kind == "figure"
        or ((one.subject, one.period, one.measure) == own and case.answer(one).verdict != "contradicted")
        for one in there
    )
