"""Suppressions as they are written: the table of cases in comments.toml, and that hostile ones cost nothing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from counting import LINEAR, times_as_long
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document.offsets.source import in_source
from factcheck.document.read_document import read_document
from factcheck.filters.fingerprint import fingerprints
from factcheck.filters.suppress import suppressed
from factcheck.filters.suppressions import FILE, Suppression, find_suppressions, without_comments
from factcheck.model import Document, DocumentReport, Finding

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "suppressions.toml").read_text("utf-8"))["case"]
PIECES = ["<!-- factcheck: ", "ignore", "-->", "# factcheck:", "\n", " ", "wrong-value", ":", "Nilai 90,2.", "- "]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_suppressions(case: dict[str, Any]) -> None:
    read = read_document(f"draft.{case['format']}", case["text"].encode())
    document = in_source(DocumentReport(read, (), ())).document
    found = [
        (_covered(document, said), list(said.rules), said.reason, said.broken) for said in find_suppressions(document)
    ]
    assert found == [(scope.removeprefix("- "), *rest) for scope, *rest in case["found"]]


def _covered(document: Document, said: Suppression) -> str:
    covered = "*" if said.scope == FILE else document.text[slice(*said.scope)]
    return covered.strip().removeprefix("- ")


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.sampled_from(["md", "txt"]))
def test_nothing_of_a_comment_is_left_to_read_and_no_place_moves(text: str, ending: str) -> None:
    document = read_document(f"draft.{ending}", f"Awal. {text}".encode())
    suppressions = find_suppressions(document)
    quiet = without_comments(document, suppressions)
    assert len(quiet.plain) == len(document.text)
    assert all(not quiet.plain[said.start : said.end].strip() for said in suppressions)
    assert all(block.start < block.end and quiet.plain[block.start : block.end].strip() for block in quiet.blocks)


@pytest.mark.parametrize("between", [" ", "\n", "\n\n", "\n- satu "])
def test_thousands_of_comments_and_findings_cost_what_their_length_does(between: str) -> None:
    report = _commented(between, 2_000)
    quiet = suppressed(report, find_suppressions(report.document))
    assert {finding.rule for finding in quiet.findings} == {"unused-suppression"}
    assert len(set(fingerprints(report.document, report.findings))) == 2_000
    assert times_as_long(lambda count: partial(_silenced, _commented(between, count)), 2_000) < LINEAR


def _commented(between: str, count: int) -> DocumentReport:
    """An article with so many figures, each with a finding and a comment that silences it, and idle comments."""
    comment, figure = "<!-- factcheck: ignore-file wrong-rank, wrong-value: x -->", "Nilai 90,2."
    one = f"{figure} <!-- factcheck: ignore wrong-value: x -->{between}"
    document = read_document("draft.md", (f"{comment}\n\n" * (count // 50) + one * count).encode())
    places = [hit.start() for hit in re.finditer("90,2", document.text)]
    return DocumentReport(document, (), tuple(Finding("wrong-value", "error", "x", at, at + 4) for at in places))


def _silenced(report: DocumentReport) -> None:
    suppressed(report, find_suppressions(report.document))
    fingerprints(report.document, report.findings)


@pytest.mark.parametrize(("head", "piece"), [("", "<!-- factcheck:"), ("# factcheck: ", "a "), ("", " " * 15)])
def test_hostile_comments_cost_what_their_length_does(head: str, piece: str) -> None:
    def hostile(count: int) -> Callable[[], object]:
        document = read_document("draft.txt", f"factcheck: {head}{piece * count}".encode())
        return lambda: find_suppressions(document)

    assert times_as_long(hostile, 4_000) < LINEAR
