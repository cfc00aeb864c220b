"""The claim that is made of a figure and of the fact that explains it, or that it misses by one slip."""

from __future__ import annotations

from factcheck.language.figures import PERCENT
from factcheck.language.interval import interval
from factcheck.model import Claim, Fact, How, part_of
from factcheck.reading.evidence.explained.choose import Surroundings
from factcheck.reading.evidence.explained.explained_figures import Figure
from factcheck.reading.evidence.explained.slots import Known, year_span

EXPLAINED = (How.SUBJECT_EXPLAINED, How.YEAR_EXPLAINED)
CHANGE = (How.SUBJECT_OF_CHANGE, How.YEAR_OF_CHANGE)
MISPRINT = (How.SUBJECT_OF_MISPRINT, How.YEAR_OF_MISPRINT)
OF_FIGURES = (How.SUBJECT_OF_FIGURE, How.YEAR_OF_FIGURE)
"""How subject and year are found."""


def made_claim(figure: Figure, fact: Fact, known: Known, how: tuple[How, How]) -> Claim:
    """A claim of a figure as what a fact says, found in a way (`how`: the subject, the year)."""
    number, sentence = figure.number, figure.frame.sentence
    measure = known.setting.packs[fact.pack].measures[fact.measure]
    low, high = interval(number, "")
    bare = Claim(
        "", measure.kind, fact.pack, fact.measure, *number.figure, number.value,
        low=low, high=high, voice=sentence.voice, sentence=sentence.place,
    )  # fmt: skip
    return moved_to(bare, figure, fact, known.around, how)


def moved_to(claim: Claim, figure: Figure, fact: Fact, around: Surroundings, how: tuple[How, How]) -> Claim:
    """A claim put under whom and when a fact is of, with the places where these are named."""
    same = fact.entity == claim.subject
    subject = claim.subject_span if same else around.span(figure, fact.entity)
    year = claim.period_span if fact.period == claim.period else year_span(figure, fact.period)
    told = tuple(part for part in claim.how if part.is_subject and same)
    return claim._replace(
        subject=fact.entity, period=fact.period, subject_span=subject, period_span=year, period_origin=year,
        how=(*told, *(() if same or subject else how[:1]), *(() if year else how[1:])),
        readings=(),
    )  # fmt: skip


def part_told(fact: Fact, known: Known) -> str:
    """The part of its year that a rate is of; empty where it is of the whole, or of several parts."""
    facts = known.setting.reference.facts(fact.measure, fact.entity, fact.period, fact.pack)
    parts = {part_of(one.period) for one in facts if one.value == fact.value}
    return next(iter(parts)) if len(parts) == 1 else ""


def in_row(figure: Figure, known: Known) -> Claim | None:
    """The figure as what the row of years that it stands in has, be it by one slip."""
    start = figure.number.figure.start
    fact = known.series.get(start) or known.gaps.get(start)
    if fact is None:
        return None
    claim = made_claim(figure, fact, known, EXPLAINED if start in known.series else OF_FIGURES)
    return claim._replace(part=part_told(fact, known))


def rate_of_figure(figure: Figure, known: Known) -> Claim | None:
    """The figure as the rate of somebody named beside it, or as one that it misses by one slip."""
    if not known.evidence.known.has(PERCENT):
        return None
    from factcheck.reading.evidence.figures.rates_of_regions import changed_rate, missed_rate, rate_of

    fact = rate_of(figure, known)
    if fact is not None:
        return made_claim(figure, fact, known, EXPLAINED)
    later = changed_rate(figure, known)
    if later is not None:
        return made_claim(figure, later, known, CHANGE)._replace(kind="difference", condition="")
    miss = missed_rate(figure, known)
    return made_claim(figure, miss, known, MISPRINT) if miss is not None else None
