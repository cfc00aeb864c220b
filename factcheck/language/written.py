"""Numbers and dates as a text writes them: what is written, and where."""

from decimal import Decimal

from factcheck.model import Span
from factcheck.typed import NamedTuple, Record

PERCENT, RUPIAH = "percent", "rupiah"
"""The units that a number may have."""


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
