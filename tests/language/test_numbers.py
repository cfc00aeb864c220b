"""What numbers are read, and how: the table of cases in numbers.toml."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from factcheck.language.language import load
from factcheck.language.numbers import find_numbers

TABLE = (Path(__file__).parent / "numbers.toml").read_text("utf-8")
CASES: list[dict[str, Any]] = tomllib.loads(TABLE)["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_numbers(case: dict[str, Any]) -> None:
    text = case["text"]
    found = find_numbers(text, load(case.get("language", "id")))
    shown = [[text[n.start : n.end], n.value, n.form, n.unit] for n in found]
    assert shown == [[written, Decimal(value), form, unit] for written, value, form, unit in case["numbers"]]


@pytest.mark.parametrize(
    ("written", "quantum"),
    [("89,62", "0.01"), ("36", "1"), ("tiga belas", "1"), ("4,5 juta", "100000"), ("70,7 persen", "0.1"),
     ("dua juta", "1000000"), ("17.717", "1")],
)  # fmt: skip
def test_quantum_is_what_the_last_digit_is_worth(written: str, quantum: str) -> None:
    (number,) = find_numbers(written, load("id"))
    assert number.quantum == Decimal(quantum)


@pytest.mark.parametrize(
    ("written", "figure"),
    [("Rp4,2 miliar", "4,2"), ("94,74 persen", "94,74"), ("ke-7", "7"), ("ketujuh", "ketujuh")],
)
def test_figure_is_the_number_alone(written: str, figure: str) -> None:
    (number,) = find_numbers(written, load("id"))
    assert written[slice(*number.figure)] == figure
    assert (number.start, number.end) == (0, len(written))
