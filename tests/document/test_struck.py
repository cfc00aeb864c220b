"""What the desk struck out, hid or wrote beside the text stands in the file and is no article, whatever the format."""

from __future__ import annotations

import pytest
from odtmade import odt, rtf
from odtmade import paragraph as odt_paragraph
from wordmade import paragraph, word

from factcheck.document.read_document import read_document

KEPT, GONE = "Nilainya 93,68 pada 2024.", "TADINYA 39,86"


def word_with(properties: str) -> bytes:
    struck = f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve"> {GONE}</w:t></w:r>'
    return word(paragraph(KEPT, raw=struck))


def odt_with(looks: str) -> bytes:
    style = f'<style:style style:name="T1" style:family="text"><style:text-properties {looks}/></style:style>'
    return odt(odt_paragraph(f'{KEPT}<text:span text:style-name="T1"> {GONE}</text:span>'), style)


def page(body: str) -> bytes:
    return f"<html><body><article><p>{KEPT}{body}</p></article></body></html>".encode()


SILENT: dict[str, tuple[str, bytes]] = {
    "struck in Word": ("a.docx", word_with("<w:b/><w:strike/>")),
    "struck twice in Word": ("a.docx", word_with('<w:dstrike w:val="true"/>')),
    "hidden in Word": ("a.docx", word_with("<w:vanish/>")),
    "struck in OpenDocument": ("a.odt", odt_with('style:text-line-through-style="solid"')),
    "hidden in OpenDocument": ("a.odt", odt_with('text:display="none"')),
    "struck in RTF": ("a.rtf", rtf(f"{KEPT}").replace(b"2024.", b"2024.{\\strike  " + GONE.encode() + b"}")),
    "struck on a page": ("a.html", page(f" <s>{GONE}</s>")),
    "struck by a style": ("a.html", page(f' <span style="text-decoration: line-through">{GONE}</span>')),
    "hidden on a page": ("a.html", page(f"</p><p hidden>{GONE}")),
    "a comment of a page": ("a.html", page(f"<!-- {GONE} -->")),
    "struck in Markdown": ("a.md", f"{KEPT} ~~{GONE}~~".encode()),
    "deleted in Markdown": ("a.md", f"{KEPT} <del>{GONE}</del>".encode()),
    "a comment in Markdown": ("a.md", f"{KEPT} <!-- {GONE} -->".encode()),
}
HEARD: dict[str, tuple[str, bytes]] = {
    "not struck in Word": ("a.docx", word_with('<w:strike w:val="0"/>')),
    "struck before a tracked change": (
        "a.docx",
        word_with('<w:rPrChange w:id="1" w:author="a"><w:rPr><w:strike/></w:rPr></w:rPrChange>'),
    ),
    "set bold in OpenDocument": ("a.odt", odt_with('style:text-line-through-style="none"')),
    "no more struck in RTF": (
        "a.rtf",
        rtf(KEPT).replace(b"2024.", b"2024.\\strike\\strike0  " + GONE.encode()),
    ),
    "underlined on a page": ("a.html", page(f' <span style="text-decoration: underline">{GONE}</span>')),
    "two tildes alone": ("a.md", f"{KEPT} ~~ {GONE}".encode()),
}


def words(name: str, data: bytes) -> str:
    if name.endswith(".rtf"):
        pytest.importorskip("striprtf", reason="RTF needs the extra “rtf”")
    return read_document(name, data).plain


@pytest.mark.parametrize("case", SILENT)
def test_what_was_taken_out_is_not_read(case: str) -> None:
    name, data = SILENT[case]
    read = words(name, data)
    assert "93,68" in read
    assert "TADINYA" not in read


@pytest.mark.parametrize("case", HEARD)
def test_what_only_looks_like_it_is_read(case: str) -> None:
    name, data = HEARD[case]
    assert "TADINYA" in words(name, data)
