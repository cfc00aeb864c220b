"""A pack of amounts that has no words but its name: told in millions, or in lists whose head says thousands."""

from __future__ import annotations

from pathlib import Path

import pytest
from subject_drafts import flagged, values_read, with_pack

from factcheck.reference.ask.reference import Reference

PACK = Path(__file__).with_name("amounts_without_words")
MEASURE = "belanja-buku-per-keluarga"
BEGIN = "Belanja buku per keluarga 2022 dirilis.\n\n"


@pytest.fixture(scope="module")
def reference() -> Reference:
    return with_pack(PACK)


def _read(text: str, reference: Reference) -> list[tuple[str, str, str]]:
    return values_read(text, reference, MEASURE)


ROWS = """
- Jambi 12.345
- Riau 13.907
- Bali 15.871
"""


@pytest.mark.parametrize(
    "head", ["Urutannya (ribu rupiah/tahun):", "Angka dalam ribuan rupiah per tahun, 2022.", "(Rp ribu)"]
)
def test_bare_figures_of_a_list_are_worth_what_its_head_says(head: str, reference: Reference) -> None:
    read = _read(f"{BEGIN}{head}\n{ROWS}", reference)
    assert {("12345000", "15", "2022"), ("13907000", "14", "2022"), ("15871000", "51", "2022")} <= {*read}


def test_so_are_those_of_a_table_in_english(reference: Reference) -> None:
    table = "| Province | 2021 | 2022 |\n|---|---|---|\n| Jambi | 11,734 | 12,345 |\n| Riau | 13,280 | 13,907 |\n"
    text = (
        f"What families spend on books in the provinces (belanja buku per keluarga), in thousands of rupiah.\n\n{table}"
    )
    assert {("11734000", "15", "2021"), ("13907000", "14", "2022")} <= {*_read(text, reference)}


def test_a_slip_in_such_a_list_is_mended_as_the_list_writes(reference: Reference) -> None:
    text = f"{BEGIN}Urutannya (ribu rupiah/tahun):\n{ROWS}- Lampung 10.584\n"
    assert flagged(text, reference) == [("10.584", "10.854")]


@pytest.mark.parametrize("head", ["Urutannya:", "Semua membayar 12 ribu rupiah:", "Yang paling rajin membaca (orang):"])
def test_without_such_a_head_they_are_not(head: str, reference: Reference) -> None:
    assert _read(f"{BEGIN}{head}\n{ROWS}", reference) == []


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("Pada 2022 keluarga di Bali mengeluarkan Rp15,78 juta setahun.", ("15,78", "15,87")),
        ("Pada 2022 keluarga di Lampung mengeluarkan Rp10,58 juta setahun.", ("10,58", "10,85")),
        ("Pada 2022 keluarga di Jambi mengeluarkan 12.354 ribu rupiah setahun.", ("12.354", "12.345")),
    ],
)
def test_a_slip_in_an_amount_rounded_to_four_digits_is_mended_as_it_is_rounded(
    text: str, slip: tuple[str, str], reference: Reference
) -> None:
    assert flagged(BEGIN + text, reference) == [slip]


@pytest.mark.parametrize(
    "text",
    [
        "Pada 2022 keluarga di Bali mengeluarkan Rp15,87 juta setahun.",
        "Pada 2022 keluarga di Bali menabung Rp17,58 juta setahun.",
        "Targetnya, keluarga di Bali mengeluarkan Rp15,78 juta pada 2022.",
    ],
)
def test_what_is_no_slip_is_not(text: str, reference: Reference) -> None:
    assert flagged(BEGIN + text, reference) == []


def test_the_slot_told_before_is_mended_where_it_is_told_again(reference: Reference) -> None:
    text = (
        f"{BEGIN}Keluarga di Jambi mengeluarkan Rp12.345.000.\n\nJadi pada 2022 Jambi menyentuh Rp12.435.000 setahun."
    )
    assert flagged(text, reference) == [("12.435.000", "12.345.000")]


ENGLISH = (
    "What families spend on books (belanja buku per keluarga) grew in most of the provinces in 2022, the office said. "
)


def test_who_follows_the_last_is_not_held_against_the_highest(reference: Reference) -> None:
    text = "Bali had the highest at Rp15.871 million, while Maluku came last with Rp9.684 million, "
    assert flagged(f"{ENGLISH}{text}followed by Bengkulu with Rp10.968 million.", reference) == []


def test_who_follows_the_highest_is(reference: Reference) -> None:
    text = "Riau had the highest of both at Rp13.907 million, followed by Bali with Rp15.871 million."
    assert flagged(ENGLISH + text, reference) == [("Bali with Rp15.871", "15.871, 13.907")]
