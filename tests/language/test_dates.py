"""What dates are read, and which weekday belongs to them: the table of cases in dates.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck.language.dates import find_dates
from factcheck.language.figures import DateMention
from factcheck.language.language import load

TABLE = (Path(__file__).parent / "dates.toml").read_text("utf-8")
CASES: list[dict[str, Any]] = tomllib.loads(TABLE)["case"]


def shown(text: str, date: DateMention) -> list[object]:
    figure = text[slice(*date.figure)]
    return [text[date.start : date.end], f"{date.day}/{date.month}/{date.year}", date.weekday, figure]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_dates(case: dict[str, Any]) -> None:
    text = case["text"]
    found = find_dates(text, load(case.get("language", "id")))
    assert [shown(text, date) for date in found] == case["dates"]


def test_the_weekday_is_spanned_as_written() -> None:
    text = "pada Jum’at kemarin (1/3/2024)"
    (date,) = find_dates(text, load("id"))
    assert date.weekday_span is not None
    assert text[slice(*date.weekday_span)] == "Jum’at"
