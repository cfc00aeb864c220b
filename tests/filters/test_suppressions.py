"""Suppressions as they are written: the table of cases in comments.toml, and that hostile ones cost nothing."""

from __future__ import annotations

import re
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
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
def test_ten_thousand_comments_and_findings_cost_what_their_length_does(between: str) -> None:
    comment, figure = "<!-- factcheck: ignore-file wrong-rank, wrong-value: x -->", "Nilai 90,2."
    one = f"{figure} <!-- factcheck: ignore wrong-value: x -->{between}"
    text = f"{comment}\n\n" * 200 + one * 10_000
    document = read_document("draft.md", text.encode())
    places = [hit.start() for hit in re.finditer("90,2", document.text)]
    findings = tuple(Finding("wrong-value", "error", "x", at, at + 4) for at in places)
    start = time.perf_counter()
    quiet = suppressed(DocumentReport(document, (), findings), find_suppressions(document))
    keys = fingerprints(document, findings)
    assert time.perf_counter() - start < 5
    assert {finding.rule for finding in quiet.findings} == {"unused-suppression"}
    assert len(set(keys)) == 10_000


@pytest.mark.parametrize("hostile", ["<!-- factcheck:" * 20_000, "# factcheck: " + "a " * 100_000, " " * 300_000])
def test_hostile_comments_cost_what_their_length_does(hostile: str) -> None:
    document = read_document("draft.txt", f"factcheck: {hostile}".encode())
    start = time.perf_counter()
    find_suppressions(document)
    assert time.perf_counter() - start < 2
