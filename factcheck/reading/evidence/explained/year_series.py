"""Figures in a row that are those of one region in years that follow each other: "berturut-turut 526, 1.531, 1.474, dan
3.117 kasus", "pada 2021, 2022, dan 2023 berturut-turut 79,72, 82,80, dan 77,48".

No year need be written, and nobody named beside them: so many in their order are no chance.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

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
MOST = 12
"""Of a longer row none is looked for that is right of somebody else."""
SHORT = 3
"""Fewer digits tell nothing."""
FINE = Decimal("0.01")
"""So many decimals in a row are no chance, whatever stands in front of the comma."""


class InSeries(NamedTuple):
    """What explains the figures that stand so in their sentences, by where each begins; and of one in a row that
    nothing explains what it misses by a slip, where all others of the row are of the years around its own."""

    explained: Mapping[int, Fact]
    missed: Mapping[int, Fact]


class Gap(NamedTuple):
    """Where the one figure of a row begins that misses what it should be, and what explains enough others of it."""

    start: int
    meant: Fact
    others: Mapping[int, Fact]


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
            gap = _gap_of(row, evidence)
            if gap is not None:
                missed[gap.start] = gap.meant
                found |= gap.others
    return InSeries(found, missed)


def _gap_of(row: Sequence[Figure], evidence: Evidence) -> Gap | None:
    """The one figure of a row that nothing explains, or only somebody whom its sentence does not name, with what it
    should be by the years of all others."""
    for at, others in _one_left_out(row):
        first, figure = others[0]
        number = row[at].number
        for fact in figure.facts:
            steps = [step for place, one in others if (step := _step(fact, place - first, one)) is not None]
            if len(steps) < len(others) or _may_be_of(row[at], fact.entity):
                continue
            period = str(int(fact.period) + at - first)
            held = (one for unit in units(number) for one in evidence.known.of(fact.entity, unit))
            meant = (one for one in held if (one.pack, one.measure, one.period) == (fact.pack, fact.measure, period))
            miss = next(iter(near_misses(number, meant)), None)
            if miss is not None:
                known = {one.number.figure.start: step for (_, one), step in zip(others, steps, strict=True)}
                return Gap(number.figure.start, miss, known if len(others) >= ENOUGH else {})
    return None


def _one_left_out(row: Sequence[Figure]) -> Iterator[tuple[int, Sequence[tuple[int, Figure]]]]:
    """The place of the figure that nothing explains, with the others; where all are explained, each in its turn whose
    others are enough to be no chance."""
    strange = [at for at, figure in enumerate(row) if not figure.facts]
    if len(row) < ENOUGH or len(strange) > 1 or (not strange and not ENOUGH < len(row) <= MOST):
        return
    for at in strange or range(len(row)):
        yield at, [(place, figure) for place, figure in enumerate(row) if place != at]


def _may_be_of(figure: Figure, entity: str) -> bool:
    """Whether a figure is a fact of an entity, or of anybody whom its sentence names."""
    named = {entity, *(name for _, ids in figure.frame.bearers for name in ids)}
    return any(fact.entity in named for fact in figure.facts)


def _step(fact: Fact, years: int, figure: Figure) -> Fact | None:
    """The fact that a figure is of the same as a fact so many years later; None where it is none."""
    if not fact.period.isdigit():
        return None
    slot = (fact.entity, fact.pack, fact.measure, str(int(fact.period) + years))
    return next((one for one in figure.facts if (one.entity, one.pack, one.measure, one.period) == slot), None)


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
    told = any(digits(figure.number) >= TELLING for figure, _ in best)
    fine = all(figure.number.quantum == FINE for figure, _ in best)  # "7,16 persen, 6,76 persen, 5,92 persen"
    return {} if several or not (told or fine) else {figure.number.figure.start: fact for figure, fact in best}


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
