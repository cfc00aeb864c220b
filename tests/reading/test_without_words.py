"""A pack that has no words but its name and that of its measure: what it is about is told by its figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import check_text
from factcheck.reference.ask.reference import Reference, load
from factcheck.reference.packs.shipped import shipped_packs

PACK = Path(__file__).with_name("without_words")
MEASURE = "angka-melek-peta"


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load([*shipped_packs(), PACK])[0]


def _read(text: str, reference: Reference) -> list[tuple[str, str, str]]:
    report = check_text(text, reference=reference)
    assert report.findings == ()
    claims = (judged.claim for judged in report.claims)
    return [(str(one.value), one.subject, one.period) for one in claims if one.measure == MEASURE]


LIST = """
Survei membaca peta 2022 dirilis.

- Jambi: 63,7 persen
- Riau: 57,9 persen
- Bengkulu: 72,8 persen
"""


def test_figures_each_behind_their_owner_open_the_pack(reference: Reference) -> None:
    read = _read(f"{LIST}- Bali: 81,2 persen\n", reference)
    assert {("63.7", "15", "2022"), ("57.9", "14", "2022"), ("72.8", "17", "2022"), ("81.2", "51", "2022")} <= {*read}


def test_fewer_do_not(reference: Reference) -> None:
    assert _read(LIST, reference) == []


BEGIN = "Angka melek peta 2022 naik. "


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Pada 2022 Maluku ada di 47,7 persen.", ("47.7", "81", "2022")),
        ("Kita di Maluku naik dari 44,3 persen jadi 47,7 persen.", ("44.3", "81", "2021")),
        ("Secara nasional ada 60,2 persen pada 2021.", ("60.2", "ID", "2021")),
    ],
)
def test_rates_of_one_decimal_are_of_the_one_right_in_front(
    text: str, read: tuple[str, str, str], reference: Reference
) -> None:
    assert read in _read(BEGIN + text, reference)


@pytest.mark.parametrize("text", ["Maluku dan warga lain, 12 ribu orang, memilih 47,7 persen.", "Target 47,7 persen."])
def test_rates_of_nobody_beside_are_not(text: str, reference: Reference) -> None:
    assert _read(BEGIN + text, reference) == []
