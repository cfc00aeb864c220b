"""What holds for every input: offsets are those of the file, and reading fails only with FactcheckError."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.document.offsets.line_table import line_table
from factcheck.document.offsets.source import in_source
from factcheck.document.read_document import read_document
from factcheck.errors import FactcheckError
from factcheck.model import Document, DocumentReport, Finding

MARKS = st.sampled_from(tomllib.loads((Path(__file__).parent / "marks.toml").read_text("utf-8"))["marks"])
TEXTS = st.one_of(st.text(), st.lists(MARKS, max_size=40).map("".join), st.lists(MARKS | st.text()).map("".join))
NAMES = st.sampled_from(["draft.txt", "draft.md", "draft.rst", "draft", "-"])


def read(name: str, text: str) -> Document | None:
    try:
        return read_document(name, text.encode("utf-8", "replace"))
    except FactcheckError:
        return None


@given(NAMES, TEXTS)
def test_the_plain_text_is_as_long_as_the_text(name: str, text: str) -> None:
    document = read(name, text)
    assert document is None or len(document.plain) == len(document.text)


@given(NAMES, TEXTS)
@example("draft.md", "|\r|")
def test_blocks_lie_in_the_text_one_after_the_other(name: str, text: str) -> None:
    document = read(name, text)
    blocks = document.blocks if document else ()
    length = len(document.text) if document else 0
    assert all(0 <= block.start < block.end <= length for block in blocks)
    assert all(first.end <= second.start for first, second in pairwise(blocks))
    assert all(block.start <= cell.start <= cell.end <= block.end for block in blocks for cell in block.cells)


@given(NAMES, TEXTS)
def test_a_block_stands_on_one_line_without_blanks_around_it(name: str, text: str) -> None:
    document = read(name, text)
    for block in document.blocks if document else ():
        plain = document.plain[block.start : block.end] if document else ""
        assert not set("\n\r\t") & set(plain)
        assert block.cells or plain == plain.strip() or block.kind in ("title", "field")


@given(NAMES, st.binary())
def test_any_bytes_are_read_or_refused(name: str, data: bytes) -> None:
    try:
        read_document(name, data)
    except FactcheckError as error:
        assert error.path == name


@given(TEXTS)
def test_lines_and_columns_count_from_one_and_lead_back(text: str) -> None:
    table = line_table(text)
    for offset in range(len(text) + 1):
        line, column = table.place(offset)
        assert table.starts[line - 1] + column - 1 == offset
        assert line >= 1 <= column
    assert len(table.starts) == len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


@given(st.sampled_from(["draft.md", "draft.rst"]), TEXTS)
def test_what_is_read_without_its_marks_leads_back_into_the_file(name: str, text: str) -> None:
    document = read(name, text)
    if document is None or document.source is None:
        return
    spans = [(at, at + 1) for at, char in enumerate(document.plain) if not char.isspace()]
    findings = tuple(Finding("rule", "error", "x", *span) for span in spans)
    report = in_source(DocumentReport(document, (), findings))
    assert report.document.text == document.source.text
    assert len(report.document.plain) == len(report.document.text)
    for finding, (start, end) in zip(report.findings, spans, strict=True):
        written = report.document.text[finding.start : finding.end]
        assert written == document.text[start:end] or (written[0] == "&" and written[-1] == ";")
        assert report.document.plain[finding.start] == document.plain[start]
