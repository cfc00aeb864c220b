"""One table in any dialect, layout and order says the same."""

from __future__ import annotations

import csv
from decimal import Decimal
from functools import cache
from io import StringIO
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.reference.ask.reference import load
from factcheck.reference.importing.read_tables import sheets_of
from factcheck.reference.importing.recipe import Recipe
from factcheck.reference.importing.table_names import Names
from factcheck.reference.importing.understand import understand
from factcheck.reference.packs.shipped import gazetteers

REGIONS = ("Kabupaten Sigi", "Kabupaten Poso", "Kota Palu", "Kabupaten Buol", "Kabupaten Donggala")
YEARS = ("2021", "2022", "2023")
FIGURES = st.decimals(min_value=Decimal("0.1"), max_value=Decimal("99999.9"), places=1, allow_nan=False)
TABLES = st.dictionaries(
    st.tuples(st.sampled_from(REGIONS), st.sampled_from(YEARS)), FIGURES, min_size=6, max_size=len(REGIONS) * len(YEARS)
)
Table = dict[tuple[str, str], Decimal]


@cache
def names() -> Names:
    reference, _ = load([Path(pack) for pack in gazetteers()], None)
    return Names(reference.entities, reference.aliases, {})


def figure(value: Decimal, comma: bool, grouped: bool) -> str:
    written = f"{value:,}" if grouped else f"{value}"
    return written.translate(str.maketrans(",.", ".,")) if comma else written


def wide(table: Table, comma: bool, grouped: bool) -> list[list[str]]:
    regions = sorted({region for region, _ in table})
    rows = [["Kabupaten/Kota", *YEARS]]
    for region in regions:
        cells = (table.get((region, year)) for year in YEARS)
        rows.append([region, *("…" if cell is None else figure(cell, comma, grouped) for cell in cells)])
    return rows


def long(table: Table, comma: bool, grouped: bool) -> list[list[str]]:
    rows = [[region, year, figure(value, comma, grouped)] for (region, year), value in table.items()]
    return [["Wilayah", "Tahun", "Nilai"], *rows]


def written(rows: list[list[str]], delimiter: str, title: bool) -> bytes:
    out = StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerows([["Angka kasus"]] if title else [])
    writer.writerows(rows)
    return out.getvalue().encode()


@settings(max_examples=60, deadline=None)
@given(
    table=TABLES, delimiter=st.sampled_from(",;\t|"), comma=st.booleans(), grouped=st.booleans(), title=st.booleans(),
    shape=st.sampled_from([wide, long]), turned=st.booleans(),
)  # fmt: skip
def test_every_dialect_says_the_same(
    table: Table, delimiter: str, comma: bool, grouped: bool, title: bool, shape: object, turned: bool
) -> None:
    rows = shape(table, comma, grouped)  # type: ignore[operator]
    if turned and shape is wide and len(rows) > 2:
        rows = [list(row) for row in zip(*rows, strict=True)]
    sheets = sheets_of(written(rows, delimiter, title), "a.csv")
    found = understand(sheets, names(), Recipe(), None)
    assert found.problems == ()
    said = {(names().name(one.entity), one.period): one.value for one in found.figures.figures}
    assert said == table
