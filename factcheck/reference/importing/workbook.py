"""Workbooks: .xlsx, .ods, .xls, read by python-calamine."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO

from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.reference.importing.sheet import Cell, Sheet, check_size, even, is_year, text_of
from factcheck.reference.importing.workbook_guard import guard
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

SIGNIFICANT = 12
"""Figures of a number that a person typed; what a spreadsheet holds beyond them is noise."""
TYPED = 6
"""Decimals that a person types; a number with more that is as good as one with fewer (24.699999999) is that one."""
LOCKED = "EncryptedPackage".encode("utf-16-le")
"""Stands in a workbook of today that is locked, whatever else it holds."""
NOISE = Decimal("1e-7")


def read_workbook(data: bytes, file: str) -> tuple[Sheet, ...]:
    """Every sheet of a workbook, hidden ones marked. Macros are never run, formulas are their last results.

    Raises FactcheckError without the extra `tables`, and for what is damaged, locked or too large.
    """
    try:
        from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum
    except ImportError as missing:
        sentence = message("Spreadsheets need the extra “tables”: pip install 'factcheck-newsroom[tables]'.")
        raise FactcheckError(sentence, file) from missing
    if LOCKED in data and not data.startswith(b"PK"):
        raise _locked(file)
    noticed = guard(data, file) if data.startswith(b"PK") else {}
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        return tuple(
            _sheet(book.get_sheet_by_name(meta.name), file, meta.visible != SheetVisibleEnum.Visible)._replace(
                noticed=noticed.get(meta.name, ())
            )
            for meta in book.sheets_metadata
            if "WorkSheet" in str(meta.typ)
        )
    except PasswordError as locked:
        raise _locked(file) from locked
    except CalamineError as slip:
        raise FactcheckError(message("This workbook is damaged: open it and save it again."), file) from slip


def _locked(file: str) -> FactcheckError:
    return FactcheckError(message("This workbook is locked with a password: open it and save it without one."), file)


def _sheet(sheet: CalamineSheet, file: str, hidden: bool) -> Sheet:
    last, right = sheet.end or (0, 0)
    check_size(file, sheet.name, last + 1, right + 1)
    rows = [[_cell(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    for (top, left), (bottom, right) in _merged(sheet):
        if isinstance(rows[top][left], Decimal) and not is_year(text_of(rows[top][left])):
            continue  # a figure that reaches over cells is one figure
        for row in rows[top : bottom + 1]:
            for column in range(left, min(right + 1, len(row))):
                row[column] = rows[top][left]
    return Sheet(file, sheet.name, even(rows), "", hidden, bool(sheet.merged_cell_ranges))


def _merged(sheet: CalamineSheet) -> Iterable[tuple[tuple[int, int], tuple[int, int]]]:
    return sheet.merged_cell_ranges or ()


def _cell(cell: object) -> Cell:
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, int | float):
        return _typed(Decimal(f"{cell:.{SIGNIFICANT}g}"))
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    return cell.strip() if isinstance(cell, str) else _written(cell)


def _typed(number: Decimal) -> Decimal:
    """The number as somebody typed it: 24.7 for 24.699999999."""
    if -int(number.as_tuple().exponent) <= TYPED:
        return number
    near = (round(number, decimals) for decimals in range(TYPED - 1))
    return next((one for one in near if abs(one - number) < NOISE), number)


def _written(cell: object) -> str:
    return str(cell) if isinstance(cell, time | timedelta) else ""
