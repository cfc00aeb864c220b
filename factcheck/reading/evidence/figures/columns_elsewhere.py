"""Columns of a table whose head begins with a measure that no figure of ours explains: "Luas Wilayah (km2)", "Jumlah
Penduduk (Ribu)", "% Luas Wilayah". Their cells are figures of the region of their row, from another source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import takewhile

from factcheck.language.figures import PERCENT, Number
from factcheck.language.interval import interval
from factcheck.model import Claim, How, Span, Strength
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import CUE_OF, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reference.packs.info import Measure
from factcheck.typed import NamedTuple

FEW = 3
"""Fewer rows are no table of regions."""


class Column(NamedTuple):
    """What the cells of a column are: the kind of their claims, their year, how many one of them stands for; without
    a kind it is no column of ours."""

    kind: str = ""
    year: str = ""
    scale: int = 1


def columns_elsewhere(
    frames: Sequence[Frame], read: set[int], measures: Mapping[str, Measure], setting: Setting, years: tuple[str, str]
) -> Iterator[Claim]:
    """The claims of cells that nothing reads."""
    for place, frame in enumerate(frames):
        if frame.sentence.kind == "header" and frame.has(Tag.CUE_NUMBER):
            rows = list(takewhile(lambda one: one.sentence.kind == "row", frames[place + 1 :]))
            columns = [_column(cell, frame, measures, years) for cell in _cells(frame)]
            if len(rows) >= FEW and any(column.kind for column in columns):
                for row in rows:
                    yield from _of_row(row, columns, read, setting)


def _cells(header: Frame) -> Iterator[tuple[int, int]]:
    """Where the cells of a row begin and end."""
    starts = [header.mentions[at].start for at in header.having(Tag.CELL)]
    yield from zip(starts, [*starts[1:], header.sentence.end], strict=True)


def _column(cell: tuple[int, int], header: Frame, measures: Mapping[str, Measure], years: tuple[str, str]) -> Column:
    """What the head of a column says that its cells are: the measure that begins it, or a share of it."""
    numbers, (start, end) = header.language.numbers, cell
    for at in header.having(Tag.CUE_NUMBER):
        mention = header.mentions[at]
        places = [place for tag, place in mention.tags.items() if tag.startswith(CUE_OF) and place in measures]
        if not places or not start <= mention.start < end:
            continue
        before = header.plain[start : mention.start].strip(" |").lower()
        behind = header.plain[mention.end : end].strip(" |()").lower()
        measure = measures[places[0]]
        year = years[not measure.reported]
        if before.startswith(numbers.percent) or behind in numbers.percent:  # "persentase penduduk", "% luas wilayah"
            return Column("share", year)
        units = {unit for words in measure.counted_in.values() for unit in words}
        scale = int(numbers.scales.get(behind.split()[0], 1)) if behind else 1
        if not before and (not behind or behind in units or scale > 1):
            return Column(measure.reported or measure.kind, year, scale)
    return Column()


def _of_row(row: Frame, columns: Sequence[Column], read: set[int], setting: Setting) -> Iterator[Claim]:
    named = [(at, ids) for at, ids in row.bearers if setting.reference.level_of(ids[0])]
    if not named:
        return
    place, ids = named[0]
    owner = row.mentions[place]
    for at in row.having(FIGURES):
        number = row.mentions[at].number
        column = len(row.having(Tag.CELL, 0, at + 1)) - 1
        head = columns[column] if 0 <= column < len(columns) else Column()
        if number is None or not head.kind or number.figure.start in read or number.form != "digits":
            continue
        if number.unit not in ("", PERCENT if head.kind == "share" else ""):
            continue
        yield _made(row, number, head, (ids[0], Span(owner.start, owner.end)))


def _made(row: Frame, number: Number, head: Column, owner: tuple[str, Span]) -> Claim:
    low, high = interval(number, "")
    scale = Decimal(head.scale)
    return Claim(
        "", head.kind, "", "", *number.figure, number.value * scale, subject=owner[0], period=head.year,
        low=None if low is None else low * scale, high=None if high is None else high * scale, subject_span=owner[1],
        how=(How.YEAR_OF_ARTICLE,), strength=Strength.CARRIED, voice=row.sentence.voice,
    )  # fmt: skip
