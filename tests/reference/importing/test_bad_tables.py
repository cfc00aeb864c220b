"""What is no table, or none to be trusted, is said with its place; nothing is written."""

from __future__ import annotations

import sys
import tomllib
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from workbooks import make

from factcheck.cli.command import run

CASES = tomllib.loads((Path(__file__).parent / "bad.toml").read_text("utf-8"))["case"]


def spoil(path: Path, case: Mapping[str, Any]) -> None:
    """Does to the file what the case says."""
    if "far" in case:
        book = load_workbook(path)
        book["Tabel"].cell(case["far"], 3, 1)
        book.save(path)
    if "bomb" in case:
        with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("xl/media/image1.png", b"\0" * case["bomb"])
    if "cells" in case:
        piece, times = case["cells"]
        rewrite(path, "xl/worksheets/sheet1.xml", b"<sheetData>", b"<sheetData>" + piece.encode() * times)
    if "repeated" in case:
        again = f'<table:table-row table:number-rows-repeated="{case["repeated"]}"><table:table-cell '
        rewrite(path, "content.xml", b"<table:table-row><table:table-cell ", again.encode(), last=True)
    if "cut" in case:
        path.write_bytes(path.read_bytes()[: -case["cut"]])


def rewrite(path: Path, part: str, old: bytes, new: bytes, *, last: bool = False) -> None:
    """The archive with the first (or `last`) `old` of a part turned into `new`."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    before, found, after = parts[part].rpartition(old) if last else parts[part].partition(old)
    assert found
    parts[part] = before + new + after
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_sentence_and_nothing_written(
    case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    if "bytes" in case:
        (tmp_path / case["file"]).write_bytes(bytes.fromhex(case["bytes"]))
    else:
        spoil(make(tmp_path, case), case)
    options = case.get("options", [])
    source = [] if "--no-source" in options else ["--source", "https://bps.example/1"]
    rest = [option for option in options if option != "--no-source"]
    assert run(["reference", "import", case["file"], "packs/meja", *source, *rest, "--write"]) == 2
    out, err = capsys.readouterr()
    assert "bug in factcheck" not in err
    assert [sentence for sentence in case["said"] if sentence not in err] == [], err
    assert [sentence for sentence in case.get("shown", []) if sentence not in out] == [], out
    assert not (tmp_path / "packs").exists()


def test_without_the_extra_it_is_said_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    make(tmp_path, {"file": "a.xlsx", "sheet": [{"name": "A", "rows": [["Kabupaten", "2023"], ["Sigi", 1]]}]})
    assert run(["reference", "import", "a.xlsx", "packs/meja"]) == 2
    assert "Spreadsheets need the extra “tables”: pip install 'factcheck-newsroom[tables]'." in capsys.readouterr().err
