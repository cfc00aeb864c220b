"""Cells come through exactly as written, and a cell is found again where it stands in the file."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from factcheck.reference.packs.csv_table import cell_place, parse_table
from factcheck.reference.packs.descriptor import read_descriptor
from factcheck.reference.packs.row_records import facts

DESCRIPTOR = (Path(__file__).parent / "base/datapackage.json").read_text(encoding="utf-8")
INFO, _ = read_descriptor(DESCRIPTOR, "datapackage.json", "")


@given(st.from_regex(r"[0-9]{1,3}(\.[0-9]{1,6})?", fullmatch=True))
def test_a_number_keeps_every_printed_digit(cell: str) -> None:
    assert INFO is not None
    table, _ = parse_table(f"entity,period,score,source\n1.1,2023,{cell},s\n", "facts.csv")
    assert table is not None
    (fact,) = facts(INFO, table, table.rows[0])
    assert isinstance(fact.value, Decimal)
    assert fact.value.as_tuple() == Decimal(cell).as_tuple()


CELL = st.text(alphabet='ab ,"\n;é', max_size=6)


@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=6))
def test_the_place_of_a_cell_is_where_it_begins(rows: list[tuple[str, str, str]]) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows([("x", "y", "z"), *rows])
    table, problems = parse_table(out.getvalue(), "t.csv")
    assert table is not None
    assert not problems
    text_lines = out.getvalue().split("\n")
    for row, written in zip(table.rows, rows, strict=True):
        for column, cell in zip("xyz", written, strict=True):
            line, place = cell_place(table, row, column)
            rest = "\n".join(text_lines[line - 1 :])[place - 1 :]
            assert rest.startswith('"' + cell.replace('"', '""') + '"')


@given(st.text(max_size=200))
def test_no_text_at_all_makes_the_reader_fail(text: str) -> None:
    parse_table(text, "t.csv")
    read_descriptor(text, "datapackage.json", "")
