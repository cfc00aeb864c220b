"""How many cells an .ods comes to: one that is said once may stand a million times."""

from __future__ import annotations

import re

from factcheck.reference.importing.sheet import check_size

_TAG = re.compile(rb"<table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])([^>]*)>")
_ROWS = re.compile(rb'table:number-rows-repeated="([0-9]{1,9})"')
_COLUMNS = re.compile(rb'table:number-columns-repeated="([0-9]{1,9})"')
_NAME = re.compile(rb'table:name="([^"]*)"')
_FILLED = b"office:value-type="


def check_repeats(text: bytes, file: str) -> None:
    """Raises FactcheckError where a sheet reaches further than tables do; empty cells at its end do not count."""
    name, row, times, column, widest = "", 0, 0, 0, 0
    for tag in _TAG.finditer(text):
        kind, said = tag[1], tag[2]
        if kind == b"table":
            name, row, times, widest = _text(said), 0, 0, 0
        elif kind == b"table-row":
            row, times, column = row + times, _times(_ROWS, said), 0
        else:
            column += _times(_COLUMNS, said)
            if _FILLED in said:
                widest = max(widest, column)
                check_size(file, name, row + times, widest)


def _times(pattern: re.Pattern[bytes], said: bytes) -> int:
    found = pattern.search(said)
    return int(found[1]) if found else 1


def _text(said: bytes) -> str:
    found = _NAME.search(said)
    return found[1].decode("utf-8", "replace") if found else ""
