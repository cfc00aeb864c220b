"""OpenDocument texts: what LibreOffice and Google Docs write, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest
from odtmade import odt, paragraph
from test_blocks import shown
from wordmade import zipped

from factcheck.document.read_document import read_document
from factcheck.errors import FactcheckError
from factcheck.model import Document
from factcheck.report.passage import sentences_of
from factcheck.report.where import place_words

_LEVEL = '<text:list-level-style-number text:level="1" style:num-format="1"/>'
NUMBERS = f'<text:list-style style:name="L1">{_LEVEL}</text:list-style>'


def read(data: bytes) -> Document:
    return read_document("naskah.odt", data)


def blocks(data: bytes) -> list[list[object]]:
    document = read(data)
    return [shown(document, block) for block in document.blocks]


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<table:table-cell>{paragraph(cell)}</table:table-cell>" for cell in row) for row in rows)
    return f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in cells)}</table:table>"


def test_headings_paragraphs_lists_and_tables() -> None:
    items = "".join(f"<text:list-item>{paragraph(name)}</text:list-item>" for name in ("Kota Palu", "Kota Ambon"))
    body = '<text:h text:outline-level="1">Palu Naik Kelas</text:h>' + paragraph("Nilai Kota Palu kini 91,20. Sudah.")
    body += f'<text:list text:style-name="L1">{items}</text:list><text:list>{items}</text:list>'
    body += table(("Kota", "Nilai"), ("Palu", "91,20"))
    assert blocks(odt(body, NUMBERS)) == [
        ["title", "Palu Naik Kelas"],
        ["paragraph", "Nilai Kota Palu kini 91,20. Sudah."],
        ["item 1", "Kota Palu"],
        ["item 2", "Kota Ambon"],
        ["item", "Kota Palu"],
        ["item", "Kota Ambon"],
        ["header", ["Kota", "Nilai"]],
        ["row", ["Palu", "91,20"]],
    ]


def test_blanks_tabs_and_line_breaks_are_what_they_stand_for() -> None:
    text = 'Nilai<text:s text:c="2"/>91,20<text:tab/>pada <text:span>2024</text:span> lalu<text:line-break/>Baris.'
    assert read(odt(paragraph(text))).text.splitlines() == ["Nilai  91,20\tpada 2024 lalu", "Baris."]


def test_what_was_deleted_and_what_colleagues_remarked_is_no_text() -> None:
    deleted = (
        f"<text:tracked-changes><text:changed-region>{paragraph('88,10')}</text:changed-region></text:tracked-changes>"
    )
    remark = f"<office:annotation>{paragraph('cek: 50,00?')}</office:annotation>"
    assert read(odt(deleted + paragraph(f"Nilai{remark} 91,20."))).text == "Nilai 91,20.\n"


def test_notes_stand_at_the_end_under_their_numbers() -> None:
    note = '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
    note += f"{paragraph('Nilai 88,10.')}</text:note-body></text:note>"
    document = read(odt(paragraph(f"Isi{note} panjang.")))
    assert document.text.splitlines() == ["Isi panjang.", "Nilai 88,10."]
    assert place_words(document, sentences_of(document), document.text.index("88,10")) == "footnote 1"


def test_the_day_it_was_saved_is_the_day_of_publication_unless_another_is_said() -> None:
    document = read(odt(paragraph("Isi."), meta="<office:meta><dc:date>2024-12-04T01:00:00</dc:date></office:meta>"))
    assert (document.published, document.published_from) == (date(2024, 12, 4), "file properties")


def test_cells_that_one_element_stands_for_are_cells() -> None:
    row = '<table:table-cell table:number-columns-repeated="2"/>'
    row += f"<table:table-cell>{paragraph('88,10')}</table:table-cell>"
    whole = f"<table:table><table:table-row>{row}</table:table-row></table:table>"
    assert blocks(odt(paragraph("Daftar:") + whole))[1:] == [["row", ["", "", "88,10"]]]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Isi.", "damaged or no OpenDocument document"),
        (zipped({"mimetype": "x"}), "no OpenDocument document"),
        (zipped({"content.xml": "<office"}), "damaged"),
        (zipped({"content.xml": b" " * 60_000_000}), "unpacks to 60 MB"),
        (zipped({"content.xml": "<!DOCTYPE x [<!ENTITY a 'aaaa'>]><x>&a;</x>"}), "declares XML entities"),
        (odt(""), "holds no text"),
        (odt("<text:section>" * 50_000 + "</text:section>" * 50_000), "holds no text"),
        (odt(paragraph("Isi."), manifest="<manifest:encryption-data/>"), "locked by a password"),
        (odt(paragraph('x<text:s text:c="999999999"/>y'))[:-40], "damaged or no OpenDocument document"),
    ],
    ids=["text", "other_zip", "broken_xml", "bomb", "entities", "empty", "deep", "locked", "cut_off"],
)
def test_what_is_refused_with_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(FactcheckError, match=said):
        read(data)
