"""Scores beside ranks: which of them go together, and which the others refute."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from factcheck.messages import message
from factcheck.model import Fact
from factcheck.reference.content.preferred import Key, index, places, settle
from factcheck.reference.packs.pack import Pack
from factcheck.reference.validation.remarks import (
    Line,
    Remark,
    Surroundings,
    by_name,
    first_of_each_place,
    held_in,
    lines,
)
from factcheck.typed import NamedTuple


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


class Scored(NamedTuple):
    """A score that is held, turned round where the lower is the better."""

    worth: Decimal
    fact: Fact


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


def crowded(pack: Pack, around: Surroundings) -> Iterator[Remark]:
    """A rank for which too many others have a better score, ranked or not.

    The score is named where it is of a lesser source, else that of the best who has no rank.
    """
    rows, best, held = by_name(pack, "facts"), _best(pack), held_in(pack.facts)
    for standings in _lists(pack):
        if standings:
            line = standings[0].line
            period = line.get("period")
            members = around.members(line.get("group"), line.get("scope"), period, held.get(period, ()))
            own = [best[key] for member in members if (key := (member, line.get("period"))) in best]
            yield from first_of_each_place(_outnumbered(pack, rows, standings, own))


def _outnumbered(
    pack: Pack, rows: Mapping[str, Line], standings: Sequence[Standing], best: Sequence[Scored]
) -> Iterator[Remark]:
    ladder = sorted(best)
    ranked = {one.fact.entity for one in standings}
    outsider = next((other for other in reversed(ladder) if other.fact.entity not in ranked), None)
    own = {other.fact.entity: other.worth for other in best}
    for one in standings:
        at = bisect_right(ladder, one.most, key=_worth)
        if len(ladder) - at - (own.get(one.fact.entity, one.most) > one.most) < one.rank:
            continue
        if not one.held:
            lowest = ladder[at].fact
            reason = message("but others have more, down to {value} ({row})", value=lowest.value, row=lowest.row)
            yield _doubt(pack, rows, one, reason)
        elif outsider and outsider.worth > one.most and outsider.fact.row in rows:
            told = message(
                "{value}, but {other} is at rank {rank} ({row}): an erratum?",
                value=outsider.fact.value, other=one.fact.value, rank=one.rank, row=one.line.name,
            )  # fmt: skip
            yield rows[outsider.fact.row].remark(pack.info.rank_measure, told, True)


def _worth(scored: Scored) -> Decimal:
    return scored.worth


def _best(pack: Pack) -> Mapping[tuple[str, str], Scored]:
    """The least that each entity may have scored in each period."""
    sign = -1 if pack.info.rank_order == "ascending" else 1
    best: dict[tuple[str, str], Scored] = {}
    for fact in settle(pack.facts):
        if fact.measure == pack.info.rank_measure and isinstance(fact.value, Decimal) and not fact.trust:
            key, scored = (fact.entity, fact.period), Scored(sign * fact.value, fact)
            best[key] = min(scored, best.get(key, scored))
    return best


def _remark(pack: Pack, rows: Mapping[str, Line], one: Standing, other: Standing) -> Remark:
    """An error at the rank, unless one of the two is of a lesser source."""
    reason = message(
        "but {value} ({row}) is at rank {rank}", value=other.fact.value, row=other.fact.row, rank=other.rank
    )
    if not one.held:
        return _doubt(pack, rows, one, reason)
    known = one.line.known or other.line.known
    return one.line.remark(
        "rank",
        message(
            "rank {rank} with {value} ({row}), {reason}",
            rank=one.rank,
            value=one.fact.value,
            row=one.fact.row,
            reason=reason,
        ),
        known,
    )


def _doubt(pack: Pack, rows: Mapping[str, Line], one: Standing, reason: str) -> Remark:
    """At the score where it is the score that few say, else at the rank."""
    row = rows.get(one.fact.row)
    if one.fact.trust and row:
        at = message("{value} at rank {rank} ({row})", value=one.fact.value, rank=one.rank, row=one.line.name)
        return row.remark(pack.info.rank_measure, message("{at}, {reason}: an erratum?", at=at, reason=reason), True)
    return one.line.remark(
        "rank",
        message(
            "rank {rank} with {value} ({row}), {reason}: an erratum?",
            rank=one.rank,
            value=one.fact.value,
            row=one.fact.row,
            reason=reason,
        ),
        True,
    )
