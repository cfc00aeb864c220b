"""Whole numbers without a word for what they count, in an article about what is counted in whole ones: cases, beds,
tons, visitors.

Beside "1.474 kasus" an article goes on with "lalu 3.117", and writes "1.011, 904, 730" in a row. A whole number is
nobody's by itself; where the article shows the measure by others, whose unit or measure is told, it may be one more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from factcheck.model import Fact
from factcheck.reading.evidence.explained.printed import digits
from factcheck.reading.evidence.explained.shown_measures import Explained, Measure, last_named
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import CUE_OF
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.scores import own_units

LEAST = 3
"""So many digits a bare whole number has that may be somebody's."""
FEWEST = 2
"""So many digits one has with the unit of its measure behind it: "19 kecamatan"."""
SHOWN = 2
"""So many whole numbers with the measure's unit, or behind its name, show it."""


def _is_of_name(frame: Frame, at: int) -> bool:
    from factcheck.reading.evidence.explained.next_name import name_before

    return bool(name_before(frame, at))


def shown_wholes(figures: Iterable[Explained], wholes: Collection[Measure], setting: Setting) -> frozenset[Measure]:
    """Those of the measures that an article shows: two figures and more of it, with its unit or behind a word for
    it, or three behind whose they are, are facts of somebody whom the article names; no more figures behind names are
    nobody's."""
    shown: dict[Measure, set[tuple[str, str]]] = defaultdict(set)
    said: dict[Measure, set[tuple[str, str]]] = defaultdict(set)
    strange = 0
    for frame, at, number, facts in figures:
        own, (names, _) = own_units(frame, at, setting), last_named(frame, at)
        if number.quantum != 1 or number.unit or digits(number) < (FEWEST if own else LEAST):
            continue
        strange += not facts and _is_of_name(frame, at)
        for fact in facts:
            measure = fact.pack, fact.measure
            told = "/".join(measure) in own or frame.has(f"{CUE_OF}{fact.measure}", 0, at)
            if measure in wholes and told:
                said[measure].add((fact.entity, fact.period))
            if measure in wholes and (told or fact.entity in names):
                shown[measure].add((fact.entity, fact.period))
    return frozenset(
        one for one, slots in shown.items() if (len(slots) > SHOWN or len(said[one]) >= SHOWN) and len(slots) >= strange
    )


def facts_of_whole(figure: Explained, shown: Collection[Measure]) -> Sequence[Fact]:
    """The facts of the measures an article shows that a whole number may stand for: one of three digits for those of
    the one named last in front of it, else of those named behind, or of anybody where
    nobody is."""
    frame, at, number, facts = figure
    own = [fact for fact in facts if (fact.pack, fact.measure) in shown]
    if digits(number) > LEAST:
        return own
    names = last_named(frame, at)[0] or [name for _, ids in frame.bearers for name in ids]
    return [fact for fact in own if not names or fact.entity in names]
