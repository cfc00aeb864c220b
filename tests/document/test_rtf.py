"""RTF: what word processors write, what must not be read, and what is refused."""

from __future__ import annotations

import pytest
from odtmade import rtf
from test_blocks import shown

from factcheck.document.read_document import read_document
from factcheck.errors import FactcheckError
from factcheck.model import Document

pytest.importorskip("striprtf", reason="RTF files are read with striprtf: the extra `rtf`")


def read(data: bytes) -> Document:
    return read_document("naskah.rtf", data)


def test_paragraphs_and_signs_beyond_ascii() -> None:
    document = read(rtf("Palu Naik Kelas", "", "PALU – Nilai “Kota Palu” kini 91,20."))
    assert [block.kind for block in document.blocks] == ["title", "paragraph"]
    assert document.text.splitlines() == ["Palu Naik Kelas", "PALU – Nilai “Kota Palu” kini 91,20."]


def test_a_sign_that_is_written_as_two_numbers_is_one() -> None:
    assert read(b"{\\rtf1\\ansi\\uc1 Nilai \\u-10179?\\u-8704? 91,20.\\par}").text == "Nilai \U0001f600 91,20.\n"


def test_rows_of_a_table() -> None:
    row = "\\trowd\\cellx2000\\cellx4000\\pard\\intbl {}\\cell {}\\cell\\row\n"
    body = "Daftar nilai:\\par\n" + row.format("Kota", "Nilai") + row.format("Palu", "91,20") + "\\pard Demikian.\\par"
    document = read(f"{{\\rtf1\\ansi {body}}}".encode())
    assert [shown(document, block) for block in document.blocks][1:3] == [
        ["header", ["Kota", "Nilai"]],
        ["row", ["Palu", "91,20"]],
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        "{\\v cek: 50,00?}",
        "\\v cek: 50,00?\\v0 ",
        "{\\deleted\\revauthdel1 88,10}",
        "{\\*\\annotation cek: 50,00?}",
        "{\\footnote Nilai 50,00.}",
        "{\\header Siaran Pers 50,00}",
        "{\\pict\\bin5 }50}0}",
        "{\\v {\\b cek \\'93 50,00 \\u8211?}}",
    ],
)
def test_what_a_reader_does_not_see_is_not_read(hidden: str) -> None:
    text = read(f"{{\\rtf1\\ansi Nilai {hidden}91,20.\\par}}".encode()).text
    assert text.split() == ["Nilai", "91,20."]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Isi.", "no RTF"),
        (b"{\\rtf1}", "holds no text"),
        (b"{\\rtf1 " + b"{" * 100_000, "holds no text"),
        (b"{\\rtf1 }" + b"}" * 100_000, "holds no text"),
        (b"{\\rtf1 \\u99999999?}", "no RTF"),
        (b"{\\rtf1{\\fonttbl" + b"{\\f1 x" * 20_000 + b"}isi\\par}", "no RTF"),
        (b"{\\rtf1 \\bin99999999 isi}", "holds no text"),
    ],
    ids=["text", "empty", "open", "closed", "no_character", "fonts", "binary"],
)
def test_what_is_refused_with_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(FactcheckError, match=said):
        read(data)


def test_links_made_to_hurt_are_read_in_linear_time() -> None:
    assert "isi" in read(b"{\\rtf1 isi " + b'{\\field{\\*\\fldinst{HYPERLINK "x"' * 20_000 + b"\\par}").text
