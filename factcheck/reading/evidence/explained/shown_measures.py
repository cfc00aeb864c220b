"""Which measures an article shows by short figures: three digits alone are somebody's by chance, but not three figures
of one measure, each right behind its name ("NTT 37,8 persen, Sulawesi Barat 33,8 persen, Aceh 33,2 persen").

What an article shows so, its other short figures of that measure tell as well as those of four digits.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from decimal import Decimal

from factcheck.language.figures import PERCENT, RUPIAH, Number
from factcheck.model import COUNTRY, Fact, part_of
from factcheck.reading.evidence.explained.printed import digits
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import CUE_OF, Tag
from factcheck.reading.scan.setting import Setting

SHOWN = 3
"""So many short figures behind their names are no chance."""
TENTH, HUNDREDTH = Decimal("0.1"), Decimal("0.01")
SHORT = 3
"""The digits of a short figure."""

Measure = tuple[str, str]
"""Pack and measure."""
Explained = tuple[Frame, int, Number, Collection[Fact]]
"""A figure: its sentence, its place there, how it is written, what it may stand for."""


def is_short(number: Number) -> bool:
    """Whether a figure is a decimal of three digits, or of two and one behind the comma: 21,6, 8,0, 8,78; a round
    amount or number of three ("Rp9,72 juta", "8,63 juta ton"); or a whole rate: "30 persen" of 30,0."""
    if number.quantum > 1:
        return number.unit in (RUPIAH, "") and digits(number) == SHORT
    if number.quantum == 1:
        return number.unit == PERCENT
    return number.quantum < 1 and digits(number) in (SHORT, SHORT - 1)


def shown_measures(
    figures: Iterable[Explained], years: Collection[str], setting: Setting
) -> tuple[frozenset[Measure], frozenset[Measure]]:
    """The measures of which an article has short figures enough, each that of the one named last in front of it, or
    behind a word for the measure, in a year which the article writes; no more figures of their unit, right behind who
    has one, may be anything else. A rate of two decimals that each half of the year has otherwise, or that is
    beside amounts, shows nothing. Behind them those of which one is printed to the last place that its measure has: of
    these the longer figures count too ("10,65 tahun" beside "9,95 tahun")."""
    shown: dict[Measure, set[tuple[str, str]]] = defaultdict(set)
    longer: dict[Measure, set[tuple[str, str]]] = defaultdict(set)
    strange: Counter[str] = Counter()
    exact: set[Measure] = set()
    for frame, at, number, facts in figures:
        if number.quantum == 1:
            continue
        short = digits(number) == SHORT
        if not short and not (facts and number.quantum == HUNDREDTH):
            continue
        names, _ = last_named(frame, at)
        if short and number.quantum < 1 and not any(fact.entity in names for fact in facts):
            from factcheck.reading.evidence.explained.next_name import name_before

            strange[number.unit] += bool(name_before(frame, at))
        for fact in facts:
            near = fact.entity in names or frame.has(f"{CUE_OF}{fact.measure}", 0, at)
            if near and fact.period in years and (number.quantum == TENTH or not _is_of_parts(fact, setting)):
                (shown if short else longer)[fact.pack, fact.measure].add((fact.entity, fact.period))
                decimals = setting.packs[fact.pack].measures[fact.measure].decimals
                exact |= {(fact.pack, fact.measure)} if short and number.quantum.scaleb(decimals) == 1 else set()
    every = {one: slots | longer[one] if one in exact else slots for one, slots in shown.items()}
    enough = {one for one, slots in every.items() if len(slots) >= max(SHOWN, strange[_unit(one, setting)])}
    return frozenset(enough), frozenset(enough & exact)


def facts_shown(figure: Explained, shown: Collection[Measure]) -> list[Fact]:
    """The facts of the measures that an article shows which a short figure may stand for: of the one named last in
    front of it, or of the country where that is spoken of behind the name; of anybody where nobody is named there,
    but for a whole number."""
    frame, at, number, facts = figure
    names, national = last_named(frame, at)
    if national:
        names = (COUNTRY, *names)
    elif not names and number.quantum == 1:
        return []
    own = (fact for fact in facts if not names or fact.entity in names)
    return [fact for fact in own if (fact.pack, fact.measure) in shown]


def last_named(frame: Frame, at: int) -> tuple[tuple[str, ...], bool]:
    """Who is named last in front of a place of a sentence, or in step with it, and whether the country is spoken of
    behind that."""
    if Tag.BIND_PAIR in frame.tagged:
        from factcheck.reading.evidence.explained.next_name import name_in_step

        shared = name_in_step(frame, at)
        if shared:
            return shared, False
    last = bisect_left(frame.bearers, at, key=lambda one: one[0]) - 1
    place, ids = frame.bearers[last] if last >= 0 else (-1, ())
    return ids, frame.has(Tag.RANK_NATIONAL, place + 1, at)


def _unit(measure: Measure, setting: Setting) -> str:
    return setting.packs[measure[0]].measures[measure[1]].unit


def _is_of_parts(fact: Fact, setting: Setting) -> bool:
    """Whether a rate has each half of the year otherwise, or is one beside amounts, which tell whose it is."""
    if _unit((fact.pack, fact.measure), setting) != PERCENT:
        return False
    if any(one.unit == RUPIAH for one in setting.packs[fact.pack].measures.values()):
        return True
    facts = setting.reference.facts(fact.measure, fact.entity, fact.period, fact.pack)
    return any(part_of(one.period) for one in facts)
