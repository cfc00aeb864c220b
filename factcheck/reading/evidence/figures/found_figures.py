"""The claims of figures that the grammar did not read, where evidence alone reads them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from factcheck.cache.once import once
from factcheck.model import Claim, Fact
from factcheck.reading.evidence.explained.choose import LONG
from factcheck.reading.evidence.explained.explained_figures import Figure
from factcheck.reading.evidence.explained.printed import digits
from factcheck.reading.evidence.explained.slots import Known, missed, slot_of, year_span
from factcheck.reading.evidence.figures.figure_changes import change_of, near_change
from factcheck.reading.evidence.figures.made_claims import EXPLAINED, MISPRINT, in_row, made_claim, rate_of_figure
from factcheck.reading.evidence.figures.whose_figure import is_of_another
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.values.mood import AIMS, demanded, irrealis, is_aim
from factcheck.reading.values.scores import mean_of_group, of_something_else

SHORT = 2


def found_figures(figure: Figure, known: Known) -> Iterable[Claim]:
    """The claim made of a figure that the grammar did not read, where evidence alone reads it."""
    choice = known.choices.get(figure.number.figure.start)
    if not figure.tells:
        yield from _short_figure(figure, known)
        return
    if choice is not None:
        if not _is_dated_otherwise(figure, choice.fact, known):
            yield made_claim(figure, choice.fact, known, EXPLAINED)
        return
    if _is_another_matter(figure):
        return
    rate = rate_of_figure(figure, known) if figure.facts else None
    if rate is not None:
        yield rate
        return
    change = None if figure.facts else change_of(figure, None, known) or near_change(figure, None, known)
    if change is not None and change.kind == "difference" and figure.frame.has(Tag.CHANGE):
        yield change
        return
    miss = _missed_slot(figure, known)
    if miss is not None:
        yield made_claim(figure, miss, known, MISPRINT)
        return
    if change is not None:
        yield change


def _short_figure(figure: Figure, known: Known) -> Iterable[Claim]:
    """The claim of a figure of few digits, which only what stands beside it tells, or the row of years it stands in."""
    row = in_row(figure, known)
    if row is not None:
        yield row
        return
    beside = _beside(figure, known) or _of_next(figure, known)
    rate = made_claim(figure, beside, known, EXPLAINED) if beside is not None else rate_of_figure(figure, known)
    miss = _missed_slot(figure, known) if rate is None else None
    if rate is not None:
        yield rate
    elif miss is not None:
        yield made_claim(figure, miss, known, MISPRINT)


def _missed_slot(figure: Figure, known: Known) -> Fact | None:
    """What a figure that nothing explains should be, which it misses by one slip in its slot."""
    if (
        figure.facts
        or _is_of_range(figure)
        or is_aim(figure.frame, figure.at)
        or (not figure.tells and _is_another_matter(figure))
    ):
        return None
    miss = missed(figure, None, known)
    return miss if miss is not None and not is_of_another(figure, miss, known) and not _is_wanted(figure) else None


def _is_of_range(figure: Figure) -> bool:
    """ "Bengkulu: 13,50-14 persen": whether a figure is an end of a range, which is what somebody expects."""
    frame, at = figure.frame, figure.at
    return any(frame.spans(at - back, at) or frame.spans(at, at + back) for back in (1, 2))


def _is_another_matter(figure: Figure) -> bool:
    frame, at = figure.frame, figure.at
    return demanded(frame, at) or of_something_else(frame, at) or (not figure.facts and mean_of_group(frame, at))


def _is_wanted(figure: Figure) -> bool:
    """ "Targetnya, keluarga di Bali mengeluarkan Rp15,78 juta": a round amount that a word of wishing governs, or that
    stands behind one for what is aimed at."""
    frame, at = figure.frame, figure.at
    return figure.number.quantum > 1 and (irrealis(frame, at) or frame.has_any((*AIMS, Tag.MOOD_CONDITIONAL), 0, at))


def _of_next(figure: Figure, known: Known) -> Fact | None:
    if not figure.facts:
        return None
    from factcheck.reading.evidence.figures.named_beside import fact_of_next

    return fact_of_next(figure, known)


def _is_dated_otherwise(figure: Figure, fact: Fact, known: Known) -> bool:
    """ "2021: Rp3.134.600", "2020: Rp3.134.600": whether a sentence writes one year in front of a figure, and what
    explains it is of another, which is written beside a figure of its own elsewhere; not of a short figure that the
    reference has otherwise in that year."""
    frame = figure.frame
    years = frame.having(Tag.YEAR_DIGITS)
    if len(years) != 1 or years[0] > figure.at:
        return False
    written = frame.mentions[years[0]].tags[Tag.YEAR_DIGITS]
    held = known.setting.reference.facts(fact.measure, fact.entity, written, fact.pack)
    if written == fact.period or (held and digits(figure.number) < LONG):
        return False
    slot = (*slot_of(fact), fact.measure)
    return any(
        year_span(known.evidence.figures[start], fact.period) is not None
        for start in _chosen_for(known).get(slot, ())
        if start != figure.number.figure.start
    )


@once
def _chosen_for(known: Known) -> Mapping[tuple[str, str, str], Sequence[int]]:
    """Where the figures stand that each fact explains."""
    found: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for start, choice in known.choices.items():
        found[(*slot_of(choice.fact), choice.fact.measure)].append(start)
    return dict(found)


def _beside(figure: Figure, known: Known) -> Fact | None:
    """What explains a short figure by the slot of a telling one in its sentence: "naik 6,3 persen menjadi
    Rp3.182.955" is of whom and of when the amount is."""
    if digits(figure.number) < SHORT and not figure.number.unit:
        return None
    fitting = [
        fact
        for fact in figure.facts
        if (figure.frame.sentence.place, *slot_of(fact)) in known.slots
        and fact.measure not in known.slots[figure.frame.sentence.place, *slot_of(fact)]
    ]
    return fitting[0] if fitting else None
