"""Word files: what python-docx writes, what Word writes beside that, and what is refused."""

from __future__ import annotations

import io
from datetime import date, datetime

import pytest
from test_blocks import shown
from wordmade import SPACE, paragraph, table, word, zipped

from factcheck.document.read_document import read_document
from factcheck.errors import FactcheckError
from factcheck.model import Document
from factcheck.report.passage import sentences_of
from factcheck.report.where import place_words

LIST = (
    '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num>'
)


def blocks(document: Document) -> list[list[object]]:
    return [shown(document, block) for block in document.blocks]


def where(document: Document, text: str) -> str:
    return place_words(document, sentences_of(document), document.text.index(text))


def test_what_python_docx_writes() -> None:
    docx = pytest.importorskip("docx")
    file = docx.Document()
    file.add_heading("Palu Naik Kelas", 0)
    file.add_paragraph("PALU, Kabar Teluk – Nilai Kota Palu kini 91,20. Loket buka sampai malam.")
    file.add_heading("Daftar nilai", 2)
    file.add_paragraph("Kota Palu 91,20", style="List Number")
    file.add_paragraph("Kota Ambon 88,10", style="List Number")
    file.add_paragraph("Loket", style="List Bullet")
    grid = file.add_table(2, 2)
    for cell, text in zip((c for row in grid.rows for c in row.cells), ["Kota", "Nilai", "Palu", "91,20"], strict=True):
        cell.text = text
    file.core_properties.modified = datetime(2024, 12, 4)
    out = io.BytesIO()
    file.save(out)
    document = read_document("naskah.docx", out.getvalue())
    assert blocks(document) == [
        ["title", "Palu Naik Kelas"],
        ["paragraph", "PALU, Kabar Teluk – Nilai Kota Palu kini 91,20. Loket buka sampai malam."],
        ["heading", "Daftar nilai"],
        ["item 1", "Kota Palu 91,20"],
        ["item 2", "Kota Ambon 88,10"],
        ["item", "Loket"],
        ["header", ["Kota", "Nilai"]],
        ["row", ["Palu", "91,20"]],
    ]
    assert (document.published, document.published_from) == (date(2024, 12, 4), "file properties")
    assert where(document, "Loket buka") == "paragraph 2, sentence 2"
    assert where(document, "Palu\t91,20") == "table 1, row 2"


def test_a_date_on_the_command_line_goes_before_the_properties_of_the_file() -> None:
    data = word(paragraph("Isi."), core="<dcterms:modified>2024-12-04T01:00:00Z</dcterms:modified>")
    document = read_document("naskah.docx", data, as_of=date(2023, 1, 2))
    assert (document.published, document.published_from) == (date(2023, 1, 2), "--as-of")


def test_a_file_is_in_the_language_that_it_is_written_in() -> None:
    english = word(paragraph("The score of the city rose to 91.20, and it was the highest of all that were surveyed."))
    indonesian = word(paragraph("Nilai kota itu naik menjadi 91,20 dan merupakan yang tertinggi dari semua."))
    assert read_document("draft.docx", english).language == "en"
    assert read_document("draft.docx", indonesian).language == "id"


def test_the_text_is_what_word_shows_with_all_changes_accepted() -> None:
    changed = (
        "<w:del><w:r><w:delText> 88,10</w:delText></w:r></w:del><w:ins><w:r><w:t> 91,20</w:t></w:r></w:ins>"
        "<w:r><w:tab/><w:t>pada</w:t><w:noBreakHyphen/><w:t>Mei</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
    )
    assert read_document("a.docx", word(paragraph("Nilai", raw=changed))).text == "Nilai 91,20\tpada-Mei\n"


def test_a_line_break_is_a_line_end_and_a_text_box_a_paragraph() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('Kotak 12,00')}</w:txbxContent></w:pict></w:r>"
    breaks = "<w:r><w:br/><w:t>Kota Ambon 88,10</w:t></w:r>"
    document = read_document("a.docx", word(paragraph("Kota Palu 91,20", raw=breaks + box) + paragraph("Demikian.")))
    assert document.text.splitlines() == ["Kota Palu 91,20", "Kota Ambon 88,10", "Kotak 12,00", "Demikian."]


def test_a_table_typed_with_tabs_is_a_table() -> None:
    tab = "<w:r><w:tab/><w:t>{}</w:t></w:r>"
    rows = [("Kota", "Nilai"), ("Palu", "91,20"), ("Ambon", "88,10")]
    body = paragraph("Daftar nilai:") + "".join(paragraph(name, raw=tab.format(value)) for name, value in rows)
    kinds = [block.kind for block in read_document("a.docx", word(body)).blocks]
    assert kinds[1:] == ["header", "row", "row"]


@pytest.mark.parametrize(
    ("start", "form", "numbers"), [(1, "decimal", [1, 2]), (5, "decimal", [5, 6]), (1, "bullet", [0, 0])]
)
def test_lists_bear_the_numbers_that_word_prints(start: int, form: str, numbers: list[int]) -> None:
    body = paragraph("Daftar:") + paragraph("Kota Palu", listed="1") + paragraph("Kota Ambon", listed="1")
    document = read_document("a.docx", word(body, numbering=LIST.format(start=start, form=form)))
    assert [block.number for block in document.blocks if block.kind == "item"] == numbers


def test_styles_are_known_by_their_english_names_in_every_language() -> None:
    styles = '<w:style w:styleId="Judul2"><w:name w:val="heading 2"/></w:style>'
    styles += '<w:style w:styleId="Anak"><w:basedOn w:val="Judul2"/><w:name w:val="Anak judul"/></w:style>'
    body = paragraph("Judul.", "Judul2") + paragraph("Isi panjang.") + paragraph("Bagian.", "Anak") + paragraph("Isi.")
    document = read_document("a.docx", word(body, styles=styles))
    assert [block.kind for block in document.blocks] == ["title", "paragraph", "heading", "paragraph"]


def test_footnotes_stand_at_the_end_under_their_numbers() -> None:
    notes = f'<w:footnote w:id="0" w:type="separator">{paragraph("-")}</w:footnote>'
    notes += f'<w:footnote w:id="2">{paragraph("Nilai 88,10.")}</w:footnote>'
    document = read_document("a.docx", word(paragraph("Isi."), footnotes=notes))
    assert where(document, "88,10") == "footnote 1"


def test_a_merged_or_empty_cell_stays_a_cell() -> None:
    document = read_document(
        "a.docx", word(paragraph("Daftar:") + table(("Kota", "Nilai"), ("Palu", ""), ("", "88,10")))
    )
    assert blocks(document)[1:] == [["header", ["Kota", "Nilai"]], ["row", ["Palu", ""]], ["row", ["", "88,10"]]]


ENTITIES = f'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document {SPACE}><w:body>&b;</w:body></w:document>'
DEEP = f"<w:document {SPACE}><w:body>{'<w:sdt>' * 100_000}{'</w:sdt>' * 100_000}</w:body></w:document>"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Isi.", "damaged or no Word document"),
        (b"PK\x03\x04 no zip", "damaged or no Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Word file or has a password"),
        (zipped({"mimetype": "x"}), "no Word document"),
        (zipped({"word/document.xml": "<w:document"}), "damaged"),
        (zipped({"word/document.xml": b"\xff\xfe\x00\x01"}), "damaged"),
        (zipped({"word/document.xml": ENTITIES}), "declares XML entities"),
        (zipped({"word/document.xml": ENTITIES.encode("utf-16")}), "declares XML entities"),
        (zipped({"word/document.xml": b" " * 60_000_000}), "unpacks to 60 MB"),
        (zipped({"word/document.xml": DEEP}), "no text"),
        (zipped({"word/document.xml": f"<w:document {SPACE}/>"}), "no text"),
        (word(paragraph("Isi."))[:-40], "damaged or no Word document"),
        (word(paragraph("Isi.") * 99).replace(b"\x00\x08\x00", b"\x00\x63\x00"), "damaged or no Word document"),
    ],
    ids=["text", "zip_mark_only", "ole", "other_zip", "broken_xml", "no_xml", "entities", "entities_in_utf16", "bomb",
         "deep", "empty", "cut_off", "unknown_compression"],
)  # fmt: skip
def test_what_is_refused_with_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(FactcheckError, match=said) as caught:
        read_document("a.docx", data)
    assert caught.value.path == "a.docx"


CONTROL = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
CHOICE = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="wps">{}</mc:Choice><mc:Fallback><w:p><w:r><w:t>again</w:t></w:r></w:p></mc:Fallback>'
    "</mc:AlternateContent>"
)
CELL = f"<w:tc>{paragraph('satu')}</w:tc>"
ROW = f"<w:tr>{CELL}</w:tr>"


@pytest.mark.parametrize(
    "body",
    [
        CONTROL.format(paragraph("satu")),
        CHOICE.format(paragraph("satu")),
        f"<w:tbl>{CONTROL.format(ROW)}</w:tbl>",
        f"<w:tbl><w:tr>{CONTROL.format(CELL)}</w:tr></w:tbl>",
        f"<w:tbl><w:tr><w:tc>{CONTROL.format(paragraph('satu'))}</w:tc></w:tr></w:tbl>",
        f"<w:tbl><w:ins>{ROW}</w:ins></w:tbl>",
        "<w:customXml>" * 900 + paragraph("satu") + "</w:customXml>" * 900,
        "<w:tbl><w:tr><w:tc>" * 400 + paragraph("satu") + "</w:tc></w:tr></w:tbl>" * 400,
        f"<w:whatever><w:unheard>{paragraph('satu')}</w:unheard></w:whatever>",
    ],
)
def test_whatever_is_wrapped_around_it_is_read_once(body: str) -> None:
    document = read_document("a.docx", word(paragraph("nol") + body))
    assert [block.split() for block in document.text.splitlines() if block.strip()] == [["nol"], ["satu"]]


def test_a_table_in_a_cell_is_read_behind_its_row() -> None:
    inner = table(("c", "d"))
    body = f"<w:tbl><w:tr><w:tc>{paragraph('a')}{inner}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr>{ROW}</w:tbl>"
    lines = [line.split() for line in read_document("a.docx", word(body)).text.splitlines() if line.strip()]
    assert [[word for word in line if word.isalpha()] for line in lines] == [["a", "b"], ["c", "d"], ["satu"]]
