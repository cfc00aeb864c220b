"""Whole outputs against the files in golden/.

FACTCHECK_GOLDEN=write writes them anew, to be read before they are committed.
"""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import article, report, span, with_problems
from rich.cells import cell_len

from factcheck.document.offsets.line_table import line_table
from factcheck.formats import REPORTERS
from factcheck.model import Report, Span
from factcheck.report.passage import Passage, passage, rows, sentences_of
from factcheck.report.reporter import Look, write
from factcheck.report.tally import Tally

GOLDEN = Path(__file__).parent / "golden"
OUTPUTS: dict[str, tuple[str, Look, Callable[[], Report]]] = {
    "rich-80.txt": ("rich", Look("auto", 80), report),
    "rich-50.txt": ("rich", Look("never", 50), report),
    "rich-colour.txt": ("rich", Look("always", 80), with_problems),
    "plain.txt": ("plain", Look(), report),
    "plain-problems.txt": ("plain", Look(), with_problems),
    "report.json": ("json", Look(), with_problems),
    "empty.json": ("json", Look(), lambda: Report(())),
}


def written(format_name: str, look: Look, made: Report) -> str:
    out = io.StringIO()
    write(made, format_name, out, look)
    return re.sub("8;id=[0-9-]+;", "8;id=0;", out.getvalue())  # rich numbers links at random


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.mark.parametrize("name", OUTPUTS)
def test_golden(name: str) -> None:
    format_name, look, made = OUTPUTS[name]
    text = written(format_name, look, made())
    if os.environ.get("FACTCHECK_GOLDEN") == "write":
        (GOLDEN / name).write_text(text, "utf-8")
    assert text == (GOLDEN / name).read_text("utf-8")


@pytest.mark.parametrize("format_name", REPORTERS)
def test_no_escape_sequence_of_an_article_reaches_the_output(format_name: str) -> None:
    assert "\x1b" not in written(format_name, Look("never", 80), report())


def test_no_color_keeps_the_carets_and_drops_the_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    text = written("rich", Look("always", 80), report())
    assert "^^^^" in text
    assert not re.search("\x1b\\[[0-9;]*3[0-9]", text)


@pytest.mark.parametrize("width", [40, 50, 80, 100, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    text = written("rich", Look("never", width), report())
    assert max(len(line) for line in text.splitlines()) <= min(width, 100)


def test_json_holds_what_the_contract_names() -> None:
    said: dict[str, Any] = json.loads(written("json", Look(), report()))
    assert said["schema"] == "factcheck.report/1"
    assert said["summary"] == {"documents": 3, "claims": 6, "errors": 2, "warnings": 1, "infos": 1}
    document = said["documents"][0]
    text = article("selat.md").text
    for entry in (*document["claims"], *document["findings"]):
        assert text[entry["start"] : entry["end"]] == entry["text"]
        assert line_table(text).place(entry["end"]) == (entry["end_line"], entry["end_column"])
    values = [claim["value"] for claim in document["claims"]]
    assert values == [90.02, "kuning", 3.1, 88.41, 87]
    assert document["claims"][0]["subject"] == {"id": "99.01", "name": "Kabupaten Selat"}


@pytest.mark.parametrize("marked", ["90,02", "kuning", "3,10", "2/12/2024", "Selat naik kelas. Nilainya"])
@pytest.mark.parametrize("width", [10, 30, 74])
def test_the_marked_place_is_the_place_found(marked: str, width: int) -> None:
    document = article("selat.md")
    found = rows(passage(document, sentences_of(document), *span(document, marked)), width)
    assert " ".join(row.text[slice(*row.mark)] for row in found if row.mark.end) == marked
    assert all(len(row.text) <= width for row in found)


@pytest.mark.parametrize(("fail_on", "count"), [("error", 2), ("warning", 3), ("info", 4), ("never", 0)])
def test_findings_at_a_severity_or_above(fail_on: str, count: int) -> None:
    assert Tally().plus(report().documents[0]).at_least(fail_on) == count


@given(st.text(st.sampled_from("ab 東京Ａé\u0301ก 한"), max_size=200), st.integers(2, 30))
def test_wide_characters_take_two_columns(text: str, width: int) -> None:
    found = rows(Passage(text, Span(0, len(text))), width)
    assert "".join(row.text for row in found).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(row.text) <= width for row in found)
