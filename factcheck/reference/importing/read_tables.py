"""A file as sheets: what kind it is, is seen by what it holds, for offices call pages `.xls`."""

from __future__ import annotations

from pathlib import Path

from factcheck.cache.patterns import compiled
from factcheck.document.decode import decode
from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.reference.importing.dialect import read_csv
from factcheck.reference.importing.html_table import read_html
from factcheck.reference.importing.sheet import Sheet
from factcheck.system_words import reason_of

LARGEST = 30_000_000
"""Bytes of a file."""
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How .xlsx and .ods begin, and the workbooks before them."""
_PAGE = compiled(r"(?is)\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|table|div|\?xml)\b")


def read_tables(path: Path) -> tuple[Sheet, ...]:
    """The sheets of a file, those without a filled cell left out. Raises FactcheckError."""
    try:
        if path.stat().st_size > LARGEST:
            raise FactcheckError(
                message("This file is too large for a table: {mb} MB.", mb=LARGEST // 10**6), str(path)
            )
        data = path.read_bytes()
    except OSError as slip:
        raise FactcheckError(message("This cannot be read: {reason}.", reason=reason_of(slip)), str(path)) from slip
    sheets = tuple(sheet for sheet in sheets_of(data, str(path)) if any(map(any, sheet.rows)))
    if not sheets:
        raise FactcheckError(message("There is no table in this file."), str(path))
    return sheets


def sheets_of(data: bytes, file: str) -> tuple[Sheet, ...]:
    """The sheets in the bytes of a file; `file` is only named."""
    if data.startswith(WORKBOOKS):
        from factcheck.reference.importing.workbook import read_workbook

        return read_workbook(data, file)
    if data.startswith(b"%PDF-"):
        sentence = message("A PDF is no table: copy the table into a spreadsheet, or ask the office for one.")
        raise FactcheckError(sentence, file)
    text = decode(data, file)
    return read_html(text, file) if _PAGE.match(text) else (read_csv(text, file),)
