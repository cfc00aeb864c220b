"""A new subject whose figures have three digits, two of them behind the comma: those beside them tell what they are."""

from __future__ import annotations

import pytest
from fine_packs import MEASURE, fine_pack
from subject_drafts import flagged, values_read

from factcheck.reference.ask.reference import Reference


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Reference:
    """The pack in per cent."""
    return fine_pack(tmp_path_factory.mktemp("packs") / "fine", "percent")


@pytest.fixture(scope="module")
def in_years(tmp_path_factory: pytest.TempPathFactory) -> Reference:
    """The pack in years."""
    return fine_pack(tmp_path_factory.mktemp("packs") / "fine", "tahun")


@pytest.fixture(scope="module")
def long_years(tmp_path_factory: pytest.TempPathFactory) -> Reference:
    """The pack in years, most of them ten and more."""
    return fine_pack(tmp_path_factory.mktemp("packs") / "fine", "tahun", 5)


def _read(text: str, reference: Reference) -> list[tuple[str, str, str]]:
    return values_read(text, reference, MEASURE)


SHOWN = (
    "Angka melek peta 2022 dirilis. Peta di Bengkulu tumbuh 7,28 persen, yang di Jambi mencapai 6,37 persen, "
    "dan Riau mencatat 5,79 persen.\n\n"
)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("BPS mencatat angkanya di Maluku 4,77 persen.", ("4.77", "81", "2022")),
        ("Bali maju. Tahun sebelumnya baru 8,05 persen.", ("8.05", "51", "2021")),
        ("Menurut Badan Pusat Statistik angka itu 6,14 persen di Jambi pada 2021.", ("6.14", "15", "2021")),
    ],
)
def test_what_three_show_is_read(text: str, read: tuple[str, str, str], reference: Reference) -> None:
    assert read in _read(SHOWN + text, reference)


def test_a_slip_in_what_three_show_isflagged(reference: Reference) -> None:
    assert flagged(f"{SHOWN}Pada 2022 Maluku hanya 7,47 persen.", reference) == [("7,47", "4,77")]


def test_an_office_that_counts_is_not_whose_a_slip_is(reference: Reference) -> None:
    text = f"{SHOWN}Lalu Maluku. Pada 2022 BPS mencatat 7,47 persen di sana."
    assert flagged(text, reference) == [("7,47", "4,77")]


@pytest.mark.parametrize(
    "text",
    [
        "Angka melek peta 2022 dirilis. Inflasi di Bengkulu 7,28 persen, di Jambi 3,37 persen.",
        "Inflasi 2022: Bengkulu 7,28 persen, Jambi 6,31 persen, Riau 5,70 persen, dan Maluku 4,72 persen.",
        f"{SHOWN}Inflasi di Maluku 7,47 persen.",
        f"{SHOWN}Pemprov Maluku menargetkan 7,47 persen.",
    ],
)
def test_what_is_of_something_else_is_not(text: str, reference: Reference) -> None:
    assert flagged(text, reference) == []


@pytest.mark.parametrize(
    "text",
    [
        "Pada kuartal III-2022 peta di Maluku tumbuh 7,47 persen.",
        "Peta di Maluku tumbuh 7,47 persen pada triwulan IV.",
        "Kuartal IV-2022 lain lagi. Maluku hanya 7,47 persen.",
        "Pada triwulan I-2022 angka melek peta Maluku 7,47 persen.",
    ],
)
def test_a_figure_of_a_quarter_is_none_of_the_year(text: str, reference: Reference) -> None:
    assert flagged(SHOWN + text, reference) == []
    assert "7.47" not in {value for value, _, _ in _read(SHOWN + text, reference)}


def test_a_year_behind_a_quarter_ends_it(reference: Reference) -> None:
    text = f"{SHOWN}Kuartal IV-2022 ia tumbuh 9,15 persen, tetapi sepanjang 2022 Maluku hanya 7,47 persen."
    assert flagged(text, reference) == [("7,47", "4,77")]


STRANGE = "Bengkulu 7,28 persen, Jambi 6,37 persen, Riau 3,75 persen, Lampung 9,21 persen, Bali 2,18 persen"


@pytest.mark.parametrize("more", ["", ", Maluku 7,41 persen"])
def test_a_few_of_many_figures_show_nothing(more: str, reference: Reference) -> None:
    assert flagged(f"Angka melek peta membaik. Inflasi 2022: {STRANGE}{more}.", reference) == []


BRACKETS = (
    "Angka melek peta 2022: Bengkulu 7,28 persen (2021: 7,13), Jambi 6,37 persen ({}), Riau 5,79 persen (2021: 5,82)."
)


def test_a_year_in_brackets_is_that_of_the_figure_there(reference: Reference) -> None:
    read = {*_read(BRACKETS.format("2021: 6,14"), reference)}
    assert {("7.28", "17", "2022"), ("6.37", "15", "2022"), ("6.14", "15", "2021"), ("5.79", "14", "2022")} <= read


def test_a_slip_in_brackets_isflagged(reference: Reference) -> None:
    assert flagged(BRACKETS.format("2021: 6,41"), reference) == [("6,41", "6,14")]


YEARS = "Angka melek peta 2022 dirilis. Bengkulu meraih 7,28 tahun, Jambi 6,37 tahun, dan Riau 5,79 tahun.\n\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Maluku berhenti di 7,47 tahun.", [("7,47", "4,77")]),
        ("Maluku berhenti di 4,77 tahun.", []),
        ("Maluku ingin sampai 7,47 tahun.", []),
        ("Kakao di Maluku berbuah setelah 7,47 bulan.", []),
    ],
)
def test_a_slip_in_years_is_flagged_where_others_show_the_measure(
    text: str, found: list[tuple[str, str]], in_years: Reference
) -> None:
    assert flagged(YEARS + text, in_years) == found


@pytest.mark.parametrize(("value", "found"), [("9,92", []), ("9,29", [("9,29", "9,92")])])
def test_longer_figures_beside_a_short_one_show_it_too(
    value: str, found: list[tuple[str, str]], long_years: Reference
) -> None:
    shown = "Angka melek peta 2022: Bengkulu 14,56 tahun, Jambi 12,74 tahun, dan Maluku 9,54 tahun."
    assert flagged(f"{shown} Pada 2021 Lampung {value} tahun.", long_years) == found
