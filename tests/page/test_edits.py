"""Edits of what is seen of a file, put into the file: nothing else of it changes, or nothing is written."""

from __future__ import annotations

import io
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.page.edits import Edit, applied, edited, shown
from factcheck.page.utf16 import units_of

sys.path.insert(0, str(Path(__file__).parents[1] / "document"))
from wordmade import word

CASES = tomllib.loads((Path(__file__).parent / "edits.toml").read_text("utf-8"))["case"]
OTHERS = "word/document.xml"


def file_of(case: dict[str, Any]) -> bytes:
    return word(case["data"], styles="") if case["path"].endswith(".docx") else case["data"].encode()


def edit_of(case: dict[str, Any], seen: str) -> Edit:
    start = seen.index(case["of"])
    return Edit(start, start + len(case.get("at", case["of"])), case["to"])


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_an_edit(case: dict[str, Any]) -> None:
    path, data = case["path"], file_of(case)
    seen = shown(path, data).text
    edit = edit_of(case, seen)
    if case.get("refused"):
        with pytest.raises(FactcheckError):
            edited(path, data, [edit])
        return
    after = edited(path, data, [edit])
    assert shown(path, after).text == applied(seen, [edit])
    assert after == file_of({**case, "data": case["file"]}) or _parts(after) == _parts(
        file_of({**case, "data": case["file"]})
    )


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_keeps_its_encoding(codec: str) -> None:
    data = "Café di Jambi, nilainya 93,86.\r\n".encode(codec)
    start = shown("a.txt", data).text.index("86")
    after = edited("a.txt", data, [Edit(start, start + 2, "68")])
    assert after == "Café di Jambi, nilainya 93,68.\r\n".encode(codec)


WORDS = st.text("ab1 ,.é😀&<\u2028\u00a0", max_size=12)


@settings(max_examples=40)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=3), min_size=1, max_size=4), st.data())
def test_what_is_written_into_a_word_file_is_what_is_seen(paragraphs: list[list[str]], data: st.DataObject) -> None:
    from html import escape

    runs = ("".join(f"<w:r><w:t>{escape(run)}</w:t></w:r>" for run in runs) for runs in paragraphs)
    file = word("".join(f"<w:p>{each}</w:p>" for each in ("<w:r><w:t>Judul</w:t></w:r>", *runs)))
    seen = shown("a.docx", file).text
    start = data.draw(st.integers(0, len(seen)))
    edit = Edit(start, data.draw(st.integers(start, min(len(seen), start + 6))), data.draw(WORDS))
    try:
        after = edited("a.docx", file, [edit])
    except FactcheckError:
        return
    assert shown("a.docx", after).text == applied(seen, [edit])


@given(st.text("ab 1,\r\n😀é", max_size=30), st.data())
def test_what_is_written_into_a_text_is_what_is_seen(text: str, data: st.DataObject) -> None:
    file = f"Judul {text}".encode()
    seen = shown("a.txt", file).text
    start = data.draw(st.integers(0, len(seen)))
    edit = Edit(start, data.draw(st.integers(start, len(seen))), data.draw(st.text("x\n😀", max_size=3)))
    try:
        after = edited("a.txt", file, [edit])
    except FactcheckError:
        return
    assert shown("a.txt", after).text == applied(seen, [edit])


@given(st.text("a😀é\U0010ffff"), st.data())
def test_units_of_utf_16(text: str, data: st.DataObject) -> None:
    units = units_of(text)
    offset = data.draw(st.integers(0, len(text)))
    assert units.to(offset) == len(text[:offset].encode("utf-16-le")) // 2
    assert units.back(units.to(offset)) == offset
