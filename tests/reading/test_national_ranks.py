"""Ranks said to be those among all, of a subject that ships with nobody: a slip of two digits is told where the draft
has the figure of whom it ranks, and nothing near by is of another year or unknown."""

from __future__ import annotations

import pytest
from fine_packs import whole_pack
from subject_drafts import flagged

from factcheck.reference.ask.reference import Reference

BEFORE = (
    "Angka melek peta 2022 diumumkan.\n\nDi Sumatera Selatan angka melek peta pada 2022 mencapai 5,45 persen.\n\n"
    "Sekolah di sana bertambah. "
)


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Reference:
    """The pack of all provinces in two years: Sumatera Selatan is 27th of 34 in the later one."""
    return whole_pack(tmp_path_factory.mktemp("packs") / "whole", "percent")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Secara nasional Sumatera Selatan berada di urutan ke-17.", [("17", "27")]),
        ("Di antara 34 provinsi, Sumatera Selatan menempati urutan ke-17.", [("17", "27")]),
        ("Secara nasional Sumatera Selatan berada di urutan ke-27.", []),
        ("Menurut hitungan lain Sumatera Selatan berada di urutan ke-17.", []),
        ("Secara nasional Sumatera Selatan di urutan ke-17. Angka melek peta Sumatera Selatan 7,35 persen.", []),
    ],
)
def test_a_slip_in_a_national_rank_is_flagged(text: str, found: list[tuple[str, str]], reference: Reference) -> None:
    assert flagged(BEFORE + text, reference) == found
