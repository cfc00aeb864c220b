"""Figures in a row that are those of one region in years that follow each other: "berturut-turut 526, 1.531, 1.474, dan
3.117 kasus", "pada 2021, 2022, dan 2023 berturut-turut 79,72, 82,80, dan 77,48".

No year need be written, and nobody named beside them: so many in their order are no chance.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from factcheck.model import Fact
from factcheck.reading.evidence.explained.explained_figures import Evidence, Figure
from factcheck.reading.evidence.explained.known_facts import TELLING, units
from factcheck.reading.evidence.explained.one_slip import near_misses
from factcheck.reading.evidence.explained.printed import digits
from factcheck.reading.scan.frame import FIGURES
from factcheck.reading.scan.mentions import Tag
from factcheck.typed import NamedTuple

ENOUGH = 3
"""So many figures in a row, each of the year behind that of the one before, are no chance."""
SHORT = 3
"""Fewer digits tell nothing."""


class InSeries(NamedTuple):
    """What explains the figures that stand so in their sentences, by where each begins; and of one in a row that
    nothing explains what it misses by a slip, where all others of the row are of the years around its own."""

    explained: Mapping[int, Fact]
    missed: Mapping[int, Fact]


def in_series(evidence: Evidence) -> InSeries:
    by_sentence: dict[int, list[Figure]] = defaultdict(list)
    for figure in evidence.figures.values():
        if digits(figure.number) >= SHORT:
            by_sentence[figure.frame.sentence.place].append(figure)
    found: dict[int, Fact] = {}
    missed: dict[int, Fact] = {}
    for several in by_sentence.values():
        for row in _rows(several) if len(several) >= ENOUGH else ():
            found |= _years_of(row)
            missed |= _gap_of(row, evidence)
    return InSeries(found, missed)


def _gap_of(row: Sequence[Figure], evidence: Evidence) -> Mapping[int, Fact]:
    """The one figure of a row that nothing explains, with what it should be by the years of all others."""
    strange = [at for at, figure in enumerate(row) if not figure.facts]
    if len(strange) != 1 or len(row) < ENOUGH:
        return {}
    at, (first, *others) = strange[0], [(place, figure) for place, figure in enumerate(row) if figure.facts]
    number = row[at].number
    for fact in first[1].facts:
        if not fact.period.isdigit() or not all(_is_step(fact, place - first[0], figure) for place, figure in others):
            continue
        period = str(int(fact.period) + at - first[0])
        held = (one for unit in units(number) for one in evidence.known.of(fact.entity, unit))
        meant = (one for one in held if (one.pack, one.measure, one.period) == (fact.pack, fact.measure, period))
        miss = next(iter(near_misses(number, meant)), None)
        if miss is not None:
            return {number.figure.start: miss}
    return {}


def _is_step(fact: Fact, years: int, figure: Figure) -> bool:
    """Whether a figure is of the same as a fact so many years later."""
    slot = (fact.entity, fact.pack, fact.measure, str(int(fact.period) + years))
    return any((one.entity, one.pack, one.measure, one.period) == slot for one in figure.facts)


def _rows(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """The figures of a sentence that follow each other, with nothing but years, names and words between."""
    row: list[Figure] = []
    for figure in figures:
        if row and _parted(row[-1], figure):
            yield row
            row = []
        row.append(figure)
    yield row


def _parted(one: Figure, other: Figure) -> bool:
    """Whether another figure, or the end of a clause, stands between two."""
    frame = one.frame
    numbers = (at for at in frame.having(FIGURES, one.at + 1, other.at))
    others = any(Tag.YEAR_DIGITS not in frame.mentions[at].tags for at in numbers)
    return others or frame.has(Tag.SEMICOLON, one.at, other.at)


def _years_of(row: Sequence[Figure]) -> Mapping[int, Fact]:
    """The facts of the longest run of a row whose years follow each other; none where several regions may be meant."""
    best: list[tuple[Figure, Fact]] = []
    several = False
    for first, figure in enumerate(row[: len(row) - ENOUGH + 1]):
        for fact in figure.facts:
            run = _run_from(row[first:], fact)
            if len(run) >= ENOUGH and len(run) >= len(best):
                several = len(run) == len(best) and run[0][1].entity != best[0][1].entity
                best = run
    told = sum(digits(figure.number) >= TELLING for figure, _ in best)
    return {} if several or not told else {figure.number.figure.start: fact for figure, fact in best}


def _run_from(row: Sequence[Figure], fact: Fact) -> list[tuple[Figure, Fact]]:
    """The figures from the first of a row on that are of the years behind a fact's, each of the next one."""
    run = [(row[0], fact)]
    for figure in row[1:]:
        last = run[-1][1]
        following = (one for one in figure.facts if _follows(last, one))
        found = next(following, None)
        if found is None:
            break
        run.append((figure, found))
    return run


def _follows(one: Fact, other: Fact) -> bool:
    same = (one.entity, one.pack, one.measure) == (other.entity, other.pack, other.measure)
    return same and one.period.isdigit() and other.period == str(int(one.period) + 1)
