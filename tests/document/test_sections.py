"""A file as long as a book is read in sections, and what is said of it stands where it stands in the file."""

from __future__ import annotations

from functools import cache

import pytest

from factcheck.api import shipped_reference
from factcheck.document.read_document import read_document
from factcheck.document.sections import NEAR, SECTION, WHOLE, sections
from factcheck.explain.place import explain_place
from factcheck.listing import list_claims
from factcheck.model import Document, DocumentReport
from factcheck.pipeline import check_document

QUIET = "Warga menanam padi di sawah yang luas bersama para tetangga dan kerabat mereka.\n\n" * 40
WRONG = "Piagam diserahkan Selasa (2/12/2024) di balai kota.\n\n"
PLACE = "Selasa (2/12/2024)"
TIMES = 80
BOOK = (QUIET + WRONG) * TIMES
PAGE = "".join(f"<p>{line.replace('(', '&#40;')}</p>\n" for line in BOOK.split("\n\n") if line)


@cache
def book(path: str = "a.md") -> Document:
    return read_document(path, (PAGE if path.endswith(".html") else BOOK).encode())


@cache
def report(path: str = "a.md") -> DocumentReport:
    return check_document(book(path), shipped_reference())


def test_an_article_is_one_section() -> None:
    document = read_document("a.md", BOOK[: WHOLE // 2].encode())
    assert list(sections(document)) == [document]


@pytest.mark.parametrize("path", ["a.md", "a.html", "a.txt"])
def test_the_sections_are_the_whole(path: str) -> None:
    parts = list(sections(book(path)))
    assert len(parts) > 2
    assert "".join(part.text for part in parts) == book(path).text
    assert sum(len(part.blocks) for part in parts) == len(book(path).blocks)
    assert all(SECTION <= len(part.text) <= SECTION + NEAR for part in parts[:-1])
    for part in parts:
        assert all(part.plain[block.start : block.end].strip() for block in part.blocks)


def test_a_section_begins_at_a_heading_where_one_is_near() -> None:
    text = BOOK[: BOOK.index("Warga", SECTION + NEAR // 2)] + "## Bab dua\n\n" + BOOK[:WHOLE]
    second = list(sections(read_document("a.md", text.encode())))[1]
    assert second.text.removeprefix("## ").startswith("Bab dua")


@pytest.mark.parametrize("path", ["a.md", "a.html", "a.txt"])
def test_what_is_wrong_is_told_at_its_place(path: str) -> None:
    found = report(path)
    places = [found.document.text[each.start : each.end].replace("&#40;", "(") for each in found.findings]
    assert places == [PLACE] * TIMES
    assert found.document.text == (PAGE if path.endswith(".html") else BOOK)


def test_no_name_of_a_claim_is_given_twice() -> None:
    names = [judged.claim.id for judged in report().claims]
    assert len(set(names)) == len(names) == TIMES
    assert {name for finding in report().findings for name in finding.claims} <= set(names)


def test_the_claims_of_a_book_are_a_sequence_like_any_other() -> None:
    claims = report().claims
    listed = tuple(claims)
    assert [claims[at] for at in range(len(claims))] == list(listed)
    assert claims[-1] == listed[-1]
    assert claims[5:9] == listed[5:9]
    assert list(reversed(claims)) == list(reversed(listed))
    with pytest.raises(IndexError):
        claims[len(listed)]


def test_the_list_of_claims_is_that_of_the_check() -> None:
    listed = list_claims(book(), shipped_reference(), figures=False)
    assert [each.claim[4:6] for each in listed.claims] == [each.claim[4:6] for each in report().claims]


@pytest.mark.parametrize("number", [1, TIMES // 2, TIMES])
def test_a_place_deep_in_a_book_is_explained(number: int) -> None:
    lines = [at for at, line in enumerate(BOOK.split("\n"), 1) if "Selasa" in line]
    found = explain_place(book(), shipped_reference(), lines[number - 1])
    (claim,) = (each for passage in found.passages for each in passage.claims)
    assert found.back.place(claim.judged.claim.start).line == lines[number - 1]


def test_one_line_as_long_as_a_book_is_cut_between_words() -> None:
    line = QUIET.replace("\n", " ") * 40 + WRONG.strip() + " " + QUIET.replace("\n", " ") * 40
    found = check_document(read_document("a.txt", line.encode()), shipped_reference())
    assert [found.document.text[each.start : each.end] for each in found.findings] == [PLACE]


def test_the_day_of_publication_is_that_of_the_first_section() -> None:
    text = "JAMBI, Senin (2/12/2024) - Isi.\n\n" + BOOK
    assert str(check_document(read_document("a.md", text.encode()), shipped_reference()).document.published)


HEAD = "# Kepatuhan layanan\n\nOmbudsman RI menilai kepatuhan pelayanan publik pada 2024.\n\n"
LATER = HEAD + QUIET * 80


def flagged(text: str) -> list[str]:
    found = check_document(read_document("a.md", text.encode()), shipped_reference())
    return [found.document.text[each.start : each.end] for each in found.findings]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param(LATER + "Kabupaten Kaur meraih nilai 96,41.\n", ["96,41"], id="a slip in the year of the head"),
        pytest.param(LATER + "Kabupaten Kaur meraih nilai 96,14.\n", [], id="what is right in the year of the head"),
        pytest.param(LATER + "Pada 2023 Kabupaten Kaur meraih nilai 95,94.\n", [], id="a year of its own"),
        pytest.param(QUIET * 80 + "Kabupaten Kaur meraih nilai 96,41.\n", [], id="a head that says nothing"),
        pytest.param(HEAD + WRONG + QUIET * 160, [PLACE], id="what stands in the head is told once"),
    ],
)
def test_what_the_head_says_holds_in_every_section(text: str, wrong: list[str]) -> None:
    assert flagged(text) == wrong


def test_a_place_deep_in_a_book_is_explained_by_its_head() -> None:
    text = LATER + "Kabupaten Kaur meraih nilai 96,41.\n"
    found = explain_place(read_document("a.md", text.encode()), shipped_reference(), text.count("\n"))
    (claim,) = (each for passage in found.passages for each in passage.claims)
    assert claim.judged.claim.period == "2024"
