"""Whole numbers that are of one region in one year alone, in a sentence that names nobody: "Kabupaten tetangganya cuma
383 kasus", "Setahun kemudian 763"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from factcheck.reading.evidence.explained.choose import BEFORE, NAMED, Choice, Surroundings
from factcheck.reading.evidence.explained.explained_figures import Evidence, Figure
from factcheck.reading.evidence.explained.known_facts import TELLING
from factcheck.reading.evidence.explained.printed import digits
from factcheck.reading.scan.frame import UNITS
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.values.scores import is_size_of_change

BACK = 2
"""Sentences in front of a figure that may tell others of whom it is."""


def lone_wholes(evidence: Evidence, choices: Mapping[int, Choice], around: Surroundings) -> dict[int, Choice]:
    """What explains the whole numbers of the measures that an article shows which nothing near by explains: the one
    fact that each may be, in a year that the article names; a short one beside a word for what is counted, or beside
    another figure of the same region."""
    told: dict[int, set[str]] = defaultdict(set)
    for start, choice in choices.items():
        told[evidence.figures[start].frame.sentence.place].add(choice.fact.entity)
    found: dict[int, Choice] = {}
    for start, figure in evidence.figures.items():
        fact = next(iter(figure.facts), None)
        if start in choices or fact is None or not _is_lone(figure, evidence):
            continue
        place = figure.frame.sentence.place
        near = any(fact.entity in told[at] for at in range(place - BACK, place + 1))
        weighed = around.weigh(figure, fact, None)
        if weighed.period >= NAMED and (near or _is_told(figure) or digits(figure.number) >= TELLING):
            found[start] = weighed._replace(subject=max(weighed.subject, BEFORE))
            told[place].add(fact.entity)
    return found


def _is_lone(figure: Figure, evidence: Evidence) -> bool:
    """Whether a whole number is of one region in one year alone, and its sentence names nobody."""
    if not figure.tells or figure.number.quantum != 1 or figure.number.unit or figure.frame.bearers:
        return False
    if is_size_of_change(figure.frame, figure.at):
        return False
    slots = {(fact.entity, fact.period) for fact in figure.facts}
    return len(slots) == 1 and all((fact.pack, fact.measure) in evidence.wholes for fact in figure.facts)


def _is_told(figure: Figure) -> bool:
    """Whether what is counted is named in a sentence: behind the figure or in front of it."""
    return figure.frame.has(Tag.CUE_NUMBER, 0, figure.at) or figure.frame.has(UNITS)
