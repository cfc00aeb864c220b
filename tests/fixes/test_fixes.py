"""Repairs: what is mended, what is left, and that a mended finding is gone while nothing else changes."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.cli.checker import make_checker
from factcheck.cli.options import Options
from factcheck.cli.own_settings import OwnSettings
from factcheck.config import Config
from factcheck.document.read_document import read_document
from factcheck.errors import FactcheckError
from factcheck.filters.apply import Filters, apply_filters
from factcheck.filters.layers import layers_of
from factcheck.fixes.encoding import encoded
from factcheck.fixes.loop import Fixing, fix
from factcheck.fixes.settled import BY_THE_REFERENCE
from factcheck.fixes.unified_diff import unified
from factcheck.model import DocumentReport, Finding

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = tomllib.loads((HERE / "fixes.toml").read_text("utf-8"))["case"]
RULES = sorted((HERE.parent / "checks" / "rules").glob("*.toml"))
CHECKER = make_checker(OwnSettings(Options()))
HUSH = Filters(layers_of(Config()), date(2025, 1, 1))


def check(text: str, path: str = "draft.txt") -> DocumentReport:
    return apply_filters(CHECKER.check(read_document(path, text.encode())), HUSH).report


def mending(text: str, path: str = "draft.txt") -> Fixing:
    return fix(check(text, path), lambda mended: check(mended, path))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_mending(case: dict[str, Any]) -> None:
    assert mending(case["text"], case.get("path", "draft.txt")).text == case.get("mended", case["text"])


@pytest.mark.parametrize("table", RULES, ids=[path.stem for path in RULES])
def test_no_rule_is_mended_but_by_the_reference_and_then_its_finding_is_gone(table: Path) -> None:
    said = tomllib.loads(table.read_text("utf-8"))
    for case in said["case"]:
        text = case.get("before", said.get("before", "")) + case["text"]
        before = check(text, f"draft.{case.get('format', 'md')}")
        done = mending(text, before.document.path)
        assert {finding.rule for finding in done.done} <= BY_THE_REFERENCE
        assert _said(done.report.findings) <= _said(before.findings) - _said(done.done)


def _said(findings: Iterable[Finding]) -> Counter[str]:
    return Counter(finding.message for finding in findings)


@given(st.text(st.characters(codec="utf-8")), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]))
def test_bytes_go_back_as_they_came(text: str, codec: str) -> None:
    try:
        data = text.encode(codec)
    except UnicodeEncodeError:
        return
    if text.startswith("\ufeff"):
        return
    back = encoded(text, data, text, "draft.txt")
    assert back == data


def test_a_character_that_the_encoding_lacks_is_said() -> None:
    with pytest.raises(FactcheckError, match="cp1252, which has no '→'"):
        encoded("naïf →", "naïf x".encode("cp1252"), "naïf x", "draft.txt")


def test_what_is_no_text_file_is_not_mended() -> None:
    with pytest.raises(FactcheckError, match="Only text files are mended"):
        encoded("satu", b"PK\x03\x04\x81", "dua", "draft.docx")


@pytest.mark.parametrize("text", ["satu\ndua\n", "satu\r\ndua\r\n", "satu\ndua", "satu\u2028dua\n", "satu"])
def test_a_patch_keeps_line_ends(text: str) -> None:
    lines = list(unified("meja/a.md", text, text.replace("satu", "tiga")))
    assert lines[:2] == ["--- a/meja/a.md\n", "+++ b/meja/a.md\n"]
    removed = "".join(line[1:] for line in lines[3:] if line[0] in "- ")
    assert removed.replace("\n\\ No newline at end of file\n", "").rstrip("\n") == text.rstrip("\n")
