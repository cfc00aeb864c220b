"""Facts of a month or half-year: nothing that a draft says of a year breaks over them."""

from __future__ import annotations

import pytest

from factcheck.document.read_document import read_document
from factcheck.pipeline import check_document
from factcheck.reference.ask.reference import Reference, load
from factcheck.reference.packs.shipped import shipped_packs

HEAD = "# BPS: kemiskinan dan pengangguran\n\n10 Agustus 2025. Badan Pusat Statistik mencatat penduduk miskin. "


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load(shipped_packs())[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "Persentase penduduk miskin DKI Jakarta pada Maret 2025 sebesar 4,28 persen.",
        "Persentase penduduk miskin DKI Jakarta pada Maret 2024 sebesar 4,28 persen.",
        "Tingkat pengangguran terbuka DKI Jakarta pada Agustus 2023 sebesar 6,53 persen, turun dari 7,57 persen.",
        "Tingkat pengangguran terbuka DKI Jakarta pada 2022 sebesar 6,53 persen.",
    ],
)
def test_no_slip_of_the_year_is_seen_in_a_month(reference: Reference, sentence: str) -> None:
    report = check_document(read_document("a.md", (HEAD + sentence).encode()), reference)
    assert [finding.rule for finding in report.findings if "year" in finding.rule] == []


def _found(reference: Reference, sentence: str) -> list[tuple[str, str | None]]:
    report = check_document(read_document("a.md", (HEAD + sentence).encode()), reference)
    return [(finding.rule, finding.expected) for finding in report.findings]


@pytest.mark.parametrize(
    "sentence",
    [
        "Persentase penduduk miskin DKI Jakarta pada September 2025 sebesar 4,18 persen.",
        "Persentase penduduk miskin DKI Jakarta pada 2025 sebesar 4,03 persen.",
        "Pada Maret 2024 persentase penduduk miskin Indonesia 9,03 persen, pada September 2024 sebesar 8,57 persen.",
        "Persentase penduduk miskin Indonesia turun 0,46 poin dari 9,03 persen pada Maret 2024.",
    ],
)
def test_one_month_says_nothing_of_another(reference: Reference, sentence: str) -> None:
    assert _found(reference, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "right"),
    [
        ("Persentase penduduk miskin DKI Jakarta pada Maret 2025 sebesar 4,82 persen.", "4,28"),
        ("Persentase penduduk miskin DKI Jakarta pada 2025 sebesar 4,18 persen.", "4,28"),
        ("Persentase penduduk miskin Indonesia pada Maret 2024 sebesar 9,30 persen.", "9,03"),
        ("Persentase penduduk miskin Indonesia pada September 2024 sebesar 8,75 persen.", "8,57"),
    ],
)
def test_a_month_is_held_to_its_own_figure(reference: Reference, sentence: str, right: str) -> None:
    assert _found(reference, sentence) == [("wrong-value", right)]
