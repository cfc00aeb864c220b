"""No page takes longer to read than its length asks for."""

from __future__ import annotations

import time
import tomllib
from contextlib import suppress
from pathlib import Path

import pytest

from factcheck.document.html import trafilatura_choice
from factcheck.document.html.read_html import read_html
from factcheck.document.offsets.source import in_source
from factcheck.errors import FactcheckError
from factcheck.model import DocumentReport

HOSTILE = tomllib.loads((Path(__file__).parent / "marks.toml").read_text("utf-8"))["hostile"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_no_page_takes_longer_than_its_length(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trafilatura_choice, "_extractor", lambda: None)
    page = "<p>Nilai Kota Palu 91,20.</p>" + (piece * 50_000)[:50_000] + ">\">'>"
    began = time.perf_counter()
    with suppress(FactcheckError):
        in_source(DocumentReport(read_html("page.html", page), (), ()))
    assert time.perf_counter() - began < 10
