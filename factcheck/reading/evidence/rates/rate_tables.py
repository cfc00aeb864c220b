"""Tables of rates that no word in their heads tells: "| Provinsi | Agustus 2024 | Agustus 2025 |", "| Tahun | Aceh |".

Which rate a column holds is said by what explains its cells: of three regions and more in one month no chance.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import takewhile

from factcheck.language.figures import PERCENT
from factcheck.model import Claim, Fact, How, part_of, year_of
from factcheck.reading.evidence.explained.explained_figures import Figure
from factcheck.reading.evidence.explained.one_slip import near_misses
from factcheck.reading.evidence.explained.slots import Known
from factcheck.reading.evidence.figures.made_claims import EXPLAINED, MISPRINT, made_claim
from factcheck.reading.period.told_from import period_at
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.typed import NamedTuple

ENOUGH = 3
"""So many cells of one column must be explained, and half of them."""
FINE = Decimal("0.01")
"""Fewer decimals are anybody's."""


class Cell(NamedTuple):
    """A figure of a table: of whom and of when it is, by its row and by the head of its column."""

    figure: Figure
    column: int
    owner: str
    period: str


Kind = tuple[int, str, str]
"""A column, and the pack and the measure of its cells."""


def rate_tables(claims: Sequence[Claim], frames: Sequence[Frame], known: Known) -> list[Claim]:
    """The claims, and those of the cells of tables of rates, be they so but for one slip."""
    read = {claim.start for claim in claims if isinstance(claim.value, Decimal)}
    made = [
        claim
        for place, frame in enumerate(frames)
        if frame.sentence.kind == "header"
        for claim in _of_table(frame, frames[place + 1 :], known)
        if claim.start not in read
    ]
    return [*claims, *made]


def _of_table(header: Frame, after: Sequence[Frame], known: Known) -> Iterator[Claim]:
    rows = takewhile(lambda one: one.sentence.kind == "row", after)
    cells = [cell for row in rows for cell in _cells(row, header, known)]
    kinds = _kinds(cells, known)
    for cell in cells:
        for pack, measure in kinds.get(cell.column, ()):
            facts = _facts(cell, pack, measure, known)
            right = [fact for fact in facts if _is(cell, fact)]
            missed = [] if right else near_misses(cell.figure.number, iter(facts))
            if right or missed:
                fact, how = (right[0], EXPLAINED) if right else (missed[0], MISPRINT)
                yield _claim(cell, fact, how, known)


def _claim(cell: Cell, fact: Fact, how: tuple[How, How], known: Known) -> Claim:
    """The claim of a cell, of the year and the part of it that its fact is of."""
    of_year = fact._replace(period=year_of(fact.period))
    part = part_of(cell.period)
    return made_claim(cell.figure, of_year, known, how)._replace(part=part)


def _cells(row: Frame, header: Frame, known: Known) -> Iterator[Cell]:
    """The fine figures of a row that names a region under a period, or a period under a region."""
    regions, periods = _heads(header, known.setting)
    names = [ids[0] for at, ids in row.bearers if len(ids) == 1 and known.setting.reference.level_of(ids[0])]
    years = [period_at(row, at) for at in row.having(Tag.YEAR_DIGITS)]
    for at in row.having(FIGURES):
        number = row.mentions[at].number
        figure = known.evidence.figures.get(number.figure.start) if number is not None else None
        if figure is None or figure.number.quantum != FINE or figure.number.unit not in (PERCENT, ""):
            continue
        column = _column(row, at)
        owner = names[0] if len(names) == 1 else regions.get(column, "") if not names else ""
        period = periods.get(column) or (years[0] if len(years) == 1 else "")
        if owner and period:
            yield Cell(figure, column, owner, period)


def _heads(header: Frame, setting: Setting) -> tuple[Mapping[int, str], Mapping[int, str]]:
    """The regions and the periods that the columns are headed by."""
    regions = {
        _column(header, at): ids[0]
        for at, ids in header.bearers
        if len(ids) == 1 and setting.reference.level_of(ids[0])
    }
    periods = {_column(header, at): period_at(header, at) for at in header.having(Tag.YEAR_DIGITS)}
    return regions, periods


def _column(frame: Frame, at: int) -> int:
    return len(frame.having(Tag.CELL, 0, at + 1)) - 1


def _kinds(cells: Sequence[Cell], known: Known) -> Mapping[int, Sequence[tuple[str, str]]]:
    """The rate that explains enough of the cells of each column."""
    every = Counter(cell.column for cell in cells)
    times: Counter[Kind] = Counter()
    for cell in cells:
        own = {(fact.pack, fact.measure) for fact in cell.figure.facts if fact.entity == cell.owner}
        for pack, measure in own:
            if any(_is(cell, fact) for fact in _facts(cell, pack, measure, known)):
                times[cell.column, pack, measure] += 1
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for (column, pack, measure), count in times.most_common():
        if count >= ENOUGH and 2 * count >= every[column] and not found[column]:
            found[column].append((pack, measure))
    return found


def _facts(cell: Cell, pack: str, measure: str, known: Known) -> Sequence[Fact]:
    """What the reference has of a rate for the row and the head of a cell."""
    if known.setting.packs[pack].measures[measure].unit != PERCENT:
        return ()
    facts = known.setting.reference.facts(measure, cell.owner, cell.period, pack)
    return [fact for fact in facts if isinstance(fact.value, Decimal) and not fact.trust]


def _is(cell: Cell, fact: Fact) -> bool:
    return fact.value == cell.figure.number.value
