"""How many of all rose or fell since the year before: counted from tables of both years that have all of them."""

from __future__ import annotations

import pytest
from fine_packs import MEASURE, whole_pack
from subject_drafts import flagged, told

from factcheck.reference.ask.reference import Reference

BEGIN = (
    "Angka melek peta 2022 dirilis. Secara nasional 6,10 tahun. Aceh meraih 4,90 tahun, Sumatera Utara 5,25 tahun, dan "
    "Sumatera Barat 5,30 tahun.\n\n"
)


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Reference:
    """The pack in years, with all 34 provinces in both: 22 rose and twelve fell."""
    return whole_pack(tmp_path_factory.mktemp("packs") / "whole", "tahun")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Sebanyak 22 provinsi membukukan kenaikan.", ("22", "risen")),
        ("Angka itu turun di 12 provinsi dan naik di 22 provinsi.", ("12", "fallen")),
        ("Angka itu turun di 12 provinsi dan naik di 22 provinsi.", ("22", "risen")),
        ("Dari 34 provinsi, dua belas provinsi turun dibanding 2021.", ("12", "fallen")),
        ("Bila disandingkan dengan tahun 2021, 22 provinsi naik dan 12 provinsi turun.", ("22", "risen")),
        ("Bila disandingkan dengan tahun 2021, 22 provinsi naik dan 12 provinsi turun.", ("12", "fallen")),
    ],
)
def test_those_that_rose_or_fell_are_counted(text: str, count: tuple[str, str], reference: Reference) -> None:
    value, way = count
    assert (value, "ID", "2022", f"{MEASURE}:{way}", "supported") in told(BEGIN + text, reference, "count")


def test_one_slip_from_their_number_is_told(reference: Reference) -> None:
    assert flagged(f"{BEGIN}Sebanyak 32 provinsi membukukan kenaikan.", reference) == [("32", "22")]


@pytest.mark.parametrize(
    "text",
    [
        "Sebanyak 32 provinsi naik peringkat.",
        "Sebanyak 32 provinsi di pulau-pulau besar membukukan kenaikan anggaran.",
        "Targetnya, 32 provinsi membukukan kenaikan.",
        "Kalau anggarannya cair, 32 provinsi membukukan kenaikan.",
        "Bila disandingkan dengan Aceh yang meraih 4,90 tahun, 32 provinsi berada di atasnya.",
        "Sebanyak 19 provinsi membukukan kenaikan.",
    ],
)
def test_what_may_be_counted_otherwise_is_not(text: str, reference: Reference) -> None:
    assert flagged(BEGIN + text, reference) == []
