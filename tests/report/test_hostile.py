"""Text of an article is data in every format: no escape sequence, markup, formula or script of it gets through.

And what a report says of a place is what stands there, whatever the text.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from functools import partial
from html.parser import HTMLParser
from typing import Any, cast

import pytest
from counting import LINEAR, times_as_long
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from factcheck.document.offsets.line_table import line_table
from factcheck.document.text.read_text import read_text
from factcheck.formats import REPORTERS
from factcheck.model import Claim, Document, DocumentReport, Evidence, Finding, How, Judged, Problem, Report, Suggestion
from factcheck.report.csv import FORMULA
from factcheck.report.reporter import Look, write

HOSTILE = [
    "\x1b[31mmerah\x1b[0m \x1b]8;;https://x.example\x07tautan\x1b]8;;\x07",
    "[bold]tebal[/bold] [link=https://x.example]x[/link]",
    '=HYPERLINK("https://x.example","klik")',
    "  =1+1",
    "+1", "-3,10", "@SUM(A1)", "\t=1", "＝1+1",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</script><script>alert(1)</script>", "</style><b>", "<!--", "]]>",
    "${script} $title %s {0}",
    "javascript:alert(1)",
    "a\x00b", "\ufffe\uffff", "\ud800",
    "::error file=x::y", "a\r\n::set-output name=x::y", "%0A::error::y",
    "\u202emundur\u202c \u2066x\u2069 \u200f",
    "| a | b |", "`kode` ![x](https://x.example/x.png) <img src=https://x.example/x.png>", "@wartawan #12",
    "baris\u2028lain\u2029lagi\x85lagi", '"kutip", \'tunggal\'; titik koma',
]  # fmt: skip


def made(text: str, start: int, end: int, path: str = "a.txt", said: str = "") -> Report:
    """A report with a claim and a finding at a span of `text`, the words of the text in every place that holds any."""
    document = read_text(path, text)
    piece = said or text[start:end]
    evidence = (Evidence(piece, "javascript:alert(1)", piece, piece), Evidence(piece, f"https://x.example/{piece}"))
    claim = Claim("c1", "name", "pack", "name", start, end, piece, piece, "2024", how=(cast(How, piece),))
    ways = (Suggestion(start, end, piece), Suggestion(end, end, piece))
    finding = Finding("wrong-name", "error", f"Di sini: {piece}", start, end, ("c1",), piece, ways, evidence)
    judged = (Judged(claim, "contradicted", evidence),)
    return Report((DocumentReport(document, judged, (finding,)),), (Problem(piece, piece, 1, 2),))


def written(format_name: str, report: Report) -> str:
    out = io.StringIO()
    write(report, format_name, out, Look("never", 80))
    return out.getvalue()


def hostile(text: str) -> Report:
    around = f"Kota Palu {text} di sini.\n\nLalu."
    return made(around, 10, 10 + len(text), path=text, said=text)


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
@pytest.mark.parametrize("format_name", REPORTERS)
def test_no_control_character_gets_out(format_name: str, text: str) -> None:
    out = written(format_name, hostile(text))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff]", out)


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_lines_stay_lines(text: str) -> None:
    assert len(written("plain", hostile(text)).splitlines()) == 2
    github = written("github", hostile(text)).splitlines()
    assert len(github) == 3
    assert [line.startswith("::error ") for line in github] == [True, True, False]


def _findings_of_junit(out: str) -> int:
    return len(etree.fromstring(out.encode("utf-8")).findall(".//failure"))


FINDINGS: dict[str, Callable[[str], int]] = {
    "json": lambda out: len(json.loads(out)["documents"][0]["findings"]),
    "jsonl": lambda out: len(json.loads(out.splitlines()[0])["findings"]),
    "sarif": lambda out: len(json.loads(out)["runs"][0]["results"]),
    "rdjson": lambda out: len(json.loads(out)["diagnostics"]) - 1,
    "junit": _findings_of_junit,
    "csv": lambda out: sum("wrong-name" in row for row in csv.reader(io.StringIO(out))),
    "github": lambda out: sum(line.startswith("::error ") for line in out.splitlines()) - 1,
}
"""How many findings a program reads in a format for programs; rdjson and GitHub are told of the problem as well."""


def test_a_format_that_is_read_here_as_a_program_does_is_one() -> None:
    assert FINDINGS.keys() < REPORTERS.keys()


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
@pytest.mark.parametrize("format_name", FINDINGS)
def test_machine_formats_stay_whole(format_name: str, text: str) -> None:
    assert FINDINGS[format_name](written(format_name, hostile(text))) == 1


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
@pytest.mark.parametrize("format_name", REPORTERS)
def test_a_finding_is_told_once_whatever_the_text(format_name: str, text: str) -> None:
    assert written(format_name, hostile(text)).count("wrong-name") == written(format_name, hostile("x")).count(
        "wrong-name"
    )


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_no_cell_is_a_formula(text: str) -> None:
    rows = list(csv.reader(io.StringIO(written("csv", hostile(text)))))
    assert len(rows) == 3
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell.strip().startswith(FORMULA)]


class Tags(HTMLParser):
    """The elements and event attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.bad: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)
        self.bad += [name for name, value in attrs if name.startswith("on") or name in ("src", "style")]
        links = [value or "" for name, value in attrs if name == "href"]
        self.bad += [link for link in links if not link.startswith(("https://", "#"))]


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_the_page_holds_no_element_of_the_article(text: str) -> None:
    tags = Tags()
    tags.feed(written("html", hostile(text)))
    assert tags.bad == []
    assert (tags.found.count("script"), tags.found.count("style"), tags.found.count("img")) == (1, 1, 0)


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_markdown_shows_the_text_as_it_is(text: str) -> None:
    from markdown_it import MarkdownIt

    tags = Tags()
    tags.feed(MarkdownIt("commonmark", {"html": True}).render(written("markdown", hostile(text))))
    assert set(tags.found) <= {"h3", "p", "ul", "li", "strong", "code", "br", "sub", "a"}
    assert tags.bad == []


@pytest.mark.parametrize("format_name", REPORTERS)
def test_a_line_of_megabytes_costs_what_its_length_costs(format_name: str) -> None:
    def long(size: int) -> Report:
        return made("Kota Palu naik kelas lagi. " * size, 5_005, 5_014)

    assert times_as_long(lambda size: partial(written, format_name, long(size)), 40_000) < LINEAR
    assert len(written(format_name, long(80_000))) < 400_000


@given(st.text(max_size=300), st.data())
def test_what_is_said_of_a_place_stands_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    report = made(text, start, end)
    document = report.documents[0].document
    said = json.loads(written("json", report))["documents"][0]
    for entry in (said["claims"][0], said["findings"][0]):
        assert text[entry["start"] : entry["end"]] == entry["text"] == text[start:end]
        assert _at(document, entry["line"], entry["column"]) == start
        assert _at(document, entry["end_line"], entry["end_column"]) == end
    region = json.loads(written("sarif", report))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["charOffset"], region["charLength"]) == (start, end - start)
    assert _bytes(text, json.loads(written("rdjson", report))["diagnostics"][0]) == text[start:end].encode(
        "utf-8", "surrogatepass"
    )


def _at(document: Document, line: int, column: int) -> int:
    return line_table(document.text).starts[line - 1] + column - 1


def _bytes(text: str, diagnostic: dict[str, Any]) -> bytes:
    """The bytes between two positions of rdjson."""
    starts = line_table(text).starts
    offsets = []
    for name in ("start", "end"):
        position = diagnostic["location"]["range"][name]
        before = text[: starts[position["line"] - 1]].encode("utf-8", "surrogatepass")
        offsets.append(len(before) + position["column"] - 1)
    return text.encode("utf-8", "surrogatepass")[slice(*offsets)]
