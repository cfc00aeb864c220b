"""The claims of a file as long as a book: a tenth of what they take as records, made again as they are looked at; and
its findings, which share what is the same in many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pickle import HIGHEST_PROTOCOL, dumps, loads
from zlib import compress, decompress

from factcheck.model import Evidence, Finding, Judged
from factcheck.typed import overload


class Packed(Sequence[Judged]):
    """Claims in portions that lie compressed in memory; one portion is unpacked at a time, and the one that a single
    claim was last asked of is kept: who asks for several asks for them in order.
    """

    def __init__(self) -> None:
        self._portions: list[bytes] = []
        self._starts = [0]
        self._open: tuple[int, tuple[Judged, ...]] = (-1, ())
        self.last: Judged | None = None

    def add(self, claims: Sequence[Judged]) -> None:
        """Adds the claims of the next section; nobody does so who was given the whole."""
        if claims:
            self._portions.append(compress(dumps(tuple(claims), HIGHEST_PROTOCOL), 1))
            self._starts.append(len(self) + len(claims))
            self.last = claims[-1]

    def __len__(self) -> int:
        return self._starts[-1]

    def __iter__(self) -> Iterator[Judged]:
        for portion in self._portions:
            yield from _unpacked(portion)

    @overload
    def __getitem__(self, at: int) -> Judged: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Judged, ...]: ...

    def __getitem__(self, at: int | slice) -> Judged | tuple[Judged, ...]:
        if isinstance(at, slice):
            return tuple(self)[at]
        from bisect import bisect_right

        place = range(len(self))[at]
        portion = bisect_right(self._starts, place) - 1
        number, claims = self._open
        if number != portion:
            claims = _unpacked(self._portions[portion])
            self._open = (portion, claims)
        return claims[place - self._starts[portion]]


class Alike:
    """The evidence of findings, which many of a book share: held once for each rule."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, tuple[Evidence, ...]], tuple[Evidence, ...]] = {}

    def of(self, finding: Finding) -> Finding:
        """The finding with the evidence of the first that had the same."""
        evidence = self._held.setdefault((finding.rule, finding.evidence), finding.evidence)
        return finding if evidence is finding.evidence else finding._replace(evidence=evidence)


def _unpacked(portion: bytes) -> tuple[Judged, ...]:
    claims: tuple[Judged, ...] = loads(decompress(portion))
    return claims
