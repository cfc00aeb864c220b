"""Counts against one another, whoever says them: a sum that holds refutes the count that does not fit into it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from factcheck.messages import message
from factcheck.model import Fact
from factcheck.reference.content.preferred import settle
from factcheck.reference.packs.pack import Pack
from factcheck.reference.validation.remarks import (
    Line,
    Remark,
    Surroundings,
    entity_counts,
    finer_words,
    first_of_each_place,
    scale_words,
    word_measures,
)
from factcheck.typed import NamedTuple

Thing = tuple[str, str]
"""A group and what is counted in it."""


class Stated(NamedTuple):
    """A count as a row says it; `held` where no other value is as good."""

    value: Decimal
    line: Line
    held: bool


Counted = Mapping[Thing, Sequence[Stated]]
"""All that is said of one region in one period, what is held first."""

Sum = tuple[Thing, tuple[Thing, ...]]
"""A whole and its parts."""


def refuted(pack: Pack, around: Surroundings) -> Iterator[Remark]:
    """A count that does not fit into a sum which counts that are held make; parts that are more than their whole."""
    for (_, period), counted in _counted(pack).items():
        sums = _sums(pack, counted, period, around)
        yield from first_of_each_place(remark for one in sums for remark in _of_sum(counted, *one))


def _counted(pack: Pack) -> Mapping[tuple[str, str], Counted]:
    """Who was assessed, and with which word, by region and period."""
    rows = {line.name: line for line in entity_counts(pack)}
    things: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in settle(pack.counts):
        if fact.row in rows:
            things[fact.scope, fact.period, fact.group, fact.condition].append(fact)
    found: dict[tuple[str, str], dict[Thing, list[Stated]]] = defaultdict(dict)
    for (scope, period, group, what), facts in things.items():
        best = {fact.value for fact in facts if not fact.trust}
        found[scope, period][group, what] = [
            Stated(Decimal(fact.value), line, not fact.trust and not line.lesser and len(best) == 1)
            for fact in facts
            for line in (rows[fact.row],)
        ]
    return found


def _sums(pack: Pack, counted: Counted, period: str, around: Surroundings) -> Iterator[Sum]:
    yield from _by_group(counted, around)
    for group, what in counted:
        if what == "assessed":
            for measure in word_measures(pack.info):
                words = scale_words(pack, measure, period)
                if words:
                    yield (group, what), tuple((group, f"{measure}:{word}") for word in words)
        for parts in finer_words(pack, what, period):
            yield (group, what), tuple((group, part) for part in parts)


def _of_sum(counted: Counted, whole: Thing, parts: Sequence[Thing]) -> Iterator[Remark]:
    """What a sum says of the counts in it, where all but at most one of them are held."""
    held = {thing: one for thing in (whole, *parts) if (one := _held(counted, thing))}
    missing = [thing for thing in (whole, *parts) if thing not in held]
    made = sum((one.value for thing, one in held.items() if thing != whole), Decimal())
    if missing == [whole] or (whole in held and not missing and made == held[whole].value):
        yield from _misfits(counted, whole, made, held)
    elif len(missing) == 1 and held[whole].value >= made:
        yield from _misfits(counted, missing[0], held[whole].value - made, held)
    elif whole in held and (made > held[whole].value or not missing):
        yield from _unequal(held.pop(whole), list(held.values()))
    if whole in counted and (total := _held(counted, whole)):
        yield from _more_by_one_source(counted, total, parts)


def _misfits(counted: Counted, open_one: Thing, right: Decimal, held: Mapping[Thing, Stated]) -> Iterator[Remark]:
    """All that is said of the members of a sum and is not what the others leave for them."""
    wanted = {open_one: right, **{thing: one.value for thing, one in held.items()}}
    for thing, value in wanted.items():
        others = ", ".join(one.line.name for other, one in held.items() if other != thing)
        for one in counted.get(thing, ()):
            if one.value != value:
                yield one.line.remark(
                    "value",
                    message(
                        "the sum with {others} leaves {value}, not {value2}: an erratum?",
                        others=others,
                        value=value,
                        value2=one.value,
                    ),
                    True,
                )


def _unequal(whole: Stated, parts: Sequence[Stated]) -> Iterator[Remark]:
    """Parts that do not make the whole; those of one source are compared where its rows are."""
    made = sum(part.value for part in parts)
    sources = {part.line.get("source") for part in parts}
    if len(sources) > 1 or (made < whole.value and sources != {whole.line.get("source")}):
        names = ", ".join(part.line.name for part in parts)
        yield whole.line.remark(
            "value",
            message(
                "{names} make {made}, not {value}: an erratum among them?", names=names, made=made, value=whole.value
            ),
            True,
        )


def _more_by_one_source(counted: Counted, whole: Stated, parts: Sequence[Thing]) -> Iterator[Remark]:
    """Parts of a lesser source that come to more than the whole of a better one."""
    by_source: dict[str, list[Stated]] = defaultdict(list)
    for part in parts:
        for one in counted.get(part, ()):
            by_source[one.line.get("source")].append(one)
    for source, some in by_source.items():
        made = sum(one.value for one in some)
        if len(some) > 1 and made > whole.value and source != whole.line.get("source"):
            for one in some:
                others = ", ".join(other.line.name for other in some if other is not one)
                told = message(
                    "with {others} it makes {made}, more than {value} ({name}): an erratum?",
                    others=others, made=made, value=whole.value, name=whole.line.name,
                )  # fmt: skip
                yield one.line.remark("value", told, True)


def _held(counted: Counted, thing: Thing) -> Stated | None:
    return next((one for one in counted.get(thing, ()) if one.held), None)


def _by_group(counted: Counted, around: Surroundings) -> Iterator[Sum]:
    """A group and any groups that it falls into: pemda = provinsi + kabupaten+kota."""
    kinds = {group: frozenset(around.groups.get(group, (group,))) for group, _ in counted}
    for whole, what in counted:
        smaller = [group for group in kinds if kinds[group] < kinds[whole] and (group, what) in counted]
        for number in range(2, len(kinds[whole]) + 1):
            for parts in combinations(smaller, number):
                if _make_up([kinds[part] for part in parts], kinds[whole]):
                    yield (whole, what), tuple((part, what) for part in parts)


def _make_up(parts: Sequence[frozenset[str]], whole: frozenset[str]) -> bool:
    return sum(map(len, parts)) == len(whole) and frozenset().union(*parts) == whole
