"""What a workbook would unpack to, looked at before it is opened: a small file can hold a thousand million cells."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from functools import partial
from io import BytesIO

from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.reference.importing.ods_cells import check_repeats
from factcheck.reference.importing.sheet import check_size
from factcheck.reference.importing.xlsx_parts import SHEETS, Seen, check_calculated, see, sheet_names

UNPACKED = 100_000_000
"""Bytes of all parts of a workbook together."""
BLOCK = 1 << 20
MOST = 6
"""Places named; the rest is "…"."""
MACROS, BINARY = "xl/vbaProject.bin", "xl/workbook.bin"


def guard(data: bytes, file: str) -> Mapping[str, tuple[str, ...]]:
    """What a person should know of the sheets, by their names: hidden rows, formulas that failed, macros.

    Raises FactcheckError for a workbook that is damaged, too large when open, or not calculated.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check_sizes(archive, file)
            parts = set(archive.namelist())
            if BINARY in parts:
                raise FactcheckError(message("A binary workbook is not read: save it as .xlsx."), file)
            if "content.xml" in parts:
                check_repeats(archive.read("content.xml"), file)
            return dict(_noticed(archive, parts, file))
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


def _noticed(archive: zipfile.ZipFile, parts: set[str], file: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The sheets of an .xlsx one by one. Raises FactcheckError for one that is too large or not calculated."""
    names = sheet_names(archive)
    macros = [message("macros: they were not run")] if MACROS in parts else []
    for part in sorted(parts):
        if SHEETS.fullmatch(part):
            name, text = names.get(part, ""), archive.read(part)
            seen = see(text, partial(check_size, file, name))
            check_calculated(text, file, name)
            yield name, (*macros, *_told(seen))


def _told(seen: Seen) -> Iterator[str]:
    if seen.rows:
        yield message("hidden rows, read all the same: {rows}", rows=_listed(seen.rows))
    if seen.columns:
        yield message("hidden columns, read all the same: {columns}", columns=_listed(seen.columns))
    if seen.failed:
        yield message("formulas that failed, read as nothing: {cells}", cells=_listed(seen.failed))


def _listed(places: list[str]) -> str:
    """The first few of them, "…" for the rest."""
    return ", ".join([*places[:MOST], *(["…"] if len(places) > MOST else [])])
