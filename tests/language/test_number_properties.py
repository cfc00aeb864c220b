"""Numbers and dates printed by independent writers are read back, wherever they stand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words  # type: ignore[import-untyped]

from factcheck.language.dates import find_dates
from factcheck.language.figures import Number
from factcheck.language.language import load
from factcheck.language.numbers import find_numbers
from factcheck.model import Span

BEFORE = st.sampled_from(
    ["", "nilai ", "(", "Menurut dia, “", "Kota Satu-Dua: ", "naik\n", "é ü İ ", "\u00a0", "dari "]
)
AFTER = st.sampled_from(["", ".", ", kata dia.", ")", "”", "\nlalu", " — lagi", " İ", "; 7 daerah"])
DATES = st.dates(date(1945, 1, 1), date(2049, 12, 31))
ID = load("id")


def at(before: str, written: str, after: str) -> Number:
    """The number whose figure is exactly `written`."""
    place = Span(len(before), len(before) + len(written))
    return next(number for number in find_numbers(before + written + after, ID) if number.figure == place)


@given(st.decimals(0, 10**9, places=2), BEFORE, AFTER)
def test_a_decimal_is_read_back(value: Decimal, before: str, after: str) -> None:
    written = format_decimal(value, "#,##0.00", locale="id")
    number = at(before, written, after)
    assert (number.value, number.quantum) == (value, Decimal("0.01"))


@given(st.integers(0, 10**12), BEFORE, AFTER)
def test_a_whole_number_is_read_back(value: int, before: str, after: str) -> None:
    written = format_decimal(value, locale="id")
    assert at(before, written, after).value == value


@given(st.integers(0, 999_999_999), BEFORE, AFTER)
def test_a_number_in_words_is_read_back(value: int, before: str, after: str) -> None:
    written = num2words(value, lang="id")
    assert at(before, written, after).value == value


@given(st.integers(1, 999), BEFORE, AFTER)
def test_an_ordinal_in_words_is_read_back(value: int, before: str, after: str) -> None:
    written = num2words(value, lang="id", to="ordinal")
    number = at(before, written, after)
    assert number.value == value
    assert number.form == "ordinal"


@given(
    DATES,
    st.sampled_from(["d MMMM yyyy", "d MMM yyyy", "d/M/yyyy", "dd-MM-yyyy", "dd.MM.yyyy"]),
    BEFORE,
    AFTER,
)
def test_a_date_is_read_back(day: date, pattern: str, before: str, after: str) -> None:
    written = format_date(day, pattern, locale="id")
    (found,) = find_dates(before + written + after, ID)
    assert (found.day, found.month, found.year) == (day.day, day.month, day.year)
    assert found.figure == Span(len(before), len(before) + len(written))


@given(
    DATES,
    st.sampled_from(["EEEE, d MMMM yyyy", "EEEE (d/M/yyyy)", "EEEE d MMM yyyy", "EEEE (dd/MM/yy)"]),
    BEFORE,
    AFTER,
)
def test_the_weekday_of_a_date_is_read_back(day: date, pattern: str, before: str, after: str) -> None:
    written = format_date(day, pattern, locale="id")
    (found,) = find_dates(before + written + after, ID)
    assert found.weekday == day.weekday()
    assert (found.start, found.end) == (len(before), len(before) + len(written))


@settings(max_examples=200)
@given(st.text(alphabet=st.sampled_from("01279.,-/()% RpkeIVX satudualimapuluhbelaskamis\n’İ"), max_size=120))
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    for found in ([(n.start, n.end) for n in find_numbers(text, ID)], [d[:2] for d in find_dates(text, ID)]):
        ends = [0, *(end for _, end in found)]
        assert all(end <= start < stop for end, (start, stop) in zip(ends, found, strict=False))
        assert ends[-1] <= len(text)
