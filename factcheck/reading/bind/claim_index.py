"""Claims among each other: those of a subject, of a sentence, at a place, found without looking through all."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from factcheck.model import Claim
from factcheck.reading.claim_kinds import kind_of
from factcheck.spans import Overlap
from factcheck.typed import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from factcheck.reading.sums.changes import Changes, Figure


_Key = TypeVar("_Key")


class Claims(tuple[Claim, ...]):
    """Claims in their order. Each index is made when it is first asked for; what is found keeps the order."""

    def of(self, subject: str) -> Sequence[Claim]:
        """The claims about a subject."""
        return self._by_subject.get(subject, ())

    def about(self, subject: str, period: str) -> Sequence[Claim]:
        """The claims about a subject in a year."""
        return self._by_year.get((subject, period), ())

    def inside(self, sentence: int) -> Sequence[Claim]:
        """The claims of a sentence."""
        return self._by_sentence.get(sentence, ())

    def at(self, start: int) -> Sequence[Claim]:
        """The claims whose value begins at an offset."""
        return self._by_start.get(start, ())

    def over(self, start: int, end: int) -> Iterable[Claim]:
        """The claims whose value shares a letter with a stretch of the text."""
        return self._places.over(start, end)

    @cached_property
    def periods(self) -> frozenset[str]:
        """The years that anything is told of."""
        return frozenset(claim.period for claim in self)

    @cached_property
    def _places(self) -> Overlap[Claim]:
        return Overlap(self)

    def changes(self, subject: str, kind: str) -> Changes:
        """The changes between the figures of a measure or of a kind that are given for a subject."""
        if (subject, kind) not in self._changes:
            from factcheck.reading.sums.changes import Changes

            self._changes[subject, kind] = Changes(self._figures.get((subject, kind), ()))
        return self._changes[subject, kind]

    def count_before(self, subject: str, start: int) -> Claim | None:
        """The last count of a subject before an offset, of claims that are in the order of the text."""
        counts = self._counts.get(subject, ())
        place = bisect_left(counts, start, key=lambda count: count.start)
        return counts[place - 1] if place else None

    def counted_before(self, subject: str, condition: str, start: int) -> Iterator[Figure]:
        """The figures that a thing was counted at before an offset, each once."""
        for (period, value), place in self._counted.get((subject, condition), {}).items():
            if place >= start:
                break
            yield period, value

    @cached_property
    def _changes(self) -> dict[tuple[str, str], Changes]:
        return {}

    @cached_property
    def _figures(self) -> Mapping[tuple[str, str], Sequence[Figure]]:
        figures: dict[tuple[str, str], list[Figure]] = defaultdict(list)
        for claim in self:
            if claim.period and isinstance(claim.value, Decimal) and not kind_of(claim.kind).comparing:
                for kind in {claim.measure, claim.kind}:
                    figures[claim.subject, kind].append((claim.period, claim.value))
        return dict(figures)

    @cached_property
    def _counts(self) -> Mapping[str, Sequence[Claim]]:
        return _grouped((claim for claim in self if claim.kind == "count"), lambda claim: claim.subject)

    @cached_property
    def _counted(self) -> Mapping[tuple[str, str], Mapping[Figure, int]]:
        """Where a thing was first counted at each figure, in the order of the text."""
        first: dict[tuple[str, str], dict[Figure, int]] = defaultdict(dict)
        for claim in self:
            if claim.kind == "count" and claim.period and isinstance(claim.value, Decimal):
                first[claim.subject, claim.condition].setdefault((claim.period, claim.value), claim.start)
        return dict(first)

    @cached_property
    def subjects(self) -> frozenset[str]:
        """Who the claims are about."""
        return frozenset(self._by_subject)

    @cached_property
    def _by_subject(self) -> Mapping[str, Sequence[Claim]]:
        return _grouped(self, lambda claim: claim.subject)

    @cached_property
    def _by_year(self) -> Mapping[tuple[str, str], Sequence[Claim]]:
        return _grouped(self, lambda claim: (claim.subject, claim.period))

    @cached_property
    def _by_sentence(self) -> Mapping[int, Sequence[Claim]]:
        return _grouped(self, lambda claim: claim.sentence)

    @cached_property
    def _by_start(self) -> Mapping[int, Sequence[Claim]]:
        return _grouped(self, lambda claim: claim.start)


def _grouped(claims: Iterable[Claim], key: Callable[[Claim], _Key]) -> Mapping[_Key, Sequence[Claim]]:
    groups: dict[_Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[key(claim)].append(claim)
    return dict(groups)
