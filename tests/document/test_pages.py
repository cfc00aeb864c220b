"""What of an HTML page is read (pages.toml), where it stands in the file, and that no page takes long."""

from __future__ import annotations

import re
import tomllib
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_blocks import shown, squeezed

from factcheck.document.html import trafilatura_choice
from factcheck.document.html.read_html import read_html
from factcheck.document.html.tags import tokens
from factcheck.document.offsets.source import in_source
from factcheck.document.read_document import read_document
from factcheck.errors import FactcheckError
from factcheck.model import Document, DocumentReport, Finding, Suggestion

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "pages.toml").read_text("utf-8"))["case"]


@pytest.fixture(params=["alone", "with_trafilatura"], autouse=True)
def extractor(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Every page is read with and without the extractor: which it is."""
    if request.param == "alone":
        monkeypatch.setattr(trafilatura_choice, "_extractor", lambda: None)
    else:
        pytest.importorskip("trafilatura")
    return str(request.param)


def back(document: Document, *spans: tuple[int, int]) -> DocumentReport:
    """The report of findings at these spans of the text read, brought back into the file."""
    findings = tuple(Finding("rule", "error", "x", *span, suggestions=(Suggestion(*span, "y"),)) for span in spans)
    return in_source(DocumentReport(document, (), findings))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_pages(case: dict[str, Any], extractor: str) -> None:
    document = read_document("page.html", case["page"].encode())
    read = [shown(document, block) for block in document.blocks]
    blocks = [[kind, squeezed(parts)] for kind, parts in case["blocks"]]
    if extractor == "alone":
        assert read == blocks
    else:  # some versions leave out some paragraphs; none may put in, move or change one, or take a row of a table
        assert read == [block for block in blocks if block in read]
        assert all(block in read for block in blocks if block[0] in ("title", "heading", "header", "row"))
    assert document.published == case.get("published")
    assert document.language == case.get("language", "id")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_every_word_is_found_in_the_file(case: dict[str, Any]) -> None:
    document = read_document("page.html", case["page"].encode())
    words = [match.span() for match in re.finditer(r"\S+", document.text)]
    report = back(document, *words)
    assert report.document.text == case["page"]
    for finding, (start, end) in zip(report.findings, words, strict=True):
        written = case["page"][finding.start : finding.end]
        assert unescape(re.sub("<[^>]*>", "", written)) == document.text[start:end]
        assert finding.suggestions[0][:2] == (finding.start, finding.end)


MARKUP = st.sampled_from(tomllib.loads((Path(__file__).parent / "marks.toml").read_text("utf-8"))["markup"])


@given(st.lists(MARKUP, max_size=30))
def test_spans_lead_back_to_what_was_read(pieces: list[str]) -> None:
    page = f"<h1>Judul</h1><p>Awal {''.join(pieces)} akhir.</p>"
    document = read_html("page.html", page)
    report = back(document, *((at, at + 1) for at in range(len(document.text))))
    assert len(report.document.plain) == len(page)
    for finding, char in zip(report.findings, document.text, strict=True):
        written = page[finding.start : finding.end]
        assert unescape(written) == char or (char.isspace() and not unescape(written).strip())
    starts = [finding.start for finding in report.findings]
    assert starts == sorted(starts)


@given(st.text(st.sampled_from("<>/!-\"'= ap&;#\n"), max_size=200) | st.text(max_size=100))
def test_tokens_cover_the_text(text: str) -> None:
    found = list(tokens(text))
    assert "".join(text[token.start : token.end] for token in found) == text


@given(st.text(st.sampled_from("<>/!-\"'= ap&;#\n"), max_size=200))
def test_any_page_is_read_or_refused(text: str) -> None:
    try:
        document = read_html("page.html", text)
    except FactcheckError:
        return
    assert len(back(document).document.plain) == len(text)


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(FactcheckError, match="shows no text"):
        read_document("page.html", b"<script>x()</script><nav>Beranda</nav>")
