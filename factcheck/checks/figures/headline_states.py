"""How many a headline says are dead, hurt, caught, where its text has another number of them: "Tiga Orang Tewas" above
"Empat orang meninggal dunia"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations

from factcheck.cache.patterns import compiled
from factcheck.checks.figures.headline_figures import HeadlineFigure, headline_of
from factcheck.judging.case import Case
from factcheck.language.figures import CARDINAL, Number
from factcheck.language.fold import alternation, fold
from factcheck.language.language import Language
from factcheck.typed import NamedTuple

BEFORE = 40
"""Letters in front of a number in which a verb for what became of them stands."""
FIRST = 12
"""Numbers of the text among which the sums of two and three are looked for."""


class Counted(NamedTuple):
    """A number of people and what is said of them."""

    number: Number
    state: str


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What is said of people behind their number, and in front of it."""
    states, people = alternation(language.changes.states), alternation(language.changes.totals.people)
    return (
        compiled(rf"\s(?:{people})(?:\s[a-z]+)?\s(?P<state>{states})(?![a-z])"),
        compiled(rf"(?<![a-z])(?P<state>{states})\s$"),
    )


def headline_states(case: Case) -> Iterator[HeadlineFigure]:
    """The numbers of people of a headline that the text has otherwise."""
    head = headline_of(case) if case.language.changes.states else None
    if head is None:
        return
    counts = [one for one in case.numbers if one.form in CARDINAL and not one.unit and one.quantum == 1]
    text = [one for one in counts if one.start >= head.end]
    for said in _said(case, [one for one in counts if head.start <= one.start < head.end]):
        told = [one.number for one in _said(case, text) if one.state == said.state]
        values = {one.value for one in told}
        if len(values) == 1 and not _is_made(said.number.value, text, told[0].value):
            yield HeadlineFigure(said.number, told)


def _said(case: Case, numbers: Sequence[Number]) -> Iterator[Counted]:
    low, states = fold(case.document.plain), case.language.changes.states
    behind, before = _patterns(case.language)
    for number in numbers:
        match = behind.match(low, number.end) or before.search(low, max(0, number.start - BEFORE), number.start)
        if match is not None:
            yield Counted(number, states[match["state"]])


def _is_made(value: Decimal, text: Sequence[Number], told: Decimal) -> bool:
    """Whether the text has a number, be it as the sum of two or three, or where one more is named without one."""
    values = [one.value for one in text[:FIRST]]
    sums = {sum(some) for size in (2, 3) for some in combinations(values, size)}
    return value in {one.value for one in text} or value in sums or value == told + 1
