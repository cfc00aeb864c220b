"""One wrong article in every format, and from a server: the same findings, each at its place."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from html import unescape
from importlib.util import find_spec
from pathlib import Path
from textwrap import wrap
from typing import Any

import odtmade
import pytest
from page_server import Answer, serving
from pdfmade import column, pdf
from wordmade import paragraph, word, zipped

TITLE = "Kabupaten Selat Naik Kelas"
PARAGRAPHS = [
    "SELAT, Kabar Teluk – Piagam untuk Kabupaten Selat diserahkan Jum’at (5/12/2024) di aula kantor bupati.",
    "“Nilai kami naik dari 80,00 menjadi 85,50 atau bertambah 6,50 poin,” kata Bupati Anu Wijaya. Loket kini buka "
    "sampai malam, dan papan informasi sudah ditata ulang.",
    "Demikian disampaikan bupati pada acara yang dihadiri pegawai dan warga pada 31 September 2024.",
]


def as_text() -> str:
    return "\n\n".join([TITLE, *PARAGRAPHS]) + "\n"


def as_markdown() -> str:
    first, second, third = PARAGRAPHS
    second = second.replace("85,50", "**85,50**").replace("6,50", "[6,50](https://x.example/2024/6)")
    return f"---\ntitle: {TITLE}\ndate: 2024-12-06\ntags: [selat]\n---\n\n{first}\n\n{second}\n\n{third}\n"


def as_page() -> str:
    first, second, third = PARAGRAPHS
    first = first.replace("–", "&ndash;").replace("’", "&#8217;").replace(" (", "\n   (")
    second = second.replace("85,50", "85<b>,50</b>").replace("6,50", '<a href="/2024/6,00">6,50</a>')
    head = '<meta property="article:published_time" content="2024-12-06T08:00:00+07:00">'
    body = (
        f"<nav>Selasa (5/12/2024)</nav><article><h1>{TITLE}</h1><p>{first}</p><p>{second}</p><p>{third}</p></article>"
    )
    return f"<!DOCTYPE html><html><head><title>x</title>{head}</head><body>{body}</body></html>"


def as_word() -> bytes:
    styles = '<w:style w:styleId="Judul1"><w:name w:val="heading 1"/></w:style>'
    body = paragraph(TITLE, "Judul1") + "".join(map(paragraph, PARAGRAPHS))
    return word(body, styles=styles, core="<dcterms:modified>2024-12-06T01:00:00Z</dcterms:modified>")


def as_open_document() -> bytes:
    body = f"<text:h>{TITLE}</text:h>" + "".join(map(odtmade.paragraph, PARAGRAPHS))
    return odtmade.odt(body, meta="<office:meta><dc:date>2024-12-06T01:00:00</dc:date></office:meta>")


def as_print() -> bytes:
    plain = [each.translate(str.maketrans("–’“”", '-\'""')) for each in (TITLE, *PARAGRAPHS)]
    return pdf(column([line for each in plain for line in ("", *wrap(each, 70))]))


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The report on each form of the article, by its ending."""
    folder = tmp_path_factory.mktemp("desk")
    files: dict[str, str | bytes] = {
        ".txt": as_text(),
        ".md": as_markdown(),
        ".rst": as_text(),
        ".html": as_page(),
        ".docx": as_word(),
        ".odt": as_open_document(),
        ".zip": zipped({"selat.html": as_page()}),
    }
    if find_spec("striprtf"):
        files[".rtf"] = odtmade.rtf(TITLE, "", *PARAGRAPHS)
    if find_spec("pypdfium2"):
        files[".pdf"] = as_print()
    for ending, content in files.items():
        (folder / f"selat{ending}").write_bytes(content.encode() if isinstance(content, str) else content)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONIOENCODING": "utf-8"}
    with serving({"/selat": Answer(as_page().encode())}) as address:
        paths = [f"selat{ending}" for ending in files]
        command = [sys.executable, "-m", "factcheck", "check", "--format", "json", *paths, f"{address}/selat"]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=600, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    return dict(zip([*files, "address"], json.loads(done.stdout)["documents"], strict=True))


def said(document: Any) -> list[tuple[str, str, str]]:
    return [(each["rule"], each["expected"], each["message"]) for each in document["findings"]]


def test_the_findings_are_the_same(reports: dict[str, Any]) -> None:
    assert [rule for rule, _, _ in said(reports[".txt"])] == ["wrong-weekday", "wrong-difference", "impossible-date"]
    assert {form: said(document) for form, document in reports.items()} == dict.fromkeys(reports, said(reports[".txt"]))


@pytest.mark.parametrize("form", [".txt", ".md", ".rst", ".html"])
def test_each_stands_at_its_place_in_the_file(reports: dict[str, Any], form: str) -> None:
    text = {".txt": as_text(), ".md": as_markdown(), ".rst": as_text(), ".html": as_page()}[form]
    found = [text[each["start"] : each["end"]] for each in reports[form]["findings"]]
    assert found == [each["text"] for each in reports[form]["findings"]]
    plain = [" ".join(unescape(re.sub(r"<[^>]*>|\*\*|\[", "", each)).split()) for each in found]
    assert plain == [each["text"] for each in reports[".txt"]["findings"]]
    lines = text.split("\n")
    for each in reports[form]["findings"]:
        assert lines[each["line"] - 1][each["column"] - 1 :].startswith(each["text"].split("\n")[0])


@pytest.mark.parametrize("form", [".docx", ".odt", ".zip", ".html", "address"])
def test_a_reader_is_told_the_paragraph_and_sentence(reports: dict[str, Any], form: str) -> None:
    assert [each["place"] for each in reports[form]["findings"]] == ["paragraph 2", "paragraph 3", "paragraph 4"]


def test_the_page_on_the_server_is_the_file(reports: dict[str, Any]) -> None:
    assert {**reports["address"], "path": ""} == {**reports[".html"], "path": ""}
