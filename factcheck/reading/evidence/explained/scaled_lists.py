"""Lists and tables whose head says once what their bare figures are worth: "(ribu rupiah/orang/tahun):", "Seluruh angka
dalam juta rupiah", "in thousands of rupiah"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.language.fold import alternation
from factcheck.language.language import Language
from factcheck.language.written import RUPIAH, Number
from factcheck.reading.scan.frame import Frame
from factcheck.typed import NamedTuple

LISTED = ("item", "row")
YEARS = range(1900, 2100)


class Scale(NamedTuple):
    """What one is worth of the figures behind a place of the text."""

    end: int
    times: int


def as_listed(frames: Sequence[Frame]) -> Callable[[Frame, Number], Number]:
    """How figures of lists and tables are read: a bare one, that is no year, as so many thousand or million rupiah as
    the text said last in front of its list."""
    scales = _scales(frames[0]) if any(frame.sentence.kind in LISTED for frame in frames) else ()
    if not scales:
        return lambda frame, number: number

    def scaled(frame: Frame, number: Number) -> Number:
        start = frame.sentence.start
        before = [scale for scale in scales if scale.end <= start] if frame.sentence.kind in LISTED else ()
        if not before or number.unit or number.form != "digits" or (number.quantum == 1 and int(number.value) in YEARS):
            return number
        times = before[-1].times
        return number._replace(value=number.value * times, quantum=number.quantum * times, unit=RUPIAH)

    return scaled


def _scales(frame: Frame) -> Sequence[Scale]:
    """The places of a text that say what figures are worth; not those of a figure of their own ("580 ribu rupiah")."""
    scales = frame.language.numbers.scales
    return [
        Scale(one.end(), scales[one["scale"] or one["behind"]])
        for one in _heads(frame.language).finditer(frame.plain.lower())
        if not frame.plain[max(0, one.start() - 2) : one.start()].strip()[-1:].isdigit()
    ]


@cache
def _heads(language: Language) -> re.Pattern[str]:
    words = language.numbers
    money = alternation(word for word, unit in {**words.currencies, **words.currencies_after}.items() if unit == RUPIAH)
    scale, suffix = alternation(words.scales), alternation(words.scale_suffixes)
    after = rf"(?P<scale>{scale})(?:{suffix})?\s(?:of\s)?(?:{money})"
    return compiled(rf"(?<!\w)(?:{after}|(?:{money})\s?(?P<behind>{scale})(?:{suffix})?)(?!\w)")
