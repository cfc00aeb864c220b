"""Claims among each other: those of a subject, of a sentence, at a place, found without looking through all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from factcheck.model import Claim
from factcheck.reading.overlap import Overlap

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
    def _places(self) -> Overlap[Claim]:
        return Overlap(self)

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
