"""The rules that need no subject: the table of cases in general.toml, and that a repair repairs."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from general import findings, read
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Event, Finding, Suggestion

TABLE = (Path(__file__).parent / "general.toml").read_text("utf-8")
CASES: list[dict[str, Any]] = tomllib.loads(TABLE)["case"]
BROKEN = [case for case in CASES if case["findings"]]


def found_in(case: dict[str, Any], text: str) -> list[Finding]:
    document = read(text, case.get("published"), case.get("format", "txt"))
    return findings(document._replace(language=case.get("language", "id")))


def shown(case: dict[str, Any]) -> Iterator[list[str]]:
    for finding in found_in(case, case["text"]):
        place = case["text"][finding.start : finding.end]
        yield [finding.rule, finding.severity, place, finding.expected or ""]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_findings(case: dict[str, Any]) -> None:
    assert list(shown(case)) == case["findings"]


def repaired(text: str, suggestion: Suggestion) -> str:
    return text[: suggestion.start] + suggestion.replacement + text[suggestion.end :]


@pytest.mark.parametrize("case", BROKEN, ids=[case["name"] for case in BROKEN])
def test_each_suggestion_ends_its_finding(case: dict[str, Any]) -> None:
    text = case["text"]
    before = found_in(case, text)
    for finding in before:
        for suggestion in finding.suggestions:
            left = {(other.rule, other.message) for other in found_in(case, repaired(text, suggestion))}
            assert left == {(other.rule, other.message) for other in before} - {(finding.rule, finding.message)}


def test_the_opposite_verb_is_offered_too() -> None:
    (finding,) = findings(read("Saham pabrik semen naik Rp800 atau 6,23% ke Rp12.050."))
    assert [suggestion.replacement for suggestion in finding.suggestions] == ["7,11", "turun"]


def test_the_sum_is_the_evidence() -> None:
    (finding,) = findings(read("Nilainya turun dari 88,41 menjadi 85,62, turun 2,97 poin."))
    (evidence,) = finding.evidence
    assert (evidence.source, evidence.value) == ("arithmetic", Decimal("2.79"))
    assert evidence.row == "88,41 - 85,62 = 2,79"


@pytest.mark.parametrize(
    ("day", "first"), [(date(2024, 12, 3), "Selasa (3/12/2024)"), (date(2024, 12, 2), "Senin (2/12/2024)")]
)
def test_an_event_of_the_reference_decides_which_repair_comes_first(day: date, first: str) -> None:
    elsewhere = Event(date(2024, 12, 3), "penyerahan", "", "Kendari", "", "2024", "https://lain.id", "events.csv:1")
    event = Event(day, "penyerahan", "Hotel", "Palu", "", "2024", "https://contoh.id", "events.csv:2")
    (finding,) = findings(read("Piagam penghargaan diserahkan di Palu, Selasa (2/12/2024)."), [elsewhere, event])
    assert finding.expected is not None
    assert finding.expected.split(" or ")[0] == first
    assert finding.evidence[0].source == "https://contoh.id"


def test_an_event_says_nothing_where_the_article_tells_of_no_handover() -> None:
    event = Event(date(2024, 12, 3), "the handover", "Hotel", "Palu", "", "2024", "https://contoh.id", "x")
    (finding,) = findings(read("Hujan deras turun di Palu, Selasa (2/12/2024)."), [event])
    assert [evidence.source for evidence in finding.evidence] == ["calendar"]


WORDS = st.sampled_from(
    [
        "Kamis ",
        "(22/12/2022)",
        "31 September ",
        "92/9/2019) ",
        "Minggu ",
        "(1/1)",
        "naik ",
        "turun ",
        "dari ",
        "menjadi ",
        "ke ",
        "level ",
        "poin ",
        "atau ",
        "persen ",
        "%",
        "Rp",
        "0,5 ",
        "0 ",
        "1.234,5 ",
        "99999999999999999999 ",
        "dua ",
        "juta ",
        "triliun ",
        "12 ",
        "2022 ",
        "terdiri dari ",
        "dan ",
        ", ",
        ". ",
        "yakni ",
        "Bungo",
        "kota ",
        "\n",
        "- ",
    ]
)


@settings(max_examples=300)
@given(st.lists(WORDS, max_size=25).map("".join), st.none() | st.dates(date(1990, 1, 1), date(2050, 12, 31)))
def test_any_passage_gives_findings_inside_it(text: str, published: date | None) -> None:
    document = read(f"Berita {text}", published)
    for finding in findings(document):
        assert 0 <= finding.start < finding.end <= len(document.text)
        assert all(finding.start <= one.start < one.end <= len(document.text) or one.start < finding.start
                   for one in finding.suggestions)  # fmt: skip
