"""What holds for any text: claims lie in it, prose around a sentence does not change it, and nothing breaks."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import check_text, extract
from factcheck.model import Claim

TOPIC = "Ombudsman RI menilai kepatuhan pelayanan publik."
SENTENCES = (
    "Pada 2024 Pemkot Jambi meraih nilai 93,68.",
    "Pada 2023 Kabupaten Kerinci berada di zona kuning dengan nilai 75,03.",
    "Pada 2022 sebanyak 19 provinsi berada di zona hijau.",
    "Pada 2024 Kota Jambi berada di urutan ke-36 dari 98 kota.",
    "Pada 2023 Kabupaten Tebo dan Kota Jambi meraih nilai masing-masing 88,85 dan 85,09.",
    "Pada 2023 kategori A diraih Kabupaten Kaur dan Kabupaten Lebong.",
)
PROSE = st.sampled_from(
    [
        "Hujan turun sejak pagi dan warga berteduh di teras.",
        "Harga cabai naik menjadi Rp45 ribu per kilogram.",
        "Tim tamu unggul dua gol lalu bertahan sampai akhir.",
        "Seorang ibu membawa map biru berisi tiga lembar surat.",
        "Jembatan sepanjang 120 meter itu dibuka kembali.",
        "“Kami hanya ingin antrean lebih pendek,” katanya.",
        "Suhu siang hari mencapai 33 derajat.",
        "Penumpang diminta datang satu jam lebih awal.",
        "Lagu lama itu diputar lagi di warung kopi.",
    ]
)
PARAGRAPHS = st.lists(PROSE, max_size=3).map(" ".join)
WORDS = """
    Pemkot Jambi; Kabupaten Kaur; Pemprov Bengkulu; Bogor; Dinas Kesehatan; provinsi; kota; meraih; nilai; zona; hijau;
    kuning; kategori; A; peringkat; urutan ke-7; kedua; dari; menjadi; masing-masing; naik; turun; poin; persen; 93,68;
    2023; 2024; 98; tahun lalu; setahun sebelumnya; dan; tertinggi; se-Provinsi Jambi; sebanyak; seluruh; yakni; adalah;
    disusul; sekitar; Rp3.685.616; UU 25/2009; Selasa (3/12/2024); BACA JUGA:
"""
MARKS = ["(", ")", ",", ".", ":", "\n", "\n\n", "\n- ", "\n1. ", "\n| ", " |", "\n# ", "\n> ", '"', "**"]
PIECES = st.sampled_from([f" {word.strip()} " for word in WORDS.split(";")] + MARKS)


def _said(claims: tuple[Claim, ...], start: int, end: int) -> list[tuple[object, ...]]:
    """What the claims between two offsets say, with their places counted from the first."""
    return [
        (claim.kind, claim.value, claim.subject, claim.period, claim.start - start, claim.end - start)
        for claim in claims
        if start <= claim.start < end
    ]


@pytest.mark.parametrize("sentence", SENTENCES)
@settings(max_examples=25)
@given(before=PARAGRAPHS, after=PARAGRAPHS)
def test_prose_about_something_else_changes_no_claim(sentence: str, before: str, after: str) -> None:
    alone = f"{TOPIC}\n\n{sentence}\n"
    within = f"{TOPIC}\n\n{before}\n\n{sentence}\n\n{after}\n"
    at, there = alone.index(sentence), within.index(sentence)
    claims = _said(extract(within), there, there + len(sentence))
    assert claims
    assert claims == _said(extract(alone), at, at + len(sentence))


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(
    "dress",
    [
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("Pada", "**Pada**"),
        lambda text: text.replace(". ", ".  "),
        lambda text: f"\ufeff{text}",
        lambda text: text.replace("\n", "\r\n"),
    ],
    ids=["no_break_spaces", "bold", "double_blanks", "byte_order_mark", "line_ends_of_windows"],
)
def test_dress_changes_no_claim(sentence: str, dress: object) -> None:
    assert callable(dress)
    plain = f"{TOPIC} {sentence}\n"
    read = [(claim.kind, claim.value, claim.subject, claim.period) for claim in extract(plain)]
    assert read
    assert [(claim.kind, claim.value, claim.subject, claim.period) for claim in extract(dress(plain))] == read


@settings(max_examples=250)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_claims_and_findings_of_any_passage_lie_in_it(passage: str) -> None:
    report = check_text(f"{TOPIC} {passage}")
    text = report.document.text
    assert report.failures == ()
    for judged in report.claims:
        claim = judged.claim
        assert 0 <= claim.start < claim.end <= len(text)
        assert text[claim.start : claim.end].strip() == text[claim.start : claim.end]
    for finding in report.findings:
        assert 0 <= finding.start < finding.end <= len(text)
        assert all(0 <= one.start <= one.end <= len(text) for one in finding.suggestions)


@settings(max_examples=150)
@given(st.text(max_size=300))
def test_any_text_at_all_is_read_without_a_failure(text: str) -> None:
    clean = text.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
    assert check_text(f"{TOPIC} Kota Jambi {clean}").failures == ()


@settings(max_examples=100)
@given(st.integers(0, 10_000), st.sampled_from([",", "."]))
def test_a_score_stands_for_what_rounds_to_it(hundredths: int, mark: str) -> None:
    score = Decimal(hundredths) / 100
    written = f"{score:.2f}".replace(".", mark)
    (claim,) = extract(f"{TOPIC} Pada 2024 Kota Jambi meraih nilai {written}.")
    assert (claim.kind, claim.value, claim.subject) == ("score", score, "15.71")
    assert claim.low is not None
    assert claim.high is not None
    assert claim.low <= score <= claim.high
    assert claim.high - claim.low <= Decimal("0.02")
