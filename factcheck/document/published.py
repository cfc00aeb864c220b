"""The date of publication as front matter and the command line give it."""

from __future__ import annotations

from datetime import date
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.language.language import codes, load

_ISO = compiled(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?![0-9])")
_DAY_FIRST = compiled(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})(?![0-9])")
_NAMED = compiled(r"([0-9]{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,12})\.?,?[ -]([0-9]{4})(?![0-9])")
_MONTH_FIRST = compiled(r"([A-Za-z]{3,12})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})(?![0-9])")
_WEEKDAY = compiled(r"[A-Za-z'’]{3,10}[,.]? +(?=[0-9A-Z])")


def read_date(written: str) -> date | None:
    """The calendar day that `written` names, a time after it left aside; None when it names none.

    Reads 2024-12-03, 03/12/2024 (day first), 3 Desember 2024, Selasa, 3 Desember 2024, December 3, 2024.
    """
    written = written.strip()
    rest = _WEEKDAY.sub("", written, count=1) if _WEEKDAY.match(written) else written
    for candidate in (written, rest):
        if (parts := _parts(candidate)) is not None:
            return _day(*parts)
    return None


def _parts(written: str) -> tuple[int, int, int] | None:
    """Year, month (0 when its name is unknown) and day."""
    if iso := _ISO.match(written):
        return int(iso[1]), int(iso[2]), int(iso[3])
    if figures := _DAY_FIRST.match(written):
        return int(figures[3]), int(figures[2]), int(figures[1])
    if named := _NAMED.match(written):
        return int(named[3]), _months().get(named[2].lower(), 0), int(named[1])
    if first := _MONTH_FIRST.match(written):
        return int(first[3]), _months().get(first[1].lower(), 0), int(first[2])
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    """The names of the months in every language."""
    return {name: number for code in codes() for name, number in load(code).dates.months.items()}
