"""Regions that stand among the others of themselves: "Selain Ngawi, ada 14 daerah lain, yakni Ngawi, Sidoarjo, …"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from factcheck.cache.patterns import compiled
from factcheck.checks.lists.region_lists import own_places
from factcheck.judging.case import Case
from factcheck.language.fold import alternation, fold
from factcheck.language.language import Language
from factcheck.model import Span
from factcheck.reading.people.governments import find_governments, regions_at

AHEAD = 160
"""Letters from the one to the list of the others."""
MOST = 40
"""Members of such a list."""
_BESIDES = compiled(r"[a-z]+(?: [a-z]+)? (?=[a-z])")
_NAME = compiled(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}")


def among_others(case: Case) -> Iterator[tuple[Span, Span]]:
    """Where the one stands beside whom others are told of, and where among those."""
    plain, blocks = case.document.plain, case.document.blocks
    low = fold(plain)
    for start, stop in own_places(case, case.language.changes.lists.besides):
        word = _BESIDES.match(low, start)
        own = _region(case, word.end()) if word is not None else None
        led = _led(case.language).match(low, own[0].end, stop) if own is not None else None
        if own is None or led is None:
            continue
        names = _in_row(case, led.end())
        if led.end() >= stop:
            place = bisect_left(blocks, led.end(), key=lambda block: block.start)
            items = takewhile(lambda one: one.kind == "item", blocks[place : place + MOST])
            names = [one for item in items for one in _item(case, item.start)]
        yield from ((own[0], name) for name, one in names if one == own[1])


@cache
def _led(language: Language) -> re.Pattern[str]:
    lists = language.changes.lists
    between = rf"[^.;:!?\n]{{0,{AHEAD}}}?"
    return compiled(
        rf"{between}(?<![\w-])(?:{alternation(lists.rest)}|[0-9]+)(?![\w-]){between}(?::|\s(?:{alternation(lists.leads)}):?)\s*"
    )


def _region(case: Case, at: int) -> tuple[Span, str] | None:
    """The one region whose name begins at a place, with or without the word for its government."""
    end, ids = regions_at(case.document.plain, at, case.reference)
    return (Span(at, end), ids[0]) if len(ids) == 1 else None


def _in_row(case: Case, at: int) -> list[tuple[Span, str]]:
    """The regions of a row of names that begins at a place; "Badan Pertanahan Nasional (BPN) Kutim" is an office."""
    plain = case.document.plain
    named = _NAME.finditer(plain, at, max(at, plain.find(".", at)))
    found = (_region(case, name.start()) for name in named if plain[max(0, name.start() - 2) : name.start()] != ") ")
    return [one for one in found if one is not None]


def _item(case: Case, at: int) -> list[tuple[Span, str]]:
    """The region that an item of a list begins with."""
    governments = find_governments(case.document, case.language, case.reference)
    told = next((one for one in governments if one.start == at), None)
    if told is not None:
        ids = {one for one in told.ids if case.reference.kind_of(one) == told.kind}
        return [(Span(told.start, told.end), ids.pop())] if len(ids) == 1 else []
    one = _region(case, at)
    return [one] if one is not None else []
