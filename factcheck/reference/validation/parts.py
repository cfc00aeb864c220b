"""Counts whose parts do not make the whole, and groups declared complete that are not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from factcheck.messages import message
from factcheck.reference.packs.pack import Pack
from factcheck.reference.validation.remarks import (
    Line,
    Remark,
    Surroundings,
    finer_words,
    held_in,
    lines,
    scale_words,
    word_measures,
)

Counts = Mapping[str, Line]
"""What is counted -> its row."""


def by_word(pack: Pack, _: Surroundings) -> Iterator[Remark]:
    """A source that counts every zone (or every letter …) of a group must come to the number assessed."""
    for counts in _stated(pack, ("scope", "period", "group", "source"), "what").values():
        whole = counts.get("assessed")
        for measure in word_measures(pack.info):
            if whole:
                words = scale_words(pack, measure, whole.get("period"))
                yield from _sum(whole, [counts.get(f"{measure}:{word}") for word in words])


def by_scale(pack: Pack, _: Surroundings) -> Iterator[Remark]:
    """A source that counts a word and the finer ones it falls into must come to the same: green is A and B."""
    for counts in _stated(pack, ("scope", "period", "group", "source"), "what").values():
        for what, whole in counts.items():
            for parts in finer_words(pack, what, whole.get("period")):
                yield from _sum(whole, [counts.get(part) for part in parts])


def by_group(pack: Pack, around: Surroundings) -> Iterator[Remark]:
    """A source that counts a thing in every kind of a group must come to what it counts in the group."""
    for counts in _stated(pack, ("scope", "period", "what", "source"), "group").values():
        for group, kinds in around.groups.items():
            whole = counts.get(group)
            if whole and not whole.get("what").startswith("mean:"):
                yield from _sum(whole, [counts.get(kind) for kind in kinds])


def _sum(whole: Line, parts: list[Line | None]) -> Iterator[Remark]:
    """All parts stated: their sum; some: no more than the whole."""
    stated = [part for part in parts if part is not None]
    if not stated:
        return
    total, value = sum(Decimal(part.get("value")) for part in stated), Decimal(whole.get("value"))
    if total > value or (len(stated) == len(parts) and total != value):
        known = whole.known or any(part.known for part in stated)
        places = ", ".join(str(part.row.line) for part in stated)
        yield whole.remark(
            "value",
            message("the parts in line {places} make {total}, not {value}", places=places, total=total, value=value),
            known,
        )


def _stated(pack: Pack, key: tuple[str, ...], column: str) -> Mapping[tuple[str, ...], Counts]:
    """The counts of each source side by side, without rows that are held to be slips."""
    found: dict[tuple[str, ...], dict[str, Line]] = defaultdict(dict)
    for line in lines(pack, "counts"):
        if not line.lesser:
            found[tuple(line.get(name) for name in key)].setdefault(line.get(column), line)
    return found


def declared(pack: Pack, around: Surroundings) -> Iterator[Remark]:
    """A member of a complete group of whom nothing is held."""
    measure = pack.info.rank_measure
    held = {(fact.entity, fact.period) for fact in pack.facts if fact.measure == measure or not measure}
    there = held_in(pack.facts)
    for line in lines(pack, "complete"):
        period = line.get("period")
        members = around.members(line.get("group"), line.get("scope"), period, there.get(period, ()))
        missing = [member for member in members if (member, period) not in held]
        if missing or not members:
            who = ", ".join(missing[:5]) or message("anybody")
            yield line.remark(
                "group",
                message("not complete: no {measure} is held of {who}", measure=measure or message("fact"), who=who),
            )
