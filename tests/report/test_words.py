"""What a finding says and what stands beside it: evidence that tells nothing new is left out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck import check_text
from factcheck.messages import Term, message, speaking, translated
from factcheck.model import Evidence
from factcheck.report.words import reasons

SUM = "45 - 28 = 17"
FACT = Evidence(
    "https://www.example.org/berita/1", "https://www.example.org/berita/1", Decimal("2996561"), "wages.csv:3"
)


@pytest.mark.parametrize(
    ("sentence", "evidence", "lines"),
    [
        (f"71 is not the difference: {SUM}.", Evidence("arithmetic", "", Decimal(17), SUM), []),
        ("71 is not the difference.", Evidence("arithmetic", "", Decimal(17), SUM), [f"since {SUM}"]),
        (
            "Here 83,32 and 83,22.",
            Evidence("this draft", "", "83,22", "line 4"),
            ["source: 83,22 · line 4 · this draft"],
        ),
        ("Here Rahmet, in line 4 Rahmat.", Evidence("this draft", "", "Rahmat", "line 4"), []),
        ("2.996.561", FACT, [f"source: 2.996.561 · wages.csv:3 · {FACT.url}"]),
        ("", Evidence("Koran (2-2-2024)", "", "2024-12-04"), ["source: 4 December 2024 · Koran (2-2-2024)"]),
    ],
)
def test_evidence_says_only_what_the_message_does_not(sentence: str, evidence: Evidence, lines: list[str]) -> None:
    assert [line for line, _ in reasons([evidence], "id", sentence)] == lines


def test_one_row_is_one_line() -> None:
    shown = reasons([FACT._replace(value="kuning"), FACT._replace(value=Decimal("60.35"))], "id")
    assert [line for line, _ in shown] == [f"source: kuning, 60,35 · wages.csv:3 · {FACT.url}"]


def test_a_word_of_the_reference_is_said_in_the_language_of_the_run() -> None:
    told = message(
        "{what} of {who} fell: {row}.", what=Term({"id": "nilai", "en": "score"}).at_the_head(), who="X", row="2, 1"
    )
    assert told == "Score of X fell: 2, 1."
    with speaking("id"):
        assert translated(told) == "Nilai X turun: 2, 1."


def test_a_pack_says_in_both_languages_what_refutes_a_slip() -> None:
    draft = "Ombudsman menilai kepatuhan pelayanan publik. Pada 2022 Pemprov Bali meraih nilai 54,01."
    (told,) = [one.message for one in check_text(draft).findings if one.rule == "known-slip"]
    assert "rank 2 with 54.01 cannot be" in told
    with speaking("id"):
        assert "tidak mungkin peringkat 2 dengan 54,01" in translated(told)
