"""Tables of counts: each column is headed by a word of a scale, each cell says how many bear it.

"| Penilaian | Dinilai | Hijau | Kuning | Merah |" above rows of years, "| Kelompok | Hijau | Kuning |" above rows of
groups, "| Provinsi | A | B |" above rows of regions. Which of them a table counts is said by what explains its cells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product, takewhile

from factcheck.language.figures import Number
from factcheck.model import COUNTRY, Claim, Fact, How, Strength
from factcheck.reading.evidence.counts.explained_counts import ASSESSED, conditions_at, counts
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reference.ask.computed import groups_of
from factcheck.typed import NamedTuple

PAIR, ENOUGH = 2, 3
"""So many columns make a table one of counts; so many cells must be explained."""


class Cell(NamedTuple):
    """A number of a row under the word of its column; region, year and group where its row says them."""

    frame: Frame
    number: Number
    condition: str
    region: str
    year: str
    group: str


def counted_columns(
    claims: Sequence[Claim], frames: Sequence[Frame], region: str, setting: Setting, years: Sequence[str]
) -> list[Claim]:
    """The claims, with those of the cells of each table of counts instead of what else was read there. `region` is that
    of the article, `years` those that it may be about, the likeliest first."""
    made: dict[int, Claim] = {}
    for place, frame in enumerate(frames):
        if frame.sentence.kind == "header" and len(frame.having(SCALED)) >= PAIR:
            rows = takewhile(lambda one: one.sentence.kind == "row", frames[place + 1 :])
            cells = [cell for row in rows for cell in _cells(row, _conditions(frame))]
            made |= {claim.start: claim for claim in _explained(cells, region, setting, years)}
    return [*(one for one in claims if one.start not in made), *made.values()] if made else list(claims)


def _conditions(header: Frame) -> Sequence[str]:
    """What the cells of each column count; empty for any other column. None where fewer than two count by a scale."""
    found: list[str] = [""] * len(header.having(Tag.CELL))
    for at in header.having(SCALED):
        found[_column(header, at)] = next(conditions_at(header, at), "")
    if sum(map(bool, found)) < PAIR:
        return ()
    for at in header.having(Tag.COUNT_ASSESSED):
        found[_column(header, at)] = found[_column(header, at)] or ASSESSED
    return found


def _column(frame: Frame, at: int) -> int:
    return len(frame.having(Tag.CELL, 0, at + 1)) - 1


def _cells(row: Frame, conditions: Sequence[str]) -> Iterator[Cell]:
    """The whole numbers of a row that stand alone in a column that counts."""
    years = [at for at in row.having(Tag.YEAR_DIGITS) if not _under(row, at, conditions)]
    names = [row.mentions[at].ids for at, _ in row.bearers if len(row.mentions[at].ids) == 1]
    group = next((row.mentions[at].tags[Tag.GROUP] for at in row.having(Tag.GROUP)), "")
    year = row.mentions[years[0]].tags[Tag.YEAR_DIGITS] if years else ""
    for at in row.having(FIGURES):
        number, condition = row.mentions[at].number, _under(row, at, conditions)
        if number is not None and condition and number.quantum == 1 and not number.unit:
            yield Cell(row, number, condition, names[0][0] if names else "", year, group)


def _under(row: Frame, at: int, conditions: Sequence[str]) -> str:
    """What the column of a mention counts."""
    column = _column(row, at)
    return conditions[column] if 0 <= column < len(conditions) else ""


def _explained(cells: Sequence[Cell], region: str, setting: Setting, years: Sequence[str]) -> Iterator[Claim]:
    """The cells as counts of the pack, region, year and group that explain most of them; none where few are."""
    regions = [""] if all(cell.region for cell in cells) else list(dict.fromkeys([region or COUNTRY, COUNTRY]))
    years = [""] if all(cell.year for cell in cells) else years
    best: Sequence[tuple[Cell, Fact | None]] = ()
    for pack, scope, year in product(setting.packs, regions, years):
        filled = [cell._replace(region=cell.region or scope, year=cell.year or year) for cell in cells]
        found = _in_one_group(filled, pack, setting)
        best = max(best, found, key=_right)
    if _right(best) < ENOUGH or 2 * _right(best) < len(best):
        return
    model = next(fact for _, fact in best if fact is not None)
    yield from (_made(cell, fact or model) for cell, fact in best)


def _right(found: Sequence[tuple[Cell, Fact | None]]) -> int:
    return sum(fact is not None for _, fact in found)


def _in_one_group(cells: Sequence[Cell], pack: str, setting: Setting) -> Sequence[tuple[Cell, Fact | None]]:
    """Each cell with the fact that explains it, of its row's group, else of the one group that explains most."""
    found = [
        (cell, [fact for fact in _facts(cell, pack, setting) if fact.value == cell.number.value]) for cell in cells
    ]
    common = Counter(fact.group for cell, facts in found if not cell.group for fact in facts).most_common(1)
    return [(_in_group(cell, common), next(iter(_of(cell, facts, common, setting)), None)) for cell, facts in found]


def _in_group(cell: Cell, common: Sequence[tuple[str, int]]) -> Cell:
    return cell._replace(group=cell.group or (common[0][0] if common else ""))


def _of(cell: Cell, facts: Sequence[Fact], common: Sequence[tuple[str, int]], setting: Setting) -> Iterator[Fact]:
    groups = groups_of(setting.reference, cell.group) if cell.group else [group for group, _ in common]
    return (fact for fact in facts if fact.group in groups)


def _facts(cell: Cell, pack: str, setting: Setting) -> Sequence[Fact]:
    return counts(setting.reference, cell.region or COUNTRY, cell.year, cell.condition, pack)


def _made(cell: Cell, model: Fact) -> Claim:
    sentence, number = cell.frame.sentence, cell.number
    region = cell.region or COUNTRY
    return Claim(
        "", "count", model.pack, "count", *number.figure, number.value,
        subject=region, scope=region, period=cell.year, group=cell.group or model.group, condition=cell.condition,
        low=number.value, high=number.value, how=(How.YEAR_OF_ALL,),
        strength=Strength.CARRIED, voice=sentence.voice, sentence=sentence.place,
    )  # fmt: skip
