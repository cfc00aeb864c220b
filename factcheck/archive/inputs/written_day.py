"""The day of publication as columns of archives hold it: a date, a moment, a number, or words of a dozen forms."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

from factcheck.document.published import read_date

ZONE = timezone(timedelta(hours=7))
"""Western Indonesian time: a moment that is told in UTC is of the day that it was there."""
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}.*(?:Z|[+-]00:?00| ?UTC)")
_COMPACT = re.compile(r"([12][0-9]{3})([01][0-9])([0-3][0-9])(?:[T ]?[0-9]{4,6})?Z?")
_SECONDS = re.compile(r"([0-9]{9,10})([0-9]{3})?(?:\.[0-9]+)?")
_SHORT_YEAR = re.compile(r"([0-9]{1,2}[-/.][0-9]{1,2}[-/.])([0-9]{2})(?![0-9])")
_LABEL = re.compile(r"^[^0-9]*?(?::|\s[-–|])\s*|\s*[|].*$")


def day_of(value: date) -> date:
    """The day of a date or of a moment, which is UTC where it names that zone."""
    if not isinstance(value, datetime):
        return value
    in_utc = value.tzinfo is not None and value.utcoffset() == timedelta(0)
    return (value.astimezone(ZONE) if in_utc else value).date()


def written_day(written: str) -> date | None:
    """The day that words name, None where nobody can tell: never a guess between day and month.

    Reads what front matter may hold (2024-12-03, 3/12/2024 with the day first, Selasa, 3 Desember 2024 …), moments
    (2024-12-02T18:05:00Z), 20241203, seconds or milliseconds since 1970, 3/12/24, a date behind a label or in brackets.
    """
    written = written.strip()
    for read in (_moment, _compact, _seconds, read_date, _short, _behind_label, _in_brackets):
        if (found := read(written)) is not None:
            return found
    return None


def _moment(written: str) -> date | None:
    if not _MOMENT.fullmatch(written):
        return None
    try:
        return day_of(datetime.fromisoformat(re.sub(r" ?UTC$", "Z", written)))
    except ValueError:
        return None


def _compact(written: str) -> date | None:
    found = _COMPACT.fullmatch(written)
    return read_date("-".join(found.groups())) if found else None


def _seconds(written: str) -> date | None:
    found = _SECONDS.fullmatch(written)
    return day_of(datetime.fromtimestamp(int(found[1]), UTC)) if found else None


def _short(written: str) -> date | None:
    found = _SHORT_YEAR.match(written)
    return read_date(f"{found[1]}20{found[2]}") if found else None


def _behind_label(written: str) -> date | None:
    """ "Diterbitkan: Selasa, 3 Desember 2024 | 10:15 WIB"."""
    bare = _LABEL.sub("", written)
    return read_date(bare) if bare != written else None


def _in_brackets(written: str) -> date | None:
    """ "Selasa (3/12/2024)", as datelines have it."""
    bare = re.sub(r" ?[(]([^()]*)[)]$", r", \1", written).removeprefix(", ")
    return read_date(bare) if bare != written else None
