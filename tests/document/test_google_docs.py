"""A text of Google Docs, exported as a zipped web page."""

from __future__ import annotations

import pytest
from wordmade import zipped

from factcheck.document.read_document import read_document
from factcheck.errors import FactcheckError

PAGE = """<html><head><title>Naskah</title></head><body class="doc-content"><h1>Palu Naik Kelas</h1>
<p>Nilai Kota Palu<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup> kini 91,20<sup><a href="#ftnt1"
id="ftnt_ref1">[1]</a></sup>.</p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> Pada 2023.</p></div>
<div style="border:1px solid black;margin:5px"><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>cek: 50,00?</span></p>
</div></body></html>"""


def test_the_page_in_the_zip_is_the_article_and_remarks_of_colleagues_are_not() -> None:
    document = read_document("naskah.zip", zipped({"Naskah.html": PAGE, "images/image1.png": b"\x89PNG"}))
    kept = " ".join(document.text[block.start : block.end] for block in document.blocks)
    assert kept == "Palu Naik Kelas Nilai Kota Palu kini 91,20. Pada 2023."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Isi.", "damaged or locked"),
        (zipped({"a.html": PAGE})[:-40], "damaged or locked"),
        (zipped({"a.png": b""}), "0 web pages"),
        (zipped({"a.html": PAGE, "b.html": PAGE}), "2 web pages"),
        (zipped({"a.html": b" " * 30_000_000}), "too large"),
    ],
    ids=["text", "cut_off", "pictures", "two", "bomb"],
)
def test_what_is_refused_with_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(FactcheckError, match=said):
        read_document("naskah.zip", data)
