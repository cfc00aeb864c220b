"""No page takes longer to read than its length asks for."""

from __future__ import annotations

import tomllib
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from counting import LINEAR, times_as_long

from factcheck.document.html import trafilatura_choice
from factcheck.document.html.read_html import read_html
from factcheck.document.offsets.source import in_source
from factcheck.errors import FactcheckError
from factcheck.model import DocumentReport

HOSTILE = tomllib.loads((Path(__file__).parent / "marks.toml").read_text("utf-8"))["hostile"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_no_page_takes_longer_than_its_length(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trafilatura_choice, "_extractor", lambda: None)
    assert times_as_long(lambda length: partial(_read, piece, length), 12_500) < LINEAR


def _read(piece: str, length: int) -> None:
    page = "<p>Nilai Kota Palu 91,20.</p>" + (piece * length)[:length] + ">\">'>"
    with suppress(FactcheckError):
        in_source(DocumentReport(read_html("page.html", page), (), ()))
