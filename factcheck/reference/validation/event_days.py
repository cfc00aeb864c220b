"""Days whose weekday, as printed, is another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from factcheck.day_words import WEEKDAYS, long_day
from factcheck.language.language import codes, load
from factcheck.messages import message
from factcheck.reference.packs.fold_name import fold
from factcheck.reference.packs.pack import Pack
from factcheck.reference.validation.remarks import Remark, Surroundings, lines


def weekdays(pack: Pack, _: Surroundings) -> Iterator[Remark]:
    """An event whose `weekday` is not that of its date; a word beside the date of a slip that is no weekday."""
    for line in lines(pack, "events"):
        day, word = date.fromisoformat(line.get("date")), line.get("weekday")
        if _is_weekday(word) and _names()[fold(word)] != day.weekday():
            told = message(
                "{day} is no {word} but a {right}: if it was printed so, it is an erratum and no event",
                day=long_day(day), word=word, right=WEEKDAYS[day.weekday()],
            )  # fmt: skip
            yield line.remark("weekday", told)
    for role, column in (("events", "weekday"), ("errata", "what")):
        for line in lines(pack, role):
            word = line.get(column)
            if word and line.get("measure") in ("", "date") and not _is_weekday(word):
                yield line.remark(column, message("“{word}” is no weekday", word=word))


def _is_weekday(word: str) -> bool:
    return fold(word) in _names()


@cache
def _names() -> Mapping[str, int]:
    """Every name of a weekday in any language, Monday 0."""
    return {name: number for code in codes() for name, number in load(code).dates.weekdays.items()}
