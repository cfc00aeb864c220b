"""What a workbook would unpack to, looked at before it is opened: a small file can hold a thousand million cells."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from factcheck.cache.patterns import compiled
from factcheck.errors import FactcheckError
from factcheck.messages import message

UNPACKED = 100_000_000
"""Bytes of all parts of a workbook together."""
CELLS = 2_000_000
"""Cells from the first to the last one filled, empty ones counted: a sheet is held whole."""
BLOCK = 1 << 20

_CELL = re.compile(rb'<c\b[^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"')
_REPEATED = re.compile(rb'table:number-(?:columns|rows)-repeated="([0-9]{5,})"[^>]*office:value')
_FORMULA = re.compile(
    rb'<c\b[^>]*?\br="([A-Z]{1,3}[0-9]{1,7})"[^>]*>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)
_SHEET = compiled(r"xl/worksheets/[^/]+\.xml")


def guard(data: bytes, file: str) -> None:
    """Raises FactcheckError for a workbook that is damaged, too large when open, or not calculated."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check_sizes(archive, file)
            for name in archive.namelist():
                if _SHEET.fullmatch(name):
                    _check_sheet(archive, name, file)
                elif name == "content.xml":
                    _check_repeats(archive, name, file)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as slip:
        raise FactcheckError(message("This workbook is damaged: open it and save it again."), file) from slip


def _check_sizes(archive: zipfile.ZipFile, file: str) -> None:
    """By the sizes that the archive states; a part that is larger than it says fails when it is read."""
    size = sum(part.file_size for part in archive.infolist())
    if size > UNPACKED:
        sentence = message(
            "This workbook unpacks to {size} MB; the limit is {limit} MB: save the sheet with the table alone.",
            size=f"{size / 1e6:.0f}", limit=UNPACKED // 1_000_000,
        )  # fmt: skip
        raise FactcheckError(sentence, file)
    for part in archive.infolist():
        with archive.open(part) as stream:
            while stream.read(BLOCK):
                pass


def _check_sheet(archive: zipfile.ZipFile, name: str, file: str) -> None:
    text = archive.read(name)
    right = last = 0
    for match in _CELL.finditer(text):
        right, last = max(right, _number(match[1])), max(last, int(match[2]))
    if right * last > CELLS:
        sentence = message(
            "A sheet of this workbook reaches to row {row}, column {column}: that is no table of an office. Delete "
            "what stands far away, or save the table alone.", row=last, column=right,
        )  # fmt: skip
        raise FactcheckError(sentence, file, last, right)
    unknown = _FORMULA.search(text)
    if unknown:
        cell = unknown[1].decode()
        sentence = message(
            "Cell {cell} holds a formula that was never calculated: open the file in a spreadsheet and save it.",
            cell=cell,
        )
        figures = cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        raise FactcheckError(sentence, file, int(figures), _number(cell.removesuffix(figures).encode()))


def _check_repeats(archive: zipfile.ZipFile, name: str, file: str) -> None:
    """A cell of an .ods that is said once and stands ten thousand times."""
    if _REPEATED.search(archive.read(name)):
        raise FactcheckError(message("A figure of this workbook is repeated over ten thousand cells."), file)


def _number(column: bytes) -> int:
    number = 0
    for letter in column:
        number = number * 26 + letter - ord("A") + 1
    return number
