"""How far two values of a subject that is told in years are apart, where the reference has one of them."""

from __future__ import annotations

import pytest
from fine_packs import fine_pack
from subject_drafts import flagged, told

from factcheck.reference.ask.reference import Reference

SHOWN = "Angka melek peta 2022 dirilis. Bengkulu meraih 7,28 tahun, Jambi 6,37 tahun, dan Riau 5,79 tahun.\n\n"


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Reference:
    """The pack in years."""
    return fine_pack(tmp_path_factory.mktemp("packs") / "fine", "tahun")


@pytest.mark.parametrize(
    ("text", "difference"),
    [
        ("Maluku tercatat 4,77 tahun, lebih panjang 0,34 tahun dibandingkan 2021.", ("0.34", "81", "2022")),
        ("Bali mencapai 8,12 tahun. Capaian itu 0,07 tahun lebih tinggi daripada 2021.", ("0.07", "51", "2022")),
        ("Lampung baru 5,21 tahun. Terhadap angka nasional, Lampung tertinggal 1,03 tahun.", ("1.03", "18", "2022")),
        ("Lampung 5,21 tahun. Maluku 0,44 tahun lebih singkat, 4,77 tahun.", ("0.44", "81", "2022")),
        ("Naiknya 0,23 tahun di Jambi, lebih lambat daripada Indonesia yang 0,22 tahun.", ("0.22", "ID", "2022")),
    ],
)  # fmt: skip
def test_a_figure_that_just_two_are_apart_is_a_difference(
    text: str, difference: tuple[str, str, str], reference: Reference
) -> None:
    found = told(SHOWN + text, reference, "difference")
    assert (*difference, "supported") in [(*slot, verdict) for *slot, _, verdict in found]


@pytest.mark.parametrize(
    "text",
    [
        "Maluku tercatat 4,77 tahun. Kursus pemandu di sana berlangsung 0,57 tahun.",
        "Bali mencapai 8,12 tahun, dan masa tunggu gurunya 0,71 tahun.",
    ],
)
def test_one_that_no_two_are_apart_is_none(text: str, reference: Reference) -> None:
    assert told(SHOWN + text, reference, "difference") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Maluku tercatat 4,77 tahun, lebih panjang 0,43 tahun dibandingkan 2021.", [("0,43", "0,34")]),
        ("Lampung baru 5,21 tahun, tertinggal 1,30 tahun dari rata-rata nasional.", [("1,30", "1,03")]),
    ],
)
def test_one_slip_from_what_two_are_apart_is_told(
    text: str, found: list[tuple[str, str]], reference: Reference
) -> None:
    assert flagged(SHOWN + text, reference) == found


@pytest.mark.parametrize(
    "text",
    [
        "Maluku tercatat 4,77 tahun. Masa kursus di sana bertambah 0,43 tahun dibandingkan 2021.",
        "Lampung baru 5,21 tahun, dan menargetkan naik 1,30 tahun.",
    ],
)
def test_what_is_of_something_else_is_not(text: str, reference: Reference) -> None:
    assert flagged(SHOWN + text, reference) == []
