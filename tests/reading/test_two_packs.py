"""Ranks, extremes and changes in an article on two measures: each is of that of the figure beside it."""

from __future__ import annotations

import pytest
from subject_drafts import flagged
from two_packs import two_packs

from factcheck.reference.ask.reference import Reference

BEFORE = "Angka melek peta 2022 diumumkan. Riau memperoleh 89,08 persen.\n\nLain lagi angka melek musik. "


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Reference:
    """Both packs."""
    return two_packs(tmp_path_factory.mktemp("packs") / "two")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Jambi peringkat 30 dengan 61,83 persen, dan Riau peringkat 31 dengan 61,41 persen.", []),
        ("Jambi peringkat 20 dengan 61,83 persen, dan Riau peringkat 31 dengan 61,41 persen.", [("20", "30")]),
        ("Jambi 61,83 persen. Posisi Jambi dalam hal itu di peringkat 30 nasional.", []),
        ("Aceh dengan 60,15 persen menjadi yang terendah di Indonesia.", []),
        ("Bali dengan 66,87 persen menjadi yang terendah di Indonesia.", [("terendah", "Provinsi Aceh")]),
        ("Aceh menjadi yang terendah di Indonesia dengan 60,15 persen.", []),
        ("Aceh menjadi yang tertinggi di Indonesia dengan 60,15 persen.", [("tertinggi", "Provinsi Papua Barat")]),
        ("Jambi 61,83 persen, naik 0,17 poin dari 61,66 persen pada 2021.", []),
        ("Jambi 61,83 persen, naik 0,71 poin dari 61,66 persen pada 2021.", [("0,71", "0,17")]),
    ],
)  # fmt: skip
def test_what_stands_beside_a_figure_is_of_its_measure(
    text: str, found: list[tuple[str, str]], reference: Reference
) -> None:
    assert flagged(BEFORE + text, reference) == found
