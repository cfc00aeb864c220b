"""PDF: paragraphs, columns, tables, what repeats on every page, and where a finding stands."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from pdfmade import Drawn, column, pdf
from test_blocks import shown

from factcheck.document.read_document import read_document
from factcheck.errors import FactcheckError
from factcheck.model import Document
from factcheck.report.passage import sentences_of
from factcheck.report.where import place_words

pytest.importorskip("pypdfium2", reason="PDF files are read with pypdfium2: the extra `pdf`")

PROSE = (
    "PALU - Nilai Kota Palu naik menjadi 91,20 pada 2023 setelah setahun penuh",
    "dinas itu memperbaiki layanan di semua loket yang ada di kantor wali kota.",
    "Loket buka sampai malam dan antrean kini lebih pendek dari tahun lalu.",
)
SECOND = (
    "Warga yang datang pada hari kerja menyebut pelayanan lebih cepat daripada",
    "sebelumnya dan tidak lagi berbelit.",
)


def read(data: bytes) -> Document:
    return read_document("rilis.pdf", data)


def blocks(document: Document) -> list[list[object]]:
    return [shown(document, block) for block in document.blocks]


def where(document: Document, text: str) -> str:
    return place_words(document, sentences_of(document), document.text.index(text))


def test_lines_are_joined_to_paragraphs_and_a_finding_names_page_and_line() -> None:
    document = read(pdf(column(("Palu Naik Kelas", "", *PROSE, "", *SECOND)), column(SECOND)))
    assert blocks(document) == [
        ["title", "Palu Naik Kelas"],
        ["paragraph", " ".join(PROSE)],
        ["paragraph", " ".join(SECOND)],
        ["paragraph", " ".join(SECOND)],
    ]
    assert where(document, "Loket buka") == "page 1, line 4"
    assert where(document, "lebih cepat") == "page 1, line 5"
    assert place_words(document, sentences_of(document), document.text.rindex("berbelit")) == "page 2, line 2"


def _in_columns() -> tuple[list[Drawn], list[Drawn]]:
    words = " ".join((*PROSE, *SECOND)).split(" ")
    lines = [""]
    for word in words:
        lines[-1:] = [f"{lines[-1]} {word}".strip()] if len(lines[-1]) < 32 else [lines[-1], word]
    half = (len(lines) + 1) // 2
    return column(lines[:half]), column(lines[half:], left=320)


def test_two_columns_are_read_one_after_the_other() -> None:
    left, right = _in_columns()
    whole = [["paragraph", " ".join((*PROSE, *SECOND))]]
    assert blocks(read(pdf([*left, *right]))) == whole


def test_two_columns_that_are_drawn_line_by_line_across_the_page_are_put_straight() -> None:
    left, right = _in_columns()
    across = [drawn for pair in zip(left, [*right, *[None] * (len(left) - len(right))], strict=True) for drawn in pair]
    foot: Drawn = (60, 500, "Demikian siaran pers ini.")
    assert blocks(read(pdf([*filter(None, across), foot]))) == [
        ["paragraph", " ".join((*PROSE, *SECOND))],
        ["paragraph", "Demikian siaran pers ini."],
    ]


def test_what_stands_at_the_edge_of_every_page_does_not_break_a_sentence() -> None:
    head: Drawn = (60, 810, "DINAS KOMUNIKASI - SIARAN PERS")
    pages = [
        [head, *column(part, top=770), (290, 30, f"Halaman {at} dari 2")]
        for at, part in enumerate((PROSE[:1], PROSE[1:]), 1)
    ]
    assert blocks(read(pdf(*pages))) == [["paragraph", " ".join(PROSE)]]


def test_a_line_of_the_text_that_every_page_has_stays() -> None:
    pages = [
        column((PROSE[0], "Dari semua loket:", *PROSE[1:]), top=782),
        column((SECOND[0], "Dari semua loket:", SECOND[1]), top=782),
    ]
    assert read(pdf(*pages)).text.count("Dari semua loket") == 2


def test_rows_of_a_table_keep_their_cells_where_one_is_empty() -> None:
    rows = (
        ("Kota", "2022", "2023"),
        ("Kota Palu", "90,10", "91,20"),
        ("Kota Ambon", "", "88,10"),
        ("Tual", "7,1", "8,2"),
    )
    drawn = [
        (60 + 120 * at, 600 - 14 * row, cell) for row, cells in enumerate(rows) for at, cell in enumerate(cells) if cell
    ]
    document = read(pdf([*column(PROSE), *drawn]))
    assert blocks(document)[1:] == [
        ["header", ["Kota", "2022", "2023"]],
        ["row", ["Kota Palu", "90,10", "91,20"]],
        ["row", ["Kota Ambon", "", "88,10"]],
        ["row", ["Tual", "7,1", "8,2"]],
    ]
    assert where(document, "88,10") == "page 1, line 6"


@pytest.mark.parametrize(
    ("end", "begin", "read_as"),
    [
        ("pela-", "yanan", "pelayanan"),
        ("undang-", "undang", "undang-undang"),
        ("kebijakan-", "kebijakan", "kebijakan-kebijakan"),
        ("bermain-", "main", "bermain-main"),
        ("ke-", "12", "ke-12"),
        ("Bengkulu-", "Utara", "Bengkulu-Utara"),
        ("e-", "katalog", "e-katalog"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_stays_where_it_belongs_to_the_word(end: str, begin: str, read_as: str) -> None:
    lines = (f"Wali kota meninjau loket yang dibuka untuk urusan {end}", f"{begin} di kantor, juga e-katalog.")
    assert f"urusan {read_as} di kantor" in read(pdf(column(lines))).text


def test_a_scan_is_refused_in_a_sentence() -> None:
    with pytest.raises(FactcheckError, match="a scan: pictures without text on page 2"):
        read(pdf(column(PROSE), [], pictures=[1]))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\nno more", "damaged"),
        (b"Isi.", "damaged"),
        (pdf([]), "holds no text"),
        (pdf(*([[(60, 700, "Isi.")]] * 201)), "201 pages, more than 200"),
    ],
    ids=["cut_off", "text", "empty", "book"],
)
def test_what_is_no_article_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(FactcheckError, match=said):
        read(data)


def test_threads_read_what_one_reads() -> None:
    data = pdf(column(PROSE), column(SECOND))
    with ThreadPoolExecutor(4) as pool:
        texts = set(pool.map(lambda _: read(data).text, range(24)))
    assert texts == {read(data).text}
