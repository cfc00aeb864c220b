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
