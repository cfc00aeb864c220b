"""Changes between the figures of one subject, found by their size."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from factcheck.model import year_of
from factcheck.typed import NamedTuple

Figure = tuple[str, Decimal]
"""A year, or a part of one ("2024-09"), and the value in it."""


class Change(NamedTuple):
    """Two figures of one subject, the earlier and the later, with the years."""

    first: Decimal
    second: Decimal
    first_period: str
    second_period: str

    @property
    def size(self) -> Decimal:
        """How large the change is, without direction."""
        return abs(self.second - self.first)

    @property
    def years(self) -> int:
        """Over how many years it goes."""
        return _gap(self.first_period, self.second_period)


def _gap(first: str, second: str) -> int:
    """The years from one period to another, each a year or a part of one."""
    return int(year_of(second)) - int(year_of(first))


class Changes:
    """All changes from one year to a later one between the figures of one subject.

    The figures of each year are in order, so that a change is found by its size: an article that has many figures of
    one subject has very many changes between them.
    """

    def __init__(self, figures: Iterable[Figure]) -> None:
        values: dict[str, dict[Decimal, None]] = {}
        for period, value in figures:
            values.setdefault(period, {}).setdefault(value)
        self._values = {period: sorted(values[period]) for period in sorted(values)}

    def __iter__(self) -> Iterator[Change]:
        return iter(in_order(change for pair in combinations(self._values, 2) for change in self._between(*pair)))

    def of_few(self, most: int) -> list[Change]:
        """All changes, where there are no more figures than so many; none where there are."""
        return list(self) if sum(map(len, self._values.values())) <= most else []

    def sized(self, low: Decimal, high: Decimal, second: str = "") -> Iterator[Change]:
        """The changes of a size from `low` to `high`, to the year `second` or to any."""
        for one, other in combinations(self._values, 2):
            if second in ("", other, year_of(other)):
                yield from self._sized(one, other, low, high)

    def nearest(self, second: str) -> Change | None:
        """The first change to a year from the latest year before it; None where there is none."""
        earlier = [period for period in self._values if period < second] if second in self._values else []
        if not earlier:
            return None
        return in_order(self._between(max(earlier), second))[0]

    def from_year_before(self, second: str) -> bool:
        """Whether there is any change to a year from the year before it."""
        return second in self._values and any(period < second and _gap(period, second) == 1 for period in self._values)

    def soonest(self, size: Decimal, own: str = "") -> str:
        """The later year of the change of a size that goes over the fewest years, of several `own`; empty where none is
        of that size."""
        fitting = [
            (one, other)
            for one, other in combinations(self._values, 2)
            if next(self._sized(one, other, size, size), None)
        ]
        return year_of(min(fitting, key=lambda pair: (_gap(*pair), year_of(pair[1]) != own))[1]) if fitting else ""

    def _between(self, one: str, other: str) -> Iterator[Change]:
        return (Change(first, second, one, other) for first in self._values[one] for second in self._values[other])

    def _sized(self, one: str, other: str, low: Decimal, high: Decimal) -> Iterator[Change]:
        values = self._values[other]
        for first in self._values[one]:
            spans = ((first - high, first - low), (first + low, first + high))
            for least, most in spans if low > 0 else ((first - high, first + high),):
                for second in values[bisect_left(values, least) : bisect_right(values, most)]:
                    yield Change(first, second, one, other)


def in_order(changes: Iterable[Change]) -> list[Change]:
    """Changes by their years and figures as written."""
    return sorted(
        changes,
        key=lambda change: (str((change.first_period, change.first)), str((change.second_period, change.second))),
    )
