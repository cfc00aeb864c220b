"""Another date in the format of one that is already written."""

from __future__ import annotations

import re
from datetime import date

from factcheck.cache.patterns import compiled
from factcheck.language.figures import DateMention
from factcheck.language.fold import fold
from factcheck.language.language import Language

PIECE = compiled(r"[0-9]+|[^\W\d_]+")


def rewrite(plain: str, mention: DateMention, day: date, language: Language) -> str:
    """The figure of `mention` with `day` in its place: 02/12/2024 -> 03/12/2024."""
    written = plain[slice(*mention.figure)]
    roles = iter(_roles(written, mention))
    padded = re.search(r"(?<![0-9])0[0-9](?![0-9])", written) is not None
    return PIECE.sub(lambda match: _piece(match[0], next(roles, ""), day, padded, language), written)


def written_day(day: date, language: Language) -> str:
    """A day in words: 5 Desember 2017."""
    return f"{day.day} {written_month(day.year, day.month, language)}"


def written_month(year: int, month: int, language: Language) -> str:
    """A month in words: Desember 2017."""
    name = max((name for name, number in language.dates.months.items() if number == month), key=len)
    return f"{name.capitalize()} {year}"


def weekday_name(number: int, written: str, language: Language) -> str:
    """The name of weekday `number` (Monday 0), in capitals where `written` is."""
    names = language.dates.names.weekdays
    return _like(written, names[number]) if number < len(names) else written


def _roles(written: str, mention: DateMention) -> list[str]:
    pieces = PIECE.findall(written)
    if any(piece.isalpha() for piece in pieces):
        return ["day", "month", "year"] if pieces[0].isdigit() else ["month", "day", "year"]
    if len(pieces[0]) == 4:
        return ["year", "month", "day"]
    return ["day", "month", "year"] if int(pieces[0]) == mention.day else ["month", "day", "year"]


def _piece(written: str, role: str, day: date, padded: bool, language: Language) -> str:
    if role == "year":
        return f"{day.year % 100:02}" if len(written) == 2 else str(day.year)
    if role == "month" and written.isalpha():
        return _month(written, day.month, language)
    if role not in ("day", "month"):
        return written
    return f"{getattr(day, role):02}" if padded else str(getattr(day, role))


def _month(written: str, number: int, language: Language) -> str:
    months = language.dates.months
    if months.get(fold(written)) == number:
        return written
    names = [name for name, value in months.items() if value == number] or [written]
    return _like(written, max(names, key=len) if len(written) > 4 else min(names, key=len))


def _like(written: str, name: str) -> str:
    if written.isupper():
        return name.upper()
    return name[0].upper() + name[1:] if written[0].isupper() else name.lower()
