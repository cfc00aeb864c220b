"""Values of an answer as people read them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.archive.asking.shown_value import shown_value
from factcheck.messages import speaking


@pytest.mark.parametrize(
    ("language", "value", "counted", "shown"),
    [
        ("en", 1234567, True, "1,234,567"),
        ("id", 1234567, True, "1.234.567"),
        ("id", Decimal("547.7"), True, "547,7"),
        ("id", 2024, False, "2024"),
        ("id", None, True, ""),
        ("en", ["a", 1], False, "a | 1"),
    ],
)
def test_a_count_is_parted_and_a_year_is_not(language: str, value: object, counted: bool, shown: str) -> None:
    with speaking(language):
        assert shown_value(value, counted) == shown
