"""The one figure that nothing explains among many that are all rates of one measure: "Di Maluku angkanya turun 2,6 poin
menjadi 62,1 persen" where each other rate of the draft is right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.cache.once import once
from factcheck.model import Claim, Fact
from factcheck.reading.evidence.explained.explained_figures import Figure
from factcheck.reading.evidence.explained.one_slip import written_like
from factcheck.reading.evidence.explained.slots import Known
from factcheck.reading.scan.mentions import Tag
from factcheck.typed import Protocol

MANY = 5
"""So many right rates of one measure say what a draft tells of."""
RARE = 4
"""To each figure that nothing explains so many right ones."""


class Told(Protocol):
    """The right rates of a draft by sentence."""

    @property
    def told(self) -> Mapping[int, Sequence[Claim]]: ...


def is_odd_one(fact: Fact, figure: Figure, shown: Told, known: Known) -> bool:
    """Whether a figure misses a fact by a digit changed, or two that changed places, in a draft nearly all of whose
    rates are right ones of its measure; and no year that the sentence writes in front of it is another."""
    if fact.value is None or isinstance(fact.value, str) or not tells_of_one(fact.measure, shown, known):
        return False
    frame, at = figure.frame, figure.at
    if len(written_like(fact.value, figure.number)) != len(written_like(figure.number.value, figure.number)):
        return False
    written = [frame.mentions[one].tags[Tag.YEAR_DIGITS] for one in frame.having(Tag.YEAR_DIGITS, 0, at)]
    return not written or fact.period in written


def tells_of_one(measure: str, shown: Told, known: Known) -> bool:
    """Whether a draft has many right rates of a measure, and to each rate that nothing explains four of them."""
    right = sum(1 for group in shown.told.values() for one in group if one.measure == measure)
    return right >= max(MANY, RARE * _strange(known))


@once
def _strange(known: Known) -> int:
    """How many rates of a draft, with a decimal, no fact of anybody explains."""
    figures = known.evidence.figures.values()
    return sum(1 for one in figures if one.number.unit and one.number.quantum < 1 and not one.facts)
