"""Rows of an archive: every column is documented, and what is one slip has one key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.archive.asking.archive_tables import DIFFERENCE, HEADS, REPORT
from factcheck.archive.asking.database import query
from factcheck.archive.rows.slip_key import slip_key
from factcheck.archive.rows.tables_written import KINDS, TYPES
from factcheck.model import Claim, Finding

PAGE = (Path(__file__).parents[2] / "docs/archive.md").read_text("utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_every_column_is_in_the_docs(kind: str) -> None:
    table = PAGE.partition(f"\n`{kind}`, a row to every")[2].partition("| what |")[2].partition("\n\n")[0]
    named = {
        name for row in table.splitlines() for name in re.findall(r"`(\w+)`", row.split("|")[1] if "|" in row else "")
    }
    assert set(KINDS[kind].__annotations__) == named - {"version", "packs"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_column_has_a_type(kind: str) -> None:
    written = [getattr(each, "__forward_arg__", each) for each in KINDS[kind].__annotations__.values()]
    assert set(written) <= set(TYPES)


@pytest.mark.parametrize("name", [*REPORT, *DIFFERENCE])
def test_every_column_of_a_report_has_a_name_for_people(name: str) -> None:
    last = re.sub(r"--.*|order by[^()]*(?=\))", "", query(name)).rpartition("\nselect")[2].partition("\nfrom")[0]
    named = re.findall(r"(?:as|,)\s+\"?(\w+)\"?\s*(?=,|$)", last.strip())
    assert set(named) <= set(HEADS)


def test_one_value_is_one_slip_however_it_is_written() -> None:
    from decimal import Decimal

    claim = Claim("c1", "score", "p", "score", 0, 5, Decimal("93.860"), "15.71", "2024")
    finding = Finding("wrong-value", "error", "", 0, 5, ("c1",))
    assert slip_key(finding, "93,86", claim) == slip_key(finding, "93.860", claim._replace(value=Decimal("93.86")))
    assert slip_key(finding, "93,86", claim) != slip_key(finding, "93,86", claim._replace(period="2023"))
    assert slip_key(finding, "Selasa  (2/12)", None) == slip_key(finding, "selasa (2/12)", None)
