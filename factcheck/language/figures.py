"""Numbers and dates as a text writes them, and numbers in figures: what the separators of 1.234,5 and 89.62 mean."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache

from factcheck.cache.patterns import compiled
from factcheck.model import Span
from factcheck.typed import NamedTuple, Record

PERCENT, RUPIAH = "percent", "rupiah"
"""The units that a number may have."""
CARDINAL = ("digits", "word")
"""The forms of a number that counts; an ordinal or a Roman one orders."""


class Number(Record):
    """A number as written, in figures or words.

    `value` is exact. `quantum` is what one step of the last printed digit is worth: 0.01 for 89,62, 1 for 36 and
    for "tiga belas", 100000 for "4,5 juta"; the writing stands for value ± quantum/2 where it was rounded.
    `form` is digits, word, ordinal ("ketujuh", "ke-7") or roman. `unit` is percent, rupiah, or empty.
    `start`..`end` spans the whole writing with unit ("Rp4,2 miliar", "94,74 persen"); `figure` spans the number
    alone ("4,2", "94,74"; for ordinals in figures the figure, for words the word).
    """

    start: int
    end: int
    value: Decimal
    quantum: Decimal
    form: str
    unit: str
    figure: Span


class DateMention(NamedTuple):
    """A calendar date as written, not yet judged.

    `day`, `month` and `year` are as printed (year 0: not printed; two digits are widened); they may name no day of
    the calendar (31 September). `weekday` counts from Monday 0, -1 where none is bound to it, and stands at
    `weekday_span`; `figure` spans the date without the weekday ("22/12/2022", "2 Februari 2024").
    `start`..`end` spans both with brackets ("Kamis (22/12/2022)").
    """

    start: int
    end: int
    day: int
    month: int
    year: int
    weekday: int
    figure: Span
    weekday_span: Span | None


GROUPED = {
    ".": compiled(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+"),
    ",": compiled(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+"),
}
CENTS = compiled(r"[1-9][0-9]{0,2}([.,])[0-9]{3}(?:\1[0-9]{3})+\1[0-9]{2}")
"""4.340.254.18: millions whose cents the same sign parts."""
# 2019,2020: two years, not a decimal.
YEARS = compiled(r"(?:19|20)[0-9]{2},(?:19|20)[0-9]{2}")
KEPT = 4096
"""Figures whose values are kept: small ones come again and again."""
OTHER = {".": ",", ",": "."}


class Value(NamedTuple):
    """An exact value and what one step of its last printed digit is worth."""

    value: Decimal
    quantum: Decimal


@lru_cache(maxsize=KEPT)
def read_figure(written: str, decimal: str) -> Value | None:
    """What `written` (digits with points and commas) stands for; `decimal` is the language's decimal sign.

    The language decides what is ambiguous: with a decimal comma 17.717 is seventeen thousand, 89.62 is not.
    None where it is no number: 22.12.2022, 1.2.3, 0811955 (a telephone number has a zero in front).
    """
    if written.isdigit():
        return None if len(written) > 2 and written[0] == "0" else _exact(written, "")
    if YEARS.fullmatch(written):
        return None
    return _grouped(written, decimal) or _decimal(written, decimal)


def _grouped(written: str, decimal: str) -> Value | None:
    """1.234 and 1,234,567; a lone decimal sign before three digits stays decimal (0,024; 3,125)."""
    for sign, pattern in GROUPED.items():
        if pattern.fullmatch(written) and (sign != decimal or written.count(sign) > 1):
            return _exact(written.replace(sign, ""), "")
    return None


def _decimal(written: str, decimal: str) -> Value | None:
    """1.234,5 and 89.62: the last sign is the decimal one, what is before it whole or grouped; two figures behind the
    last group of millions are their cents, whatever the sign (4.340.254.18)."""
    cut = max(written.rfind("."), written.rfind(","))
    if cut < 0:  # "816 000"
        return None
    whole, sign, rest = written[:cut], written[cut], written[cut + 1 :]
    if whole.isdigit() and (whole == "0" or whole[0] != "0"):
        return _exact(whole, rest)
    if GROUPED[OTHER[sign]].fullmatch(whole):
        return _exact(whole.replace(OTHER[sign], ""), rest)
    if sign != decimal and CENTS.fullmatch(written):
        return _exact(whole.replace(sign, ""), rest)
    return None


def _exact(whole: str, rest: str) -> Value:
    number = f"{whole}.{rest}" if rest else whole
    return Value(Decimal(number), _step(len(rest)))


@cache
def _step(decimals: int) -> Decimal:
    return Decimal((0, (1,), -decimals))
