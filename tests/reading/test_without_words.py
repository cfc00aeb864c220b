"""A pack that has no words but its name and that of its measure: what it is about is told by its figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from subject_drafts import flagged, values_read, with_pack

from factcheck import check_text
from factcheck.reference.ask.reference import Reference

PACK = Path(__file__).with_name("without_words")
MEASURE = "angka-melek-peta"


@pytest.fixture(scope="module")
def reference() -> Reference:
    return with_pack(PACK)


def _read(text: str, reference: Reference) -> list[tuple[str, str, str]]:
    return values_read(text, reference, MEASURE)


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


PAIR = "- Jambi: 63,7 persen\n- Riau: 57,9 persen\n"


@pytest.mark.parametrize("line", ["Warga melek kian banyak.", "Kemampuan meleknya naik."])
def test_two_figures_open_the_pack_beside_a_rare_word_of_its_name(line: str, reference: Reference) -> None:
    assert {("63.7", "15", "2022"), ("57.9", "14", "2022")} <= {*_read(f"{line} Data 2022:\n\n{PAIR}", reference)}


def test_two_figures_do_not_beside_a_common_word_of_its_name(reference: Reference) -> None:
    assert _read(f"Angka 2022 dirilis:\n\n{PAIR}", reference) == []


def test_names_of_another_language_open_the_pack_too(reference: Reference) -> None:
    text = "The melek survey of 2022: North Maluku aside, Jambi has 63.7 percent, Riau 57.9 percent, Bali 81.2 percent."
    assert {("63.7", "15", "2022"), ("81.2", "51", "2022")} <= {*_read(text, reference)}


def test_a_name_with_an_ending_opens_the_pack(reference: Reference) -> None:
    assert _read("Pada 2022 angka melek petanya di Maluku 47,7 persen.", reference) == [("47.7", "81", "2022")]


SHOWN = "Angka melek peta 2022: Bengkulu 72,8 persen, Jambi 63,7 persen, dan Riau 57,9 persen. Pada 2021 lain lagi. "


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Bali melaju. Kini angkanya 81,2 persen, dulu 80,5 persen.", ("80.5", "51", "2021")),
        ("Lampung tak jauh berubah, dari 49,6 persen menjadi 52,1 persen.", ("49.6", "18", "2021")),
    ],
)
def test_a_measure_that_an_article_shows_is_read_in_short_figures(
    text: str, read: tuple[str, str, str], reference: Reference
) -> None:
    assert read in _read(SHOWN + text, reference)


def test_a_slip_behind_its_name_is_flagged_where_others_show_the_measure(reference: Reference) -> None:
    assert flagged(f"{SHOWN}Maluku hanya 74,7 persen pada 2022.", reference) == [("74,7", "47,7")]


@pytest.mark.parametrize("text", ["Di Maluku 12,5 persen warga membaca.", "Target Maluku 74,7 persen."])
def test_what_is_no_slip_of_it_is_not(text: str, reference: Reference) -> None:
    assert flagged(SHOWN + text, reference) == []


def test_the_country_in_the_name_of_a_survey_has_no_figures(reference: Reference) -> None:
    text = "Angka melek peta Jambi menurut Survei Peta Indonesia (SPI) 2022 sebesar 63,7 persen."
    assert _read(text, reference) == [("63.7", "15", "2022")]


def test_the_size_of_a_group_is_asked_of_the_pack_that_the_rank_is_of(reference: Reference) -> None:
    assert flagged(f"{BEGIN}Pada 2022 Bali meraih 81,2 persen, peringkat pertama dari 38 provinsi.", reference) == []


AMONG = f"{SHOWN}Provinsi lain: "


def test_a_short_figure_among_explained_ones_of_its_measure_is_flagged_for_the_slip_it_is(reference: Reference) -> None:
    text = f"{AMONG}Bali 80,5 persen pada 2021 dan 82,1 persen pada 2022, Maluku 47,7 persen."
    assert flagged(text, reference) == [("82,1", "81,2")]


@pytest.mark.parametrize(
    "text",
    [
        "Bali 80,5 persen pada 2021; 82,1 persen warga Bali menonton televisi dan 33,9 persen mendengar radio.",
        "Bali 80,5 persen pada 2021 dan ditargetkan 82,1 persen pada 2022, Maluku 47,7 persen.",
    ],
)
def test_one_among_others_that_nothing_explains_or_one_that_is_aimed_at_is_not(text: str, reference: Reference) -> None:
    assert flagged(AMONG + text, reference) == []


def test_a_slip_of_the_whole_country_is_flagged_where_its_sentence_says_nationally(reference: Reference) -> None:
    text = f"{SHOWN}Secara nasional, tahun 2022 baru 64,2 persen warga melek peta, naik dari 60,2 persen."
    assert flagged(text, reference) == [("64,2", "62,4")]


AIMED = "Angka melek peta Jambi pada 2022 sebesar 63,7 persen. "


@pytest.mark.parametrize(
    "text",
    [
        "Sasaran angka melek peta Jambi 71,5 persen pada 2030.",
        "Jambi memasang angka melek peta 71,5 persen untuk tahun depan.",
        "Jambi menargetkan angka melek peta 68,5 persen pada 2025 dan 71,5 persen pada 2030.",
    ],
)
def test_what_is_aimed_at_is_no_claim(text: str, reference: Reference) -> None:
    assert _read(AIMED + text, reference) == [("63.7", "15", "2022")]


NUMBERED = """
1. Bali 81,2 persen
2. Bengkulu 72,8 persen
3. Jambi 63,7 persen
"""


@pytest.mark.parametrize(
    ("announced", "ranks"),
    [
        ("Tiga besar angka melek peta 2022:", ["1", "2", "3"]),
        ("Tiga provinsi peringkat teratas angka melek peta 2022:", ["1", "2", "3"]),
        ("Tiga provinsi dengan angka melek peta tertinggi 2022:", []),
    ],
)
def test_numbers_of_a_list_are_ranks_only_where_it_says_so(
    announced: str, ranks: list[str], reference: Reference
) -> None:
    found = check_text(f"{announced}\n{NUMBERED}", reference=reference).claims
    assert [str(one.claim.value) for one in found if one.claim.kind == "rank"] == ranks
