"""Which measures an article shows by short figures: three digits alone are somebody's by chance, but not three figures
of one measure, each right behind its name ("NTT 37,8 persen, Sulawesi Barat 33,8 persen, Aceh 33,2 persen").

What an article shows so, its other short figures of that measure tell as well as those of four digits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from decimal import Decimal

from factcheck.language.written import Number
from factcheck.model import COUNTRY, Fact
from factcheck.reading.evidence.explained.known_facts import PERCENT
from factcheck.reading.evidence.explained.printed import digits
from factcheck.reading.evidence.explained.scaled_lists import RUPIAH
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import CUE_OF, Tag
from factcheck.reading.scan.setting import Setting

SHOWN = 3
"""So many short figures behind their names are no chance."""
TENTH = Decimal("0.1")
SHORT = 3
"""The digits of a short figure."""

Measure = tuple[str, str]
"""Pack and measure."""
Explained = tuple[Frame, int, Number, Collection[Fact]]
"""A figure: its sentence, its place there, how it is written, what it may stand for."""


def is_short(number: Number) -> bool:
    """Whether a figure is a decimal of three digits, or of two and one behind the comma: 21,6, 8,0, 8,78; a round
    amount of three ("Rp9,72 juta"); or a whole rate: "30 persen" of 30,0."""
    if number.quantum > 1:
        return number.unit == RUPIAH and digits(number) == SHORT
    if number.quantum == 1:
        return number.unit == PERCENT
    return number.quantum < 1 and digits(number) in (SHORT, SHORT - 1)


def shown_measures(figures: Iterable[Explained], years: Collection[str], setting: Setting) -> frozenset[Measure]:
    """The measures of which an article has short figures enough, each that of the one named last in front of it, or
    behind a word for the measure, in a year which the article writes. A rate of two decimals has each half of the year
    otherwise, and shows nothing."""
    shown: dict[Measure, set[tuple[str, str]]] = defaultdict(set)
    for frame, at, number, facts in figures:
        if not facts or digits(number) != SHORT or number.quantum == 1:
            continue
        names, _ = _last_named(frame, at)
        for fact in facts:
            near = fact.entity in names or frame.has(f"{CUE_OF}{fact.measure}", 0, at)
            if near and fact.period in years and (number.quantum == TENTH or not _is_rate(fact, setting)):
                shown[fact.pack, fact.measure].add((fact.entity, fact.period))
    return frozenset(measure for measure, slots in shown.items() if len(slots) >= SHOWN)


def facts_shown(figure: Explained, shown: Collection[Measure]) -> list[Fact]:
    """The facts of the measures that an article shows which a short figure may stand for: of the one named last in
    front of it, or of the country where that is spoken of behind the name; of anybody where nobody is named there,
    but for a whole number."""
    frame, at, number, facts = figure
    names, national = _last_named(frame, at)
    if national:
        names = (COUNTRY, *names)
    elif not names and number.quantum == 1:
        return []
    own = (fact for fact in facts if not names or fact.entity in names)
    return [fact for fact in own if (fact.pack, fact.measure) in shown]


def _last_named(frame: Frame, at: int) -> tuple[tuple[str, ...], bool]:
    """Who is named last in front of a place of a sentence, and whether the country is spoken of behind that."""
    named = [(place, ids) for place, ids in frame.bearers if place < at]
    place, ids = named[-1] if named else (-1, ())
    return ids, frame.has(Tag.RANK_NATIONAL, place + 1, at)


def _is_rate(fact: Fact, setting: Setting) -> bool:
    return setting.packs[fact.pack].measures[fact.measure].unit == PERCENT
