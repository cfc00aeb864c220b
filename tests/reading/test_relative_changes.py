"""By how many per cent an amount or a number of a subject without rates changed, and by how much, told in thousands."""

from __future__ import annotations

from pathlib import Path

import pytest
from subject_drafts import flagged, told, with_pack

from factcheck.reference.ask.reference import Reference

PACK = Path(__file__).with_name("amounts_without_words")
BEGIN = "Belanja buku per keluarga 2022 dirilis.\n\n"


@pytest.fixture(scope="module")
def reference() -> Reference:
    return with_pack(PACK)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Jambi mencapai Rp12,35 juta, naik 5,21 persen dibandingkan 2021.", ("5.21", "15", "2022")),
        ("Riau Rp13.907.000. Angka itu bertambah 627 ribu rupiah atau 4,72 persen.", ("4.72", "14", "2022")),
        ("Riau Rp13.907.000. Angka itu bertambah 627 ribu rupiah atau 4,72 persen.", ("627000", "14", "2022")),
        ("Bali Rp15,87 juta, tumbuh 4,16 persen; secara nasional naik 4,51 persen.", ("4.51", "ID", "2022")),
        ("Bengkulu Rp10,97 juta, terpaut 1,38 juta rupiah dari Jambi yang Rp12,35 juta.", ("1380000", "17", "2022")),
    ],
)
def test_a_change_is_read_by_what_it_is_reckoned_from(
    text: str, change: tuple[str, str, str, str], reference: Reference
) -> None:
    found = told(BEGIN + text, reference, "difference")
    assert (*change, "supported") in [(*slot, verdict) for *slot, _, verdict in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Jambi mencapai Rp12,35 juta, naik 5,12 persen dibandingkan 2021.", [("5,12", "5,21")]),
        ("Riau Rp13.907.000. Angka itu bertambah 627 ribu rupiah atau 7,42 persen.", [("7,42", "4,72")]),
    ],
)
def test_one_that_does_not_follow_is_told(text: str, found: list[tuple[str, str]], reference: Reference) -> None:
    assert flagged(BEGIN + text, reference) == found


@pytest.mark.parametrize(
    "text",
    [
        "Jambi mencapai Rp12,35 juta. Jumlah toko buku di sana naik 2,15 persen.",
        "Riau Rp13.907.000, dan pemerintahnya ingin naik 4,27 persen lagi.",
        "Riau Rp13.907.000. Inflasi di sana 4,27 persen.",
        "Gubernur Jambi (Rp12,35 juta) menaikkan target belanja buku 2023 menjadi Rp12,53 juta.",
    ],
)
def test_what_is_of_something_else_is_not(text: str, reference: Reference) -> None:
    assert flagged(BEGIN + text, reference) == []
