"""Counts of people that have decimals: "54,2 orang" beside "887,1 ribu orang"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case
from factcheck.language.fold import alternation, fold
from factcheck.language.language import Language
from factcheck.language.written import Number
from factcheck.spans import SILENT
from factcheck.typed import NamedTuple

THOUSAND = 1000
AROUND = 60
"""Code points round a figure in which a word makes it an average."""


class Words(NamedTuple):
    """What stands behind a count of people, behind one with a scale, and round an average; over folded text."""

    counted: re.Pattern[str]
    scaled: re.Pattern[str]
    averaged: re.Pattern[str]


@cache
def _words(language: Language) -> Words:
    words = language.numbers
    whole, scales = alternation(words.whole), alternation([word for word in words.scales if len(word) > 1])
    return Words(
        compiled(rf"\s(?P<counted>{whole})(?![a-z])"),
        compiled(rf"[0-9],[0-9]+\s(?P<scale>{scales})\s(?P<counted>{whole})(?![a-z])"),
        compiled(rf"(?<![a-z])(?:{alternation(words.averaged)})(?![a-z])"),
    )


def broken_people(case: Case) -> Iterator[tuple[Number, str]]:
    """The figures with decimals that count people, each with the scale word that the others of its paragraph have
    (empty: the figure has thousands itself)."""
    words = _words(case.language)
    parts = [one for one in case.numbers if one.quantum < 1 and not one.unit and one.form == "digits"]
    if not parts:
        return
    low = fold(case.document.plain)
    for number in parts:
        counted = words.counted.match(low, number.figure.end)
        near = low[max(0, number.start - AROUND) : number.end + AROUND]
        if counted is None or words.averaged.search(near):
            continue
        block = next((one for one in case.document.blocks if one.start <= number.start < one.end), None)
        if block is None or block.kind in SILENT:
            continue
        scales = {
            match["scale"]
            for match in words.scaled.finditer(low, block.start, block.end)
            if match["counted"] == counted["counted"]
        }
        if number.value >= THOUSAND or len(scales) == 1:
            yield number, "" if number.value >= THOUSAND else scales.pop()
