"""A day as people write it: "4 December 2024", in the language of the run."""

from datetime import date

from factcheck.messages import message

MONTHS = (
    message("January"), message("February"), message("March"), message("April"), message("May"), message("June"),
    message("July"), message("August"), message("September"), message("October"), message("November"),
    message("December"),
)  # fmt: skip
WEEKDAYS = (
    message("Monday"), message("Tuesday"), message("Wednesday"), message("Thursday"), message("Friday"),
    message("Saturday"), message("Sunday"),
)  # fmt: skip


def long_day(day: date) -> str:
    """A day in words: `2024-12-04` as "4 December 2024"."""
    return message("{day} {month} {year}", day=day.day, month=MONTHS[day.month - 1], year=day.year)


def day_of(written: str) -> str:
    """An ISO date in words; anything else as it is."""
    try:
        return long_day(date.fromisoformat(written)) if len(written) == 10 else written
    except ValueError:
        return written
