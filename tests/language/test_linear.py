"""No passage is slow to read: twice the text takes about twice the time, whatever it consists of."""

from __future__ import annotations

from functools import partial

import pytest
from counting import LINEAR, times_as_long

from factcheck.checks.rules import wrong_list_count, wrong_total
from factcheck.language.dates import find_dates
from factcheck.language.language import load
from factcheck.language.numbers import find_numbers
from factcheck.model import Document
from factcheck.reading.sums.sums import find_sums

ID = load("id")
PIECES = [
    "satu ",
    "satu",
    "1",
    "1,",
    "1/",
    "1 ",
    "0",
    "Kamis (",
    "12/",
    "a@",
    "IVX",
    "19.30-",
    "Juni 1 ",
    "naik 1 ",
    "(",
    "dari 1 menjadi 2 naik 3 persen ",
    "1 yakni A, ",
    "terdiri dari 2, ",
    "pukul ",
]


def read(text: str) -> None:
    dates = find_dates(text, ID)
    numbers = find_numbers(text, ID, dates)
    document = Document("", text, text, ())
    find_sums(document, numbers, dates)
    wrong_total.find(document, numbers, dates)
    wrong_list_count.find(document, numbers)


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_length(piece: str) -> None:
    assert times_as_long(lambda count: partial(read, piece * count), 8_000 // len(piece)) < LINEAR
