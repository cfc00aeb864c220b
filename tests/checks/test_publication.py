"""Which day an article came out, as far as its text says it."""

from __future__ import annotations

from datetime import date

import pytest
from general import read

from factcheck.language.calendar import published_from_text, resolve
from factcheck.language.dates import find_dates
from factcheck.language.language import load

CASES: dict[str, tuple[str, date | None, str]] = {
    "takes_the_dateline": ("PALU, 3 Desember 2024 - Rapat Kamis (5/12/2024).", date(2024, 12, 3), "dateline"),
    "takes_the_byline": (
        "Rapat Usai\n\nSelasa, 3 Desember 2024 | 14:05 WIB\n\nRapat.",
        date(2024, 12, 3),
        "dateline",
    ),
    "takes_the_latest": (
        "Rapat Senin (2/12/2024). Lalu Selasa (3/12/2024).",
        date(2024, 12, 3),
        "latest date",
    ),
    "skips_plans": (
        "Rapat Senin (2/12/2024). Akan digelar Kamis (5/12/2024).",
        date(2024, 12, 2),
        "latest date",
    ),
    "skips_history": ("Kota itu berdiri pada 17 Mei 1910.", None, ""),
    "skips_impossible_years": ("Rapat digelar Rabu (18/9/3019).", None, ""),
}


@pytest.mark.parametrize("name", CASES)
def test_published_from_text(name: str) -> None:
    text, day, how = CASES[name]
    document = read(text)
    assert published_from_text(document, find_dates(text, load("id"))) == (day, how)


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("Kamis (28/11)", date(2024, 12, 3), date(2024, 11, 28)),
        ("Kamis (12/12)", date(2024, 12, 3), date(2024, 12, 12)),
        ("Kamis (28/12)", date(2024, 12, 3), date(2023, 12, 28)),
        ("Senin (30/12)", date(2025, 1, 2), date(2024, 12, 30)),
        ("Kamis (2/1)", date(2024, 12, 30), date(2025, 1, 2)),
        ("Kamis (29/2)", date(2025, 3, 1), date(2024, 2, 29)),
        ("Kamis (28/11)", None, None),
    ],
)
def test_a_date_without_a_year(text: str, published: date | None, day: date | None) -> None:
    (mention,) = find_dates(text, load("id"))
    assert resolve(mention, published) == day
