"""Scores beside ranks: which of them go together, and which the others refute."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from factcheck.model import Fact
from factcheck.reference.pack import Pack
from factcheck.reference.settle import Key, index, places, settle
from factcheck.reference.validation.remarks import Line, Remark, Surroundings, by_name, first_of_each_place, lines


class Standing(NamedTuple):
    """A ranked entity with one of its scores: `worth` is the score, turned round where the lower is the better, and
    `least`..`most` what a score of so few decimals may stand for.

    `held` says that neither the rank nor the score is a lesser one, and that no other score is as good.
    """

    line: Line
    rank: int
    fact: Fact
    worth: Decimal
    least: Decimal
    most: Decimal
    held: bool


def order(pack: Pack, _: Surroundings) -> Iterator[Remark]:
    """A better rank with a worse score: who stands against most of the others is named.

    Ranks and scores of lesser sources are held against those that go together: whoever is refuted by them is a slip.
    """
    rows = by_name(pack, "facts")
    for standings in _lists(pack):
        chain = _chain([one for one in standings if one.held])
        ranks = [one.rank for one in chain]
        pairs = ((one, _against(one, chain, ranks)) for one in standings)
        yield from first_of_each_place(_remark(pack, rows, one, other) for one, other in pairs if other)


def _lists(pack: Pack) -> Iterator[list[Standing]]:
    """The ranked entities of each group by rank, the better score first where two share one."""
    scores = index(settle(pack.facts), "measure", "entity", "period")
    lists: dict[tuple[str, ...], list[Line]] = defaultdict(list)
    for line in lines(pack, "ranks") if pack.info.rank_measure else ():
        if line.get("group"):
            lists[line.get("group"), line.get("scope"), line.get("period")].append(line)
    for ranked in lists.values():
        found = [one for line in ranked for one in _standings(pack, line, scores)]
        yield sorted(found, key=lambda one: (one.rank, -one.worth))


def _standings(pack: Pack, line: Line, scores: Mapping[Key, tuple[Fact, ...]]) -> Iterator[Standing]:
    measure = pack.info.measures[pack.info.rank_measure]
    facts = scores.get((measure.name, line.get("entity"), line.get("period")), ())
    open_values = len({fact.value for fact in facts if not fact.trust})
    for fact in facts:
        if isinstance(fact.value, Decimal):
            held = not fact.trust and not line.lesser and open_values == 1
            worth, *ends = _ends(fact.value, measure.decimals, pack.info.rank_order == "ascending")
            yield Standing(line, int(line.get("rank")), fact, worth, min(ends), max(ends), held)


def _ends(value: Decimal, decimals: int, upside_down: bool) -> tuple[Decimal, Decimal, Decimal]:
    """A score and what it may stand for: with fewer decimals than are published it is rounded or cut off."""
    sign = -1 if upside_down else 1
    step = Decimal(1).scaleb(-places(value)) if places(value) < decimals else Decimal()
    return sign * value, sign * (value - step / 2), sign * (value + step)


def _chain(held: Sequence[Standing]) -> list[Standing]:
    """As many as can be of those whose scores fall with their ranks, in order (a longest falling subsequence)."""
    tails: list[int] = []
    worths: list[Decimal] = []
    before: dict[int, int] = {}
    for place, one in enumerate(held):
        at = bisect_right(worths, -one.worth)
        before[place] = tails[at - 1] if at else -1
        tails[at : at + 1] = [place]
        worths[at : at + 1] = [-one.worth]
    chain = []
    place = tails[-1] if tails else -1
    while place >= 0:
        chain.append(held[place])
        place = before[place]
    return chain[::-1]


def _against(one: Standing, chain: Sequence[Standing], ranks: Sequence[int]) -> Standing | None:
    """Who of the chain stands next to an entity and refutes its rank with this score."""
    below = _next(one, chain, bisect_right(ranks, one.rank), 1)
    if below and below.least > one.most:
        return below
    above = _next(one, chain, bisect_left(ranks, one.rank) - 1, -1)
    return above if above and above.most < one.least else None


def _next(one: Standing, chain: Sequence[Standing], place: int, step: int) -> Standing | None:
    """The next of another entity, from a place in the chain on."""
    while 0 <= place < len(chain):
        if chain[place].fact.entity != one.fact.entity:
            return chain[place]
        place += step
    return None


def _remark(pack: Pack, rows: Mapping[str, Line], one: Standing, other: Standing) -> Remark:
    """At the score where it is the score that few say, else at the rank."""
    said = f"but {other.fact.value} ({other.fact.row}) is at rank {other.rank}"
    row = rows.get(one.fact.row)
    if one.fact.trust and row:
        at = f"{one.fact.value} at rank {one.rank} ({one.line.name})"
        return row.remark(pack.info.rank_measure, f"{at}, {said}: an erratum?", True)
    message = f"rank {one.rank} with {one.fact.value} ({one.fact.row}), {said}"
    return one.line.remark("rank", message, one.line.known or other.line.known or not one.held)
