"""Files of tables made from what a case says of them: text in an encoding, or a workbook with its sheets."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

Rows = Sequence[Sequence[Any]]


def make(folder: Path, case: Mapping[str, Any]) -> Path:
    """The file that a case speaks of: `text` in its `encoding`, or `sheets`."""
    path = folder / str(case["file"])
    if "text" in case:
        path.write_bytes(case["text"].encode(case.get("encoding", "utf-8")))
    elif path.suffix == ".ods":
        write_ods(path, {sheet["name"]: sheet["rows"] for sheet in case["sheet"]})
    else:
        write_xlsx(path, case["sheet"])
    return path


def write_xlsx(path: Path, sheets: Sequence[Mapping[str, Any]]) -> None:
    """A workbook: each sheet with its `rows`, the ranges that are `merged`, and whether it is `hidden`,
    `hidden_rows` and `hidden_columns`, and cells whose formula `failed`."""
    from openpyxl import Workbook

    book = Workbook()
    del book["Sheet"]
    for stated in sheets:
        sheet = book.create_sheet(stated["name"])
        for row in stated["rows"]:
            sheet.append([None if cell == "" else cell for cell in row])
        for cells in stated.get("merged", ()):
            sheet.merge_cells(cells)
        for row in stated.get("hidden_rows", ()):
            sheet.row_dimensions[row].hidden = True
        for column in stated.get("hidden_columns", ()):
            sheet.column_dimensions[column].hidden = True
        for cell in stated.get("failed", ()):
            sheet[cell].value, sheet[cell].data_type = "#DIV/0!", "e"
        if stated.get("hidden"):
            sheet.sheet_state = "hidden"
    book.save(path)


def write_ods(path: Path, sheets: Mapping[str, Rows]) -> None:
    """An OpenDocument spreadsheet with plain cells."""
    tables = "".join(
        f'<table:table table:name="{escape(name)}">{_ods_rows(rows)}</table:table>' for name, rows in sheets.items()
    )
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    content = (
        f'<?xml version="1.0"?><office:document-content {spaces} office:version="1.2">{body}</office:document-content>'
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" '
        'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)


def _ods_rows(rows: Rows) -> str:
    return "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)


def _ods_cell(cell: Any) -> str:
    if isinstance(cell, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
    if isinstance(cell, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{cell.isoformat()}"/>'
    if not cell:
        return "<table:table-cell/>"
    return f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
