"""A baseline: known findings are found again after edits elsewhere, and only then."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.document.read_document import read_document
from factcheck.errors import FactcheckError
from factcheck.filters.baseline import Entry, entries_of, fresh, marked
from factcheck.filters.baseline_file import article_key, read_baseline, write_baseline
from factcheck.filters.fingerprint import fingerprints
from factcheck.model import DocumentReport, Finding

DAY = date(2025, 3, 1)
TEXT = """\
# Rapat di Palu

Rapat digelar Selasa (2/12/2024) di balai kota, dihadiri camat dan lurah.

Rapat berikutnya Kamis (4/12/2024) di tempat yang sama.
"""
EDITS = {
    "a_paragraph_before": TEXT.replace("Rapat digelar", "Kalimat baru.\n\nRapat digelar"),
    "a_paragraph_behind": TEXT + "\nSekian.\n",
    "a_line_broken_elsewhere": TEXT.replace("camat dan lurah", "camat\ndan lurah"),
    "windows_line_ends": TEXT.replace("\n", "\r\n"),
    "another_title": TEXT.replace("# Rapat di Palu", "# Rapat Lagi"),
}


def report(text: str) -> DocumentReport:
    document = read_document("draft.md", text.encode())
    places = [text.index(words) for words in ("2/12/2024", "4/12/2024")]
    findings = tuple(Finding("wrong-weekday", "error", f"at {at}", at, at + 9) for at in places)
    return DocumentReport(document, (), findings)


def known(text: str = TEXT, until: date | None = None) -> dict[str, Entry]:
    made = report(text)
    return entries_of(made.document, made.findings, {}, DAY, until)


@pytest.mark.parametrize("name", EDITS)
def test_what_is_known_is_known_after(name: str) -> None:
    marking = marked(report(EDITS[name]), known(), DAY)
    assert [finding.known for finding in marking.report.findings] == ["2025-03-01", "2025-03-01"]
    assert fresh(marking.report).findings == ()
    assert marking.stale == ()


def test_another_figure_is_new_and_the_old_entry_stale() -> None:
    text = TEXT.replace("Selasa (2/12/2024)", "Selasa (9/12/2024)").replace("9/12/2024) di", "2/12/2024) pagi di")
    marking = marked(report(text), known(), DAY)
    assert [finding.known for finding in marking.report.findings] == ["", "2025-03-01"]
    assert [entry.text for entry in marking.stale] == ["2/12/2024"]


def test_an_entry_ends() -> None:
    marking = marked(report(TEXT), known(until=date(2025, 6, 30)), date(2025, 7, 1))
    assert [finding.known for finding in marking.report.findings] == ["", ""]
    assert len(marking.expired) == 2
    on_the_day = marked(report(TEXT), known(until=date(2025, 6, 30)), date(2025, 6, 30))
    assert "known since 1 March 2025, to be mended by 30 June 2025" in on_the_day.report.findings[0].message


def test_two_findings_of_the_same_words_are_two() -> None:
    document = read_document("draft.txt", b"Nilai 90,2.")
    twice = [Finding("wrong-value", "error", "x", 6, 10)] * 2
    keys = fingerprints(document, twice)
    assert keys[1] == f"{keys[0]}-2"


def test_what_was_known_keeps_its_first_day() -> None:
    made = report(TEXT)
    again = entries_of(made.document, made.findings[:1], known(), date(2026, 1, 1), None)
    assert [entry.since for entry in again.values()] == [DAY]


def test_the_file_gives_back_what_it_was_given(tmp_path: Path) -> None:
    path = str(tmp_path / "meja" / "known.json")
    (tmp_path / "meja").mkdir()
    articles = {"../arsip/naïf.md": known(until=date(2025, 6, 30)), "b.md": known()}
    write_baseline(path, articles)
    assert read_baseline(path) == articles
    assert article_key(str(tmp_path / "arsip" / "a.md"), path) == "../arsip/a.md"
    assert len((tmp_path / "meja" / "known.json").read_text("utf-8").splitlines()) == 10


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "There is no such baseline"),
        ("{", "not valid JSON"),
        ("[]", "no baseline of this version"),
        ('{"schema": "factcheck.baseline/9"}', "no baseline of this version"),
        ('{"schema": "factcheck.baseline/1", "articles": {"a.md": [{"rule": "x"}]}}', "An entry of this baseline"),
        ('{"schema": "factcheck.baseline/1", "articles": []}', "An entry of this baseline"),
    ],
)
def test_a_broken_file_is_said(tmp_path: Path, content: str | None, said: str) -> None:
    path = tmp_path / "known.json"
    if content is not None:
        path.write_text(content, "utf-8")
    with pytest.raises(FactcheckError, match=said):
        read_baseline(str(path))
