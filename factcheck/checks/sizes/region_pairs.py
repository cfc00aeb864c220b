"""How many cities and how many regencies a province has, told one beside the other: "dua pemerintah kota dan 13
pemerintah kabupaten", of a province that has two cities and eleven regencies."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.checks.lists.region_lists import own_places, region_kinds
from factcheck.checks.sizes.region_sizes import OVER, Sized
from factcheck.judging.case import Case
from factcheck.language.figures import Number
from factcheck.language.fold import alternation, fold
from factcheck.language.language import Language
from factcheck.reading.people.governments import regions_at
from factcheck.reference.packs.info import FIRST

_NAME = compiled(r"(?<![\w-])[A-Z][\w'’-]+")
_GAP = compiled(r" (?:[a-z]+ )?")
"""Between a number and its kind a word for their governments may stand."""


def region_pairs(case: Case) -> Iterator[Sized]:
    """The one of two numbers that is more than the province of its block has, where the other is just what it has."""
    low, plain = fold(case.document.plain), case.document.plain
    kinds = region_kinds(case.reference)
    joined = _joined(case.language, kinds)
    for start, stop in own_places(case, kinds):
        match = joined.match(low, start, stop)
        one = _number(case, start) if match is not None else None
        other = _number(case, match.start("two")) if match is not None else None
        if match is None or one is None or other is None or match["one"] == match["two"]:
            continue
        province = _province(case, start)
        sizes = [_size(case, province, match[kind]) for kind in ("one", "two")] if province else [0, 0]
        for number, size, known, kind in ((one, sizes[0], other.value == sizes[1], "one"),
                                          (other, sizes[1], one.value == sizes[0], "two")):  # fmt: skip
            if known and 0 < size < number.value <= size + OVER:
                yield Sized(number, plain[slice(*match.span(kind))], province, size)


@cache
def _joined(language: Language, kinds: tuple[str, ...]) -> re.Pattern[str]:
    kind, last = alternation(kinds), alternation(language.changes.lists.last)
    return compiled(rf"(?P<one>{kind}),? (?:(?:{last}) )?[\w.]+ (?:[a-z]+ )?(?P<two>{kind})(?![\w/-])")


def _number(case: Case, end: int) -> Number | None:
    """The whole number in front of a word for a kind."""
    at = bisect_left(case.numbers, end, key=lambda number: number.start) - 1
    number = case.numbers[at] if at >= 0 else None
    if number is None or number.unit or number.quantum != 1:
        return None
    return number if _GAP.fullmatch(fold(case.document.plain), number.end, end) else None


def _province(case: Case, at: int) -> str:
    """The one province that the block of a place names; nothing where it names none or several."""
    blocks, plain = case.document.blocks, case.document.plain
    block = blocks[bisect_left(blocks, at + 1, key=lambda one: one.start) - 1]
    named = {
        one
        for name in _NAME.finditer(plain, block.start, block.end)
        for one in regions_at(plain, name.start(), case.reference)[1]
        if case.reference.level_of(one) == FIRST
    }
    return named.pop() if len(named) == 1 else ""


def _size(case: Case, province: str, kind: str) -> int:
    known = case.reference.entities.values()
    return sum(one.parent == province and one.kind == kind for one in known)
