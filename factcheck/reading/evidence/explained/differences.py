"""A figure that is how much two facts of one subject differ: "naik 28,13 poin" from 25,98 to 54,11."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import ROUND_FLOOR, Decimal
from itertools import combinations

from factcheck.language.figures import RUPIAH, Number
from factcheck.model import Fact, number_of
from factcheck.reading.evidence.explained.explained_figures import Figure
from factcheck.reading.evidence.explained.one_slip import one_slip, written_like
from factcheck.reading.evidence.explained.printed import LONG, digits
from factcheck.typed import NamedTuple


class Gap(NamedTuple):
    """The two facts that a figure lies between, the earlier first."""

    earlier: Fact
    later: Fact


class Told(NamedTuple):
    """Of whom and of which year figures are told beside a change; `later`: those of the article, where the change is
    compared with a figure beside it."""

    here: Sequence[Collection[tuple[str, str]]]
    later: Sequence[Collection[tuple[str, str]]]

    def has(self, fact: Fact, *more: Collection[tuple[str, str]]) -> bool:
        """Whether the figure of a fact's subject and year is told."""
        return any((fact.entity, fact.period) in one for one in (*self.here, *more))


def gap(
    figure: Figure,
    facts: Iterable[Fact],
    said: Mapping[tuple[str, str, str], int],
    changes: bool,
    whole: bool = False,
) -> Gap | None:
    """The two facts of one subject whose difference the figure is.

    Both must be said in the article; where the sentence speaks of a change (`changes`) one is enough. Of several
    the one over the fewest years. A bare whole number is none, but where it is one that may be (`whole`).
    """
    if figure.number.quantum >= 1 and not figure.number.unit and not whole:
        return None
    wanted = 1 if changes else 2
    fitting = [
        Gap(one, other)
        for one, other in _pairs(facts)
        if _is_gap(figure.number, abs(number_of(one) - number_of(other)))
        and _said(one, said) + _said(other, said) >= wanted
    ]
    return min(
        fitting,
        key=lambda one: (_years(one), -_said(one.earlier, said) - _said(one.later, said), -int(one.later.period)),
        default=None,
    )


def _is_gap(number: Number, apart: Decimal) -> bool:
    """Whether a figure is what two facts are apart; of amounts cut off to whole rupiah one more or less."""
    if number.unit != RUPIAH or number.quantum > 1:
        return apart == number.value
    return abs(apart - number.value) <= (1 if number.quantum < 1 else Decimal(0))


def _whole_rupiah(number: Number) -> Number:
    """An amount without its cents, which the reference mostly does not have."""
    if number.unit != RUPIAH or number.quantum >= 1:
        return number
    return number._replace(value=number.value.to_integral_value(ROUND_FLOOR), quantum=Decimal(1))


def near_gap(
    figure: Figure,
    facts: Iterable[Fact],
    told: Told,
    said: Mapping[tuple[str, str, str], int],
    changes: bool,
) -> Gap | None:
    """The two facts whose difference the figure misses by one slip; None where none or several do.

    The sentence tells the later one of two years running, or both (`told`); a long
    figure is no other's by chance, and then it is enough that the article says both, or one beside a word of change.
    """
    number = _whole_rupiah(figure.number)
    written = written_like(number.value, number)
    long = digits(figure.number) >= LONG
    wanted = 1 if changes else 2
    spoken_of = (
        found
        for found in map(Gap._make, _pairs(facts))
        if _is_told(found, told) or (long and sum(_said(fact, said) for fact in found) >= wanted)
    )
    fitting = [
        found
        for found in spoken_of
        if any(one_slip(written, written_like(apart, number)) for apart in _aparts(number, *found))
    ]
    return fitting[0] if len(fitting) == 1 else None


def _aparts(number: Number, one: Fact, other: Fact) -> Sequence[Decimal]:
    """How much two facts are apart, as it may be printed: long amounts cut off to whole rupiah are one less too."""
    apart = abs(number_of(one) - number_of(other))
    return (apart, apart - 1) if number.unit == RUPIAH and len(str(int(apart))) >= LONG else (apart,)


def _is_told(found: Gap, told: Told) -> bool:
    earlier, later = found
    if not told.has(later):
        return _years(found) == 1 and told.has(earlier) and told.has(later, *told.later)
    return told.has(earlier) or _years(found) == 1


def _pairs(facts: Iterable[Fact]) -> Iterable[tuple[Fact, Fact]]:
    by_slot: dict[tuple[str, str], dict[tuple[str, Decimal], Fact]] = {}
    for fact in facts:
        if fact.trust == 0 and fact.period.isdigit():
            own = by_slot.setdefault((fact.entity, fact.measure), {})
            own.setdefault((fact.period, number_of(fact)), fact)  # of several sources one
    for slots in by_slot.values():
        for one, other in combinations(_by_period(slots.values()), 2):
            if one.period < other.period:
                yield one, other


def _by_period(facts: Iterable[Fact]) -> list[Fact]:
    return sorted(facts, key=lambda fact: fact.period)


def _said(fact: Fact, said: Mapping[tuple[str, str, str], int]) -> bool:
    return (fact.entity, fact.period, fact.measure) in said


def _years(found: Gap) -> int:
    return int(found.later.period) - int(found.earlier.period)
