"""Whole numbers of what is counted, which stand without a word for what they count: beds, cases, tons."""

from __future__ import annotations

from pathlib import Path

import pytest
from subject_drafts import flagged, told, values_read, with_pack

from factcheck.reference.ask.reference import Reference

MEASURE = "ranjang"
BEGIN = (
    "Jumlah ranjang rumah sakit di Bengkulu bertambah.\n\nPada 2024 Kota Bengkulu punya 3.152 ranjang, dan di Seluma "
    "tercatat 431 ranjang.\n\n"
)


@pytest.fixture(scope="module")
def reference() -> Reference:
    return with_pack(Path(__file__).with_name("whole_numbers"))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Rejang Lebong menyusul dengan 1.042 dan Bengkulu Selatan 689.", [("1042", "17.02"), ("689", "17.01")]),
        ("Mukomuko dan Kaur masing-masing 386 dan 297.", [("386", "17.06"), ("297", "17.04")]),
        ("- Rejang Lebong — 1.042 ranjang\n- Lebong — 226 ranjang\n", [("1042", "17.02"), ("226", "17.07")]),
        (
            "| Daerah | Ranjang 2024 |\n|---|---|\n| Kaur | 297 |\n| Lebong | 226 |\n",
            [("297", "17.04"), ("226", "17.07")],
        ),
    ],
)
def test_they_are_of_whom_they_stand_beside(text: str, values: list[tuple[str, str]], reference: Reference) -> None:
    assert {(*value, "2024") for value in values} <= {*values_read(BEGIN + text, reference, MEASURE)}


def test_in_a_row_they_are_of_years_that_follow_each_other(reference: Reference) -> None:
    text = "Dalam empat tahun ranjang di Rejang Lebong berturut-turut 736, 791, 823, dan 1.042."
    years = [("736", "17.02", "2021"), ("791", "17.02", "2022"), ("823", "17.02", "2023"), ("1042", "17.02", "2024")]
    assert {*years} <= {*values_read(BEGIN + text, reference, MEASURE)}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Bengkulu Utara punya 640. Setahun sebelumnya 575.", ("575", "17.03", "2023")),
        ("Kaur punya 297. Pada 2021 kabupaten itu cuma 209.", ("209", "17.04", "2021")),
    ],
)
def test_one_that_is_of_nobody_else_needs_no_name(text: str, value: tuple[str, str, str], reference: Reference) -> None:
    assert value in values_read(BEGIN + text, reference, MEASURE)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Kaur punya 297, bertambah 29 dari 268 setahun sebelumnya.", ("29", "17.04", "2024")),
        ("Lebong punya 226. Ada tambahan 32 ranjang dibandingkan 2023.", ("32", "17.07", "2024")),
        ("Ranjang di Kepahiang naik 29 menjadi 312.", ("29", "17.08", "2024")),
    ],
)
def test_so_are_changes(text: str, change: tuple[str, str, str], reference: Reference) -> None:
    found = told(BEGIN + text, reference, "difference")
    assert change in [(value, subject, year) for value, subject, year, _, _ in found]


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("Rejang Lebong menyusul dengan 1.024 dan Bengkulu Selatan 689.", ("1.024", "1.042")),
        ("Ranjang di Bengkulu Utara naik dari 575 pada 2023 menjadi 604 pada 2024.", ("604", "640")),
        ("- Rejang Lebong — 1.042\n- Lebong — 262\n- Kaur — 297\n", ("262", "226")),
        ("Dalam empat tahun ranjang di Rejang Lebong berturut-turut 763, 791, 823, dan 1.042.", ("763", "736")),
        ("Dalam empat tahun ranjang di Rejang Lebong berturut-turut 736, 791, 832, dan 1.042.", ("832", "823")),
    ],
)
def test_a_slip_is_told(text: str, slip: tuple[str, str], reference: Reference) -> None:
    assert flagged(BEGIN + text, reference) == [slip]


@pytest.mark.parametrize(
    "text",
    [
        "Pada Januari sampai Juni 2024 di Kaur tercatat 279 ranjang.",
        "Hingga 12 Februari 2024 di Kaur tercatat 279 ranjang.",
        "RSUD Kaur membeli 279 kasur dan 1.024 bantal untuk Rejang Lebong.",
        "Kantornya di Jalan Merdeka 279, Kaur.",
        "Rejang Lebong berjarak 104 kilometer dari Kota Bengkulu.",
        "Rejang Lebong menargetkan 1.024 pada 2024.",
    ],
)
def test_what_is_counted_otherwise_is_not(text: str, reference: Reference) -> None:
    assert flagged(BEGIN + text, reference) == []


OF_ALL = "Ranjang rumah sakit di Provinsi Bengkulu naik dari 5.665 pada 2022 menjadi 6.330 pada 2023.\n\n"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Dua daerah memiliki lebih dari 650 ranjang.", ("2", "2023", "above 650")),
        ("Hanya satu daerah yang ranjangnya di atas 1.000.", ("1", "2023", "above 1000")),
        ("Enam kabupaten/kota (60 persen) mencatat kurang dari 500 ranjang.", ("6", "2023", "below 500")),
        (
            "Satu daerah menembus 1.000 ranjang. Pada 2024 dua yang menembus angka itu.",
            ("2", "2024", "from 1000"),
        ),
        ("Pada 2022, ranjang bertambah di delapan daerah dan berkurang di dua.", ("8", "2022", "risen")),
        ("Yang berkurang dibandingkan 2021 hanya dua daerah pada 2022.", ("2", "2022", "fallen")),
        ("Sebanyak 10 daerah membaik.", ("10", "2023", "risen")),
    ],
)
def test_those_of_a_province_are_counted_by_what_they_have(
    text: str, count: tuple[str, str, str], reference: Reference
) -> None:
    value, year, side = count
    assert (value, "17", year, f"{MEASURE}:{side}", "supported") in told(OF_ALL + text, reference, "count")


@pytest.mark.parametrize(
    "text",
    [
        "Sebanyak enam daerah mencatat lebih dari 500 perawat.",
        "Kota Bengkulu dengan 2.794 ranjang yang jumlahnya di atas 1.000.",
        "Targetnya, 20 daerah memiliki lebih dari 650 ranjang.",
    ],
)
def test_what_has_no_such_number_is_not_counted(text: str, reference: Reference) -> None:
    assert flagged(OF_ALL + text, reference) == []
