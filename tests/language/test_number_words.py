"""Numbers written in words are read back to the same value."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.language.language import load
from factcheck.language.number_format import formatted
from factcheck.language.number_words import cardinal, in_words_like, ordinal
from factcheck.language.numbers import find_numbers


@pytest.mark.parametrize("code", ["id", "en"])
@pytest.mark.parametrize("number", range(2, 100))
def test_a_number_in_words_is_read_back(code: str, number: int) -> None:
    language = load(code)
    words = cardinal(number, language)
    found = find_numbers(f"x {words} x", language)
    assert [(one.value, one.start, one.end) for one in found] == [(Decimal(number), 2, 2 + len(words))]


@pytest.mark.parametrize("number", range(2, 100))
def test_an_ordinal_in_words_is_read_back(number: int) -> None:
    language = load("id")
    found = find_numbers(f"peringkat {ordinal(number, language)} x", language)
    assert [(one.value, one.form) for one in found] == [(Decimal(number), "ordinal")]


@pytest.mark.parametrize(
    ("code", "value", "written", "words"),
    [
        ("id", 8, "tujuh", "delapan"),
        ("id", 12, "Sebelas", "Dua belas"),
        ("id", 1, "kedua", "pertama"),
        ("id", 2, "Pertama", "Kedua"),
        ("en", 21, "twenty", "twenty-one"),
        ("en", 3, "second", "third"),
        ("id", 8, "7", ""),
        ("id", 120, "tujuh", ""),
    ],
)
def test_words_are_written_like_the_ones_they_replace(code: str, value: int, written: str, words: str) -> None:
    assert in_words_like(Decimal(value), written, load(code)) == words


@pytest.mark.parametrize(
    ("code", "value", "said"),
    [
        ("id", "2996561", "2.996.561"),
        ("id", "90.02", "90,02"),
        ("id", "93.80", "93,80"),
        ("id", "2024", "2024"),
        ("en", "2996561", "2,996,561"),
        ("en", "90.02", "90.02"),
    ],
)
def test_a_value_in_a_message_is_written_as_the_language_does(code: str, value: str, said: str) -> None:
    assert formatted(Decimal(value), load(code)) == said
