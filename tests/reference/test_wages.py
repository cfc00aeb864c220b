"""A pack made by no other means than any user has, and an article held against it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from factcheck.document.read_document import read_document
from factcheck.model import DocumentReport
from factcheck.pipeline import check_document
from factcheck.reference.ask.reference import Reference, load
from factcheck.reference.packs.shipped import shipped_packs

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT / "articles/17-ump-2026.md"


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load(shipped_packs())[0]


@pytest.fixture(scope="module")
def report(reference: Reference) -> DocumentReport:
    return check_document(read_document(str(ARTICLE), ARTICLE.read_bytes()), reference)


def test_wrong_amount_province_percentage_and_difference_are_found_and_nothing_else(
    report: DocumentReport,
) -> None:
    text = report.document.text
    assert [(finding.rule, text[finding.start : finding.end].removeprefix("Rp")) for finding in report.findings] == [
        ("wrong-value", "3.434.490"),
        ("wrong-value", "2.417.495"),
        ("wrong-value", "8,33"),
        ("wrong-change", "283.561"),
    ]


def test_what_is_right_is_supported_with_its_source(report: DocumentReport) -> None:
    text = report.document.text
    right = {
        text[one.claim.start : one.claim.end]: (one.claim.subject, one.claim.period)
        for one in report.claims
        if one.verdict == "supported"
    }
    assert right["9,08"] == right["3.179.565"] == ("72", "2026")
    assert right["3.100.881"] == ("36", "2026")
    assert right["6,5"] == right["3.234.535"] == right["3,2"] == ("15", "2025")
    assert all(one.evidence for one in report.claims if one.verdict == "supported")


def test_no_module_mentions_wages() -> None:
    words = re.compile(r"\b(upah|wages?|ump|umk)\b", re.IGNORECASE)
    modules = list((ROOT / "factcheck").rglob("*.py"))
    assert modules
    assert [path.name for path in modules if words.search(path.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    ("sentence", "value", "verdict"),
    [
        ("UMP Jambi 2025 ditetapkan Rp3.234.535.", "3.234.535", "supported"),
        ("UMP Jambi 2025 ditetapkan Rp 3,23 juta.", "3,23", "supported"),
        ("UMP DKI Jakarta 2025 mencapai Rp5,39 juta.", "5,39", "supported"),
        ("UMP DKI Jakarta 2025 mencapai Rp5,93 juta.", "5,93", "contradicted"),
        ("UMP Jambi pada 2025 naik 6,5 persen.", "6,5", "supported"),
        ("UMP Jambi pada 2025 naik 5,6 persen.", "5,6", "contradicted"),
    ],
)
def test_ways_of_writing(reference: Reference, sentence: str, value: str, verdict: str) -> None:
    text = f"PALU - Upah minimum provinsi dibahas lagi oleh para gubernur.\n\n{sentence}\n"
    report = check_document(read_document("a.md", text.encode(), as_of=date(2025, 12, 1)), reference)
    (claim,) = [one for one in report.claims if text[one.claim.start : one.claim.end] == value]
    found = "contradicted" if report.findings else claim.verdict
    assert found == verdict


def test_an_amount_without_its_sen_is_right_where_the_head_of_the_table_says_rupiah(reference: Reference) -> None:
    rows = (("Kota Cilegon", "4.815.103"), ("Kabupaten Serang", "4.560.894"), ("Kabupaten Lebak", "2.978.764"))
    table = "\n".join(f"| {name} | {value} |" for name, value in rows)
    text = f"# UMK 2024\n\nUMK di Banten 2024 bagi pekerja.\n\n| Daerah | UMK 2024 (Rp) |\n|---|---:|\n{table}\n"
    report = check_document(read_document("a.md", text.encode()), reference)
    assert report.findings == ()
    assert [one.verdict for one in report.claims] == ["supported"] * 3
